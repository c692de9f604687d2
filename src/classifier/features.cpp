#include "classifier/features.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "classifier/function_words.hpp"
#include "norm/concepts.hpp"
#include "norm/symbols.hpp"
#include "norm/words.hpp"

namespace engagelint::classifier {
namespace {

constexpr Feature mix(Feature hash, std::uint32_t value) {
  hash = (hash ^ value) * 0x9E3779B1U;
  return hash ^ (hash >> 15U);
}

constexpr std::uint32_t edge = 1;  // before the first word and behind the last

constexpr auto function_stems = [] {
  std::array<std::uint32_t, std::size(function_words)> stems{};
  std::transform(std::begin(function_words), std::end(function_words), stems.begin(), norm::stem_of);
  std::sort(stems.begin(), stems.end());
  return stems;
}();

bool carries_meaning(std::uint32_t symbol) {
  return !norm::is_mark(symbol) && !std::binary_search(function_stems.begin(), function_stems.end(), symbol);
}

}  // namespace

void FeatureReader::add(Family family, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  const Feature mixed = mix(mix(mix(mix(0x811C9DC5U, static_cast<std::uint32_t>(family)), a), b), c);
  out_->push_back(mixed >> (32U - feature_bits));
}

void FeatureReader::words(const Sentence& sentence) {
  const auto& symbols = reading_.symbols;
  std::uint32_t previous = edge;
  for (auto i = sentence.own.begin; i < sentence.own.end; ++i) {
    const std::uint32_t symbol = symbols[i];
    add(Family::word, symbol);
    add(Family::pair, previous, symbol);
    previous = symbol;
  }
  add(Family::pair, previous, edge);
  for (auto i = sentence.section.begin; i < sentence.section.end; ++i) add(Family::section, symbols[i]);
}

/// "The firm is not to be brought into disrepute" and "nothing that brings disrepute on the firm" have none of their neighbours
/// in common.
void FeatureReader::apart(const Sentence& sentence) {
  constexpr std::size_t reach = 5;
  std::array<std::uint32_t, reach> last{};
  std::size_t count = 0;
  for (auto i = sentence.own.begin; i < sentence.own.end; ++i) {
    const std::uint32_t symbol = reading_.symbols[i];
    if (!carries_meaning(symbol)) continue;
    for (std::size_t j = 0; j < std::min(count, reach); ++j)
      add(Family::apart, std::min(symbol, last[j]), std::max(symbol, last[j]));
    last[count++ % reach] = symbol;
  }
}

/// "Staff no longer need:" and "Staff need:" differ in pairs only.
void FeatureReader::above(const Sentence& sentence) {
  if (sentence.above.begin == sentence.above.end) return;
  const auto& symbols = reading_.symbols;
  std::uint32_t previous = edge;
  std::uint32_t before = edge;
  for (auto i = sentence.above.begin; i < sentence.above.end; ++i) {
    add(Family::above, symbols[i]);
    add(Family::above_pair, previous, symbols[i], 1);
    if (i >= sentence.above.begin + 2) add(Family::above_pair, before, symbols[i], 2);
    before = previous;
    previous = symbols[i];
  }
  add(Family::above_pair, previous, edge, 1);
  add(Family::above_pair, previous, sentence.own.begin < sentence.own.end ? symbols[sentence.own.begin] : edge, 3);
}

void FeatureReader::neighbour(const Sentence& sentence, Family word) {
  for (auto i = sentence.own.begin; i < sentence.own.end; ++i) add(word, reading_.symbols[i]);
}

/// What stands beside a sentence may take the sting out of it ("Warnings come first.") or put it in ("There are no exceptions.").
void FeatureReader::beside(std::size_t index) {
  const auto& sentences = reading_.sentences;
  const auto together = [&](std::size_t a, std::size_t b) {
    return sentences[a].clause == sentences[b].clause && sentences[a].item == sentences[b].item;
  };
  if (index > 0 && together(index, index - 1)) neighbour(sentences[index - 1], Family::before_word);
  if (index + 1 < sentences.size() && together(index, index + 1)) neighbour(sentences[index + 1], Family::after_word);
}

void FeatureReader::flags(const Norm& norm, std::uint32_t modality) {
  const auto flag = [&](bool set, std::uint32_t which) {
    if (!set) return;
    add(Family::flag, which);
    add(Family::flag, which, modality + 1);
  };
  flag(norm.every, 1);
  flag(norm.only, 2);
  flag(norm.unknown_object, 3);
  flag(norm.person, 4);
  flag(norm.situation, 5);
  flag(norm.optional_, 6);
  flag(norm.on_others, 7);
  flag(norm.approvals > 0, 8);
  flag(norm.approvals > 1, 9);
  flag(norm.delay_hours > 0, 10);
  flag(norm.within_hours > 0, 11);
  flag(norm.quantity > 0, 12);
}

void FeatureReader::norm(const Norm& norm) {
  const auto modality = static_cast<std::uint32_t>(norm.modality);
  add(Family::modality, modality);
  flags(norm, modality);
  for (const Mention& mention : norm.mentions) {
    if (mention.role == Role::context) continue;
    const auto role = static_cast<std::uint32_t>(mention.role);
    const auto concept_id = static_cast<std::uint32_t>(mention.concept_id);
    add(Family::role, role, concept_id);
    add(Family::modality_role, modality, role, concept_id);
  }
}

void FeatureReader::read(std::size_t index, std::size_t first_norm, std::size_t end_norm, std::vector<Feature>& out) {
  out.clear();
  out_ = &out;
  const Sentence& sentence = reading_.sentences[index];
  words(sentence);
  apart(sentence);
  above(sentence);
  for (const Concept x : sentence.said) add(Family::concept_said, static_cast<std::uint32_t>(x));
  beside(index);
  for (std::size_t i = first_norm; i < end_norm; ++i) norm(reading_.norms[i]);
  if (first_norm == end_norm) add(Family::modality, 99);
}

float scale_of(std::size_t features) { return 4.0F / std::sqrt(static_cast<float>(features == 0 ? 1 : features)); }

}  // namespace engagelint::classifier
