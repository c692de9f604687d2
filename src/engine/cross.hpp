// Checks of one clause against itself, against the others, and against what is not there.
#pragma once

#include <vector>

#include "engine/traits.hpp"
#include "engine/vocabulary.hpp"
#include "norm/norm.hpp"

namespace engagelint {

[[nodiscard]] std::vector<ClauseTraits> clause_traits(const PolicyDocument& policy, const Reading& reading,
                                                      const std::vector<NormTraits>& scopes, const Vocabulary& words);

}  // namespace engagelint
