// Decoded prose -> tokens. Words are normalised (lower case, straight quotes, one spelling) and known by a hash.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace engagelint::norm {

/// A word, a number, a handle, an address or a mark of punctuation. Offsets are into the decoded text.
struct Token {
  Offset begin = 0;
  Offset end = 0;
  std::uint32_t hash = 0;  ///< of the normalised word; 0 for punctuation
  std::uint32_t stem = 0;  ///< of its first letters, which inflections share; 0 for punctuation
  std::uint16_t word = 0;  ///< row of the lexicon's word table, 0 when unknown
  char kind = 'w';  ///< 'w' word, '1' number, '@' handle, '#' hashtag, 'u' address, '_' blank to fill in, else the mark itself
};

/// FNV-1a over the normalised word, a letter at a time.
inline constexpr std::uint32_t hash_basis = 2166136261U;
[[nodiscard]] constexpr std::uint32_t hash_step(std::uint32_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}
[[nodiscard]] constexpr std::uint32_t hash_of(std::string_view normalised) {
  std::uint32_t hash = hash_basis;
  for (const char c : normalised) hash = hash_step(hash, c);
  return hash == 0 ? 1 : hash;
}

/// Of a word that the program itself names: hashed by the compiler.
template <std::size_t size>
[[nodiscard]] consteval std::uint32_t hash_of(const char (&word)[size]) {
  return hash_of(std::string_view(word, size - 1));
}

/// Of the first six letters of a normalised word: "approv" of approve, approves, approved, approval.
[[nodiscard]] constexpr std::uint32_t stem_of(std::string_view normalised) { return hash_of(normalised.substr(0, 6)); }

/// Lower case, straight apostrophes, soft hyphens dropped, one of the British and American spellings.
/// Writes at most `capacity` bytes; longer words are cut, which makes them unknown.
[[nodiscard]] std::size_t normalise(std::string_view word, char* out, std::size_t capacity);
[[nodiscard]] std::string normalised(std::string_view word);

/// Finds the row of a normalised word: the lexicon's find_word, which the program that compiles the lexicon does not have.
using FindWord = std::uint16_t (*)(std::string_view normalised, std::uint32_t hash);

/// All tokens of a text. Contractions are two tokens on adjoining bytes ("don't": do, n't); `member's` is member, 's.
/// With `find`, each token that has a hash knows its row.
void tokenize(std::string_view text, std::vector<Token>& out, FindWord find = nullptr);

}  // namespace engagelint::norm
