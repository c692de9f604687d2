// utf8: is this text, and what are its characters. Overlong forms, surrogates and values past U+10FFFF are refused.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "source/source.hpp"

namespace engagelint {

/// The first bytes that are not UTF-8: the longest broken prefix of a character, at least one byte.
[[nodiscard]] std::optional<Span> first_bad_utf8(std::string_view bytes);

/// 3 where the text begins with a UTF-8 byte-order mark, else 0.
[[nodiscard]] std::size_t bom_length(std::string_view bytes);

/// Appends one code point.
void append_utf8(std::string& to, char32_t code_point);

/// Bytes of the character that begins here: 1 to 4; 1 for a byte that begins none.
[[nodiscard]] std::size_t character_length(std::string_view bytes, std::size_t at);

}  // namespace engagelint
