// Which rules a run asks, chosen once and shared by all files.
#pragma once

#include <vector>

#include "engine/engine.hpp"
#include "engine/facts.hpp"
#include "engine/vocabulary.hpp"
#include "engine/weigh.hpp"

namespace engagelint {

struct Selection {
  const RuleSet* all = nullptr;
  Vocabulary words;
  FactTables facts;
  std::vector<const Rule*> norm, clause, account, policy;  ///< in order of rank, then id
  KindRules kinds;
  std::vector<const Rule*> unlearned;  ///< those of norm that are not among kinds
  bool fixes = true;                   ///< as in LintOptions
};

[[nodiscard]] Selection select_rules(const RuleSet& rules, const LintOptions& options);

}  // namespace engagelint
