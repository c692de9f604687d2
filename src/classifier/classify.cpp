#include <algorithm>
#include <cmath>

#include "classifier/classifier.hpp"
#include "classifier/features.hpp"
#include "classifier/weights.hpp"

namespace engagelint {
namespace {

using namespace classifier;

constexpr std::size_t most_classes = 64;
using Scores = std::array<std::int32_t, most_classes>;

bool add_weights(Feature feature, Scores& scores) {
  const std::uint32_t bucket = feature & ((1U << bucket_bits) - 1U);
  for (auto i = bucket_starts[bucket]; i < bucket_starts[bucket + 1]; ++i) {
    if (features[i] != feature) continue;
    for (auto w = weight_starts[i]; w < weight_starts[i + 1]; ++w) scores[weights[w].label] += weights[w].weight;
    return true;
  }
  return false;
}

Verdict verdict_of(const Scores& scores, std::size_t feature_count) {
  const float scale = weight_unit * scale_of(feature_count);
  const std::size_t classes = kind_count + 1;
  std::array<float, most_classes> share{};
  for (std::size_t k = 0; k < classes; ++k) share[k] = biases[k] + static_cast<float>(scores[k]) * scale;
  const float most = *std::max_element(share.begin(), share.begin() + classes);
  float sum = 0;
  for (std::size_t k = 0; k < classes; ++k) sum += share[k] = std::exp(share[k] - most);
  Verdict verdict;
  verdict.blocking = 1.0F - share[0] / sum;
  for (std::size_t k = 1; k < classes; ++k) {
    Likelihood next{static_cast<std::uint8_t>(k - 1), share[k] / sum};
    for (Likelihood& place : verdict.likeliest) {
      if (next.probability > place.probability) std::swap(next, place);
    }
  }
  return verdict;
}

}  // namespace

float Verdict::of(std::uint8_t kind) const {
  for (const Likelihood& one : likeliest) {
    if (one.kind == kind) return one.probability;
  }
  return 0;
}

std::span<const std::string_view> kinds() { return {kind_names, kind_count}; }

std::vector<Verdict> classify(const Reading& reading) {
  std::vector<Verdict> out(reading.sentences.size());
  FeatureReader reader(reading);
  std::vector<Feature> found;
  std::size_t norm = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t first = norm;
    while (norm < reading.norms.size() && reading.norms[norm].sentence == i) ++norm;
    reader.read(i, first, norm, found);
    Scores scores{};
    std::size_t known = 0;
    for (const Feature feature : found) known += add_weights(feature, scores) ? 1U : 0U;
    out[i] = verdict_of(scores, known);
  }
  return out;
}

}  // namespace engagelint
