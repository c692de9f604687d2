// Which clause of one version is which of the other: by id and words, then by words, then by id, then by most words in common.
// Internal to compare.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "permission/compare.hpp"

namespace engagelint::compare_parts {

struct ClauseText {
  std::uint32_t policy = 0;
  const Clause* clause = nullptr;
  const SourceFile* file = nullptr;
  std::string words;    ///< title, text, items and keys, without case and line breaks
  std::string heading;  ///< of the sections around it
};
[[nodiscard]] std::vector<ClauseText> texts_of(std::span<const PolicyReading> policies);

struct Pair {
  std::size_t before = 0, after = 0;
  bool same_words = false;
  bool moved = false;  ///< under another heading, or past clauses that kept their order
};
struct Matching {
  std::vector<Pair> pairs;  ///< in the order of the new version
  std::vector<std::size_t> removed, added;
};
[[nodiscard]] Matching match(const std::vector<ClauseText>& before, const std::vector<ClauseText>& after);

[[nodiscard]] ChangedClause changed(const ClauseText& text);

}  // namespace engagelint::compare_parts
