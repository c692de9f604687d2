// scalar: decodes one scalar from the file's own bytes and keeps the way back.
// Trust but verify: what is decoded here is compared with the value that yaml-cpp read; where the two differ,
// the text keeps yaml-cpp's value and says that its map is not exact.
#pragma once

#include <optional>
#include <string_view>

#include "source/source.hpp"

namespace engagelint::yaml {

struct Scalar {
  Text text;
  bool unclosed = false;            ///< a quote that is never closed
  std::optional<Offset> first_tab;  ///< a tab that stands as indentation of a plain text's further line
};

/// `at`: first byte of the scalar, behind anchor and tag. `value`: as yaml-cpp read it; absent for a block text that it did not
/// see.
[[nodiscard]] Scalar decode_scalar(std::string_view source, Offset at, std::optional<std::string_view> value, ScalarStyle style);

/// Blanks, line breaks and comments from `at` on are passed over.
[[nodiscard]] Offset skip_gap(std::string_view source, Offset at);
/// Anchor and tag from `at` on are passed over, with the gaps between them and behind.
[[nodiscard]] Offset skip_properties(std::string_view source, Offset at);

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
inline bool is_break(char c) { return c == '\n' || c == '\r'; }
/// Past the end there is a line break.
inline char byte_at(std::string_view source, std::size_t at) { return at < source.size() ? source[at] : '\n'; }

}  // namespace engagelint::yaml
