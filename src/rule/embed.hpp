// Writes rules as C++ tables, for the build tool.
#pragma once

#include <string>

#include "rule/rule.hpp"

namespace engagelint {

/// The source of builtin_rules().
[[nodiscard]] std::string write_builtin(const RuleSet& rules);

}  // namespace engagelint
