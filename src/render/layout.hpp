// What every text output needs: what a character is worth on a terminal, wrapping, colour.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engagelint::render {

/// One character as it is shown: a tab is blanks, a control or broken byte is a replacement mark.
struct Glyph {
  std::string_view bytes;  ///< in the text it was taken from
  std::string_view shown;  ///< what to print, valid for ever or as long as the text
  std::size_t column = 0;  ///< cells before it
  std::size_t cells = 1;   ///< 0 for a combining mark
};

/// The characters of one line, tabs to every fourth cell.
[[nodiscard]] std::vector<Glyph> glyphs(std::string_view line);
/// Cells that a text takes on a terminal.
[[nodiscard]] std::size_t cells(std::string_view text);
/// One line that a terminal shows as it stands: no control characters, no invisible change of direction, no line breaks.
[[nodiscard]] std::string printable(std::string_view text);
/// Lines of at most `width` cells, broken at blanks; a longer word keeps a line of its own. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);
/// `lead` before the first line, as many blanks before the others; ends in a line break.
[[nodiscard]] std::string hang(std::string_view lead, std::string_view text, std::size_t width);
/// "1 finding", "2 findings".
[[nodiscard]] std::string count(std::size_t number, std::string_view one, std::string_view many = {});

enum class Ink : std::uint8_t { plain, strong, faint, error, warning, note, good };

/// Colour, or none at all.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  [[nodiscard]] std::string operator()(Ink ink, std::string_view text) const;

 private:
  bool on_;
};

}  // namespace engagelint::render
