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

/// A run of words with tags of its own. A tail word of `gap` stands for one to four words.
struct Phrase {
  std::uint32_t tail = 0;
  std::uint16_t tail_size = 0;
  std::uint16_t tag_count = 0;
  std::uint32_t tag = 0;
  std::uint16_t second = 0;  ///< the first word of the tail, or a gap: most phrases are told apart by it
};
inline constexpr std::uint16_t gap = 0xFFFF;

struct WordRow {
  std::uint32_t text = 0;  ///< offset into the pool of letters
  std::uint32_t text_size = 0;
  std::uint32_t tag = 0;
  std::uint32_t phrase = 0;
  std::uint16_t tag_count = 0;
  std::uint16_t phrase_count = 0;  ///< longest first
};

/// Row of a normalised word, 0 when it is in no list.
[[nodiscard]] std::uint16_t find_word(std::string_view normalised, std::uint32_t hash);
[[nodiscard]] const WordRow& word_row(std::uint16_t word);
[[nodiscard]] std::span<const Tag> tags_of(std::uint16_t word);
[[nodiscard]] std::span<const Tag> tags_of(const Phrase& phrase);
[[nodiscard]] std::span<const Phrase> phrases_of(std::uint16_t word);
[[nodiscard]] std::span<const std::uint16_t> tail_of(const Phrase& phrase);

}  // namespace engagelint::norm
