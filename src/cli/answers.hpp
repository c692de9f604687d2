// The answers of `can`, before and after a what-if, and their JSON.
#pragma once

#include <string>

#include "cli/policy_set.hpp"
#include "permission/permission.hpp"
#include "permission/question.hpp"

namespace engagelint {

struct Answers {
  Decision now;
  Decision then;  ///< used where the set has a what-if
};

/// "engagelint/can/1": docs/commands/can.md.
[[nodiscard]] std::string answer_json(const AskedQuestion& asked, const Answers& answers, const PolicySet& set);

}  // namespace engagelint
