// Readings that are known to be wrong stand in known-readings.txt. A check on one of them passes only while it is wrong, so that
// the list is shortened as soon as one is put right, and a reading that goes wrong anew fails.
// ENGAGELINT_UPDATE=1 takes off what is right.
#pragma once

#include <string_view>

namespace engagelint::test {

/// Checks that `right`, unless `what` is listed: then that it is not.
void check_reading(std::string_view what, bool right, std::string_view got = {});

}  // namespace engagelint::test
