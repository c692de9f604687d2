#include "engine/weigh.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace engagelint;

namespace {

std::uint8_t kind(std::string_view id) {
  const auto at = std::find(kinds().begin(), kinds().end(), id);
  REQUIRE(at != kinds().end());
  return static_cast<std::uint8_t>(at - kinds().begin());
}

Rule rule_of(std::string_view id, int rank) {
  Rule rule;
  rule.info.id = id;
  rule.rank = rank;
  return rule;
}

Verdict verdict_of(std::string_view id, float probability, float blocking) {
  Verdict verdict;
  verdict.blocking = blocking;
  verdict.likeliest[0] = {kind(id), probability};
  return verdict;
}

struct Rules {
  Rule ban = rule_of("engagement-ban", 12);
  Rule connection = rule_of("connection-ban", 4);
  Rule own = rule_of("our-own-rule", 1);
  Rule delay = rule_of("approval-latency", 9);
  std::vector<const Rule*> list{&ban, &connection, &own, &delay};
  KindRules kinds = kind_rules(list);
};

}  // namespace

TEST_CASE("a likely sentence needs no condition, an unlikely one gets nowhere") {
  const Rules rules;
  CHECK(weigh(verdict_of("engagement-ban", 0.9F, 0.95F), false, {}, rules.kinds).rule == &rules.ban);
  CHECK(weigh(verdict_of("engagement-ban", 0.4F, 0.5F), false, {}, rules.kinds).rule == nullptr);
  const std::vector<Match> match{{0, &rules.ban}};
  CHECK(weigh(verdict_of("engagement-ban", 0.01F, 0.02F), false, match, rules.kinds).rule == nullptr);
}

TEST_CASE("a sentence that only says what people may do takes more to be a finding") {
  const Rules rules;
  const Verdict likely = verdict_of("engagement-ban", 0.65F, 0.7F);
  CHECK(weigh(likely, false, {}, rules.kinds).rule == &rules.ban);
  CHECK(weigh(likely, true, {}, rules.kinds).rule == nullptr);
  CHECK(weigh(likely, true, std::vector<Match>{{0, &rules.ban}}, rules.kinds).rule == &rules.ban);
}

TEST_CASE("a condition that holds multiplies the odds and speaks for its own rule") {
  const Rules rules;
  const std::vector<Match> match{{0, &rules.connection}};
  const Verdict doubtful = verdict_of("engagement-ban", 0.01F, 0.5F);
  CHECK(weigh(doubtful, false, {}, rules.kinds).rule == nullptr);
  const Weighed weighed = weigh(doubtful, false, match, rules.kinds);
  CHECK(weighed.rule == &rules.connection);
  CHECK(weighed.sure > weigh(doubtful, false, {}, rules.kinds).sure);
  // Where the sentence is clearly of another kind, that kind is named.
  CHECK(weigh(verdict_of("engagement-ban", 0.9F, 0.95F), false, match, rules.kinds).rule == &rules.ban);
}

TEST_CASE("rules that nothing was learned of need their condition alone") {
  const Rules rules;
  const std::vector<Match> match{{0, &rules.own}};
  const Verdict fair = verdict_of("engagement-ban", 0.01F, 0.01F);
  const Weighed weighed = weigh(fair, false, match, rules.kinds);
  CHECK(weighed.rule == nullptr);
  CHECK(stands_beside(fair, weighed, rules.own, rules.kinds));
  CHECK_FALSE(stands_beside(fair, weighed, rules.ban, rules.kinds));
}

TEST_CASE("keys say what they mean: the condition of lowest rank") {
  const Rules rules;
  const std::vector<Match> matches{{0, &rules.ban}, {0, &rules.connection}};
  CHECK(weigh_keys(matches, rules.kinds).rule == &rules.connection);
  CHECK(weigh_keys(matches, rules.kinds).confidence() == Confidence::high);
  CHECK(weigh_keys({}, rules.kinds).rule == nullptr);
}

TEST_CASE("a fact that stands beside findings is one by itself where it stands alone") {
  Rules rules;
  rules.delay.additional = true;
  const Verdict doubtful = verdict_of("approval-latency", 0.3F, 0.4F);
  CHECK(weigh(doubtful, false, std::vector<Match>{{0, &rules.delay}}, rules.kinds).rule == &rules.delay);
  const std::vector<Match> both{{0, &rules.delay}, {0, &rules.ban}};
  CHECK(weigh(verdict_of("engagement-ban", 0.3F, 0.4F), false, both, rules.kinds).rule == &rules.ban);
}

TEST_CASE("confidence falls with the probability") {
  CHECK(Weighed{nullptr, 0.99F}.confidence() == Confidence::high);
  CHECK(Weighed{nullptr, 0.75F}.confidence() == Confidence::medium);
  CHECK(Weighed{nullptr, 0.62F}.confidence() == Confidence::low);
}

TEST_CASE("a rule that the run does not ask is never named") {
  const Rules rules;
  const std::vector<const Rule*> few{&rules.connection};
  const KindRules kinds = kind_rules(few);
  CHECK(weigh(verdict_of("engagement-ban", 0.9F, 0.95F), false, {}, kinds).rule == nullptr);
}

TEST_CASE("what no condition makes a finding is not open") {
  const Rules rules;
  const Match match[] = {{0, &rules.ban}};
  for (float blocking = 0.01F; blocking < 1.0F; blocking += 0.01F) {
    const Verdict verdict = verdict_of("engagement-ban", blocking / 2, blocking);
    CHECK(is_open(verdict) == (weigh(verdict, false, match, rules.kinds).rule != nullptr));
  }
}
