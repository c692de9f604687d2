// Checks of one clause against what is not there; what another takes back is in contradictions.hpp.
#pragma once

#include <vector>

#include "engine/traits.hpp"
#include "norm/norm.hpp"

namespace engagelint {

[[nodiscard]] TraitsByClause clause_traits(const PolicyDocument& policy, const Reading& reading,
                                           const std::vector<NormTraits>& norms);

}  // namespace engagelint
