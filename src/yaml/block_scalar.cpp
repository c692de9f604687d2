// Literal and folded texts, read line by line as yaml-cpp does, its departures from the specification included.
#include <algorithm>
#include <optional>
#include <string>

#include "yaml/decoder.hpp"
#include "yaml/scalar.hpp"

namespace engagelint::yaml {

namespace {

enum class Chomp : std::uint8_t { clip, strip, keep };

struct Header {
  bool fold = false;
  Chomp chomp = Chomp::clip;
  Offset digit = 0;  ///< 0: found by the first line
  Offset end = 0;    ///< at the line break
};

Header read_header(std::string_view source, Offset at) {
  Header header;
  header.fold = source[at] == '>';
  for (++at; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '+' || c == '-') {
      header.chomp = c == '+' ? Chomp::keep : Chomp::strip;
    } else if (c >= '1' && c <= '9') {
      header.digit = static_cast<Offset>(c - '0');
    } else {
      break;
    }
  }
  while (at < source.size() && break_length(source, at) == 0) ++at;
  header.end = at;
  return header;
}

struct Line {
  Offset begin = 0;
  Offset text = 0;  ///< first byte that is no blank
  Offset end = 0;   ///< at the line break or the end of the file
  [[nodiscard]] Offset column() const { return text - begin; }
};

Line read_line(std::string_view source, Offset at) {
  Line line{at, at, at};
  while (line.text < source.size() && source[line.text] == ' ') ++line.text;
  const std::size_t found = source.find('\n', line.text);
  line.end = static_cast<Offset>(found == std::string_view::npos ? source.size() : found);
  if (found != std::string_view::npos && line.end > line.text && source[line.end - 1] == '\r') --line.end;
  return line;
}

/// The column that the text is indented by: leading empty lines may raise it.
Offset detect_indent(std::string_view source, Offset at) {
  Offset indent = 0;
  while (at < source.size()) {
    const Line line = read_line(source, at);
    indent = std::max(indent, line.column());
    if (line.text < line.end) break;
    at = line.end + break_length(source, line.end);
    if (break_length(source, line.end) == 0) break;
  }
  return indent;
}

/// The column of the first text: empty lines do not count.
std::optional<Offset> text_column(std::string_view source, Offset at) {
  while (at < source.size()) {
    const Line line = read_line(source, at);
    if (line.text < line.end) return line.column();
    at = line.end + break_length(source, line.end);
  }
  return std::nullopt;
}

class BlockReader {
 public:
  BlockReader(std::string_view source, const Header& header, Offset indent, Decoded& out)
      : source_(source), header_(header), indent_(indent), out_(out) {}

  void read() {
    Offset at = header_.end;
    text_end_ = at;
    bool first = true;
    while (at < source_.size()) {
      const Offset broke = at;
      at += break_length(source_, at);
      const Offset line_begin = at;
      while (at < source_.size() && source_[at] == ' ' && at - line_begin < indent_) ++at;
      const bool next_empty = break_length(source_, at) > 0;
      const bool next_deeper = at < source_.size() && is_blank(source_[at]);
      if (header_.fold && folded_ == 0 && next_empty) started_deeper_ = deeper_;
      if (!first) line_break(broke, at, at - line_begin, next_empty, next_deeper);
      first = false;
      empty_ = next_empty;
      deeper_ = next_deeper;
      if (!empty_ && at - line_begin < indent_) break;
      const Offset end = read_line(source_, at).end;
      out_.copy(at, end);
      if (end > at) {
        seen_text_ = true;
        text_end_ = end;
      }
      at = end;
      if (break_length(source_, at) == 0) break;
    }
  }

  /// Behind the last byte of text, trailing line breaks left out.
  [[nodiscard]] Offset text_end() const { return text_end_; }

 private:
  void line_break(Offset broke, Offset next, Offset column, bool next_empty, bool next_deeper) {
    if (!header_.fold) {
      keep_break(broke);
      return;
    }
    if (folded_ == 0) fold_begin_ = broke;
    if (!empty_ && !next_empty && !deeper_ && !next_deeper && column >= indent_) {
      out_.put(" ", broke, next);
    } else if (next_empty) {
      ++folded_;
    } else if (folded_ == 0) {
      keep_break(broke);
    }
    if (!next_empty && folded_ > 0) {
      const std::uint32_t more = started_deeper_ || next_deeper || !seen_text_ ? 1 : 0;
      out_.put(std::string(folded_ + more, '\n'), fold_begin_, next);
      folded_ = 0;
    }
  }

  void keep_break(Offset broke) {
    if (source_[broke] == '\n') {
      out_.copy(broke, broke + 1);
    } else {
      out_.put("\n", broke, broke + 2);
    }
  }

  std::string_view source_;
  Header header_;
  Offset indent_;
  Decoded& out_;
  Offset text_end_ = 0, fold_begin_ = 0;
  std::uint32_t folded_ = 0;
  bool empty_ = false, deeper_ = false, started_deeper_ = false, seen_text_ = false;
};

void chomp(const Header& header, Decoded& out) {
  if (header.chomp == Chomp::keep) return;
  const std::size_t last = out.value().find_last_not_of('\n');
  const std::size_t text = last == std::string::npos ? 0 : last + 1;
  out.cut(header.chomp == Chomp::clip && text > 0 ? text + 1 : text);
}

bool read_with(std::string_view source, const Header& header, Offset indent, std::string_view value, Decoded& out, Offset& end) {
  Decoded attempt(source);
  BlockReader reader(source, header, indent, attempt);
  reader.read();
  chomp(header, attempt);
  if (attempt.value() != value) return false;
  end = reader.text_end();
  out = std::move(attempt);
  return true;
}

/// No line with text: the value is the empty lines that were kept, or nothing.
bool read_empty(std::string_view source, const Header& header, std::string_view value, Decoded& out, Offset& end) {
  end = header.end;
  Offset at = header.end;
  for (std::size_t kept = 0; kept <= value.size() && at < source.size(); ++kept) {
    at += break_length(source, at);
    at = read_line(source, at).text;
  }
  out.put(value, header.end, std::max(header.end, at));
  return true;
}

}  // namespace

bool decode_block(std::string_view source, Offset at, std::string_view value, Decoded& out, Offset& end) {
  const Header header = read_header(source, at);
  if (value.find_first_not_of('\n') == std::string_view::npos) return read_empty(source, header, value, out, end);
  const Offset found = detect_indent(source, header.end + break_length(source, header.end));
  if (header.digit == 0) return read_with(source, header, found, value, out, end);
  // The digit counts from the parent's indentation, which the value tells: the blanks that it kept are not indentation.
  const std::size_t text = value.find_first_not_of(" \n");
  if (text == std::string_view::npos) return false;
  const std::size_t line = value.rfind('\n', text);
  const std::size_t kept = text - (line == std::string_view::npos ? 0 : line + 1);
  const std::optional<Offset> column = text_column(source, header.end + break_length(source, header.end));
  return column && *column >= kept && read_with(source, header, *column - static_cast<Offset>(kept), value, out, end);
}

Offset decode_outlined_block(std::string_view source, Offset at, Decoded& out) {
  const Header header = read_header(source, at);
  BlockReader reader(source, header, detect_indent(source, header.end + break_length(source, header.end)), out);
  reader.read();
  chomp(header, out);
  return reader.text_end();
}

}  // namespace engagelint::yaml
