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

struct Header {
  Offset at = 0;      ///< `|` or `>`
  Offset column = 0;  ///< of its key or dash: the text is indented deeper
};

bool is_key_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

Offset skip_blanks(std::string_view source, Offset at) {
  while (byte_at(source, at) == ' ') ++at;
  return at;
}

/// `- text: >-` and nothing behind it.
std::optional<Header> header_of(std::string_view source, const Line& line) {
  // Most lines of a file end in a word.
  Offset back = line.end;
  if (back > line.text && (source[back - 1] == '-' || source[back - 1] == '+')) --back;
  if (back <= line.text || (source[back - 1] != '|' && source[back - 1] != '>')) return std::nullopt;
  Header header{back - 1, 0};
  Offset at = line.text;
  bool owned = false;
  while (source[at] == '-' && byte_at(source, at + 1) == ' ') {
    header.column = at - line.begin;
    owned = true;
    at = skip_blanks(source, at + 1);
  }
  if (at < header.at) {
    const Offset key = at;
    while (is_key_byte(source[at])) ++at;
    if (at == key || source[at] != ':' || byte_at(source, at + 1) != ' ') return std::nullopt;
    header.column = key - line.begin;
    owned = true;
    at = skip_blanks(source, at + 1);
  }
  return owned && at == header.at ? std::optional(header) : std::nullopt;
}

struct Body {
  Offset text = 0;  ///< first byte of the first line's text
  Offset end = 0;   ///< behind the last line with text
};

/// The lines of a text that are all indented alike or deeper, from the line below its header on.
std::optional<Body> body_of(std::string_view source, const Header& header, Offset at) {
  const Line first = read_line(source, at);
  const Offset indent = first.column();
  if (first.empty() || indent <= header.column || source[first.text] == '\t') return std::nullopt;
  Body body{first.text, first.end};
  for (at = first.next; at < source.size();) {
    const Line line = read_line(source, at);
    if (line.empty()) {
      if (line.column() > indent) return std::nullopt;
    } else if (line.column() >= indent) {
      body.end = line.end;
    } else if (line.column() > header.column || source[line.text] == '\t') {
      return std::nullopt;  // no YAML: the library says what is wrong
    } else {
      break;
    }
    at = line.next;
  }
  return body;
}

}  // namespace

Outline read_outline(std::string_view source) {
  Outline out;
  Offset copied = 0;
  for (Offset at = 0; at < source.size();) {
    const Line line = read_line(source, at);
    at = line.next;
    const std::optional<Header> header = header_of(source, line);
    if (!header) continue;
    const std::optional<Body> body = body_of(source, *header, line.next);
    if (!body) continue;
    if (out.text.empty()) out.text.reserve(source.size() / 2);
    out.text.append(source.substr(copied, body->text - copied)).push_back('x');
    out.cuts.push_back({header->at, static_cast<Offset>(out.text.size()), body->end});
    at = copied = body->end;
    if (at < source.size()) at = read_line(source, at).next;
  }
  if (!out.cuts.empty()) out.text.append(source.substr(copied));
  return out;
}

Offset place_in_file(const std::vector<Cut>& cuts, Offset outline) {
  const auto behind =
      std::upper_bound(cuts.begin(), cuts.end(), outline, [](Offset at, const Cut& cut) { return at < cut.outline; });
  if (behind == cuts.begin()) return outline;
  const Cut& cut = *std::prev(behind);
  return cut.file + (outline - cut.outline);
}

}  // namespace engagelint::yaml
