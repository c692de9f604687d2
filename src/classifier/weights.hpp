// The learned weights, compiled into the program. Written by learn_main.cpp.
// Laid out for a process that looks at one file: what is common in the clauses stands together, so that few pages are read.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "classifier/features.hpp"

namespace engagelint::classifier {

/// What a feature adds to each hidden unit, in that unit's `units`.
using WeightRow = std::array<std::int8_t, hidden_units>;

/// A feature that is known: what its bucket does not say of its number, and below that which row is its own.
using Entry = std::uint32_t;
constexpr unsigned bucket_bits = 15;  // features are found by their low bits
constexpr unsigned rest_bits = feature_bits - bucket_bits;
constexpr unsigned place_bits = 32 - rest_bits;

/// A bucket's first entry is that of its group, and so many behind it. There is one bucket more than the features ask for.
extern const std::uint32_t group_starts[];
extern const std::uint8_t starts_in_group[];
constexpr unsigned group_bits = 4;
extern const Entry entries[];
extern const std::uint32_t entry_count;
extern const WeightRow rows[];  // of the commonest feature first
extern const float units[hidden_units];
extern const float hidden_biases[hidden_units];
extern const float outputs[][hidden_units];  // one row a class
extern const float biases[];                 // one a class
extern const std::string_view kind_names[];
extern const std::uint32_t kind_count;

}  // namespace engagelint::classifier
