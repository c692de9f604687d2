// Checks of templates: `{name}`, `{name|fallback}`, `{{` for a brace.
#pragma once

#include <string_view>
#include <vector>

#include "expr/expr.hpp"

namespace engagelint {

/// Unknown names and braces that stay open, with their places in `text`.
[[nodiscard]] std::vector<expr::Problem> check_template(std::string_view text);

}  // namespace engagelint
