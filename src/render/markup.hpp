// What pictures and pages need: text that means no markup.
#pragma once

#include <string>
#include <string_view>

namespace engagelint::render {

/// For text and for attributes in quotes of either kind; what a terminal would not show is left out here too.
[[nodiscard]] std::string escaped(std::string_view text);

}  // namespace engagelint::render
