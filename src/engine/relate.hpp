// Accounts and clauses that say the same, or the opposite, name each other.
#pragma once

#include <vector>

#include "engine/subject.hpp"

namespace engagelint {

/// The place of a norm that there is not.
constexpr std::size_t no_norm = static_cast<std::size_t>(-1);

/// A field that a clause of the text speaks against: `approval: none` and "all posts must be approved".
/// `norms` holds, for the first findings, the norm that each is about, or no_norm.
void find_disagreements(Subject& subject, const std::vector<Finding>& findings, const std::vector<std::size_t>& norms);
/// A finding on an account and one of the same kind on a clause stand under each other's `related`.
void relate_accounts(std::vector<Finding>& findings);

}  // namespace engagelint
