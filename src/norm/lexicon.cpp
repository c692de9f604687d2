#include "norm/lexicon.hpp"

#include "norm/concepts.hpp"
#include "norm/lexicon_tables.hpp"

namespace engagelint {

using namespace norm::tables;

namespace {
std::string_view concept_name(std::uint16_t i) { return {letters + concept_names[i], concept_names[i + 1] - concept_names[i]}; }
}  // namespace

Concept find_concept(std::string_view id) {
  for (std::uint16_t i = 1; i <= concepts; ++i) {
    if (concept_name(i) == id) return Concept{i};
  }
  return Concept::none;
}

std::string_view name_of(Concept concept_id) {
  const auto i = static_cast<std::uint16_t>(concept_id);
  return i <= concepts ? concept_name(i) : std::string_view{};
}

bool is_a(Concept concept_id, Concept ancestor) {
  const auto i = static_cast<std::uint16_t>(concept_id);
  const auto a = static_cast<std::uint16_t>(ancestor);
  if (i == 0 || a == 0 || i > concepts || a > concepts) return false;
  return (ancestors[i * ancestor_words + a / 64] >> (a % 64) & 1U) != 0;
}

std::uint16_t concept_count() { return concepts; }

namespace norm {

std::uint16_t find_word(std::string_view normalised, std::uint32_t hash) {
  for (std::uint32_t slot = hash & slot_mask;; slot = (slot + 1) & slot_mask) {
    const auto row = slots[slot];
    if (row == 0) return 0;
    if (std::string_view(letters + words[row].text, words[row].text_size) == normalised) return row;
  }
}

const WordRow& word_row(std::uint16_t word) { return words[word]; }
std::span<const Tag> tags_of(std::uint16_t word) { return {tags + words[word].tag, words[word].tag_count}; }
std::span<const Tag> tags_of(const Phrase& phrase) { return {tags + phrase.tag, phrase.tag_count}; }
std::span<const Phrase> phrases_of(std::uint16_t word) { return {phrases + words[word].phrase, words[word].phrase_count}; }
std::span<const std::uint16_t> tail_of(const Phrase& phrase) { return {tails + phrase.tail, phrase.tail_size}; }

}  // namespace norm
}  // namespace engagelint
