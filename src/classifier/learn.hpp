// Labelled features -> weights: multinomial logistic regression. Only the build includes this.
#pragma once

#include <cstdint>
#include <vector>

#include "classifier/features.hpp"

namespace engagelint::classifier {

/// One sentence: the features it has, by their column, and its class.
struct Row {
  std::vector<std::uint32_t> columns;
  std::uint32_t label = 0;
  float weight = 1;  ///< counts as so many
};

/// How the weights are found. The defaults were chosen on policies that stand in no file of rules/clauses (docs/classifier.md).
struct Settings {
  double l2 = 0.66;    ///< how much large weights cost
  int steps = 160;     ///< of L-BFGS, at most
  float least = 0.1F;  ///< weights that stay below this are dropped
};

/// What was learned: a class's score is its bias plus scale_of(features) times the sum of its weights.
struct Learned {
  std::vector<float> weights;  ///< `classes` of them for each column
  std::vector<float> biases;   ///< one a class
};

/// Throws std::runtime_error where no weights could be found.
[[nodiscard]] Learned learn(const std::vector<Row>& rows, std::size_t columns, std::size_t classes, const Settings& settings);

}  // namespace engagelint::classifier
