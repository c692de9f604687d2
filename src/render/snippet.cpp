#include "render/snippet.hpp"

#include <algorithm>

namespace engagelint::render {
namespace {

/// The part of a mark on one line, in cells.
struct Stroke {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool primary = false;
  std::string_view words;  ///< only on the last line of its mark
};

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_left = false;
  bool cut_right = false;
};

constexpr std::size_t lines_shown = 4;

std::uint32_t line_of(const SourceFile& file, Offset offset) { return file.locate(offset, ColumnUnit::byte).line; }

/// The last line that holds a byte of the span; of an empty span, its own.
std::uint32_t last_line_of(const SourceFile& file, Span span) { return line_of(file, span.empty() ? span.begin : span.end - 1); }

/// Line numbers to show: of a long range the first ones and the last.
std::vector<std::uint32_t> lines_to_show(const SourceFile& file, const std::vector<Mark>& marks) {
  std::vector<std::uint32_t> numbers;
  for (const Mark& mark : marks) {
    const std::uint32_t first = line_of(file, mark.span.begin);
    const std::uint32_t last = last_line_of(file, mark.span);
    for (std::uint32_t number = first; number <= last; ++number) {
      if (number >= first + lines_shown - 1 && number < last) number = last;
      numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

/// Cells of the bytes [begin, end) of a line, without the blanks around them.
Stroke stroke_of(const std::vector<Glyph>& line, std::size_t begin, std::size_t end) {
  std::size_t at = 0;
  Stroke stroke;
  bool started = false;
  for (const Glyph& glyph : line) {
    const bool blank = glyph.bytes == " " || glyph.bytes == "\t";
    if (at >= begin && at < end && !blank) {
      if (!started) stroke.begin = glyph.column;
      started = true;
      stroke.end = glyph.column + glyph.cells;
    }
    at += glyph.bytes.size();
  }
  return stroke;
}

std::size_t width_of(const std::vector<Glyph>& line) { return line.empty() ? 0 : line.back().column + line.back().cells; }

/// A place without words: one caret, also behind the end of the line.
Stroke point_at(const std::vector<Glyph>& line, std::size_t byte) {
  std::size_t at = 0;
  for (const Glyph& glyph : line) {
    if (at >= byte) return {glyph.column, glyph.column + 1, false, {}};
    at += glyph.bytes.size();
  }
  return {width_of(line), width_of(line) + 1, false, {}};
}

/// A line of a megabyte is not taken apart for the hundred cells that are shown of it.
Span near_marks(const SourceFile& file, std::uint32_t number, const std::vector<Mark>& marks) {
  constexpr Offset most = 4096;
  constexpr Offset before = 512;
  Span line = file.line(number);
  if (line.end - line.begin <= most) return line;
  Offset first = line.end;
  for (const Mark& mark : marks) {
    if (mark.span.end > line.begin && mark.span.begin < line.end) first = std::min(first, std::max(mark.span.begin, line.begin));
  }
  const auto continues = [&](Offset at) { return (static_cast<unsigned char>(file.text()[at]) & 0xC0U) == 0x80U; };
  if (first - line.begin > before) line.begin = first - before;
  line.end = std::min(line.end, line.begin + most);
  while (line.begin < line.end && continues(line.begin)) ++line.begin;
  while (line.end > line.begin && line.end < file.text().size() && continues(line.end)) --line.end;
  return line;
}

std::vector<Stroke> strokes_on(const SourceFile& file, std::uint32_t number, Span range, const std::vector<Glyph>& line,
                               const std::vector<Mark>& marks) {
  std::vector<Stroke> strokes;
  for (const Mark& mark : marks) {
    const std::uint32_t last = last_line_of(file, mark.span);
    if (number < line_of(file, mark.span.begin) || number > last) continue;
    const std::size_t from = mark.span.begin > range.begin ? mark.span.begin - range.begin : 0;
    const std::size_t to = mark.span.end > range.begin ? mark.span.end - range.begin : 0;
    Stroke stroke = mark.span.empty() ? point_at(line, from) : stroke_of(line, from, to);
    if (stroke.begin == stroke.end) continue;
    stroke.primary = mark.primary;
    if (number == last) stroke.words = mark.words;
    strokes.push_back(stroke);
  }
  return strokes;
}

/// Which cells of a long line to show: from a little before the first stroke, the primary one before others.
Window window_of(std::size_t length, std::size_t room, const std::vector<Stroke>& strokes) {
  if (length <= room) return {0, length, false, false};
  std::size_t first = length;
  std::size_t last = 0;
  for (const Stroke& stroke : strokes) {
    first = std::min(first, stroke.begin);
    last = std::max(last, stroke.end);
  }
  if (last > first && last - first > room) {
    for (const Stroke& stroke : strokes) {
      if (stroke.primary) first = stroke.begin;
    }
  }
  constexpr std::size_t before = 12;
  Window window;
  window.begin = first > before && last + before > room ? first - before : 0;
  if (last - window.begin > room && last - first <= room) window.begin = last - room;
  window.end = std::min(length, window.begin + room);
  if (window.end == length) window.begin = length - room;
  window.cut_left = window.begin > 0;
  window.cut_right = window.end < length;
  return window;
}

std::string shown(const std::vector<Glyph>& line, const Window& window) {
  std::string result = window.cut_left ? "…" : "";
  std::size_t column = window.cut_left ? window.begin + 1 : window.begin;
  const std::size_t stop = window.cut_right ? window.end - 1 : window.end;
  for (const Glyph& glyph : line) {
    if (glyph.column < column || glyph.column + glyph.cells > stop) continue;
    result.append(glyph.column - column, ' ');  // a wide character cut in half
    result += glyph.shown;
    column = glyph.column + glyph.cells;
  }
  if (!window.cut_right) return result.erase(result.find_last_not_of(' ') + 1);
  result.append(stop - column, ' ');
  return result += "…";
}

/// Carets and dashes; a related place inside the primary one stays visible.
std::string underline(const std::vector<Stroke>& strokes, const Window& window, Ink ink, const Paint& paint) {
  std::size_t width = 0;
  for (const Stroke& stroke : strokes) width = std::max(width, stroke.end);
  std::string row(width, ' ');
  for (const bool primary : {true, false}) {
    for (const Stroke& stroke : strokes) {
      if (stroke.primary != primary) continue;
      std::fill(row.begin() + static_cast<std::ptrdiff_t>(stroke.begin), row.begin() + static_cast<std::ptrdiff_t>(stroke.end),
                primary ? '^' : '-');
    }
  }
  row = row.substr(std::min(window.begin, row.size()), window.end - window.begin + (window.cut_right ? 0 : 1));
  row.erase(row.find_last_not_of(' ') + 1);
  std::string painted;
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = std::min(row.find_first_not_of(row[at], at), row.size());
    const Ink here = row[at] == '^' ? ink : row[at] == '-' ? Ink::note : Ink::plain;
    painted += paint(here, std::string_view(row).substr(at, end - at));
    at = end;
  }
  return painted;
}

/// What the marks of a line have to say: the rightmost behind its underline, the others each below theirs.
std::string captions(std::vector<Stroke> strokes, const Window& window, const std::string& margin, std::size_t room,
                     const Paint& paint) {
  std::size_t rightmost = 0;
  for (const Stroke& stroke : strokes) rightmost = std::max(rightmost, stroke.end);
  std::stable_sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) { return a.end > b.end; });
  std::string result;
  bool behind = false;
  for (const Stroke& stroke : strokes) {
    if (stroke.words.empty() || stroke.begin < window.begin || stroke.begin >= window.end) continue;
    const std::string words = printable(stroke.words);
    const std::size_t shift = window.begin;
    if (!behind && result.empty() && stroke.end == rightmost && stroke.end - shift + 1 + cells(words) <= room) {
      result = ' ' + paint(Ink::note, words) + '\n';
      behind = true;
      continue;
    }
    if (result.empty()) result = "\n";
    const std::size_t begin = stroke.begin - shift;
    const std::size_t indent = begin + cells(words) <= room ? begin : room > cells(words) ? room - cells(words) : 0;
    result += margin + std::string(indent, ' ') + paint(Ink::note, words) + '\n';
  }
  return result.empty() ? "\n" : result;
}

}  // namespace

std::size_t gutter_of(const SourceFile& file, const std::vector<Mark>& marks) {
  std::uint32_t largest = 1;
  for (const Mark& mark : marks) largest = std::max(largest, last_line_of(file, mark.span));
  return std::max<std::size_t>(2, std::to_string(largest).size());
}

std::string snippet(const SourceFile& file, const std::vector<Mark>& marks, const SnippetOptions& options, const Paint& paint) {
  const std::string blank(options.gutter, ' ');
  const std::string margin = paint(Ink::faint, blank + " | ");
  const std::size_t room = std::max<std::size_t>(options.width, options.gutter + 33) - options.gutter - 3;
  std::string result = paint(Ink::faint, blank + " |") + '\n';
  std::uint32_t previous = 0;
  for (const std::uint32_t number : lines_to_show(file, marks)) {
    const Span range = near_marks(file, number, marks);
    const std::vector<Glyph> line = glyphs(file.text(range));
    const std::vector<Stroke> strokes = strokes_on(file, number, range, line, marks);
    if (previous != 0 && number > previous + 1) result += paint(Ink::faint, std::string(options.gutter, '.')) + '\n';
    previous = number;
    Window window = window_of(width_of(line), room, strokes);
    window.cut_left = window.cut_left || range.begin > file.line(number).begin;
    window.cut_right = window.cut_right || range.end < file.line(number).end;
    const std::string digits = std::to_string(number);
    result += paint(Ink::faint, std::string(options.gutter - std::min(options.gutter, digits.size()), ' ') + digits + " | ");
    result += shown(line, window);
    result += '\n';
    if (strokes.empty()) continue;
    result += margin + underline(strokes, window, options.ink, paint) + captions(strokes, window, margin, room, paint);
  }
  return result;
}

}  // namespace engagelint::render
