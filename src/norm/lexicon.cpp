#include "norm/lexicon.hpp"

#include <algorithm>

#include "norm/concepts.hpp"

namespace engagelint {

using namespace norm::tables;

namespace {
std::string_view concept_name(std::uint16_t i) { return {letters + concept_names[i], concept_names[i + 1] - concept_names[i]}; }
}  // namespace

Concept find_concept(std::string_view id) {
  for (std::uint16_t i = 1; i <= concept_count(); ++i) {
    if (concept_name(i) == id) return Concept{i};
  }
  return Concept::none;
}

std::string_view name_of(Concept concept_id) {
  const auto i = static_cast<std::uint16_t>(concept_id);
  return i <= concept_count() ? concept_name(i) : std::string_view{};
}

namespace norm {

std::uint16_t find_word(std::string_view normalised, std::uint32_t hash) {
  for (std::uint32_t slot = hash & slot_mask;; slot = (slot + 1) & slot_mask) {
    const auto row = slots[slot];
    if (row == 0) return 0;
    if (std::string_view(letters + words[row].text, words[row].text_size) == normalised) return row;
  }
}

std::span<const Phrase> phrases_of(std::uint16_t word, std::uint16_t second) {
  const PhraseGroup* const begin = groups + words[word].group;
  const PhraseGroup* const end = begin + words[word].group_count;
  const auto* found =
      std::lower_bound(begin, end, second, [](const PhraseGroup& group, std::uint16_t wanted) { return group.second < wanted; });
  if (found == end || found->second != second) return {};
  return {phrases + found->first, found->size};
}

}  // namespace norm
}  // namespace engagelint
