// Accounts and people: fields only, no language involved, so what stands here is exact.
#pragma once

#include <vector>

#include "engine/traits.hpp"
#include "finding/finding.hpp"
#include "policy/people.hpp"
#include "policy/policy.hpp"

namespace engagelint {

/// Every entry of `accounts`, then every handle of `people` that `accounts` does not have.
[[nodiscard]] std::vector<AccountTraits> account_traits(const PolicyDocument& policy);
/// Counts over the accounts, and who stands behind them.
void count_accounts(const PolicyDocument& policy, const std::vector<AccountTraits>& accounts, PolicyTraits& whole);

}  // namespace engagelint
