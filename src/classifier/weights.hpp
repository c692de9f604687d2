// The learned weights, compiled into the program. Written by learn_main.cpp.
#pragma once

#include <cstdint>
#include <string_view>

namespace engagelint::classifier {

/// How much a feature speaks for a class (0: fair, then the kinds): `weight` times `weight_unit`.
struct Weight {
  std::uint8_t label;
  std::int8_t weight;
};

extern const std::uint32_t bucket_bits;      // features are found by their low bits
extern const std::uint32_t bucket_starts[];  // into features; one more than there are buckets
extern const std::uint32_t features[];
extern const std::uint32_t weight_starts[];  // into weights; one more than there are features
extern const Weight weights[];
extern const float weight_unit;
extern const float biases[];  // one a class
extern const std::string_view kind_names[];
extern const std::uint32_t kind_count;

}  // namespace engagelint::classifier
