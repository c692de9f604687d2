// Labelled features -> a small neural network: each feature has a row of numbers, those of a sentence are added up, and classes
// are told apart by what of the sum is above nought. Only the build includes this.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "classifier/features.hpp"

namespace engagelint::classifier {

/// One sentence: the features it has, by their column, and its class.
struct Row {
  std::vector<std::uint32_t> columns;
  std::uint32_t label = 0;
  bool whole = false;  ///< teaches with all of its features only
  int times = 1;       ///< that it teaches in a pass
};

/// How the network is found. The defaults were chosen on policies that stand in no file of rules/clauses (docs/classifier.md).
struct Settings {
  int passes = 8;      ///< over all rows
  float rate = 0.05F;  ///< of the first pass; it falls evenly, to a tenth behind the last
  float doubt = 0.1F;  ///< that a sentence is fair which is said to be so
};

/// hidden = max(0, hidden_biases + scale_of(features) x the sum of their inputs); a class's score is its bias plus the product of
/// its outputs and hidden.
struct Network {
  std::vector<float> inputs;  ///< hidden_units for each column
  std::array<float, hidden_units> hidden_biases{};
  std::vector<float> outputs;  ///< hidden_units for each class
  std::vector<float> biases;   ///< one a class
};

/// The same rows give the same network on every machine. Throws std::runtime_error where there are more than most_classes.
[[nodiscard]] Network learn(const std::vector<Row>& rows, std::size_t columns, std::size_t classes, const Settings& settings);

}  // namespace engagelint::classifier
