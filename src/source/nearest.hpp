// nearest: the known word that was probably meant, for "did you mean `must-not`?".
#pragma once

#include <span>
#include <string_view>

namespace engagelint {

/// The known word nearest to `word`, or an empty view where none is near. Case, blanks, `_` and `-` weigh nothing;
/// two neighbours swapped are one slip. Of equally near words the first wins.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> known);

/// Number of slips between two words: letters added, left out, changed or swapped.
[[nodiscard]] std::size_t slips(std::string_view left, std::string_view right);

}  // namespace engagelint
