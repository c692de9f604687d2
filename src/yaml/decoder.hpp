// decoder: where decoded text is gathered together with its runs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace engagelint::yaml {

class Decoded {
 public:
  explicit Decoded(std::string_view source) : source_(source) {}

  /// Bytes that stand in the file as they are.
  void copy(Offset from, Offset to);
  /// Bytes that the file spells otherwise: an escape or a folded line break.
  void put(std::string_view decoded, Offset from, Offset to);
  /// Shortens the text, as chomping does.
  void cut(std::size_t length);

  [[nodiscard]] const std::string& value() const { return value_; }
  [[nodiscard]] Text to_text(Span span, ScalarStyle style) &&;

 private:
  std::string_view source_;
  std::string value_;
  std::vector<TextMap::Run> runs_;
};

/// A line break of either kind at this place: its length, 0 where there is none.
[[nodiscard]] Offset break_length(std::string_view source, Offset at);

/// Decode one scalar each; return the byte behind it. The quoted ones return nothing where the quote is never closed.
[[nodiscard]] bool decode_plain(std::string_view source, Offset at, std::string_view value, Decoded& out, Offset& end);
[[nodiscard]] bool decode_single(std::string_view source, Offset at, Decoded& out, Offset& end);
/// `as_yaml_cpp`: spells \N and \_ as the single bytes that yaml-cpp 0.7 makes of them, to compare.
[[nodiscard]] bool decode_double(std::string_view source, Offset at, bool as_yaml_cpp, Decoded& out, Offset& end);
/// Compares with the value itself, since the indentation is found by it.
[[nodiscard]] bool decode_block(std::string_view source, Offset at, std::string_view value, Decoded& out, Offset& end);

/// A block text of the plain kind that an outline leaves out: with text in its first line and no digit in its header.
[[nodiscard]] Offset decode_outlined_block(std::string_view source, Offset at, Decoded& out);

}  // namespace engagelint::yaml
