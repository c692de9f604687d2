#include <algorithm>

#include "expr/code.hpp"
#include "expr/expr.hpp"
#include "expr/tree.hpp"

namespace engagelint::expr {
namespace {

using Words = std::span<const std::uint32_t>;

template <typename T>
T value_of(std::span<const Fact> facts, std::size_t index) {
  const T* value = index < facts.size() ? std::get_if<T>(&facts[index]) : nullptr;
  return value != nullptr ? *value : T{};
}

/// A bit set of concepts without the empty words at its ends.
struct Set {
  Words words;
  std::size_t first = 0;
};

Set set_at(Words code, std::size_t at) { return {code.subspan(at + 3, code[at + 1]), code[at + 2]}; }

bool in_set(const Set& set, std::uint16_t concept_id) {
  const std::size_t word = concept_id / 32U - set.first;  // past the end where it stands before the first
  return word < set.words.size() && (set.words[word] >> (concept_id % 32U) & 1U) != 0;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_ascii_letter(char c) { return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z'); }

// Bytes of other scripts are letters; the quotes, dashes and blanks of U+2000 to U+207F (E2 80, E2 81) and U+00A0 are not.
bool letter_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_ascii_letter(text[at]);
  std::size_t lead = at;
  while (lead > 0 && (static_cast<unsigned char>(text[lead]) & 0xC0U) == 0x80U) --lead;
  const auto first = static_cast<unsigned char>(text[lead]);
  const auto second = lead + 1 < text.size() ? static_cast<unsigned char>(text[lead + 1]) : 0U;
  return !(first == 0xE2 && (second == 0x80 || second == 0x81)) &&
         !(first == 0xC2 && (second == 0xA0 || second == 0xAB || second == 0xBB));
}

/// End of `words` standing in `text` at `at`, or 0. A blank in `words` is any run of blanks in the text.
std::size_t match_at(std::string_view text, std::size_t at, std::string_view words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (at >= text.size()) return 0;
    if (words[i] == ' ') {
      if (!is_blank(text[at])) return 0;
      while (at < text.size() && is_blank(text[at])) ++at;
      continue;
    }
    if (lower(text[at]) != lower(words[i])) return 0;
    ++at;
  }
  return at;
}

bool contains_words(std::string_view text, std::string_view words) {
  if (words.empty() || text.size() < words.size()) return false;
  const char first = lower(words[0]);
  const bool word = is_ascii_letter(first);
  for (std::size_t at = 0; at + words.size() <= text.size(); ++at) {
    if (lower(text[at]) != first) continue;
    // Most places fall at the letter before them or the letter behind them.
    if (word && at > 0 && is_ascii_letter(text[at - 1])) continue;
    if (words.size() > 1 && words[1] != ' ' && lower(text[at + 1]) != lower(words[1])) continue;
    const std::size_t end = match_at(text, at, words);
    if (end == 0) continue;
    const bool starts = at == 0 || !letter_at(text, at - 1) || !letter_at(text, at);
    const bool ends = end == text.size() || !letter_at(text, end) || !letter_at(text, end - 1);
    if (starts && ends) return true;
  }
  return false;
}

bool holds(Comparison comparison, double left, double right) {
  switch (comparison) {
    case Comparison::equal: return left == right;
    case Comparison::unequal: return left != right;
    case Comparison::less: return left < right;
    case Comparison::at_most: return left <= right;
    case Comparison::greater: return left > right;
    case Comparison::at_least: return left >= right;
  }
  return false;
}

using Concepts = std::span<const std::uint16_t>;

double number_of(const Program& program, std::span<const Fact> facts, std::uint32_t word) {
  const std::uint32_t index = word >> 8U;
  switch (static_cast<Number>(word & 0xFFU)) {
    case Number::constant: return program.numbers[index];
    case Number::fact: return value_of<double>(facts, index);
    case Number::count: return static_cast<double>(value_of<Concepts>(facts, index).size());
  }
  return 0;
}

/// The operands that follow an instruction with a count of its own.
Words operands(Words code, std::size_t at) { return code.subspan(at + 2, code[at + 1]); }

bool concepts_in(const Set& set, Concepts list, bool all) {
  const auto member = [&set](std::uint16_t concept_id) { return in_set(set, concept_id); };
  if (all) return !list.empty() && std::all_of(list.begin(), list.end(), member);
  return std::any_of(list.begin(), list.end(), member);
}

template <typename Match>
bool any_word(const Program& program, Words indices, Match match) {
  return std::any_of(indices.begin(), indices.end(), [&](std::uint32_t index) { return match(program.words[index]); });
}

/// What the test at `at` says; jumps and `not` are run()'s own.
bool holds_at(const Program& program, std::span<const Fact> facts, std::size_t at) {
  const Words code = program.code;
  const std::uint32_t word = code[at];
  const std::size_t fact = word >> 16U;
  switch (static_cast<Operation>(word & 0xFFU)) {
    case Operation::truth: return value_of<bool>(facts, fact);
    case Operation::any_is: return concepts_in(set_at(code, at), value_of<Concepts>(facts, fact), false);
    case Operation::all_are: return concepts_in(set_at(code, at), value_of<Concepts>(facts, fact), true);
    case Operation::has_concepts: return !value_of<Concepts>(facts, fact).empty();
    case Operation::has_word: return !value_of<std::string_view>(facts, fact).empty();
    case Operation::one_of: {
      const auto value = value_of<std::string_view>(facts, fact);
      return any_word(program, operands(code, at), [value](std::string_view wanted) { return wanted == value; });
    }
    case Operation::same_word: return value_of<std::string_view>(facts, fact) == value_of<std::string_view>(facts, code[at + 1]);
    case Operation::contains: {
      const auto text = value_of<std::string_view>(facts, fact);
      return any_word(program, operands(code, at), [text](std::string_view wanted) { return contains_words(text, wanted); });
    }
    case Operation::compare:
      return holds(static_cast<Comparison>(word >> 8U & 0xFFU), number_of(program, facts, code[at + 1]),
                   number_of(program, facts, code[at + 2]));
    default: return false;
  }
}

std::size_t length_at(Words code, std::size_t at) {
  switch (static_cast<Operation>(code[at] & 0xFFU)) {
    case Operation::any_is:
    case Operation::all_are: return 3U + code[at + 1];
    case Operation::one_of:
    case Operation::contains: return 2U + code[at + 1];
    case Operation::compare: return 3;
    case Operation::same_word:
    case Operation::skip_if_false:
    case Operation::skip_if_true: return 2;
    default: return 1;
  }
}

}  // namespace

bool run(const Program& program, std::span<const Fact> facts) {
  const Words code = program.code;
  bool carried = false;
  for (std::size_t at = 0; at < code.size();) {
    switch (static_cast<Operation>(code[at] & 0xFFU)) {
      case Operation::negate:
        carried = !carried;
        ++at;
        break;
      case Operation::skip_if_true: at = carried ? code[at + 1] : at + 2; break;
      case Operation::skip_if_false: at = carried ? at + 2 : code[at + 1]; break;
      case Operation::truth:
        carried = value_of<bool>(facts, code[at] >> 16U);
        ++at;
        break;
      case Operation::any_is: {
        // Most conditions are chains of these, over lists that are empty or short.
        const Concepts list = value_of<Concepts>(facts, code[at] >> 16U);
        carried = !list.empty() && concepts_in(set_at(code, at), list, false);
        at += 3U + code[at + 1];
        break;
      }
      default: carried = holds_at(program, facts, at); at += length_at(code, at);
    }
  }
  return carried;
}

}  // namespace engagelint::expr
