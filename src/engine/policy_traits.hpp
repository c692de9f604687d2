// Which parts a whole policy has: what it must contain for people to talk with members.
#pragma once

#include <vector>

#include "engine/traits.hpp"
#include "engine/vocabulary.hpp"
#include "norm/norm.hpp"

namespace engagelint {

/// A norm that lets staff, all or a named set, engage, answer or hand over, at least in its words.
[[nodiscard]] bool permits_engagement(const Norm& norm, const Vocabulary& words);
/// The permission hangs on an approval, on somebody's discretion, or can be taken back.
[[nodiscard]] bool is_hollow(const Norm& norm, const Reading& reading);
[[nodiscard]] bool needs_approval(const Norm& norm);

/// Needs the counts of `accounts`; fills the rest.
void find_parts(const PolicyDocument& policy, const Reading& reading, const std::vector<AccountTraits>& accounts,
                const Vocabulary& words, std::string_view today, PolicyTraits& whole);

}  // namespace engagelint
