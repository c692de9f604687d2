#include "yaml/break_off.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <array>
#include <optional>

#include "source/utf8.hpp"
#include "yaml/habits.hpp"
#include "yaml/scalar.hpp"

namespace engagelint::yaml {

namespace {

namespace said = YAML::ErrorMsg;

Offset line_begin(std::string_view source, Offset at) {
  while (at > 0 && source[at - 1] != '\n') --at;
  return at;
}

Offset line_end(std::string_view source, Offset at) {
  while (at < source.size() && !is_break(source[at])) ++at;
  return at;
}

Span rest_of_line(std::string_view source, Offset at) {
  Offset end = line_end(source, at);
  while (end > at && is_blank(source[end - 1])) --end;
  return {at, std::max(end, std::min(at + 1, static_cast<Offset>(source.size())))};
}

std::string_view line_at(std::string_view source, Offset at) {
  const Offset begin = line_begin(source, at);
  return source.substr(begin, line_end(source, at) - begin);
}

Span character_at(std::string_view source, Offset at) {
  const Offset end = std::min(at + static_cast<Offset>(character_length(source, at)), static_cast<Offset>(source.size()));
  return {at, std::max(at, end)};
}

/// A quoted text over several lines that swallowed entries: its quote was meant to close earlier.
std::optional<BreakOff> swallowing_quote(std::string_view source, Offset at, const TreeBuilder& tree) {
  const Node* last = tree.last_scalar();
  if (last == nullptr || (last->text.style != ScalarStyle::single_quoted && last->text.style != ScalarStyle::double_quoted))
    return {};
  const Span span = last->text.span;
  if (at < span.end || line_begin(source, at) > line_end(source, span.end) + 1) return {};
  for (Offset line = line_end(source, span.begin) + 1; line < span.end; line = line_end(source, line) + 1) {
    if (!looks_like_entry(source.substr(line, line_end(source, line) - line))) continue;
    return BreakOff{NoticeKind::bad_yaml,
                    {span.begin, span.begin + 1},
                    "the quote that opens here is closed only lines later",
                    "close it where the text ends; a text that begins with an apostrophe goes in double quotes"};
  }
  return {};
}

/// `"Staff" may answer`: the text goes on behind its closing quote.
std::optional<BreakOff> text_behind_quote(std::string_view source, Offset at, const TreeBuilder& tree) {
  const Node* last = tree.last_scalar();
  if (last == nullptr || (last->text.style != ScalarStyle::single_quoted && last->text.style != ScalarStyle::double_quoted))
    return {};
  Offset behind = last->text.span.end;
  while (is_blank(byte_at(source, behind))) ++behind;
  const bool goes_on =
      !is_break(byte_at(source, behind)) && std::string_view("#:,]}").find(source[behind]) == std::string_view::npos;
  if (!goes_on || at < last->text.span.end || at > line_end(source, behind)) return {};
  return BreakOff{NoticeKind::bad_yaml, rest_of_line(source, behind), "text goes on behind the closing quote",
                  "put the whole text in the other kind of quotes, or behind `>` on lines of its own"};
}

/// The quote that is still open: the first one behind what was understood.
Offset find_open_quote(std::string_view source, const TreeBuilder& tree, Offset at) {
  Offset place = tree.cursor();
  while (place < source.size()) {
    place = skip_properties(source, skip_gap(source, place));
    const char c = byte_at(source, place);
    if (c == '"' || c == '\'') return place;
    if (std::string_view("-?:,[]{}").find(c) == std::string_view::npos) break;
    ++place;
  }
  const std::size_t found = source.find_first_of("\"'", tree.cursor());
  return found == std::string_view::npos ? at : static_cast<Offset>(found);
}

BreakOff bad_start(std::string_view source, Offset at, const TreeBuilder& tree) {
  const char c = byte_at(source, at);
  const std::string_view text = source.substr(at, rest_of_line(source, at).end - at);
  const std::string_view word = text.substr(0, text.find_first_of(" \t,]}"));
  BreakOff off{NoticeKind::bad_yaml, {at, at + static_cast<Offset>(std::max<std::size_t>(1, word.size()))}, {}, {}};
  if (c == '@') {
    off.message = "a text without quotes cannot begin with `@`";
    off.hint = "put it in quotes: \"" + shortened(word) + "\"";
  } else if (c == '`' || c == '%') {
    off.message = "a text without quotes cannot begin with " + (c == '%' ? quoted("%") : std::string("a backtick"));
    off.hint = "put the whole text in quotes";
  } else if (tree.open_flow() != nullptr && (c == '?' || text.find('?') != std::string_view::npos)) {
    off.message = "`?` cannot stand in a text without quotes inside brackets";
    off.hint = "put the text in quotes";
  } else if (c == '\t') {
    off.span = {at, at + 1};
    off.message = "a tab stands where the line is indented";
    off.hint = "indent with blanks";
  } else {
    off.span = character_at(source, at);
    off.message = "a text without quotes cannot begin with " + quoted(source.substr(at, off.span.end - at));
    off.hint = "put the whole text in quotes";
  }
  return off;
}

/// Slips that make a line no entry at all, looked for where the library stumbled and on the line above.
std::optional<BreakOff> bad_line(std::string_view source, Offset at) {
  const Offset here = line_begin(source, at);
  const std::array<Offset, 2> lines{here, here == 0 ? here : line_begin(source, here - 1)};
  for (const Offset line : lines) {
    const std::string_view text = line_at(source, line);
    const std::size_t first = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t tab = text.substr(0, first).find('\t');
    if (tab != std::string_view::npos && first < text.size()) {
      const auto place = line + static_cast<Offset>(tab);
      return BreakOff{NoticeKind::bad_yaml, {place, place + 1}, "a tab stands where the line is indented", "indent with blanks"};
    }
    std::size_t word = first;
    while (text.substr(word).starts_with("- ")) word = std::min(text.find_first_not_of(' ', word + 1), text.size());
    const std::string_view key = unspaced_key(text.substr(word));
    if (key.empty()) continue;
    const auto begin = line + static_cast<Offset>(word);
    return BreakOff{NoticeKind::bad_yaml,
                    {begin, begin + static_cast<Offset>(key.size()) + 1},
                    "without a blank behind its colon this is one word, not a key",
                    "write " + quoted(std::string(key) + ": ")};
  }
  return {};
}

/// The line above is indented alike and no key: the library took both lines for one.
std::optional<BreakOff> line_without_colon(std::string_view source, Offset at) {
  const Offset here = line_begin(source, at);
  if (here == 0) return {};
  const Offset above = line_begin(source, here - 1);
  const std::string_view line = line_at(source, above);
  const std::size_t indent = line.find_first_not_of(" -");
  if (indent == std::string_view::npos || indent != line_at(source, here).find_first_not_of(" -") || looks_like_entry(line))
    return {};
  return BreakOff{NoticeKind::bad_yaml, rest_of_line(source, above + static_cast<Offset>(indent)),
                  "this line has no colon and is no part of a text",
                  "a key ends with a colon and a blank; a text that goes on is indented deeper than its key"};
}

BreakOff bad_colon(std::string_view source, Offset at) {
  if (std::optional<BreakOff> slip = bad_line(source, at)) return *slip;
  constexpr std::size_t longest_key = 1024;
  const std::string_view line = line_at(source, at);
  if (at - line_begin(source, at) > longest_key) {
    return {NoticeKind::bad_yaml, character_at(source, at), "a colon and a blank stand in a long text without quotes",
            "put the whole text in quotes, or behind `>` on lines of its own"};
  }
  if (looks_like_entry(line) && line.find(": ") == line.rfind(": ")) {
    if (std::optional<BreakOff> above = line_without_colon(source, at)) return *above;
    return {
        NoticeKind::bad_yaml,
        rest_of_line(source, line_begin(source, at) + static_cast<Offset>(std::min(line.find_first_not_of(' '), line.size()))),
        "this key does not line up with the entries around it", "indent it as its neighbours are; a list entry begins with `- `"};
  }
  return {NoticeKind::bad_yaml, character_at(source, at), "a colon and a blank stand in a text without quotes",
          "put the whole text in quotes, or behind `>` on lines of its own"};
}

BreakOff bad_entry(std::string_view source, Offset at, bool in_mapping) {
  if (std::optional<BreakOff> slip = bad_line(source, at)) return *slip;
  const std::string_view line = line_at(source, at);
  const Offset begin = line_begin(source, at) + static_cast<Offset>(std::min(line.find_first_not_of(' '), line.size()));
  const std::string_view text = source.substr(begin);
  if (in_mapping && (text.starts_with("- ") || text.starts_with("-\n"))) {
    return {NoticeKind::bad_yaml, rest_of_line(source, begin), "a list entry stands where a key is expected",
            "indent it like the other entries of its list, or give the list a key"};
  }
  if (!in_mapping && looks_like_entry(line)) {
    return {NoticeKind::bad_yaml, rest_of_line(source, begin), "a key stands where a list entry is expected",
            "begin it with `- `, or indent it under its entry"};
  }
  if (looks_like_entry(line)) {
    return {NoticeKind::bad_yaml, rest_of_line(source, begin), "this key does not line up with the entries around it",
            "indent it as its neighbours are; a list entry begins with `- `"};
  }
  return {NoticeKind::bad_yaml, rest_of_line(source, std::max(begin, std::min(at, line_end(source, begin)))),
          in_mapping ? "this line is no entry of the mapping above" : "this line is no entry of the list above",
          "a key ends with a colon and a blank; a text that goes on is indented deeper than its key"};
}

BreakOff unclosed_flow(const TreeBuilder& tree, Offset at, std::string_view source) {
  const Node* open = tree.open_flow();
  if (open == nullptr)
    return {NoticeKind::bad_yaml, rest_of_line(source, at), "a bracket or brace does not fit here", "put the text in quotes"};
  const Span span{open->span.begin, open->span.begin + 1};
  const bool list = open->kind == NodeKind::sequence;
  return {NoticeKind::bad_yaml, span, list ? "a bracket opens here and is not closed" : "a brace opens here and is not closed",
          list ? "close it with `]`; a text that begins with a bracket goes in quotes"
               : "close it with `}`; a text that begins with a brace goes in quotes"};
}

struct Plain {
  std::string_view said, message, hint;
};

/// What needs no look at the source.
const std::array<Plain, 19> plain_words{{
    {said::BLOCK_ENTRY, "a list cannot begin on the line of its key",
     "begin the list on the next line, or put the text in quotes"},
    {said::MAP_KEY, "a key cannot stand here", "check the indentation of this line and the one above"},
    {said::TAB_IN_INDENTATION, "a tab stands where the line is indented", "indent with blanks"},
    {said::CHAR_IN_BLOCK, "text stands on the line of `|` or `>`", "begin the text on the next line, or put it in quotes"},
    {said::ZERO_INDENT_IN_BLOCK, "a block text cannot be indented by 0", "leave the number out"},
    {said::DOC_IN_SCALAR, "a document mark stands inside a quoted text", "close the quote before it"},
    {said::UNKNOWN_ANCHOR, "this alias names nothing that was defined before it",
     "put the text in quotes if it only begins with `*`"},
    {said::ALIAS_NOT_FOUND, "a text without quotes cannot begin with `*`", "put the whole text in quotes"},
    {said::CHAR_IN_ALIAS, "a text without quotes cannot begin with `*`", "put the whole text in quotes"},
    {said::ALIAS_CONTENT, "an alias cannot have an anchor or a tag", "put the whole text in quotes"},
    {said::ANCHOR_NOT_FOUND, "a text without quotes cannot begin with `&`", "put the whole text in quotes"},
    {said::CHAR_IN_ANCHOR, "a text without quotes cannot begin with `&`", "put the whole text in quotes"},
    {said::MULTIPLE_TAGS, "a text without quotes cannot begin with `!`", "put the whole text in quotes"},
    {said::TAG_WITH_NO_SUFFIX, "a text without quotes cannot begin with `!`", "put the whole text in quotes"},
    {said::CHAR_IN_TAG_HANDLE, "a text without quotes cannot begin with `!`", "put the whole text in quotes"},
    {said::END_OF_VERBATIM_TAG, "a text without quotes cannot begin with `!`", "put the whole text in quotes"},
    {said::MULTIPLE_ANCHORS, "two anchors stand at one place", "keep one of them"},
    {said::FLOW_END, "a bracket or brace is closed that was never opened", "put the text in quotes"},
    {said::INVALID_HEX, "an escape lacks some of its hexadecimal digits", "write a backslash twice, or use single quotes"},
}};

BreakOff other(std::string_view words, Offset at, std::string_view source) {
  if (words == said::BLOCK_ENTRY || words == said::MAP_KEY) {
    if (std::optional<BreakOff> slip = bad_line(source, at)) return *slip;
  }
  for (const Plain& plain : plain_words) {
    if (words != plain.said) continue;
    // A tag is read to its end before it is found wanting; an anchor or alias to its sign.
    const std::size_t tag = at > 0 && plain.message.ends_with("`!`") ? source.rfind('!', at - 1) : std::string_view::npos;
    if (tag != std::string_view::npos && tag >= line_begin(source, at))
      at = static_cast<Offset>(source.find_last_of(" \t\n", tag) + 1);
    const bool behind_sign = at > 0 && (source[at - 1] == '*' || source[at - 1] == '&');
    return {NoticeKind::bad_yaml, rest_of_line(source, behind_sign ? at - 1 : at), std::string(plain.message),
            std::string(plain.hint)};
  }
  const std::size_t slash = at == 0 ? std::string_view::npos : source.rfind('\\', at - 1);
  const Span escape =
      slash == std::string_view::npos || at - slash > 10 ? rest_of_line(source, at) : Span{static_cast<Offset>(slash), at};
  if (words.starts_with(said::INVALID_ESCAPE)) {
    return {NoticeKind::bad_yaml, escape, "a backslash in double quotes begins an escape, and this is none",
            "write a backslash twice, or use single quotes"};
  }
  if (words.starts_with(said::INVALID_UNICODE)) {
    return {NoticeKind::bad_yaml, escape, "this escape names no character",
            "write the character itself, or \\U with eight digits"};
  }
  return {NoticeKind::bad_yaml, rest_of_line(source, at), "YAML cannot be read further: " + std::string(words),
          "check this line and the one above"};
}

}  // namespace

BreakOff explain(std::string_view words, Offset at, std::string_view source, const TreeBuilder& tree) {
  at = std::min(at, static_cast<Offset>(source.size()));
  if (words == said::BAD_FILE) {
    return {NoticeKind::limit, character_at(source, at), "this is nested too deeply",
            "a policy needs a few levels; is it the right file?"};
  }
  if (words == said::EOF_IN_SCALAR) {
    const Offset quote = find_open_quote(source, tree, at);
    return {NoticeKind::bad_yaml,
            {quote, std::min(quote + 1, static_cast<Offset>(source.size()))},
            "a quote opens here and is never closed",
            "close it; a text that begins with an apostrophe goes in double quotes"};
  }
  if (std::optional<BreakOff> quote = swallowing_quote(source, at, tree)) return *quote;
  if (std::optional<BreakOff> quote = text_behind_quote(source, at, tree)) return *quote;
  if (words == said::UNKNOWN_TOKEN) return bad_start(source, at, tree);
  if (words == said::MAP_VALUE) return bad_colon(source, at);
  if (words == said::END_OF_MAP || words == said::END_OF_SEQ) return bad_entry(source, at, words == said::END_OF_MAP);
  if (words == said::END_OF_MAP_FLOW || words == said::END_OF_SEQ_FLOW) return unclosed_flow(tree, at, source);
  return other(words, at, source);
}

}  // namespace engagelint::yaml
