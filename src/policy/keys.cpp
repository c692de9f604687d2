#include "policy/keys.hpp"

#include <algorithm>
#include <array>

#include "source/nearest.hpp"

namespace engagelint {

namespace {

/// Where a missing value is shown: its key.
Span shown_place(const Entry& entry) { return entry.value->place().empty() ? entry.key->place() : entry.value->place(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

unsigned number(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

bool all_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

std::string_view value_hint(std::string_view value, Words allowed) {
  const std::string_view near = nearest(value, allowed);
  if (!near.empty()) return near;
  constexpr std::array<std::string_view, 2> yes{"yes", "on"}, no{"no", "off"};
  for (const std::string_view word : allowed) {
    if ((word == "true" || word == "on") && std::ranges::find(yes, value) != yes.end()) return word;
    if ((word == "false" || word == "off") && std::ranges::find(no, value) != no.end()) return word;
  }
  return {};
}

}  // namespace

std::string listed(Words words) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (at > 0) out += at + 1 == words.size() ? " or " : ", ";
    out += quoted(words[at]);
  }
  return out;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at != 4 && at != 7 && !is_digit(text[at])) return false;
  }
  const unsigned year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[month - 1] + (leap && month == 2 ? 1U : 0U);
}

std::optional<Text> text_of(const Node& node, const std::string& name, Notes& notes) {
  if (node.kind == NodeKind::scalar) {
    if (!all_blank(node.text.value)) return node.text;
    notes.add(NoticeKind::bad_schema, node.place(), name + " is empty", "write its text, or leave it out");
    return std::nullopt;
  }
  const bool list = node.kind == NodeKind::sequence;
  std::string hint = node.flow ? "a text that begins with a bracket or a brace goes in quotes" : "write one text";
  if (list && node.items.size() == 1 && !node.flow) hint = "leave the `- ` out";
  if (node.kind == NodeKind::null) {
    notes.add(NoticeKind::bad_schema, node.place(), name + " has no value", "write its text, or leave it out");
  } else {
    notes.add(NoticeKind::bad_schema, node.place(), name + " is one text, not a " + std::string(name_of(node.kind)), hint);
  }
  return std::nullopt;
}

std::optional<Text> text_with_colon(const Node& node, Notes& notes) {
  if (node.kind != NodeKind::mapping || node.flow || node.alias || node.entries.size() != 1) return std::nullopt;
  const Entry& only = node.entries.front();
  if (only.key->kind != NodeKind::scalar || only.value->kind != NodeKind::scalar || only.merged != nullptr || only.value->alias)
    return std::nullopt;
  const std::string_view words = notes.file().text(node.span);
  if (words.find('\n') != std::string_view::npos) return std::nullopt;
  notes.add(NoticeKind::bad_schema, node.span, "a colon and a blank make this a key and a value; it is read as one text",
            "put the whole text in quotes");
  Text text;
  text.value = words;
  text.span = node.span;
  const auto length = static_cast<std::uint32_t>(words.size());
  text.map = TextMap(TextMap::Run{0, node.span.begin, length, length, true});
  return text;
}

void Keys::check(Words known) const {
  for (const Entry& entry : mapping_.entries) {
    if (entry.merged != nullptr) continue;
    if (entry.key->kind != NodeKind::scalar) {
      notes_.add(NoticeKind::bad_schema, entry.key->place(), "a key is one word", "put it in quotes if it is a text");
      continue;
    }
    const std::string_view key = entry.key->text.value;
    if (key == "<<" || std::ranges::find(known, key) != known.end()) continue;
    std::string hint = did_you_mean(nearest(key, known));
    if (hint.empty()) hint = std::string(what_) + " has " + listed(known);
    notes_.add(NoticeKind::bad_schema, entry.key->place(), "unknown key " + quoted(key), hint);
  }
}

std::optional<Text> Keys::text(std::string_view key) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return std::nullopt;
  if (entry->value->kind == NodeKind::null) {
    notes_.add(NoticeKind::bad_schema, entry->key->place(), quoted(key) + " has no value",
               "write its text, or leave the key out");
    return std::nullopt;
  }
  return text_of(*entry->value, quoted(key), notes_);
}

std::optional<Text> Keys::one_of(std::string_view key, Words allowed) const {
  std::optional<Text> found = text(key);
  if (!found || std::ranges::find(allowed, std::string_view(found->value)) != allowed.end()) return found;
  std::string hint = did_you_mean(value_hint(found->value, allowed));
  if (hint.empty()) hint = "it is " + listed(allowed);
  notes_.add(NoticeKind::bad_schema, shown_place(*find(key)), quoted(key) + " cannot be " + quoted(found->value), hint);
  return std::nullopt;
}

std::optional<Text> Keys::date(std::string_view key) const {
  std::optional<Text> found = text(key);
  if (!found || is_date(found->value)) return found;
  notes_.add(NoticeKind::bad_schema, shown_place(*find(key)), quoted(key) + " is no date of the calendar",
             "write year, month and day: 2010-06-30");
  return std::nullopt;
}

std::vector<Text> Keys::texts(std::string_view key) const {
  std::vector<Text> out;
  const Entry* entry = find(key);
  if (entry == nullptr) return out;
  if (entry->value->kind != NodeKind::sequence) {
    if (std::optional<Text> one = text(key)) out.push_back(std::move(*one));
    return out;
  }
  for (const Node* item : entry->value->items) {
    if (std::optional<Text> one = text_of(*item, "an entry of " + quoted(key), notes_)) out.push_back(std::move(*one));
  }
  return out;
}

const Node* Keys::list(std::string_view key) const {
  const Entry* entry = find(key);
  if (entry == nullptr) return nullptr;
  if (entry->value->kind == NodeKind::sequence) return entry->value;
  const Span place = shown_place(*entry);
  if (entry->value->kind == NodeKind::null) {
    notes_.add(NoticeKind::bad_schema, place, quoted(key) + " has no value", "write a list, or leave the key out");
  } else {
    notes_.add(NoticeKind::bad_schema, place, quoted(key) + " is a list, not a " + std::string(name_of(entry->value->kind)),
               "begin every entry with `- `");
  }
  return nullptr;
}

}  // namespace engagelint
