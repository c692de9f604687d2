// Which parts a whole policy has: what it must contain for people to talk with members.
#pragma once

#include <vector>

#include "engine/subject.hpp"
#include "engine/vocabulary.hpp"
#include "norm/norm.hpp"

namespace engagelint {

/// A norm that lets staff, all or a named set, engage, answer or hand over, at least in its words.
[[nodiscard]] bool permits_engagement(const Norm& norm, const Vocabulary& words);
/// The permission hangs on an approval, on somebody's discretion, or can be taken back.
[[nodiscard]] bool is_hollow(const Norm& norm, const Reading& reading);

/// Needs the norms and accounts of the subject and the counts of its whole; fills the rest of it.
void find_parts(Subject& subject, std::string_view today);

}  // namespace engagelint
