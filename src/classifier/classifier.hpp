// classifier: sentences that were read -> how likely each does what a rule of the post's is about.
// In: a Reading. Out: a Verdict for each sentence. It learned from the labelled clauses of rules/clauses when the program was
// built; the weights are tables, so that nothing is loaded at start-up. It knows nothing of rules but their ids.
// "Answering is left to the press office." -> engagement-ban 0.93, spokesperson-monopoly 0.02
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "norm/norm.hpp"

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
  [[nodiscard]] float of(std::uint8_t kind) const;
};

/// Ids of the rules that sentences are told apart by.
[[nodiscard]] std::span<const std::string_view> kinds();

/// One verdict for each of reading.sentences, in their order.
[[nodiscard]] std::vector<Verdict> classify(const Reading& reading);

}  // namespace engagelint
