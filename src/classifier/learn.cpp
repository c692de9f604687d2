#include "classifier/learn.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <future>
#include <random>
#include <stdexcept>
#include <utility>

namespace engagelint::classifier {
namespace {

// Networks that start differently share the hidden units; asked together they are surer than one of their size.
constexpr std::size_t networks = 2;
constexpr std::size_t width = hidden_units / networks;
using Hidden = std::array<float, width>;

/// One of them: as Network, with `width` for hidden_units.
struct Part {
  std::vector<float> inputs, hidden_biases, outputs, biases;
};

/// Adagrad (Duchi, Hazan and Singer, 2011): a weight that has moved much moves less from then on, so that rare features learn as
/// fast as common ones.
struct Weights {
  std::vector<float> values;
  std::vector<float> moved;  ///< squares of all slopes so far

  explicit Weights(std::size_t count) : values(count), moved(count, 1e-6F) {}

  void step(std::size_t at, const float* slopes, std::size_t count, float rate) {
    float* value = &values[at];
    float* sum = &moved[at];
    for (std::size_t i = 0; i < count; ++i) {
      sum[i] += slopes[i] * slopes[i];
      value[i] -= rate * slopes[i] / std::sqrt(sum[i]);
    }
  }
};

class Learner {
 public:
  Learner(std::size_t columns, std::size_t classes, const Settings& settings, std::uint32_t seed)
      : classes_(classes),
        settings_(settings),
        random_(seed),
        inputs_(columns * width),
        hidden_biases_(width),
        outputs_(classes * width),
        biases_(classes) {
    for (float& value : inputs_.values) value = spread(0.09F);
    for (float& value : outputs_.values) value = spread(0.22F);
  }

  Part run(const std::vector<Row>& rows) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rows.size(); ++i) order.insert(order.end(), static_cast<std::size_t>(rows[i].times), i);
    for (int pass = 0; pass < settings_.passes; ++pass) {
      rate_ = settings_.rate * (1 - 0.9F * static_cast<float>(pass) / static_cast<float>(settings_.passes));
      for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
      for (const std::size_t i : order) teach(rows[i]);
    }
    return {std::move(inputs_.values), std::move(hidden_biases_.values), std::move(outputs_.values), std::move(biases_.values)};
  }

 private:
  /// Evenly between -most and most. (The library's distributions differ from one to the next.)
  float spread(float most) { return (static_cast<float>(random_() >> 8U) / 8388608.0F - 1) * most; }

  /// A third of the time all features, else about half of them: no weight shall lean on another that a policy in its own words
  /// may not bring.
  void choose(const Row& row) {
    chosen_.clear();
    const bool all = row.whole || random_() % 3 == 0;
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
      if (i % 32 == 0) bits = all ? ~0U : static_cast<std::uint32_t>(random_());
      if ((bits >> (i % 32) & 1U) != 0) chosen_.push_back(row.columns[i]);
    }
  }

  /// The probability of each class.
  void ask(float scale) {
    hidden_.fill(0);
    for (const std::uint32_t column : chosen_) {
      const float* own = &inputs_.values[column * width];
      for (std::size_t h = 0; h < width; ++h) hidden_[h] += own[h];
    }
    for (std::size_t h = 0; h < width; ++h) hidden_[h] = std::max(0.0F, hidden_[h] * scale + hidden_biases_.values[h]);
    for (std::size_t k = 0; k < classes_; ++k) {
      float score = biases_.values[k];
      for (std::size_t h = 0; h < width; ++h) score += outputs_.values[k * width + h] * hidden_[h];
      share_[k] = score;
    }
    const float most = *std::max_element(share_.begin(), share_.begin() + static_cast<std::ptrdiff_t>(classes_));
    float sum = 0;
    for (std::size_t k = 0; k < classes_; ++k) sum += share_[k] = std::exp(share_[k] - most);
    for (std::size_t k = 0; k < classes_; ++k) share_[k] /= sum;
  }

  /// What is said in many ways is learned from a few of them: that a sentence is like fair ones is worth less than that it is
  /// like blocking ones.
  void take_off_label(std::uint32_t label) {
    share_[label] -= 1;
    if (label != 0) return;
    share_[0] += settings_.doubt;
    for (std::size_t k = 1; k < classes_; ++k) share_[k] -= settings_.doubt / static_cast<float>(classes_ - 1);
  }

  void teach(const Row& row) {
    choose(row);
    const float scale = scale_of(chosen_.size());
    ask(scale);
    take_off_label(row.label);  // now how the loss falls with each score
    Hidden slope{};
    for (std::size_t k = 0; k < classes_; ++k) {
      if (std::abs(share_[k]) < 1e-5F) continue;  // of most classes: they learn nothing from this row
      const std::size_t own = k * width;
      Hidden step;
      for (std::size_t h = 0; h < width; ++h) {
        slope[h] += share_[k] * outputs_.values[own + h];
        step[h] = share_[k] * hidden_[h];
      }
      outputs_.step(own, step.data(), width, rate_);
      biases_.step(k, &share_[k], 1, rate_);
    }
    for (std::size_t h = 0; h < width; ++h) slope[h] = hidden_[h] > 0 ? slope[h] : 0;
    hidden_biases_.step(0, slope.data(), width, rate_);
    for (float& one : slope) one *= scale;
    for (const std::uint32_t column : chosen_) inputs_.step(column * width, slope.data(), width, rate_);
  }

  std::size_t classes_;
  Settings settings_;
  std::mt19937 random_;
  Weights inputs_;
  Weights hidden_biases_;
  Weights outputs_;
  Weights biases_;
  float rate_ = 0;
  std::vector<std::uint32_t> chosen_;
  Hidden hidden_{};
  std::array<float, most_classes> share_{};
};

}  // namespace

Network learn(const std::vector<Row>& rows, std::size_t columns, std::size_t classes, const Settings& settings) {
  if (classes > most_classes) throw std::runtime_error("more kinds than most_classes in features.hpp");
  std::vector<std::future<Part>> parts;
  for (std::uint32_t seed = 1; seed <= networks; ++seed) {
    parts.push_back(std::async(std::launch::async, [&, seed] { return Learner(columns, classes, settings, seed).run(rows); }));
  }
  Network all{
      std::vector<float>(columns * hidden_units), {}, std::vector<float>(classes * hidden_units), std::vector<float>(classes)};
  for (std::size_t i = 0; i < networks; ++i) {
    const Part part = parts[i].get();
    const auto copy = [&](const std::vector<float>& from, float* to, float factor) {
      for (std::size_t j = 0; j < from.size(); ++j) to[j / width * hidden_units + i * width + j % width] = from[j] * factor;
    };
    copy(part.inputs, all.inputs.data(), 1);
    copy(part.hidden_biases, all.hidden_biases.data(), 1);
    copy(part.outputs, all.outputs.data(), 1.0F / networks);
    for (std::size_t k = 0; k < classes; ++k) all.biases[k] += part.biases[k] / networks;
  }
  return all;
}

}  // namespace engagelint::classifier
