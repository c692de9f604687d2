#include "classifier/learn.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

using namespace engagelint::classifier;

namespace {

/// As classify.cpp asks, in floats.
std::size_t class_of(const Network& network, const std::vector<std::uint32_t>& columns) {
  std::vector<float> scores(network.biases);
  for (std::size_t h = 0; h < hidden_units; ++h) {
    float sum = 0;
    for (const auto column : columns) sum += network.inputs[column * hidden_units + h];
    const float hidden = std::max(0.0F, sum * scale_of(columns.size()) + network.hidden_biases[h]);
    for (std::size_t k = 0; k < scores.size(); ++k) scores[k] += network.outputs[k * hidden_units + h] * hidden;
  }
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

/// "must not" and "answer" block together and neither alone; 2 and 3 say nothing.
std::vector<Row> together() {
  std::vector<Row> rows;
  for (std::uint32_t noise = 2; noise < 4; ++noise) {
    for (int times = 0; times < 30; ++times) {
      rows.push_back({{0, 1, noise}, 1, true});
      rows.push_back({{0, noise}, 0, true});
      rows.push_back({{1, noise}, 0, true});
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("what forbids only together is learned, which no weights of single features can say") {
  const Network network = learn(together(), 4, 2, {});
  CHECK(class_of(network, {0, 1, 2}) == 1);
  CHECK(class_of(network, {0, 2}) == 0);
  CHECK(class_of(network, {1, 3}) == 0);
}

TEST_CASE("the same rows give the same network") {
  const Network once = learn(together(), 4, 2, {});
  const Network again = learn(together(), 4, 2, {});
  CHECK(once.inputs == again.inputs);
  CHECK(once.outputs == again.outputs);
  CHECK(once.biases == again.biases);
}

TEST_CASE("more classes than fit are an error") { CHECK_THROWS_AS((void)learn({}, 1, most_classes + 1, {}), std::runtime_error); }
