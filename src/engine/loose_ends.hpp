// What a clause leans on and the policy does not have: a training that nobody gives, an approver who is nobody, an authorisation
// that nobody grants.
#pragma once

#include <vector>

#include "engine/traits.hpp"
#include "engine/vocabulary.hpp"
#include "norm/norm.hpp"

namespace engagelint {

/// Counts what keeps staff from talking, and what lets them.
void count_restrictions(const Reading& reading, const std::vector<NormTraits>& scopes, PolicyTraits& whole);
/// Marks clauses; of a gap that a text comes back to, the first. Needs the counts.
void find_loose_ends(const PolicyDocument& policy, const Reading& reading, const std::vector<NormTraits>& scopes,
                     const PolicyTraits& whole, TraitsByClause& clauses);

}  // namespace engagelint
