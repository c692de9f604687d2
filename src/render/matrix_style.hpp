// What the drawn grids share: colours that stay apart for colour-blind eyes, by lightness too, in light and in dark.
#pragma once

#include <string>
#include <string_view>

#include "permission/permission.hpp"

namespace engagelint::render {

/// Custom properties and one class an answer; SVG takes `fill`, HTML `background`.
extern const std::string_view palette;
/// "only after an approval or another step".
[[nodiscard]] std::string_view legend(Answer answer);
/// For text and attributes of HTML and SVG; control characters become blanks.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace engagelint::render
