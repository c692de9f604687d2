// The instructions of a Program. One yes or no is carried from instruction to instruction; `and` and `or` jump over what is
// decided. A word of code: operation in bits 0-7, comparison in bits 8-15, fact in bits 16-31; its operands follow.
#pragma once

#include <cstdint>

namespace engagelint::expr {

enum class Operation : std::uint8_t {
  truth,          // of a boolean fact
  negate,         // what is carried
  skip_if_false,  // + position to go on at
  skip_if_true,   // + position
  any_is,         // + n, first, n words of a bit set of concepts from that word on: one of the fact's concepts is in it
  all_are,        // + n, first, n words: there are some, and every one is in it
  has_concepts,
  has_word,
  one_of,     // + n, n indices of words: the fact is one of them
  same_word,  // + other fact
  contains,   // + n, n indices of words: one of them stands in the fact's text
  compare,    // + left, right: see Number
};

/// Where a compared number comes from, in bits 0-7 of its word; its index in bits 8-31.
enum class Number : std::uint8_t { constant, fact, count };

constexpr std::uint32_t instruction(Operation operation, std::uint32_t fact = 0, std::uint32_t detail = 0) {
  return static_cast<std::uint32_t>(operation) | detail << 8U | fact << 16U;
}

}  // namespace engagelint::expr
