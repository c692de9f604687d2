#include "yaml/scalar.hpp"

#include "yaml/decoder.hpp"

namespace engagelint::yaml {

namespace {

bool is_anchor_byte(char c) {
  return !is_blank(c) && !is_break(c) && std::string_view("[]{},").find(c) == std::string_view::npos;
}

Text inexact(std::string_view value, Span span, ScalarStyle style) {
  Text text;
  text.value = value;
  text.span = span;
  text.style = style;
  text.map = TextMap(TextMap::Run{0, span.begin, static_cast<std::uint32_t>(value.size()), span.end - span.begin, false});
  text.exact = false;
  return text;
}

/// Where a scalar ends that could not be followed: the end of its line, never further.
Offset end_of_line(std::string_view source, Offset at) {
  Offset end = at;
  while (end < source.size() && !is_break(source[end])) ++end;
  while (end > at && is_blank(source[end - 1])) --end;
  return end;
}

std::optional<Offset> find_tab(std::string_view source, const Text& text) {
  if (text.map.runs().size() < 2) return std::nullopt;
  for (const TextMap::Run& run : text.map.runs()) {
    if (run.copied) continue;
    const std::string_view gap = source.substr(run.source, run.source_length);
    const std::size_t line = gap.rfind('\n');
    const std::size_t tab = line == std::string_view::npos ? line : gap.find('\t', line);
    if (tab != std::string_view::npos) return run.source + static_cast<Offset>(tab);
  }
  return std::nullopt;
}

bool decode(std::string_view source, Offset at, std::string_view value, ScalarStyle style, Decoded& out, Offset& end,
            bool& closed) {
  switch (style) {
    case ScalarStyle::plain: return decode_plain(source, at, value, out, end);
    case ScalarStyle::single_quoted: closed = decode_single(source, at, out, end); break;
    case ScalarStyle::double_quoted: closed = decode_double(source, at, false, out, end); break;
    case ScalarStyle::literal:
    case ScalarStyle::folded: return decode_block(source, at, value, out, end);
  }
  if (!closed || out.value() == value) return closed;
  if (style != ScalarStyle::double_quoted) return false;
  Decoded again(source);
  Offset end_again = 0;
  return decode_double(source, at, true, again, end_again) && again.value() == value;
}

}  // namespace

Scalar decode_scalar(std::string_view source, Offset at, std::optional<std::string_view> read, ScalarStyle style) {
  Scalar scalar;
  if (!read) {
    Decoded out(source);
    const Offset end = decode_outlined_block(source, at, out);
    scalar.text = std::move(out).to_text({at, end}, style);
    return scalar;
  }
  const std::string_view value = *read;
  // Most stand for themselves. In quotes as well: an escape would leave another value or another byte behind it.
  const Offset quote = style == ScalarStyle::double_quoted ? 1 : 0;
  const auto length = static_cast<std::uint32_t>(value.size());
  if ((style == ScalarStyle::plain || (quote == 1 && byte_at(source, at + 1 + length) == '"')) &&
      source.substr(at + quote, length) == value) {
    scalar.text.value = value;
    scalar.text.span = {at, at + length + 2 * quote};
    scalar.text.map = TextMap(TextMap::Run{0, at + quote, length, length, true});
    scalar.text.style = style;
    return scalar;
  }
  Decoded out(source);
  Offset end = at;
  bool closed = true;
  if (decode(source, at, value, style, out, end, closed)) {
    scalar.text = std::move(out).to_text({at, end}, style);
    if (style == ScalarStyle::plain) scalar.first_tab = find_tab(source, scalar.text);
    return scalar;
  }
  scalar.unclosed = !closed;
  if (end <= at) end = closed ? end_of_line(source, at) : static_cast<Offset>(source.size());
  scalar.text = inexact(value, {at, end}, style);
  return scalar;
}

Offset skip_gap(std::string_view source, Offset at) {
  while (at < source.size()) {
    if (is_blank(source[at]) || is_break(source[at])) {
      ++at;
    } else if (source[at] == '#' && (at == 0 || is_blank(source[at - 1]) || is_break(source[at - 1]))) {
      while (at < source.size() && source[at] != '\n') ++at;
    } else {
      break;
    }
  }
  return at;
}

Offset skip_properties(std::string_view source, Offset at) {
  while (at < source.size() && (source[at] == '&' || source[at] == '!')) {
    if (source.substr(at, 2) == "!<") {
      while (at < source.size() && source[at] != '>' && !is_break(source[at])) ++at;
      ++at;
    } else {
      ++at;
      while (at < source.size() && is_anchor_byte(source[at])) ++at;
    }
    at = skip_gap(source, at);
  }
  return at;
}

}  // namespace engagelint::yaml
