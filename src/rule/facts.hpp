// The names that conditions may use, by scope: type, allowed words, one line of explanation.
// src/engine fetches each by its name; docs/rule-format.md lists the same rows.
#pragma once

#include <span>

#include "expr/expr.hpp"
#include "rule/rule.hpp"

namespace engagelint {

/// A scope's own facts and, behind them, those of the policy.
[[nodiscard]] std::span<const expr::FactInfo> facts_of(Scope scope);

/// "norm", as in a rule's `scope`.
[[nodiscard]] std::string_view name_of(Scope scope);

}  // namespace engagelint
