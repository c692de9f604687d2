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
  CHECK(weigh(verdict_of("engagement-ban", 0.9F, 0.95F), {}, rules.kinds).rule == &rules.ban);
  CHECK(weigh(verdict_of("engagement-ban", 0.3F, 0.4F), {}, rules.kinds).rule == nullptr);
  const std::vector<Match> match{{0, &rules.ban}};
  CHECK(weigh(verdict_of("engagement-ban", 0.01F, 0.02F), match, rules.kinds).rule == nullptr);
}

TEST_CASE("a condition that holds multiplies the odds and speaks for its own rule") {
  const Rules rules;
  const std::vector<Match> match{{0, &rules.connection}};
  const Verdict doubtful = verdict_of("engagement-ban", 0.01F, 0.4F);
  CHECK(weigh(doubtful, {}, rules.kinds).rule == nullptr);
  const Weighed weighed = weigh(doubtful, match, rules.kinds);
  CHECK(weighed.rule == &rules.connection);
  CHECK(weighed.sure > weigh(doubtful, {}, rules.kinds).sure);
  // Where the sentence is clearly of another kind, that kind is named.
  CHECK(weigh(verdict_of("engagement-ban", 0.9F, 0.95F), match, rules.kinds).rule == &rules.ban);
}

TEST_CASE("rules that nothing was learned of need their condition alone") {
  const Rules rules;
  const std::vector<Match> match{{0, &rules.own}};
  const Verdict fair = verdict_of("engagement-ban", 0.01F, 0.01F);
  const Weighed weighed = weigh(fair, match, rules.kinds);
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
  CHECK(weigh(doubtful, std::vector<Match>{{0, &rules.delay}}, rules.kinds).rule == &rules.delay);
  const std::vector<Match> both{{0, &rules.delay}, {0, &rules.ban}};
  CHECK(weigh(verdict_of("engagement-ban", 0.3F, 0.4F), both, rules.kinds).rule == &rules.ban);
}

TEST_CASE("confidence falls with the probability") {
  CHECK(Weighed{nullptr, 0.99F}.confidence() == Confidence::high);
  CHECK(Weighed{nullptr, 0.75F}.confidence() == Confidence::medium);
  CHECK(Weighed{nullptr, 0.62F}.confidence() == Confidence::low);
}

TEST_CASE("a condition is worth more in a short sentence than in a long one") {
  const Rules rules;
  const std::vector<Match> match{{0, &rules.ban}};
  Verdict verdict = verdict_of("engagement-ban", 0.2F, 0.25F);
  verdict.words = 6;
  CHECK(weigh(verdict, match, rules.kinds).rule == &rules.ban);
  verdict.words = 60;
  CHECK(weigh(verdict, match, rules.kinds).rule == nullptr);
}

TEST_CASE("a rule that the run does not ask is never named") {
  const Rules rules;
  const std::vector<const Rule*> few{&rules.connection};
  const KindRules kinds = kind_rules(few);
  CHECK(weigh(verdict_of("engagement-ban", 0.9F, 0.95F), {}, kinds).rule == nullptr);
}

TEST_CASE("a doubtful sentence is likelier to block in a policy where many do") {
  const auto doubtful_among = [](float others, std::size_t count = 40) {
    std::vector<Verdict> verdicts(count, verdict_of("engagement-ban", others, others));
    verdicts.push_back(verdict_of("connection-ban", 0.3F, 0.4F));
    fit_to_policy(verdicts);
    return verdicts.back();
  };
  const Verdict among_bans = doubtful_among(0.95F);
  const Verdict among_fair = doubtful_among(0.0F);
  CHECK(among_bans.blocking > 0.4F);
  CHECK(among_fair.blocking < 0.4F);
  // Six times the odds at most, and a third at least; a verdict's kinds go with it.
  CHECK(among_bans.blocking == doctest::Approx(0.8).epsilon(0.01));
  CHECK(doubtful_among(0.0F, 400).blocking == doctest::Approx(0.182).epsilon(0.01));
  CHECK(among_bans.likeliest[0].probability == doctest::Approx(0.75F * among_bans.blocking));
  std::vector<Verdict> none;
  fit_to_policy(none);
  CHECK(none.empty());
}

TEST_CASE("what no condition makes a finding is not open") {
  const Rules rules;
  const Match match[] = {{0, &rules.ban}};
  for (int percent = 1; percent < 100; ++percent) {
    const float blocking = static_cast<float>(percent) / 100;
    const Verdict verdict = verdict_of("engagement-ban", blocking / 2, blocking);
    CHECK(is_open(verdict) == (weigh(verdict, match, rules.kinds).rule != nullptr));
  }
}
