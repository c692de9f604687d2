// What a sentence's verdict and the conditions that hold on its norms come to: a rule, or silence.
#pragma once

#include <span>
#include <vector>

#include "classifier/classifier.hpp"
#include "rule/rule.hpp"

namespace engagelint {

/// A rule whose condition holds on a norm.
struct Match {
  std::size_t norm = 0;  ///< index into Reading::norms
  const Rule* rule = nullptr;
};

struct Weighed {
  const Rule* rule = nullptr;  ///< what the sentence does; null: nothing that any rule is about
  float sure = 0;              ///< how sure that is, 0 to 1
  [[nodiscard]] Confidence confidence() const;
};

/// The rule of each of kinds(), null where the run does not ask it.
using KindRules = std::vector<const Rule*>;
[[nodiscard]] KindRules kind_rules(std::span<const Rule* const> rules);

/// Verdicts on all sentences of one policy: where many of them block, a doubtful one is likelier to, where few do, less so. The
/// share of those that block is estimated from the verdicts themselves (Saerens, Latinne and Decaestecker, "Adjusting the outputs
/// of a classifier to new a priori probabilities", Neural Computation 14, 2002).
void fit_to_policy(std::span<Verdict> verdicts);
/// False where the sentence is so surely fair that no condition makes a finding of it: those need not be asked then.
[[nodiscard]] bool is_open(const Verdict& verdict);
/// True where some condition of these rules was met.
[[nodiscard]] bool any_condition(std::span<const Match> matches, const KindRules& rules);
/// Weighs what was learned of sentences like this one together with the conditions that hold on its norms.
[[nodiscard]] Weighed weigh(const Verdict& verdict, std::span<const Match> matches, const KindRules& rules);
/// The keys of a clause say what they mean: a condition that holds on them is enough.
[[nodiscard]] Weighed weigh_keys(std::span<const Match> matches, const KindRules& rules);

/// True where a condition that holds on the sentence is worth naming beside the rule that it came to.
[[nodiscard]] bool stands_beside(const Verdict& verdict, const Weighed& weighed, const Rule& rule, const KindRules& rules);

}  // namespace engagelint
