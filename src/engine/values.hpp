// The words that templates are filled with: from the norm, the account, and what the policy calls things.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/subject.hpp"

namespace engagelint {

using Values = std::vector<std::pair<std::string_view, std::string>>;

/// {audience} {organization} {person} {contact} {trainer} {starter} {ratio}. A gap stays visible: "[name]".
[[nodiscard]] Values policy_values(const Subject& subject);
/// Adds a norm's own words, role by role, in place of the policy's.
void add_norm_values(const Subject& subject, const Norm& norm, Values& values);
void add_account_values(const AccountTraits& account, Values& values);
/// True where the policy could not fill every word: a fix from it is for people to complete.
[[nodiscard]] bool has_gap(std::string_view filled);

}  // namespace engagelint
