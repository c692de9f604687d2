// outline: a file without its words, so that the YAML library sees only what gives the file its shape.
// Most of a policy stands in literal and folded texts, in keys and in plain words behind them, and all of these can be read from
// the file's own bytes. In the outline one letter stands for each of them. Only plain ones are left out: block texts with lines
// that are indented alike, and words on one line without a mark of YAML, or in double quotes and without an escape, or several of
// the plain ones in brackets. What looks like one and is none (a line of a quoted text, say) shows when the library passes it
// over, or reads more than the letter: then the file is read again as it stands. Where such a key and such a text follow on
// another pair of them in the same column, nothing at all stands for them: the next pair of that mapping they are in any case, if
// it is a block mapping that the library reads the first pair in. If a dash stands before them, and one stood in its column
// before the first pair of that mapping, they begin the next entry of its list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace engagelint::yaml {

enum class CutKind : std::uint8_t { plain, quoted, block, list };

struct Cut {
  Offset header = 0;   ///< in the file: the first letter of plain words; the quote or bracket; of a block text `|` or `>`
  Offset outline = 0;  ///< behind the letter that stands for the text
  Offset file = 0;     ///< behind the text
  CutKind kind = CutKind::plain;
  bool follows = false;  ///< nothing stands for it: it comes right behind the cut before
  bool entry = false;    ///< and is the first key of the list's next entry
};

struct Outline {
  static constexpr char letter = 'x';
  std::string text;
  std::vector<Cut> cuts;  ///< in order; where there are none, `text` is empty and the file stands for itself
};

[[nodiscard]] Outline read_outline(std::string_view source);
/// The plain words on one line from `at` on that end before `end`, or nothing: no mark of YAML in them, and not one of its words
/// for nothing.
[[nodiscard]] std::optional<Span> plain_words(std::string_view source, Offset at, Offset end);
/// The place in the file of a place in the outline.
[[nodiscard]] Offset place_in_file(const std::vector<Cut>& cuts, Offset outline);

}  // namespace engagelint::yaml
