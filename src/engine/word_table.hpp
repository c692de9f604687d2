// Words that a text is looked through for, all in one pass: a table of what may start with which two letters, made when the
// program is compiled. Words stand in groups, "mistake|wrong", and what is found is a bit for each group.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace engagelint {

/// A bit for each of up to 64 groups.
using Groups = std::uint64_t;

/// The part of `text` before `mark`, which is taken off with it.
[[nodiscard]] constexpr std::string_view take_part(std::string_view& text, std::string_view mark) {
  const std::size_t at = text.find(mark);
  const std::string_view part = text.substr(0, at);
  text = at == std::string_view::npos ? std::string_view{} : text.substr(at + mark.size());
  return part;
}

/// How many words stand in groups.
template <std::size_t groups>
[[nodiscard]] constexpr std::size_t count_words(const std::array<std::string_view, groups>& list) {
  std::size_t count = 0;
  for (std::string_view group : list) {
    for (; !group.empty(); ++count) static_cast<void>(take_part(group, "|"));
  }
  return count;
}

/// `size`: count_words of what it is made from. Each word has two letters at least.
template <std::size_t size>
class WordTable {
 public:
  template <std::size_t groups>
  constexpr explicit WordTable(const std::array<std::string_view, groups>& list) {
    static_assert(groups <= 64);
    std::size_t count = 0;
    for (std::size_t group = 0; group < groups; ++group) {
      for (std::string_view rest = list[group]; !rest.empty();) words_[count++] = {take_part(rest, "|"), Groups{1} << group};
    }
    std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return place(a.text, 0) < place(b.text, 0); });
    for (const Word& word : words_) ++starts_[place(word.text, 0) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] = static_cast<std::uint16_t>(starts_[i] + starts_[i - 1]);
  }

  /// The groups of which a word stands in `text` at `at`.
  [[nodiscard]] Groups at(std::string_view text, std::size_t at) const {
    if (at + 1 >= text.size()) return 0;
    Groups found = 0;
    const std::size_t here = place(text, at);
    for (std::size_t i = starts_[here]; i < starts_[here + 1]; ++i) {
      const std::string_view word = words_[i].text;
      // Most fall at their last letter.
      const std::size_t last = at + word.size() - 1;
      if (last < text.size() && text[last] == word.back() && text.substr(at, word.size()) == word) found |= words_[i].groups;
    }
    return found;
  }

 private:
  struct Word {
    std::string_view text;
    Groups groups = 0;
  };

  static constexpr std::size_t places = 1024;
  static constexpr std::size_t place(std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at]) * 37U + static_cast<unsigned char>(text[at + 1])) % places;
  }

  std::array<Word, size> words_{};
  std::array<std::uint16_t, places + 1> starts_{};  ///< of each place, its first word
};

}  // namespace engagelint
