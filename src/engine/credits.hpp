// What members can do now: the clauses that let staff engage, in short lines.
#pragma once

#include <string>
#include <vector>

#include "engine/subject.hpp"

namespace engagelint {

/// "staff may answer members (2.1)", each once, in the order of the policy.
[[nodiscard]] std::vector<std::string> credits_of(const Subject& subject);

}  // namespace engagelint
