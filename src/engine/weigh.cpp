#include "engine/weigh.hpp"

#include <algorithm>
#include <tuple>

namespace engagelint {
namespace {

// Chosen on labelled policies; docs/classifier.md says which, with the figures.
constexpr float enough = 0.45F;           // surer than this: a finding
constexpr float condition = 60.0F;        // words for which a condition that holds doubles the odds
constexpr float usual_share = 0.06F;      // of sentences that block, among those that the probabilities were fitted to
constexpr float usual_sentences = 20.0F;  // so many of that sort are reckoned to each policy, since a short one says little
constexpr float most_raised = 6.0F;       // how far a policy with much that blocks moves the odds at most
constexpr float most_lowered = 3.0F;      // and one with little
constexpr float own_kind = 2.0F;          // and those of its own kind against the others
constexpr float clear_kind = 0.2F;        // where no kind is likelier, the condition says what the sentence does
constexpr float unlikely = 0.01F;         // the probability of a kind that is not among the likeliest
constexpr float beside = 0.15F;           // likelier than this: named beside the finding

/// The probability whose odds are so many times those of `probability`.
float times(float probability, float factor) {
  const float odds = probability / std::max(1.0F - probability, 1e-6F) * factor;
  return odds / (1.0F + odds);
}

/// In a short sentence a condition has seen all that there is, in a long one there may be what takes it back.
float with_condition(const Verdict& verdict) {
  constexpr std::uint32_t shortest = 5;
  return times(verdict.blocking, 1.0F + condition / static_cast<float>(std::max(verdict.words, shortest)));
}

bool learned(const Rule& rule, const KindRules& rules) { return std::find(rules.begin(), rules.end(), &rule) != rules.end(); }

/// Facts that stand beside a finding come behind all rules that make one.
bool before(const Rule& a, const Rule& b) { return std::tie(a.additional, a.rank) < std::tie(b.additional, b.rank); }

/// The first rule whose condition holds; null where none does.
const Rule* first_of(std::span<const Match> matches, const KindRules& rules) {
  const Rule* first = nullptr;
  for (const Match& match : matches) {
    if (learned(*match.rule, rules) && (first == nullptr || before(*match.rule, *first))) first = match.rule;
  }
  return first;
}

float probability_of(const Verdict& verdict, const Rule& rule, const KindRules& rules) {
  const auto kind = static_cast<std::uint8_t>(std::find(rules.begin(), rules.end(), &rule) - rules.begin());
  return std::max(verdict.of(kind), unlikely);
}

}  // namespace

Confidence Weighed::confidence() const {
  if (sure >= 0.80F) return Confidence::high;
  return sure >= 0.65F ? Confidence::medium : Confidence::low;
}

KindRules kind_rules(std::span<const Rule* const> rules) {
  KindRules out(kinds().size());
  for (const Rule* rule : rules) {
    const auto kind = std::find(kinds().begin(), kinds().end(), rule->info.id);
    if (kind != kinds().end()) out[static_cast<std::size_t>(kind - kinds().begin())] = rule;
  }
  return out;
}

void fit_to_policy(std::span<Verdict> verdicts) {
  float factor = 1;  // of all odds
  constexpr int rounds = 10;
  for (int round = 0; round < rounds; ++round) {
    float blocking = usual_share * usual_sentences;
    for (const Verdict& verdict : verdicts) blocking += times(verdict.blocking, factor);
    const float share = blocking / (usual_sentences + static_cast<float>(verdicts.size()));
    factor = std::clamp(share / (1 - share) * (1 - usual_share) / usual_share, 1 / most_lowered, most_raised);
  }
  for (Verdict& verdict : verdicts) {
    if (verdict.blocking <= 0) continue;
    const float before = verdict.blocking;
    verdict.blocking = times(before, factor);
    for (Likelihood& one : verdict.likeliest) one.probability *= verdict.blocking / before;
  }
}

bool any_condition(std::span<const Match> matches, const KindRules& rules) { return first_of(matches, rules) != nullptr; }

bool is_open(const Verdict& verdict) { return with_condition(verdict) >= enough; }

Weighed weigh(const Verdict& verdict, std::span<const Match> matches, const KindRules& rules) {
  const Rule* first = first_of(matches, rules);
  const float sure = first == nullptr ? verdict.blocking : with_condition(verdict);
  if (sure < enough) return {nullptr, sure};
  const Likelihood& likeliest = verdict.likeliest.front();
  if (first != nullptr && likeliest.probability < clear_kind) return {first, sure};
  Weighed weighed{rules[likeliest.kind], sure};
  float most = likeliest.probability;
  for (const Match& match : matches) {
    if (!learned(*match.rule, rules) || (match.rule->additional && !first->additional)) continue;
    const float probability = probability_of(verdict, *match.rule, rules) * own_kind;
    if (probability <= most) continue;
    most = probability;
    weighed.rule = match.rule;
  }
  return weighed;
}

Weighed weigh_keys(std::span<const Match> matches, const KindRules& rules) {
  const Rule* first = first_of(matches, rules);
  return {first, first == nullptr ? 0.0F : 1.0F};
}

bool stands_beside(const Verdict& verdict, const Weighed& weighed, const Rule& rule, const KindRules& rules) {
  if (!learned(rule, rules)) return true;
  if (weighed.rule == nullptr) return false;
  return &rule == weighed.rule || rule.additional || probability_of(verdict, rule, rules) >= beside;
}

}  // namespace engagelint
