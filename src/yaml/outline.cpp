#include "yaml/outline.hpp"

#include <algorithm>
#include <optional>

#include "yaml/scalar.hpp"

namespace engagelint::yaml {

namespace {

struct Line {
  Offset begin = 0;
  Offset text = 0;  ///< first byte that is no blank
  Offset end = 0;   ///< at the line break or the end of the file
  Offset next = 0;
  [[nodiscard]] Offset column() const { return text - begin; }
  [[nodiscard]] bool empty() const { return text == end; }
};

Line read_line(std::string_view source, Offset at) {
  Line line{at, at, at, at};
  while (line.text < source.size() && source[line.text] == ' ') ++line.text;
  const std::size_t found = source.find('\n', line.text);
  line.end = static_cast<Offset>(std::min(found, source.size()));
  line.next = found == std::string_view::npos ? line.end : line.end + 1;
  if (line.next > line.end && line.end > line.text && source[line.end - 1] == '\r') --line.end;
  return line;
}

/// What stands on a line: dashes, a key, and where the value begins.
struct Shape {
  Offset column = 0;  ///< of the key or the last dash: what belongs to it is indented deeper
  Offset key = 0;
  Offset key_end = 0;  ///< `key` where there is none
  Offset value = 0;    ///< the end of the line where there is none
  bool owned = false;  ///< a key or a dash stands before the value
  int dashes = 0;
};

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool is_key_byte(char c) { return is_alphanumeric(c) || c == '-' || c == '_'; }

Offset skip_blanks(std::string_view source, Offset at) {
  while (byte_at(source, at) == ' ') ++at;
  return at;
}

Shape shape_of(std::string_view source, const Line& line) {
  Shape shape;
  Offset at = line.text;
  while (at < line.end && source[at] == '-' && byte_at(source, at + 1) == ' ') {
    shape.column = at - line.begin;
    shape.owned = true;
    ++shape.dashes;
    at = std::min(skip_blanks(source, at + 1), line.end);
  }
  shape.key = shape.key_end = shape.value = at;
  while (at < line.end && is_key_byte(source[at])) ++at;
  const bool colon = at < line.end && source[at] == ':' && (at + 1 == line.end || source[at + 1] == ' ');
  constexpr Offset longest = 100;  // the library takes no key of more than a thousand
  if (!colon || at == shape.key || at - shape.key > longest) return shape;
  shape.column = shape.key - line.begin;
  shape.owned = true;
  shape.key_end = at;
  shape.value = std::min(skip_blanks(source, at + 1), line.end);
  return shape;
}

std::optional<Offset> plain_end(std::string_view source, Offset at, Offset end) {
  const auto words = plain_words(source, at, end);
  return words && words->begin == at ? std::optional(words->end) : std::nullopt;
}

/// Plain words in brackets with commas between them. Returns their end, or nothing.
std::optional<Offset> list_end(std::string_view source, Offset at, Offset end) {
  while (end > at && source[end - 1] == ' ') --end;
  if (end - at < 2 || source[end - 1] != ']') return std::nullopt;
  // Within brackets a question mark may be one of YAML's.
  if (source.substr(at, end - at).find('?') != std::string_view::npos) return std::nullopt;
  for (Offset word = at + 1; word < end;) {
    const auto comma = static_cast<Offset>(std::min<std::size_t>(source.find(',', word), end - 1));
    if (!plain_words(source, word, comma)) return std::nullopt;
    word = comma + 1;
  }
  return end;
}

/// A text in double quotes that stands for itself. Returns its end, or nothing.
std::optional<Offset> quoted_end(std::string_view source, Offset at, Offset end) {
  while (end > at && source[end - 1] == ' ') --end;
  if (end - at < 2 || source[at] != '"' || source[end - 1] != '"') return std::nullopt;
  for (const char c : source.substr(at + 1, end - at - 2)) {
    if (c == '"' || c == '\\' || (c >= '\0' && c < ' ')) return std::nullopt;
  }
  return end;
}

std::pair<CutKind, std::optional<Offset>> value_end(std::string_view source, Offset at, Offset end) {
  switch (byte_at(source, at)) {
    case '"': return {CutKind::quoted, quoted_end(source, at, end)};
    case '[': return {CutKind::list, list_end(source, at, end)};
    default: return {CutKind::plain, plain_end(source, at, end)};
  }
}

/// True where the next line with text is indented no deeper than that, so that a plain text does not go on there.
bool ends_before(std::string_view source, Offset at, Offset column) {
  while (at < source.size()) {
    const Line line = read_line(source, at);
    if (!line.empty()) return line.column() <= column && source[line.text] != '\t';
    at = line.next;
  }
  return true;
}

/// `|` or `>`, a chomping sign or none, and nothing behind it.
bool is_block_header(std::string_view source, Offset at, Offset end) {
  if (at == end || (source[at] != '|' && source[at] != '>')) return false;
  return at + 1 == end || (at + 2 == end && (source[at + 1] == '-' || source[at + 1] == '+'));
}

struct Body {
  Offset text = 0;  ///< first byte of the first line's text
  Offset end = 0;   ///< behind the last line with text
};

/// The lines of a text that are all indented alike or deeper, from the line below its header on.
std::optional<Body> body_of(std::string_view source, Offset column, Offset at) {
  const Line first = read_line(source, at);
  const Offset indent = first.column();
  if (first.empty() || indent <= column || source[first.text] == '\t') return std::nullopt;
  Body body{first.text, first.end};
  for (at = first.next; at < source.size();) {
    const Line line = read_line(source, at);
    if (line.empty()) {
      if (line.column() > indent) return std::nullopt;
    } else if (line.column() >= indent) {
      body.end = line.end;
    } else if (line.column() > column || source[line.text] == '\t') {
      return std::nullopt;  // no YAML: the library says what is wrong
    } else {
      break;
    }
    at = line.next;
  }
  return body;
}

class Writer {
 public:
  explicit Writer(std::string_view source) : source_(source) { out_.text.reserve(source.size() / 2); }

  /// Returns where to go on: behind a block text, where there is one.
  Offset line(const Line& line) {
    if (line.empty()) return line.next;
    const Shape shape = shape_of(source_, line);
    const auto key = plain_end(source_, shape.key, shape.key_end);
    const Words words = shape.owned ? words_of(shape, line) : Words{0, 0, line.next, CutKind::plain};
    const bool pair = key && words.end != 0;
    const bool same = pair && shape.column == column_;
    const bool entry = same && shape.dashes == 1 && line.column() == dash_;
    const bool follows = entry || (same && shape.dashes == 0);
    // Nothing of such a line is left, so that the library need not pass its line break over either.
    if (key) cut({shape.key, 0, *key, CutKind::plain, follows, entry}, follows ? break_before(line.begin) : shape.key);
    if (words.end != 0) cut({shape.value, 0, words.end, words.kind, follows, false}, follows ? *key : words.begin);
    if (!follows) dash_ = shape.dashes == 1 ? line.column() : none;
    column_ = pair ? shape.column : none;
    return words.next;
  }

  Outline finish() && {
    if (!out_.cuts.empty()) out_.text.append(source_.substr(copied_));
    return std::move(out_);
  }

 private:
  static constexpr Offset none = ~Offset{0};

  /// What stands behind a key or dash and can be left out.
  struct Words {
    Offset begin = 0;
    Offset end = 0;   ///< 0: it cannot
    Offset next = 0;  ///< the line to go on at
    CutKind kind = CutKind::plain;
  };

  Words words_of(const Shape& shape, const Line& line) const {
    if (is_block_header(source_, shape.value, line.end)) {
      const std::optional<Body> body = body_of(source_, shape.column, line.next);
      if (!body) return {0, 0, line.next, CutKind::block};
      return {body->text, body->end, body->end < source_.size() ? read_line(source_, body->end).next : body->end, CutKind::block};
    }
    const auto [kind, end] = value_end(source_, shape.value, line.end);
    if (!end || !ends_before(source_, line.next, shape.column)) return {0, 0, line.next, kind};
    return {shape.value, *end, line.next, kind};
  }

  Offset break_before(Offset line) const { return line - (line > 1 && source_[line - 2] == '\r' ? 2 : 1); }

  /// One letter stands for the bytes from `at` to the cut's end, or nothing. Its header is where the library will say that they
  /// begin.
  void cut(Cut cut, Offset at) {
    out_.text.append(source_.substr(copied_, at - copied_));
    if (!cut.follows) out_.text.push_back(Outline::letter);
    cut.outline = static_cast<Offset>(out_.text.size());
    out_.cuts.push_back(cut);
    copied_ = cut.file;
  }

  std::string_view source_;
  Outline out_;
  Offset copied_ = 0;
  Offset column_ = none;  ///< of the key before, where key and text were left out
  Offset dash_ = none;    ///< of the one dash before the first key of its mapping
};

}  // namespace

std::optional<Span> plain_words(std::string_view source, Offset at, Offset end) {
  at = std::min(skip_blanks(source, at), end);
  while (end > at && source[end - 1] == ' ') --end;
  if (at == end || !is_alphanumeric(source[at])) return std::nullopt;
  const std::string_view words = source.substr(at, end - at);
  for (const char c : words) {
    if (c == ':' || c == '#' || c == ',' || c == '[' || c == ']' || c == '{' || c == '}' || (c >= '\0' && c < ' '))
      return std::nullopt;
  }
  if (words == "null" || words == "Null" || words == "NULL") return std::nullopt;
  return Span{at, end};
}

Outline read_outline(std::string_view source) {
  Writer writer(source);
  for (Offset at = 0; at < source.size();) at = writer.line(read_line(source, at));
  return std::move(writer).finish();
}

Offset place_in_file(const std::vector<Cut>& cuts, Offset outline) {
  const auto behind =
      std::upper_bound(cuts.begin(), cuts.end(), outline, [](Offset at, const Cut& cut) { return at < cut.outline; });
  if (behind == cuts.begin()) return outline;
  const Cut& cut = *std::prev(behind);
  return cut.file + (outline - cut.outline);
}

}  // namespace engagelint::yaml
