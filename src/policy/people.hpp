// Who a name in a policy means: a person of `people`, a department, an account.
#pragma once

#include <string_view>

#include "policy/policy.hpp"

namespace engagelint {

/// A department, role or mailbox by its words or by the glossary; nobody who stands in `people` is one.
[[nodiscard]] bool is_team(const PolicyDocument& policy, std::string_view value);
/// The entry of `people` that is meant by a name, or by a part of one that everybody here would know: "Ana" for Ana Costa.
[[nodiscard]] const Person* find_person(const PolicyDocument& policy, std::string_view value);
/// True where both are one handle: case and the @ do not matter.
[[nodiscard]] bool same_handle(std::string_view left, std::string_view right);

}  // namespace engagelint
