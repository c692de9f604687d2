// Plain words, where no grammar is needed: names, handles, dates, and whether a clause speaks of something at all.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engagelint {

/// Lower case, straight quotes, single blanks, a blank at each end: " staff don't reply ".
[[nodiscard]] std::string normal(std::string_view text);
/// Letters and digits only, lower case: "@Saltings_Trust" -> "saltingstrust".
[[nodiscard]] std::string letters_of(std::string_view text);
/// The words of a text in lower case, without punctuation.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);
/// The last of them, which is taken off the text with what stands behind it; empty where there is none.
[[nodiscard]] std::string take_last_word(std::string_view& text);
/// Line breaks and runs of blanks become one blank.
[[nodiscard]] std::string one_line(std::string_view text);

/// True where each group of the sign has an alternative in the text, which is `normal`. Groups are parted by " & ",
/// alternatives by `|`; an alternative matches at the start of a word, and with a blank behind it a whole word:
/// "mistake|wrong & correct|tell ".
[[nodiscard]] bool says(std::string_view text, std::string_view sign);

/// A letter, a digit or a byte of a longer character: what words are made of.
[[nodiscard]] constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Calls `at_start` for each place of a text where a word can start: behind anything that words are not made of.
template <class AtStart>
void for_starts(std::string_view text, const AtStart& at_start) {
  static constexpr auto of_words = [] {
    std::array<bool, 256> list{};
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = is_word_byte(static_cast<char>(i));
    return list;
  }();
  for (std::size_t at = 0; at < text.size(); ++at) {
    at_start(at);
    while (at < text.size() && of_words[static_cast<unsigned char>(text[at])]) ++at;
  }
}

/// A whole word of a text that is `normal`.
[[nodiscard]] bool has_word(std::string_view text, std::string_view word);
[[nodiscard]] bool same_words(std::string_view left, std::string_view right);
/// Two dates of the form 2010-05-08, the first before the second. False where one is none.
[[nodiscard]] bool is_before(std::string_view date, std::string_view than);
/// Two or more capitalised words, none of them a title or a department: "Ana Costa".
[[nodiscard]] bool looks_like_name(std::string_view text);
/// A team, an office, a mailbox: "Comms team", "info@society.example".
[[nodiscard]] bool looks_like_team(std::string_view text);

}  // namespace engagelint
