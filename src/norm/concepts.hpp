// The concepts of rules/lexicon: names and "is a kind of", as tables compiled into the program.
#pragma once

#include <string_view>

#include "norm/norm.hpp"

namespace engagelint {

/// The concept of that id, or none.
[[nodiscard]] Concept find_concept(std::string_view id);
[[nodiscard]] std::string_view name_of(Concept concept_id);
/// True where `concept_id` is `ancestor` or below it. One bit test.
[[nodiscard]] bool is_a(Concept concept_id, Concept ancestor);
/// Number of concepts; ids run from 1 to it.
[[nodiscard]] std::uint16_t concept_count();

}  // namespace engagelint
