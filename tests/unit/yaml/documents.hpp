// Random YAML documents for the property tests: every scalar style, from a seed, the same on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace engagelint::test {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}
  std::uint32_t below(std::uint32_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::uint32_t>((state_ >> 20U) % limit);
  }
  bool chance(std::uint32_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

/// A mapping with a few dozen scalars of every style, block and flow, with or without CRLF and a byte-order mark.
std::string random_document(Random& random);
/// The same with some bytes changed, taken out or put in.
std::string damaged(std::string document, Random& random);

}  // namespace engagelint::test
