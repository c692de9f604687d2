// Who is told, where a verb of telling stands in the passive.
#pragma once

#include <vector>

#include "norm/units.hpp"

namespace engagelint::norm {

/// "Members must be told to use the form": staff do the telling, members are no bearers of a duty. `i` is the verb's unit; those
/// before it have their classes.
[[nodiscard]] bool told_audience(const std::vector<Unit>& units, std::size_t i);

}  // namespace engagelint::norm
