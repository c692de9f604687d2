#include "classifier/learn.hpp"

#include <lbfgs.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

namespace engagelint::classifier {
namespace {

/// The rows and what they cost under given weights; libLBFGS asks for that and for its slope.
class Loss {
 public:
  Loss(const std::vector<Row>& rows, std::size_t columns, std::size_t classes, double l2)
      : rows_(rows), columns_(columns), classes_(classes), l2_(l2), share_(classes) {}

  double operator()(const double* weights, double* slope, std::size_t count) {
    double loss = 0;
    // Biases are free: they only say how common a class is.
    std::fill(slope + columns_ * classes_, slope + count, 0.0);
    for (std::size_t i = 0; i < columns_ * classes_; ++i) {
      slope[i] = l2_ * weights[i];
      loss += 0.5 * l2_ * weights[i] * weights[i];
    }
    for (const Row& row : rows_) loss += one(row, weights, slope);
    return loss;
  }

 private:
  double one(const Row& row, const double* weights, double* slope) {
    const double scale = scale_of(row.features);
    const std::size_t biases = columns_ * classes_;
    std::fill(share_.begin(), share_.end(), 0.0);
    for (const std::uint32_t column : row.columns) {
      const double* own = weights + column * classes_;
      for (std::size_t k = 0; k < classes_; ++k) share_[k] += own[k];
    }
    for (std::size_t k = 0; k < classes_; ++k) share_[k] = share_[k] * scale + weights[biases + k];
    const double most = *std::max_element(share_.begin(), share_.end());
    double sum = 0;
    for (double& x : share_) sum += x = std::exp(x - most);
    for (double& x : share_) x /= sum;
    const double loss = -std::log(std::max(share_[row.label], 1e-300));
    share_[row.label] -= 1.0;
    for (std::size_t k = 0; k < classes_; ++k) slope[biases + k] += share_[k];
    for (const std::uint32_t column : row.columns) {
      double* own = slope + column * classes_;
      for (std::size_t k = 0; k < classes_; ++k) own[k] += share_[k] * scale;
    }
    return loss;
  }

  const std::vector<Row>& rows_;
  std::size_t columns_;
  std::size_t classes_;
  double l2_;
  std::vector<double> share_;
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
