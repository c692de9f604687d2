#include "source/prose.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace engagelint {
namespace {

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}
char lower_of(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool at_word_start(std::string_view text, std::string_view wanted) {
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + 1)) {
    if (at == 0 || !is_letter(text[at - 1])) return true;
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

/// One of 1024 bits.
std::uint32_t pair_of(char first, char second) {
  return (static_cast<std::uint32_t>(static_cast<unsigned char>(first)) * 37U + static_cast<unsigned char>(second)) & 1023U;
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
  std::string out = " ";
  out.reserve(text.size() + 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_blank(text[i])) {
      if (out.back() != ' ') out += ' ';
    } else if (text[i] != '\xE2') {
      out += lower_of(text[i]);
    } else if (text.substr(i, 3) == "\xE2\x80\x99" || text.substr(i, 3) == "\xE2\x80\x98") {
      out += '\'';
      i += 2;
    } else if (text.substr(i, 3) == "\xE2\x80\x9C" || text.substr(i, 3) == "\xE2\x80\x9D") {
      out += '"';
      i += 2;
    } else {
      out += text[i];
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_letter(c)) out += lower_of(c);
  }
  return out;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const bool letter = is_letter(c);
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += lower_of(c);
    inside = letter;
  }
  return words;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (!is_blank(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
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

void Prose::assign(std::string_view normal_text) {
  text_ = normal_text;
  heads_.fill(0);
  pairs_.fill(0);
  starts_.clear();
  earlier_.clear();
  bool inside = false;
  for (std::uint32_t at = 0; at < text_.size(); ++at) {
    if (!inside) {
      auto& head = heads_[static_cast<unsigned char>(text_[at]) & 127U];
      starts_.push_back(at);
      earlier_.push_back(head);
      head = static_cast<std::uint32_t>(starts_.size());
      if (at + 1 < text_.size()) {
        const std::uint32_t pair = pair_of(text_[at], text_[at + 1]);
        pairs_[pair / 64] |= std::uint64_t{1} << (pair % 64);
      }
    }
    inside = is_letter(text_[at]);
  }
}

template <class Accept>
bool Prose::any_start(std::string_view wanted, const Accept& accept) const {
  if (wanted.empty()) return false;
  if (wanted.size() > 1) {
    const std::uint32_t pair = pair_of(wanted[0], wanted[1]);
    if ((pairs_[pair / 64] >> (pair % 64) & 1U) == 0) return false;
  }
  for (auto start = heads_[static_cast<unsigned char>(wanted[0]) & 127U]; start != 0; start = earlier_[start - 1]) {
    const std::size_t at = starts_[start - 1];
    if (text_.compare(at, wanted.size(), wanted) == 0 && accept(at)) return true;
  }
  return false;
}

bool Prose::has_word(std::string_view word) const {
  return any_start(word, [&](std::size_t at) { return at + word.size() >= text_.size() || !is_letter(text_[at + word.size()]); });
}

bool Prose::says(std::string_view sign) const {
  while (!sign.empty()) {
    const std::size_t next = sign.find(" & ");
    if (!says_but(sign.substr(0, next), {})) return false;
    sign = next == std::string_view::npos ? std::string_view{} : sign.substr(next + 3);
  }
  return true;
}

bool Prose::says_but(std::string_view group, std::span<const std::string_view> but) const {
  const auto stands = [&](std::size_t at) {
    return std::none_of(but.begin(), but.end(),
                        [&](std::string_view other) { return text_.compare(at, other.size(), other) == 0; });
  };
  while (!group.empty()) {
    const std::size_t bar = group.find('|');
    if (any_start(group.substr(0, bar), stands)) return true;
    group = bar == std::string_view::npos ? std::string_view{} : group.substr(bar + 1);
  }
  return false;
}

bool has_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end >= text.size() || !is_letter(text[end]))) return true;
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
