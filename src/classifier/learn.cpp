#include "classifier/learn.hpp"

#include <lbfgs.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <future>
#include <stdexcept>
#include <string>

namespace engagelint::classifier {
namespace {

/// The rows and what they cost under given weights; libLBFGS asks for that and for its slope. The rows are gone through in so
/// many parts at the same time; their sums are added in one order, so that the same weights come out on any machine.
class Loss {
 public:
  Loss(const std::vector<Row>& rows, std::size_t columns, std::size_t classes, double l2)
      : rows_(rows), columns_(columns), classes_(classes), l2_(l2), weights_((columns + 1) * most_classes) {
    if (classes > most_classes) throw std::runtime_error("more kinds than most_classes in features.hpp");
  }

  double operator()(const double* weights, double* slope, std::size_t count) {
    for (std::size_t i = 0; i <= columns_; ++i) std::copy_n(weights + i * classes_, classes_, &weights_[i * most_classes]);
    std::vector<std::future<double>> losses;
    for (std::size_t part = 0; part < parts; ++part)
      losses.push_back(std::async(std::launch::async, [=, this] { return sum(part); }));
    double loss = 0;
    for (auto& one : losses) loss += one.get();
    // Biases are free: they only say how common a class is.
    std::fill(slope + columns_ * classes_, slope + count, 0.0);
    for (std::size_t i = 0; i < columns_ * classes_; ++i) {
      slope[i] = l2_ * weights[i];
      loss += 0.5 * l2_ * weights[i] * weights[i];
    }
    for (const auto& of_part : slopes_) {
      for (std::size_t i = 0; i <= columns_; ++i) {
        for (std::size_t k = 0; k < classes_; ++k) slope[i * classes_ + k] += static_cast<double>(of_part[i * most_classes + k]);
      }
    }
    return loss;
  }

 private:
  static constexpr std::size_t parts = 4;

  double sum(std::size_t part) {
    std::vector<float>& slope = slopes_[part];
    slope.assign(weights_.size(), 0.0F);
    double loss = 0;
    const std::size_t end = rows_.size() * (part + 1) / parts;
    for (std::size_t i = rows_.size() * part / parts; i < end; ++i) loss += one(rows_[i], slope.data());
    return loss;
  }

  double one(const Row& row, float* slope) const {
    const float scale = scale_of(row.columns.size());
    const std::size_t biases = columns_ * most_classes;
    std::array<float, most_classes> share{};
    for (const std::uint32_t column : row.columns) {
      const float* own = &weights_[column * most_classes];
      for (std::size_t k = 0; k < most_classes; ++k) share[k] += own[k];
    }
    for (std::size_t k = 0; k < classes_; ++k) share[k] = share[k] * scale + weights_[biases + k];
    const float most = *std::max_element(share.begin(), share.begin() + static_cast<std::ptrdiff_t>(classes_));
    float sum = 0;
    for (std::size_t k = 0; k < classes_; ++k) sum += share[k] = std::exp(share[k] - most);
    for (std::size_t k = 0; k < classes_; ++k) share[k] /= sum;
    const double loss = -std::log(std::max(static_cast<double>(share[row.label]), 1e-30));
    share[row.label] -= 1.0F;
    for (std::size_t k = 0; k < classes_; ++k) slope[biases + k] += share[k] *= row.weight;
    for (std::size_t k = 0; k < classes_; ++k) share[k] *= scale;
    for (const std::uint32_t column : row.columns) {
      float* own = slope + column * most_classes;
      for (std::size_t k = 0; k < most_classes; ++k) own[k] += share[k];
    }
    return loss * static_cast<double>(row.weight);
  }

  const std::vector<Row>& rows_;
  std::size_t columns_;
  std::size_t classes_;
  double l2_;
  std::vector<float> weights_;  ///< most_classes a column, then the biases: loops of a fixed length
  std::array<std::vector<float>, parts> slopes_;
};

lbfgsfloatval_t evaluate(void* loss, const lbfgsfloatval_t* weights, lbfgsfloatval_t* slope, const int count,
                         const lbfgsfloatval_t /*step*/) {
  return (*static_cast<Loss*>(loss))(weights, slope, static_cast<std::size_t>(count));
}

// What is added to all classes alike changes no probability. With their median at 0 most weights can be dropped.
void center(float* weights, std::size_t classes, float least) {
  std::vector<float> sorted(weights, weights + classes);
  std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(classes / 2), sorted.end());
  const float median = sorted[classes / 2];
  for (std::size_t k = 0; k < classes; ++k) {
    weights[k] -= median;
    if (std::abs(weights[k]) < least) weights[k] = 0;
  }
}

}  // namespace

Learned learn(const std::vector<Row>& rows, std::size_t columns, std::size_t classes, const Settings& settings) {
  Loss loss(rows, columns, classes, settings.l2);
  std::vector<double> found((columns + 1) * classes);
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.max_iterations = settings.steps;
  parameters.epsilon = 1e-5;
  const int status = lbfgs(static_cast<int>(found.size()), found.data(), nullptr, evaluate, nullptr, &loss, &parameters);
  // Stopped after the steps that were asked for, or where no step brings anything that a double can tell: good enough. What is
  // found then is the last point that was better.
  const std::array good{static_cast<int>(LBFGS_SUCCESS),
                        static_cast<int>(LBFGS_STOP),
                        static_cast<int>(LBFGSERR_MAXIMUMITERATION),
                        static_cast<int>(LBFGSERR_ROUNDING_ERROR),
                        static_cast<int>(LBFGSERR_MINIMUMSTEP),
                        static_cast<int>(LBFGSERR_MAXIMUMLINESEARCH)};
  if (std::find(good.begin(), good.end(), status) == good.end())
    throw std::runtime_error("the weights could not be found: libLBFGS returned " + std::to_string(status));
  const auto biases = found.begin() + static_cast<std::ptrdiff_t>(columns * classes);
  Learned learned{{found.begin(), biases}, {biases, found.end()}};
  for (std::size_t column = 0; column < columns; ++column) center(&learned.weights[column * classes], classes, settings.least);
  return learned;
}

}  // namespace engagelint::classifier
