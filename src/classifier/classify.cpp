#include <algorithm>
#include <cmath>

#include "classifier/classifier.hpp"
#include "classifier/features.hpp"
#include "classifier/weights.hpp"

namespace engagelint {
namespace {

using namespace classifier;

/// Sums of rows, one number a hidden unit: in 16 bits, many at a time, and carried over before they overflow.
struct Sums {
  std::array<std::int32_t, hidden_units> whole{};
  std::array<std::int16_t, hidden_units> part{};
  int rows = 0;  ///< that are in `part`

  void add(const WeightRow& row) {
    constexpr int fit = 256;  // of -127 to 127
    for (std::size_t h = 0; h < hidden_units; ++h) part[h] = static_cast<std::int16_t>(part[h] + row[h]);
    if (++rows == fit) carry();
  }
  void carry() {
    for (std::size_t h = 0; h < hidden_units; ++h) whole[h] += part[h];
    part = {};
    rows = 0;
  }
};

constexpr std::uint32_t unknown = ~0U;

std::uint32_t bucket_of(Feature feature) { return feature & ((1U << bucket_bits) - 1U); }

std::uint32_t start_of(std::uint32_t bucket) { return group_starts[bucket >> group_bits] + starts_in_group[bucket]; }

/// The tables are larger than the caches that are near. What a sentence needs of them is asked for all at once, since to wait for
/// one thing after the other takes longer than to add it up.
void fetch_ahead(const std::vector<Feature>& features) {
  for (const Feature feature : features) __builtin_prefetch(&starts_in_group[bucket_of(feature)]);
  for (const Feature feature : features) __builtin_prefetch(&entries[start_of(bucket_of(feature))]);
}

std::uint32_t place_of(Entry entry) { return entry & ((1U << place_bits) - 1U); }

/// Index into entries.
std::uint32_t find(Feature feature) {
  const std::uint32_t bucket = bucket_of(feature);
  const std::uint32_t rest = feature >> bucket_bits;
  const std::uint32_t end = start_of(bucket + 1);
  for (std::uint32_t i = start_of(bucket); i < end; ++i) {
    if (entries[i] >> place_bits == rest) return i;
  }
  return unknown;
}

// From scores to a probability. Among the clauses that were learned from every third blocks and most of the others are near
// misses; in a policy it is fewer, and long sentences find too little weight. Fitted to whole policies (docs/classifier.md).
constexpr float trust = 1.0F;
constexpr float length = 0.9F;
constexpr float prior = -6.3F;

/// How much the likeliest kind, whose score is `kind`, outweighs that the sentence is fair: the logarithm of the odds.
float log_odds(float kind, float fair, std::size_t feature_count) {
  return trust * (kind - fair) + length * std::log(static_cast<float>(feature_count)) + prior;
}

/// The score of each class.
std::array<float, most_classes> scores_of(const Sums& sums, std::size_t feature_count) {
  const float scale = scale_of(feature_count);
  std::array<float, hidden_units> hidden{};
  for (std::size_t h = 0; h < hidden_units; ++h)
    hidden[h] = std::max(0.0F, static_cast<float>(sums.whole[h]) * units[h] * scale + hidden_biases[h]);
  std::array<float, most_classes> scores{};
  for (std::size_t k = 0; k <= kind_count; ++k) {
    // In as many sums as a register holds, which the compiler may not make of one by itself.
    std::array<float, 8> lanes{};
    for (std::size_t h = 0; h < hidden_units; h += lanes.size()) {
      for (std::size_t lane = 0; lane < lanes.size(); ++lane) lanes[lane] += outputs[k][h + lane] * hidden[h + lane];
    }
    scores[k] = biases[k];
    for (const float lane : lanes) scores[k] += lane;
  }
  return scores;
}

Verdict verdict_of(std::array<float, most_classes> share, std::size_t feature_count) {
  const std::size_t classes = kind_count + 1;
  const float most = *std::max_element(share.begin() + 1, share.begin() + classes);
  const float odds = log_odds(most, share[0], feature_count);
  // Less likely than one in two hundred: most sentences, and no need to say which kind.
  constexpr float surely_fair = -5.3F;
  if (odds < surely_fair) return {};
  Verdict verdict;
  verdict.blocking = 1.0F / (1.0F + std::exp(-odds));
  float sum = 0;
  for (std::size_t k = 1; k < classes; ++k) sum += share[k] = std::exp(share[k] - most);
  for (std::size_t k = 1; k < classes; ++k) {
    Likelihood next{static_cast<std::uint8_t>(k - 1), verdict.blocking * share[k] / sum};
    // Nothing below that is ever asked for.
    if (next.probability < 0.001F) continue;
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

Classifier::Classifier(const Reading& reading) : reading_(reading), reader_(reading), seen_(entry_count) {}

Verdict Classifier::verdict(std::size_t index, std::size_t first_norm, std::size_t end_norm) {
  reader_.read(index, first_norm, end_norm, features_);
  fetch_ahead(features_);
  known_.clear();
  for (const Feature feature : features_) {
    const std::uint32_t entry = find(feature);
    if (entry == unknown || seen_[entry]) continue;
    seen_[entry] = true;
    known_.push_back(entry);
    __builtin_prefetch(&rows[place_of(entries[entry])]);
  }
  Sums sums;
  for (const std::uint32_t entry : known_) {
    seen_[entry] = false;
    sums.add(rows[place_of(entries[entry])]);
  }
  sums.carry();
  Verdict verdict = verdict_of(scores_of(sums, known_.size()), known_.size());
  const Symbols own = reading_.sentences[index].own;
  verdict.words = own.end - own.begin;
  return verdict;
}

}  // namespace engagelint
