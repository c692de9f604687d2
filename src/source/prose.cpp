#include "source/prose.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace engagelint {
namespace {

constexpr char lower_of(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The quote that a curly one stands for, 0 for anything else.
char straight(std::string_view mark) {
  if (mark == "\xE2\x80\x99" || mark == "\xE2\x80\x98") return '\'';
  return mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D" ? '"' : '\0';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool at_word_start(std::string_view text, std::string_view wanted) {
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    if (at == 0 || !is_word_byte(text[at - 1])) return true;
  }
  return false;
}

bool any_alternative(std::string_view text, std::string_view group) {
  while (!group.empty()) {
    const std::size_t bar = group.find('|');
    const std::string_view wanted = group.substr(0, bar);
    if (!wanted.empty() && at_word_start(text, wanted)) return true;
    group = bar == std::string_view::npos ? std::string_view{} : group.substr(bar + 1);
  }
  return false;
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 26> team_words = {
    "team",  "teams",  "office",  "dept", "department", "committee", "comms",    "communications", "marketing",
    "info",  "desk",   "mailbox", "unit", "agency",     "division",  "council",  "secretariat",    "board",
    "group", "bureau", "staff",   "hr",   "helpdesk",   "service",   "services", "admin"};

constexpr std::array<std::string_view, 33> role_words = {
    "director",  "manager",   "officer",  "head",         "chief",     "president",  "chair",    "editor",    "coordinator",
    "secretary", "executive", "the",      "of",           "assistant", "lead",       "leader",   "warden",    "and",
    "intern",    "trainee",   "curator",  "principal",    "dean",      "specialist", "producer", "librarian", "adviser",
    "advisor",   "nurse",     "engineer", "spokesperson", "organizer", "organiser"};

}  // namespace

std::string normal(std::string_view text) {
  // What becomes of each byte: every blank is ' '.
  static constexpr auto bytes = [] {
    std::array<char, 256> list{};
    for (std::size_t i = 0; i < list.size(); ++i) {
      const char c = static_cast<char>(i);
      list[i] = is_blank(c) ? ' ' : lower_of(c);
    }
    return list;
  }();
  std::string out(text.size() + 2, ' ');
  std::size_t size = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = bytes[static_cast<unsigned char>(text[i])];
    const char quote = c == '\xE2' ? straight(text.substr(i, 3)) : '\0';
    if (quote != '\0') {
      out[size++] = quote;
      i += 2;
    } else if (c != ' ' || out[size - 1] != ' ') {
      out[size++] = c;
    }
  }
  if (out[size - 1] != ' ') out[size++] = ' ';
  out.resize(size);
  return out;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_word_byte(c)) out += lower_of(c);
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const bool letter = is_word_byte(c);
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += lower_of(c);
    inside = letter;
  }
  return words;
}

std::string take_last_word(std::string_view& text) {
  while (!text.empty() && !is_word_byte(text.back())) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  std::string word = letters_of(text.substr(begin));
  text = text.substr(0, begin);
  return word;
}

std::string one_line(std::string_view text) {
  text = trim(text);
  std::string out(text.size(), ' ');
  std::size_t size = 0;
  for (const char c : text) {
    // At the start there is no blank.
    if (!is_blank(c)) {
      out[size++] = c;
    } else if (out[size - 1] != ' ') {
      out[size++] = ' ';
    }
  }
  out.resize(size);
  return out;
}

bool says(std::string_view text, std::string_view sign) {
  while (!sign.empty()) {
    const std::size_t next = sign.find(" & ");
    if (!any_alternative(text, sign.substr(0, next))) return false;
    sign = next == std::string_view::npos ? std::string_view{} : sign.substr(next + 3);
  }
  return true;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end >= text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

bool same_words(std::string_view left, std::string_view right) { return words_of(left) == words_of(right); }

bool is_before(std::string_view date, std::string_view than) {
  const auto is_date = [](std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t at : {0u, 1u, 2u, 3u, 5u, 6u, 8u, 9u}) {
      if (text[at] < '0' || text[at] > '9') return false;
    }
    return true;
  };
  return is_date(date) && is_date(than) && date < than;
}

bool looks_like_name(std::string_view text) {
  text = trim(text);
  std::size_t capitals = 0;
  bool start = true;
  for (const char c : text) {
    if (is_blank(c)) {
      start = true;
      continue;
    }
    if (c == '@' || (c >= '0' && c <= '9') || c == ',' || c == ':' || c == '/') return false;
    if (start && ((c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80)) ++capitals;
    start = false;
  }
  const std::vector<std::string> words = words_of(text);
  const bool titled = std::any_of(words.begin(), words.end(),
                                  [](const std::string& word) { return one_of(role_words, word) || one_of(team_words, word); });
  return capitals >= 2 && words.size() <= 5 && !titled;
}

bool looks_like_team(std::string_view text) {
  if (text.find('@') != std::string_view::npos) return true;
  const std::vector<std::string> words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return one_of(team_words, word); });
}

}  // namespace engagelint
