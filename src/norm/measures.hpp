// Numbers with a unit: "within two working days", "at least 48 hours before", "three posts a month".
#pragma once

#include "norm/builder.hpp"

namespace engagelint::norm {

/// Sets Norm::within_hours, delay_hours and quantity from the chunks of one piece.
void read_measures(const Workspace& work, const std::vector<std::uint32_t>& chunks, Norm& norm);
/// Hours in a text such as "2 working days"; 0 when there is none.
[[nodiscard]] double hours_in(std::string_view text);

}  // namespace engagelint::norm
