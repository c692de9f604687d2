// A sentence that was read -> the features by which sentences are compared. Internal to the classifier, which learns and asks
// with the same ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "norm/norm.hpp"

namespace engagelint::classifier {

constexpr std::size_t most_classes = 40;  // that sentences are told apart by: fair, then the kinds
constexpr std::size_t hidden_units = 64;  // numbers that a feature adds to

/// What a feature is made of. Part of its number, so that a word in a title is not the same word in the sentence.
enum class Family : std::uint8_t {
  word,           // a word
  pair,           // two words side by side
  apart,          // two words that carry meaning, in any order, with at most four such words between them
  above,          // a word of the title, lead or question above
  above_pair,     // two of them side by side, or with one between them
  section,        // a word of the section's title
  concept_said,   // a concept that the sentence names, and each above it
  before_word,    // a word of the sentence before, in the same paragraph or item
  after_word,     // of the sentence after
  modality,       // of one of its norms
  flag,           // a property of a norm
  role,           // a concept in a role
  modality_role,  // the same with the norm's modality
  count_
};

/// A number of so many bits, well mixed: the same feature has the same one in every build of one lexicon.
using Feature = std::uint32_t;
constexpr unsigned feature_bits = 28;

/// The features of sentence `index` in no order, some more than once, into `out` (cleared first). `norms` are its own: a range
/// of reading.norms.
class FeatureReader {
 public:
  explicit FeatureReader(const Reading& reading) : reading_(reading) {}
  void read(std::size_t index, std::size_t first_norm, std::size_t end_norm, std::vector<Feature>& out);

 private:
  void add(Family family, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0);
  void words(const Sentence& sentence);
  void apart(const Sentence& sentence);
  void above(const Sentence& sentence);
  void beside(std::size_t index);
  void neighbour(const Sentence& sentence, Family word);
  void norm(const Norm& norm);
  void flags(const Norm& norm, std::uint32_t modality);

  const Reading& reading_;
  std::vector<Feature>* out_ = nullptr;
};

/// What a sentence's weights are multiplied with, so that long ones count no more than short ones.
[[nodiscard]] float scale_of(std::size_t features);

}  // namespace engagelint::classifier
