#include "render/layout.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "source/utf8.hpp"

namespace engagelint::render {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::size_t tab_stop = 4;

using Range = std::pair<char32_t, char32_t>;

template <std::size_t size>
bool within(const std::array<Range, size>& ranges, char32_t point) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range range) { return point >= range.first && point <= range.second; });
}

/// Marks that stand on the character before them, and characters without a width.
bool is_combining(char32_t point) {
  static constexpr std::array<Range, 10> ranges{{{0x0300, 0x036F},
                                                 {0x0483, 0x0489},
                                                 {0x0591, 0x05BD},
                                                 {0x0610, 0x061A},
                                                 {0x064B, 0x065F},
                                                 {0x1AB0, 0x1AFF},
                                                 {0x200B, 0x200D},
                                                 {0x20D0, 0x20FF},
                                                 {0xFE00, 0xFE0F},
                                                 {0xFE20, 0xFE2F}}};
  return within(ranges, point) || point == 0xFEFF || point == 0x00AD || (point >= 0x1F3FB && point <= 0x1F3FF);
}

bool is_wide(char32_t point) {
  static constexpr std::array<Range, 13> ranges{{{0x1100, 0x115F},
                                                 {0x2E80, 0x303E},
                                                 {0x3041, 0x33FF},
                                                 {0x3400, 0x4DBF},
                                                 {0x4E00, 0x9FFF},
                                                 {0xA000, 0xA4CF},
                                                 {0xAC00, 0xD7A3},
                                                 {0xF900, 0xFAFF},
                                                 {0xFE30, 0xFE6F},
                                                 {0xFF00, 0xFF60},
                                                 {0xFFE0, 0xFFE6},
                                                 {0x1F300, 0x1FAFF},
                                                 {0x20000, 0x3FFFD}}};
  return within(ranges, point);
}

/// Would move the cursor, colour the rest or turn the reading direction around.
bool is_unsafe(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069) || point == 0x2028 || point == 0x2029;
}

/// Almost all text: a byte is a character, a character is a cell.
bool is_plain(char c) { return c >= ' ' && c < '\x7F'; }
bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c); });
}

char32_t decode(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() == 1) return lead < 0x80 ? lead : 0x80;
  char32_t point = lead & (0xFFU >> (bytes.size() + 1));
  for (const char byte : bytes.substr(1)) point = (point << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  return point;
}

}  // namespace

std::vector<Glyph> glyphs(std::string_view line) {
  std::vector<Glyph> result;
  result.reserve(line.size());
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    Glyph glyph;
    glyph.bytes = line.substr(at, character_length(line, at));
    glyph.shown = glyph.bytes;
    glyph.column = column;
    const char32_t point = decode(glyph.bytes);
    if (point == '\t') {
      glyph.cells = tab_stop - column % tab_stop;
      glyph.shown = std::string_view("    ").substr(0, glyph.cells);
    } else if (is_unsafe(point)) {
      glyph.shown = replacement;
    } else if (is_combining(point)) {
      glyph.cells = 0;
    } else if (is_wide(point)) {
      glyph.cells = 2;
    }
    at += glyph.bytes.size();
    column += glyph.cells;
    result.push_back(glyph);
  }
  return result;
}

std::size_t cells(std::string_view text) {
  if (is_plain(text)) return text.size();
  const Glyph last = glyphs(text).back();
  return last.column + last.cells;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && is_plain(text[plain])) ++plain;
    result.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    const std::string_view bytes = text.substr(at, character_length(text, at));
    at += bytes.size();
    const char32_t point = decode(bytes);
    if (point == '\n' || point == '\t') {
      result += ' ';
    } else if (point != '\r') {
      result += is_unsafe(point) ? replacement : bytes;
    }
  }
  return result;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const std::string clean = printable(text);
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t begin = clean.find_first_not_of(' ', at);
    if (begin == std::string::npos) break;
    const std::size_t end = std::min(clean.find(' ', begin), clean.size());
    const std::string_view word = std::string_view(clean).substr(begin, end - begin);
    const std::size_t length = cells(word);
    if (used > 0 && used + 1 + length > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) {
      lines.back() += ' ';
      ++used;
    }
    lines.back() += word;
    used += length;
    at = end;
  }
  return lines;
}

std::string hang(std::string_view lead, std::string_view text, std::size_t width) {
  constexpr std::size_t least = 24;
  const std::size_t indent = cells(lead);
  std::string result;
  for (const std::string& line : wrap(text, std::max(width, indent + least) - indent)) {
    result += result.empty() ? std::string(lead) : std::string(indent, ' ');
    result += line;
    result += '\n';
  }
  return result;
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  std::string result = std::to_string(number) + ' ';
  if (number == 1) return result.append(one);
  return many.empty() ? result.append(one) + 's' : result.append(many);
}

std::string Paint::operator()(Ink ink, std::string_view text) const {
  if (!on_ || ink == Ink::plain || text.empty()) return std::string(text);
  static constexpr std::array<std::string_view, 7> codes{"",           "\x1b[1m",    "\x1b[2m",   "\x1b[1;31m",
                                                         "\x1b[1;33m", "\x1b[1;36m", "\x1b[1;32m"};
  return std::string(codes[static_cast<std::size_t>(ink)]).append(text) + "\x1b[0m";
}

}  // namespace engagelint::render
