// What one clause gives and another takes back, in one policy or across those that hold together.
#pragma once

#include <vector>

#include "engine/traits.hpp"
#include "engine/vocabulary.hpp"
#include "permission/permission.hpp"

namespace engagelint {

/// Policies that hold beside the one at hand.
struct Beside {
  std::vector<PolicyReading> documents;  ///< other documents of its file
  std::vector<PolicyReading> common;     ///< what it is part of
};

/// Marks the clause that takes back. Of a common policy the clause at hand is marked, whichever of the two it does: the common
/// policy does not know who is part of it.
void find_contradictions(const PolicyReading& own, const Beside& beside, const Vocabulary& words, TraitsByClause& clauses);

}  // namespace engagelint
