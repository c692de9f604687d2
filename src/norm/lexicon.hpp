// The words of rules/lexicon as tables compiled into the program: one hash look-up a word, no work at start-up.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "norm/norm.hpp"
#include "norm/words.hpp"

namespace engagelint::norm {

/// How a verb or noun is inflected.
enum class Form : std::uint8_t { base, third, past, participle, gerund };  // a plural noun is `third`

/// One reading of a word: its class (the letters of rules/lexicon/grammar.yaml; V verb, n noun, j adjective), form and concept.
struct Tag {
  char cls = 'n';
  Form form = Form::base;
  std::uint16_t concept_id = 0;
};

/// Readings that leave the words as they are: markers, and the signs (g) of what a sentence is about.
[[nodiscard]] constexpr bool is_marker(char cls) { return cls == 'x' || cls == 'Y' || cls == 'Z' || cls == 'g'; }

/// A run of words with tags of its own. A tail word of `gap` stands for one to four words.
struct Phrase {
  std::uint32_t tail = 0;
  std::uint32_t tag = 0;
  std::uint16_t rank = 0;  ///< among all phrases of its first word: which of two is tried first
  std::uint8_t tail_size = 0;
  std::uint8_t tag_count = 0;
  bool gapped = false;      ///< there is a gap in the tail
  bool marks = false;       ///< one of its tags is a marker
  bool only_marks = false;  ///< all of them are
};
inline constexpr std::uint16_t gap = 0xFFFF;

/// The phrases of one word that go on with the same second word, or with a gap. Of thousands that begin with a word these few
/// are looked at.
struct PhraseGroup {
  std::uint16_t second = 0;
  std::uint16_t size = 0;
  std::uint32_t first = 0;
};

struct WordRow {
  std::uint32_t text = 0;  ///< offset into the pool of letters
  std::uint32_t tag = 0;
  std::uint32_t group = 0;
  std::uint16_t group_count = 0;  ///< in rising order of their second words, so that a gap stands last
  std::uint8_t text_size = 0;
  std::uint8_t tag_count = 0;
};

/// What the generator (lexicon_main.cpp) writes: see build/…/lexicon_tables.cpp. Row 0 of every table is empty.
namespace tables {
extern const char letters[];                 // every word and concept name, one after the other
extern const std::uint32_t concept_names[];  // offsets into letters; one more than there are concepts
extern const std::uint32_t slot_mask;
extern const std::uint16_t slots[];
extern const WordRow words[];
extern const Tag tags[];
extern const PhraseGroup groups[];
extern const Phrase phrases[];
extern const std::uint16_t tails[];
}  // namespace tables

/// Row of a normalised word, 0 when it is in no list.
[[nodiscard]] std::uint16_t find_word(std::string_view normalised, std::uint32_t hash);
/// The phrases of a word that go on with that second word, and those that have a gap there: none but these can stand where the
/// two words stand.
[[nodiscard]] std::span<const Phrase> phrases_of(std::uint16_t word, std::uint16_t second);
[[nodiscard]] inline std::span<const Phrase> gapped_phrases_of(std::uint16_t word) {
  const WordRow& row = tables::words[word];
  if (row.group_count == 0) return {};
  const PhraseGroup& last = tables::groups[row.group + row.group_count - 1U];
  return last.second == gap ? std::span(tables::phrases + last.first, last.size) : std::span<const Phrase>{};
}

[[nodiscard]] inline std::span<const Tag> tags_of(std::uint16_t word) {
  return {tables::tags + tables::words[word].tag, tables::words[word].tag_count};
}
[[nodiscard]] inline std::span<const Tag> tags_of(const Phrase& phrase) { return {tables::tags + phrase.tag, phrase.tag_count}; }
[[nodiscard]] inline std::span<const std::uint16_t> tail_of(const Phrase& phrase) {
  return {tables::tails + phrase.tail, phrase.tail_size};
}

}  // namespace engagelint::norm
