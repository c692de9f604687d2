// Clauses that pass a member's question on once more.
#pragma once

#include "engine/traits.hpp"
#include "norm/norm.hpp"

namespace engagelint {

/// Marks each clause at which a question is handed on for the second time, with the longest way that goes through it.
void find_hand_offs(const PolicyDocument& policy, const Reading& reading, TraitsByClause& clauses);

}  // namespace engagelint
