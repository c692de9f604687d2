#include "engine/weigh.hpp"

#include <algorithm>
#include <tuple>

namespace engagelint {
namespace {

// Chosen on labelled policies; docs/classifier.md says which, with the figures.
constexpr float enough = 0.60F;     // surer than this: a finding
constexpr float against = 0.90F;    // the same where the sentence says what people may do
constexpr float alone = 0.75F;      // the same where no norm of its own was found
constexpr float condition = 8.0F;   // what a condition that holds multiplies the odds with
constexpr float own_kind = 2.0F;    // and those of its own kind against the others
constexpr float clear_kind = 0.2F;  // where no kind is likelier, the condition says what the sentence does
constexpr float unlikely = 0.01F;   // the probability of a kind that is not among the likeliest
constexpr float beside = 0.15F;     // likelier than this: named beside the finding

float with_condition(float probability) {
  const float odds = probability / std::max(1.0F - probability, 1e-6F) * condition;
  return odds / (1.0F + odds);
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

bool is_open(const Verdict& verdict) { return with_condition(verdict.blocking) >= enough; }

Weighed weigh(const Verdict& verdict, bool lenient, std::span<const Match> matches, const KindRules& rules) {
  const Rule* first = first_of(matches, rules);
  const float sure = first == nullptr ? verdict.blocking : with_condition(verdict.blocking);
  if (sure < (lenient && first == nullptr ? against : enough)) return {nullptr, sure};
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

Weighed weigh_words(const Verdict& verdict, const KindRules& rules) {
  return {verdict.blocking < alone ? nullptr : rules[verdict.likeliest.front().kind], verdict.blocking};
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
