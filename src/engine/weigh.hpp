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

/// False where the sentence is so surely fair that no condition makes a finding of it: those need not be asked then.
[[nodiscard]] bool is_open(const Verdict& verdict);
/// Weighs what was learned of sentences like this one against the conditions that hold on its norms. `lenient`: all
/// that it says is what people may do, or it takes something out of a ban; that takes more to be a finding.
[[nodiscard]] Weighed weigh(const Verdict& verdict, bool lenient, std::span<const Match> matches, const KindRules& rules);
/// Of a sentence that has no norm to ask conditions of.
[[nodiscard]] Weighed weigh_words(const Verdict& verdict, const KindRules& rules);
/// The keys of a clause say what they mean: a condition that holds on them is enough.
[[nodiscard]] Weighed weigh_keys(std::span<const Match> matches, const KindRules& rules);

/// True where a condition that holds on the sentence is worth naming beside the rule that it came to.
[[nodiscard]] bool stands_beside(const Verdict& verdict, const Weighed& weighed, const Rule& rule, const KindRules& rules);

}  // namespace engagelint
