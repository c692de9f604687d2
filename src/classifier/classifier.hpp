// classifier: sentences that were read -> how likely each does what a rule of the post's is about.
// In: a sentence of a Reading. Out: a Verdict on it. It learned from the labelled clauses of rules/clauses when the program was
// built; the weights are tables, so that nothing is loaded at start-up. It knows nothing of rules but their ids.
// "Answering is left to the press office." -> engagement-ban 0.93, spokesperson-monopoly 0.02
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "classifier/features.hpp"

namespace engagelint {

/// A kind of clause and its probability.
struct Likelihood {
  std::uint8_t kind = 0;  ///< index into kinds()
  float probability = 0;  ///< 0 to 1
};

/// What is to be thought of one sentence.
struct Verdict {
  float blocking = 0;                   ///< the probability that it is of any kind, 0 to 1
  std::array<Likelihood, 3> likeliest;  ///< falling
  std::uint32_t words = 0;              ///< of the sentence, marks among them
  [[nodiscard]] float of(std::uint8_t kind) const;
};

/// Ids of the rules that sentences are told apart by.
[[nodiscard]] std::span<const std::string_view> kinds();

/// Judges sentences of one reading, which must outlive it.
class Classifier {
 public:
  explicit Classifier(const Reading& reading);
  /// On sentence `index`; its norms are [first_norm, end_norm) of reading.norms.
  [[nodiscard]] Verdict verdict(std::size_t index, std::size_t first_norm, std::size_t end_norm);

 private:
  const Reading& reading_;
  classifier::FeatureReader reader_;
  std::vector<classifier::Feature> features_;
  std::vector<std::uint32_t> known_;  ///< those of them that were learned, each once
  std::vector<bool> seen_;            ///< the same as a set; empty between sentences
};

}  // namespace engagelint
