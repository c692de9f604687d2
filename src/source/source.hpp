// source: the bytes of a file and every place in them.
// In: a path and its bytes. Out: spans, lines and columns, and the map from decoded prose back to bytes.
// Byte offsets are the only position stored anywhere; line and column are computed at the edge, in the unit the reader needs.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engagelint {

using Offset = std::uint32_t;

/// Half-open range of bytes [begin, end) in one SourceFile (or in one decoded text, where said so).
struct Span {
  Offset begin = 0;
  Offset end = 0;
  auto operator<=>(const Span&) const = default;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

/// 1-based line and column; the unit of the column is what the caller asked for.
struct LineColumn {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  auto operator<=>(const LineColumn&) const = default;
};

enum class ColumnUnit : std::uint8_t { byte, code_point, utf16 };

/// Owns the bytes of one file. Never copied; everything that points into it is outlived by it.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  [[nodiscard]] std::string_view path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::string_view text(Span span) const;
  /// A byte-order mark is not a column.
  [[nodiscard]] LineColumn locate(Offset offset, ColumnUnit unit) const;
  /// The bytes of a 1-based line without its line break; empty past the end.
  [[nodiscard]] Span line(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(line_starts_.size()); }

 private:
  std::string path_;
  std::string text_;
  std::vector<Offset> line_starts_;
};

/// Decoded scalar -> source bytes, as runs in rising order. Positions inside an escape or a fold map to the whole of it.
class TextMap {
 public:
  struct Run {
    Offset decoded = 0;
    Offset source = 0;
    std::uint32_t decoded_length = 0;
    std::uint32_t source_length = 0;
    bool copied = true;  ///< the bytes stand in the file as they are; false: an escape or a folded line break
  };
  TextMap() = default;
  explicit TextMap(Run only) : one_(only) {}
  explicit TextMap(std::vector<Run> runs);

  /// The bytes that a range of the decoded text came from.
  [[nodiscard]] Span to_source(Span decoded) const;
  /// True where those bytes stand unescaped and unfolded in the file.
  [[nodiscard]] bool verbatim(Span decoded) const;
  [[nodiscard]] std::span<const Run> runs() const;

 private:
  [[nodiscard]] std::size_t run_at(Offset decoded) const;

  Run one_;                ///< most texts are one run: no allocation
  std::vector<Run> many_;  ///< all runs, where there are several
};

enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

/// Every string read from YAML: what it says and where it stands.
struct Text {
  std::string value;
  Span span;  ///< the whole scalar in the file: quotes or block header included, anchor and tag not
  ScalarStyle style = ScalarStyle::plain;
  TextMap map;
  bool exact = true;  ///< false: the map fell back to the whole scalar

  [[nodiscard]] Span to_source(Span decoded) const { return exact ? map.to_source(decoded) : span; }
};

}  // namespace engagelint
