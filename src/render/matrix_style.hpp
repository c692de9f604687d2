// What the drawn grids share: colours that stay apart for colour-blind eyes, by lightness too, in light and in dark.
#pragma once

#include <string>
#include <string_view>

#include "permission/permission.hpp"
#include "render/markup.hpp"

namespace engagelint::render {

/// Custom properties and one class an answer; SVG takes `fill`, HTML `background`.
extern const std::string_view palette;
/// "only after an approval or another step".
[[nodiscard]] std::string_view legend(Answer answer);

}  // namespace engagelint::render
