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
/// Line breaks and runs of blanks become one blank.
[[nodiscard]] std::string one_line(std::string_view text);

/// True where each group of the sign has an alternative in the text, which is `normal`. Groups are parted by " & ",
/// alternatives by `|`; an alternative matches at the start of a word, and with a blank behind it a whole word:
/// "mistake|wrong & correct|tell ".
[[nodiscard]] bool says(std::string_view text, std::string_view sign);

/// A text that is asked for many words: where its words start is kept by their first letter.
class Prose {
 public:
  /// Takes over a text that is `normal`; its memory is used again.
  void assign(std::string_view normal_text);
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The same as has_word and says over the text.
  [[nodiscard]] bool has_word(std::string_view word) const;
  [[nodiscard]] bool says(std::string_view sign) const;
  /// says() for one group, past the places where one of `but` stands.
  [[nodiscard]] bool says_but(std::string_view group, std::span<const std::string_view> but) const;

 private:
  template <class Accept>
  bool any_start(std::string_view wanted, const Accept& accept) const;

  std::string text_;
  std::array<std::uint32_t, 128> heads_{};  ///< the last start with that first byte, counted from 1; 0: none
  std::array<std::uint64_t, 16> pairs_{};   ///< which two bytes some start begins with; most words asked for end here
  std::vector<std::uint32_t> starts_, earlier_;
};

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
