#include "engine/selection.hpp"

#include <algorithm>
#include <tuple>

namespace engagelint {
namespace {

bool names(const std::vector<std::string>& list, const Rule& rule) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& name) { return name == rule.info.id || name == rule.info.family; });
}

}  // namespace

Selection select_rules(const RuleSet& rules, const LintOptions& options) {
  Selection selection{.all = &rules,
                      .words = {},
                      .facts = fact_tables(),
                      .norm = {},
                      .clause = {},
                      .account = {},
                      .policy = {},
                      .kinds = {},
                      .unlearned = {},
                      .fixes = options.fixes};
  for (const Rule* rule : rules.rules) {
    if (!options.select.empty() && !names(options.select, *rule)) continue;
    if (names(options.ignore, *rule)) continue;
    switch (rule->scope) {
      case Scope::norm: selection.norm.push_back(rule); break;
      case Scope::clause: selection.clause.push_back(rule); break;
      case Scope::account: selection.account.push_back(rule); break;
      case Scope::policy: selection.policy.push_back(rule); break;
    }
  }
  for (auto* scope : {&selection.norm, &selection.clause, &selection.account, &selection.policy}) {
    std::sort(scope->begin(), scope->end(), [](const Rule* left, const Rule* right) {
      return std::tie(left->rank, left->info.id) < std::tie(right->rank, right->info.id);
    });
  }
  selection.kinds = kind_rules(selection.norm);
  for (const Rule* rule : selection.norm) {
    if (std::find(selection.kinds.begin(), selection.kinds.end(), rule) == selection.kinds.end())
      selection.unlearned.push_back(rule);
  }
  return selection;
}

}  // namespace engagelint
