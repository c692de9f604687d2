#include "norm/sentences.hpp"

#include <algorithm>
#include <array>

#include "norm/words.hpp"

namespace engagelint::norm {
namespace {

constexpr std::array<std::string_view, 36> abbreviations{"e.g",  "i.e", "etc",    "vs",  "dr",  "mr",   "mrs",  "ms",   "prof",
                                                         "st",   "inc", "ltd",    "pvt", "plc", "llc",  "co",   "corp", "dept",
                                                         "bros", "mt",  "approx", "cf",  "al",  "u.s",  "u.k",  "a.m",  "p.m",
                                                         "tel",  "rev", "jr",     "sr",  "hon", "capt", "incl", "excl", "est"};
// "No. 5" goes on, "No. Ask first." does not.
constexpr std::array<std::string_view, 15> before_numbers{"no", "nos", "fig", "figs", "sec", "art", "para", "paras",
                                                          "p",  "pp",  "ext", "vol",  "ch",  "cl",  "reg"};

bool blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool abbreviated(std::string_view text, std::size_t dot) {
  std::size_t begin = dot;
  while (begin > 0 && !blank(text[begin - 1]) && text[begin - 1] != '(') --begin;
  const auto word = normalised(text.substr(begin, dot - begin));
  if (word.size() == 1 && text[begin] >= 'A' && text[begin] <= 'Z' && text[begin] != 'I') return true;
  for (const auto known : abbreviations) {
    if (word == known) return true;
  }
  std::size_t next = dot + 1;
  while (next < text.size() && blank(text[next])) ++next;
  if (next >= text.size() || text[next] < '0' || text[next] > '9') return false;
  return std::find(before_numbers.begin(), before_numbers.end(), word) != before_numbers.end();
}

// "3", "5.2", "a"
bool numbered(std::string_view label) {
  if (label.size() == 1 && label[0] >= 'a' && label[0] <= 'z') return true;
  return !label.empty() && label.find_first_not_of("0123456789.") == std::string_view::npos;
}

// "3. Ask first.", "a. Facebook": what counts the items of a list is no sentence.
bool counts(std::string_view text, std::size_t begin, std::size_t dot) {
  while (begin < dot && blank(text[begin])) ++begin;
  return dot - begin <= 6 && numbered(text.substr(begin, dot - begin));
}

// Where a sentence that ends at `dot` really ends: closing quotes and brackets belong to it.
std::size_t after_closers(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '"' || text[at] == '\'' || text[at] == ')' || text[at] == ']') {
      ++at;
    } else if (text.substr(at, 3) == "\xE2\x80\x9D" || text.substr(at, 3) == "\xE2\x80\x99") {
      at += 3;
    } else {
      break;
    }
  }
  return at;
}

bool starts_sentence(std::string_view text, std::size_t at) {
  while (at < text.size() && blank(text[at])) ++at;
  if (at >= text.size()) return true;
  const char c = text[at];
  return (c >= 'A' && c <= 'Z') || c == '"' || c == '\'' || c == '(' || c == '[' || c == '@' || c == '#' ||
         (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xC3;
}

// Q: and A: stand at the start of a line or after a sentence.
bool speaker(std::string_view text, std::size_t at, char who) {
  return at + 1 < text.size() && text[at] == who && text[at + 1] == ':' && (at == 0 || blank(text[at - 1]));
}

bool breaks_line(std::string_view text, std::size_t at) {
  if (text[at] != '\n') return false;
  const auto next = at + 1;
  if (next >= text.size()) return false;
  if (text[next] == '\n' || text[next] == '-' || text[next] == '*') return true;
  return text.substr(next, 3) == "\xE2\x80\xA2";
}

// The same, and "iv".
bool counter(std::string_view label) {
  if (label.empty() || label.size() > 4) return false;
  return numbered(label) || label.find_first_not_of("ivxlc") == std::string_view::npos;
}

// Where the words begin behind "3.", "a)" or "(iv)"; `begin` where no counter stands there.
std::size_t after_counter(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t open = begin < end && text[begin] == '(' ? 1 : 0;
  const auto blank_at =
      std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end), blank);
  auto stop = static_cast<std::size_t>(blank_at - text.begin());
  if (stop >= end || stop < begin + open + 2) return begin;
  const char mark = text[stop - 1];
  if ((mark != ')' && (mark != '.' || open == 1)) || !counter(text.substr(begin + open, stop - 1 - begin - open))) return begin;
  while (stop < end && blank(text[stop])) ++stop;
  return stop;
}

void add(std::string_view text, std::size_t begin, std::size_t end, std::vector<SentencePart>& out) {
  SentencePart part;
  while (begin < end &&
         (blank(text[begin]) || ((text[begin] == '-' || text[begin] == '*') && begin + 1 < end && blank(text[begin + 1]))))
    ++begin;
  begin = after_counter(text, begin, end);
  for (const char who : {'Q', 'A'}) {
    if (speaker(text, begin, who)) {
      part.answer = who == 'A';
      begin += 2;
      while (begin < end && blank(text[begin])) ++begin;
    }
  }
  while (end > begin && blank(text[end - 1])) --end;
  if (begin >= end) return;
  auto last = end;
  while (last > begin && (text[last - 1] == '"' || text[last - 1] == '\'' || text[last - 1] == ')')) --last;
  part.question = last > begin && text[last - 1] == '?';
  part.span = {static_cast<Offset>(begin), static_cast<Offset>(end)};
  out.push_back(part);
}

}  // namespace

void split_sentences(std::string_view text, std::vector<SentencePart>& out) {
  out.clear();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ' ' || (c >= 'a' && c <= 'z')) continue;  // most of a text, and no place where anything ends
    if (c == '[' || c == '(') {
      const auto close = text.find(c == '[' ? ']' : ')', i);
      if (close != std::string_view::npos && close - i < 300) i = close;
      continue;
    }
    if (i > begin && (speaker(text, i, 'A') || speaker(text, i, 'Q'))) {
      add(text, begin, i, out);
      begin = i;
      continue;
    }
    if (breaks_line(text, i)) {
      add(text, begin, i, out);
      begin = i + 1;
      continue;
    }
    if (c != '.' && c != '!' && c != '?') continue;
    const auto end = after_closers(text, i + 1);
    if (end < text.size() && !blank(text[end])) continue;
    if (c == '.' && (abbreviated(text, i) || counts(text, begin, i))) continue;
    if (!starts_sentence(text, end)) continue;
    if (c == '.' && i > 0 && text[i - 1] == '.' && end < text.size() && !starts_sentence(text, end)) continue;
    add(text, begin, end, out);
    begin = end;
    i = end - 1;
  }
  add(text, begin, text.size(), out);
}

}  // namespace engagelint::norm
