#include "yaml/habits.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "yaml/scalar.hpp"

namespace engagelint::yaml {

namespace {

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_key_byte(char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; }

/// From a `#` to the end of its line, trailing blanks left out.
Span comment_at(std::string_view source, Offset at) {
  Offset end = at;
  while (end < source.size() && !is_break(source[end])) ++end;
  while (end > at && is_blank(source[end - 1])) --end;
  return {at, end};
}

/// A `#` behind blanks on this line, directly before a word: a person means the word, not a remark.
std::optional<Offset> hash_word(std::string_view source, Offset at) {
  const Offset from = at;
  while (is_blank(byte_at(source, at))) ++at;
  if (at == from || byte_at(source, at) != '#' || !is_word(byte_at(source, at + 1))) return std::nullopt;
  return at;
}

void note_unspaced_key(const Node& node, std::string_view key, Notes& notes) {
  const auto colon = node.span.begin + static_cast<Offset>(key.size());
  const std::string_view value = std::string_view(node.text.value).substr(key.size() + 1);
  notes.add(NoticeKind::bad_yaml, {node.span.begin, colon + 1}, "without a blank behind its colon this is one word, not a key",
            "write `" + shortened(key) + ": " + shortened(value, 30) + "`, or put the text in quotes");
}

}  // namespace

std::string_view unspaced_key(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_key_byte(text[length])) ++length;
  if (length < 2 || length + 1 >= text.size() || text[length] != ':') return {};
  const char next = text[length + 1];
  if (next == '/' || next == ':' || is_blank(next) || is_break(next)) return {};
  const std::string_view word = text.substr(0, length);
  constexpr std::array<std::string_view, 4> schemes{"mailto", "tel", "urn", "data"};
  return std::ranges::find(schemes, word) == schemes.end() ? word : std::string_view();
}

bool looks_like_entry(std::string_view line) {
  std::size_t at = line.find_first_not_of(" \t");
  while (at != std::string_view::npos && line.substr(at).starts_with("- ")) at = line.find_first_not_of(' ', at + 1);
  if (at == std::string_view::npos) return false;
  const std::size_t begin = at;
  while (at < line.size() && is_key_byte(line[at])) ++at;
  return at > begin + 1 && at < line.size() && line[at] == ':' && (at + 1 == line.size() || is_blank(line[at + 1]));
}

void note_commented_value(std::string_view source, Offset at, Notes& notes) {
  const std::optional<Offset> hash = hash_word(source, at);
  if (!hash) return;
  const Span comment = comment_at(source, *hash);
  notes.add(NoticeKind::bad_yaml, comment, "what follows `#` is a comment to YAML, so there is no value here",
            "put it in quotes: \"" + shortened(source.substr(comment.begin, comment.end - comment.begin)) + "\"");
}

void note_scalar(std::string_view source, const Node& node, bool alone, Notes& notes) {
  const Text& text = node.text;
  if (text.style == ScalarStyle::literal || text.style == ScalarStyle::folded) {
    if (text.value.find_first_not_of('\n') == std::string::npos) {
      notes.add(NoticeKind::bad_yaml, node.span, "no text follows " + quoted(source.substr(node.span.begin, 1)),
                "indent the lines of the text deeper than the key");
    }
    return;
  }
  if (text.style != ScalarStyle::plain) return;
  if (const std::optional<Offset> hash = hash_word(source, node.span.end)) {
    notes.add(NoticeKind::bad_yaml, comment_at(source, *hash), "what follows ` #` is a comment to YAML and not part of the text",
              "put the whole text in quotes; a comment has a blank behind its `#`");
  }
  if (!alone) return;
  if (const std::string_view key = unspaced_key(text.value); !key.empty()) {
    note_unspaced_key(node, key, notes);
  }
}

void note_tag(std::string_view source, Offset at, std::string_view tag, Notes& notes) {
  if (tag.size() < 2 || tag.front() != '!' || byte_at(source, at) == '&' || source.substr(at, 2) == "!!" ||
      source.substr(at, 2) == "!<")
    return;
  Offset end = at;
  while (end < source.size() && !is_blank(source[end]) && !is_break(source[end])) ++end;
  notes.add(NoticeKind::bad_yaml, {at, end}, quoted(source.substr(at, end - at)) + " is a tag to YAML and not part of the text",
            "put the whole text in quotes");
}

void note_missing_colon(const Node& line, Notes& notes) {
  const std::string_view key = line.kind == NodeKind::scalar ? unspaced_key(line.text.value) : std::string_view();
  if (key.empty()) {
    notes.add(NoticeKind::bad_yaml, line.place(), "this line has no colon and is no part of a text",
              "a key ends with a colon and a blank; a text that goes on is indented deeper than its key");
  } else {
    note_unspaced_key(line, key, notes);
  }
}

void note_duplicate_keys(const Node& mapping, Notes& notes) {
  constexpr std::size_t few = 12;
  std::unordered_set<std::string_view> seen;
  const std::size_t size = mapping.entries.size();
  for (std::size_t at = 0; at < size; ++at) {
    const Node& key = *mapping.entries[at].key;
    if (key.kind != NodeKind::scalar) continue;
    const auto same = [&key](const Entry& entry) {
      return entry.key->kind == NodeKind::scalar && entry.key->text.value == key.text.value;
    };
    const auto here = mapping.entries.begin() + static_cast<std::ptrdiff_t>(at);
    const bool twice = size <= few ? std::any_of(mapping.entries.begin(), here, same) : !seen.insert(key.text.value).second;
    if (twice) {
      notes.add(NoticeKind::bad_schema, key.place(), "the key " + quoted(key.text.value) + " stands here for the second time",
                "the first one is read; remove one of them");
    }
  }
}

}  // namespace engagelint::yaml
