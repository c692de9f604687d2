// The learned weights, compiled into the program. Written by learn_main.cpp.
// Laid out for a process that looks at one file: what is common in the clauses stands together, so that few pages are read.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "classifier/features.hpp"

namespace engagelint::classifier {

/// How much a feature speaks for each class, in units of `weight_unit`. So are kept the features that say something of many
/// classes, which are the common ones: added up without a branch.
using WeightRow = std::array<std::int8_t, most_classes>;

/// How much a feature speaks for one class. So are kept the features that say something of few.
struct Weight {
  std::uint8_t label;  ///< with `last_weight` in it where no other of the feature follows
  std::int8_t weight;
};
constexpr std::uint8_t last_weight = 0x80;

/// A feature that is known: what its bucket does not say of its number, and below that its place, which is that of its row, or
/// row_count and that of its first weight.
using Entry = std::uint32_t;
constexpr unsigned bucket_bits = 14;  // features are found by their low bits
constexpr unsigned rest_bits = feature_bits - bucket_bits;
constexpr unsigned place_bits = 32 - rest_bits;

/// A bucket's first entry is that of its group, and so many behind it. There is one bucket more than the features ask for.
extern const std::uint32_t group_starts[];
extern const std::uint8_t starts_in_group[];
constexpr unsigned group_bits = 5;
extern const Entry entries[];
extern const std::uint32_t entry_count;
extern const WeightRow rows[];  // of the commonest feature first
extern const std::uint32_t row_count;
extern const Weight weights[];  // those of the commonest feature first
extern const float weight_unit;
extern const float biases[];  // one a class
extern const std::string_view kind_names[];
extern const std::uint32_t kind_count;

}  // namespace engagelint::classifier
