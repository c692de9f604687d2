// One policy and the chosen rules -> what can be said of it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/contradictions.hpp"
#include "engine/engine.hpp"
#include "engine/selection.hpp"

namespace engagelint {

/// Judges norm by norm, clause by clause, account by account, then as a whole; applies what was accepted; puts in order.
[[nodiscard]] FileReport judge(const ReadPolicy& read, const Beside& beside, const Selection& rules, std::string_view today,
                               std::vector<Notice>& notices);

}  // namespace engagelint
