// The concepts of rules/lexicon: names and "is a kind of", as tables compiled into the program.
#pragma once

#include <string_view>

#include "norm/concept_ids.hpp"
#include "norm/norm.hpp"

namespace engagelint {

namespace norm::tables {
extern const std::uint64_t ancestors[];  // bit sets, one a concept; of "no concept" an empty one
}

/// The concept of that id, or none.
[[nodiscard]] Concept find_concept(std::string_view id);
[[nodiscard]] std::string_view name_of(Concept concept_id);
/// Number of concepts; ids run from 1 to it.
[[nodiscard]] constexpr std::uint16_t concept_count() { return norm::c::count; }

/// True where `concept_id` is `ancestor` or below it. One bit test.
[[nodiscard]] inline bool is_a(Concept concept_id, Concept ancestor) {
  const auto i = static_cast<std::size_t>(concept_id);
  const auto a = static_cast<std::size_t>(ancestor);
  if (i > norm::c::count || a > norm::c::count) return false;
  return (norm::tables::ancestors[i * norm::c::ancestor_words + a / 64] >> (a % 64) & 1U) != 0;
}

}  // namespace engagelint
