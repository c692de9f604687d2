// A clause that blocks -> the same clause freed, so that what is learned hangs on what the clause does and not on its words.
#pragma once

#include <optional>

#include "classifier/labelled.hpp"

namespace engagelint::classifier {

/// "Staff must not reply." -> "Staff need not reply.", labelled fair. Nothing where the clause is fair, or where it takes more than
/// its one modal verb to free it.
[[nodiscard]] std::optional<Labelled> freed(const Labelled& labelled);

}  // namespace engagelint::classifier
