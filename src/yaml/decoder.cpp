#include "yaml/decoder.hpp"

#include <algorithm>
#include <optional>

#include "source/utf8.hpp"
#include "yaml/scalar.hpp"

namespace engagelint::yaml {

void Decoded::copy(Offset from, Offset to) {
  if (from >= to) return;
  const auto length = to - from;
  const auto decoded = static_cast<Offset>(value_.size());
  value_.append(source_.substr(from, length));
  if (!runs_.empty()) {
    TextMap::Run& last = runs_.back();
    if (last.copied && last.source + last.source_length == from && last.decoded + last.decoded_length == decoded) {
      last.decoded_length += length;
      last.source_length += length;
      return;
    }
  }
  runs_.push_back({decoded, from, length, length, true});
}

void Decoded::put(std::string_view decoded, Offset from, Offset to) {
  if (decoded.empty()) return;
  runs_.push_back({static_cast<Offset>(value_.size()), from, static_cast<std::uint32_t>(decoded.size()), to - from, false});
  value_.append(decoded);
}

void Decoded::cut(std::size_t length) {
  if (length >= value_.size()) return;
  value_.resize(length);
  while (!runs_.empty() && runs_.back().decoded >= length) runs_.pop_back();
  if (runs_.empty()) return;
  TextMap::Run& last = runs_.back();
  const auto kept = static_cast<std::uint32_t>(length) - last.decoded;
  if (kept >= last.decoded_length) return;
  if (last.copied) last.source_length = kept;
  last.decoded_length = kept;
}

Text Decoded::to_text(Span span, ScalarStyle style) && {
  Text text;
  text.value = std::move(value_);
  text.span = span;
  text.style = style;
  // An empty text still has a place: behind its quote or header.
  if (runs_.empty()) {
    const Offset quote = style == ScalarStyle::single_quoted || style == ScalarStyle::double_quoted ? 1 : 0;
    runs_.push_back({0, quote == 1 ? span.begin + 1 : span.end, 0, 0, true});
  }
  text.map = runs_.size() == 1 ? TextMap(runs_.front()) : TextMap(std::move(runs_));
  return text;
}

Offset break_length(std::string_view source, Offset at) {
  if (at >= source.size()) return 0;
  if (source[at] == '\n') return 1;
  return source[at] == '\r' && at + 1 < source.size() && source[at + 1] == '\n' ? 2 : 0;
}

namespace {

/// Line breaks of a flow scalar with the blanks around them, from the first break on.
struct Fold {
  Offset end = 0;  ///< first byte of the next line's text
  std::uint32_t breaks = 0;
};

Fold read_fold(std::string_view source, Offset at) {
  Fold fold{at, 0};
  while (const Offset length = break_length(source, fold.end)) {
    fold.end += length;
    ++fold.breaks;
    while (fold.end < source.size() && is_blank(source[fold.end])) ++fold.end;
  }
  return fold;
}

std::string folded(const Fold& fold) { return fold.breaks == 1 ? " " : std::string(fold.breaks - 1, '\n'); }

/// The end of the line's text from `at`: its break, or the end of the file.
Offset find_break(std::string_view source, Offset at) {
  const std::size_t found = source.find('\n', at);
  if (found == std::string_view::npos) return static_cast<Offset>(source.size());
  const auto end = static_cast<Offset>(found);
  return end > at && source[end - 1] == '\r' ? end - 1 : end;
}

Offset trim_back(std::string_view source, Offset from, Offset end) {
  while (end > from && is_blank(source[end - 1])) --end;
  return end;
}

std::optional<char32_t> read_hex(std::string_view source, Offset at, Offset digits) {
  char32_t value = 0;
  for (Offset i = 0; i < digits; ++i) {
    const char c = byte_at(source, at + i);
    char32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = static_cast<char32_t>(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = static_cast<char32_t>(c - 'a' + 10);
    } else if (c >= 'A' && c <= 'F') {
      digit = static_cast<char32_t>(c - 'A' + 10);
    } else {
      return std::nullopt;
    }
    value = value * 16 + digit;
  }
  return value;
}

char32_t simple_escape(char c) {
  switch (c) {
    case '0': return 0;
    case 'a': return 7;
    case 'b': return 8;
    case 't':
    case '\t': return 9;
    case 'n': return 10;
    case 'v': return 11;
    case 'f': return 12;
    case 'r': return 13;
    case 'e': return 27;
    case 'N': return 0x85;
    case '_': return 0xA0;
    case 'L': return 0x2028;
    case 'P': return 0x2029;
    default: return static_cast<unsigned char>(c);
  }
}

/// An escape at its backslash; returns the byte behind it, or nothing where it is none.
std::optional<Offset> read_escape(std::string_view source, Offset at, bool as_yaml_cpp, Decoded& out) {
  const char c = byte_at(source, at + 1);
  const Offset digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  std::string decoded;
  if (digits > 0) {
    const std::optional<char32_t> value = read_hex(source, at + 2, digits);
    if (!value) return std::nullopt;
    append_utf8(decoded, *value);
  } else if (as_yaml_cpp && (c == 'N' || c == '_')) {
    decoded.push_back(c == 'N' ? '\x85' : '\xA0');
  } else {
    append_utf8(decoded, simple_escape(c));
  }
  out.put(decoded, at, at + 2 + digits);
  return at + 2 + digits;
}

constexpr std::size_t no_escape = std::string::npos;

/// yaml-cpp 0.7 keeps one line break at the end of a quoted text, or two behind an escape; the specification keeps all.
void clip_end(Decoded& out, std::size_t escape_end) {
  std::size_t last = out.value().find_last_not_of('\n');
  if (escape_end != no_escape && (last == std::string::npos || last < escape_end)) last = escape_end;
  out.cut(last == std::string::npos ? 0 : last + 2);
}

}  // namespace

bool decode_plain(std::string_view source, Offset at, std::string_view value, Decoded& out, Offset& end) {
  while (true) {
    const std::string_view rest = value.substr(out.value().size());
    const Offset line_end = trim_back(source, at, find_break(source, at));
    const std::string_view line = source.substr(at, line_end - at);
    if (rest.size() <= line.size()) {
      if (line.substr(0, rest.size()) != rest) return false;
      end = at + static_cast<Offset>(rest.size());
      out.copy(at, end);
      return true;
    }
    if (rest.substr(0, line.size()) != line) return false;
    out.copy(at, line_end);
    Offset next = line_end;
    while (next < source.size() && is_blank(source[next])) ++next;
    const Fold fold = read_fold(source, next);
    if (fold.breaks == 0) return false;
    const std::string between = folded(fold);
    if (!value.substr(out.value().size()).starts_with(between)) return false;
    out.put(between, line_end, fold.end);
    at = fold.end;
  }
}

bool decode_single(std::string_view source, Offset at, Decoded& out, Offset& end) {
  std::size_t escape_end = no_escape;
  ++at;
  while (at < source.size()) {
    const std::size_t found = source.find_first_of("'\n", at);
    if (found == std::string_view::npos) return false;
    const auto stop = static_cast<Offset>(found);
    if (source[stop] == '\'') {
      out.copy(at, stop);
      if (byte_at(source, stop + 1) != '\'') {
        end = stop + 1;
        clip_end(out, escape_end);
        return true;
      }
      out.put("'", stop, stop + 2);
      escape_end = out.value().size();
      at = stop + 2;
      continue;
    }
    const Offset line_end = trim_back(source, at, find_break(source, at));
    out.copy(at, line_end);
    const Fold fold = read_fold(source, find_break(source, at));
    out.put(folded(fold), line_end, fold.end);
    at = fold.end;
  }
  return false;
}

bool decode_double(std::string_view source, Offset at, bool as_yaml_cpp, Decoded& out, Offset& end) {
  std::size_t escape_end = no_escape;
  ++at;
  while (at < source.size()) {
    const std::size_t found = source.find_first_of("\"\\\n", at);
    if (found == std::string_view::npos) return false;
    const auto stop = static_cast<Offset>(found);
    if (source[stop] == '"') {
      out.copy(at, stop);
      end = stop + 1;
      clip_end(out, escape_end);
      return true;
    }
    if (source[stop] == '\\' && break_length(source, stop + 1) == 0) {
      out.copy(at, stop);
      const std::optional<Offset> behind = read_escape(source, stop, as_yaml_cpp, out);
      if (!behind) return false;
      at = *behind;
      escape_end = out.value().size();
      continue;
    }
    const bool escaped = source[stop] == '\\';
    const Offset line_end = escaped ? stop : trim_back(source, at, find_break(source, at));
    out.copy(at, line_end);
    if (escaped) escape_end = out.value().size();
    const Fold fold = read_fold(source, escaped ? stop + 1 : find_break(source, at));
    // Behind an escaped break the line is joined without a blank; empty lines still count.
    out.put(escaped ? std::string(fold.breaks - 1, '\n') : folded(fold), line_end, fold.end);
    at = fold.end;
  }
  return false;
}

}  // namespace engagelint::yaml
