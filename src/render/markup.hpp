// What pictures and pages need: text that means no markup, and one set of colours for light and dark.
#pragma once

#include <string>
#include <string_view>

namespace engagelint::render {

/// For text and for attributes in quotes of either kind.
[[nodiscard]] std::string escaped(std::string_view text);

/// CSS variables for light and dark; colours that a colour-blind reader tells apart.
/// --page --ink --faint --line --card --person --team --generic --dead
[[nodiscard]] std::string_view palette();

}  // namespace engagelint::render
