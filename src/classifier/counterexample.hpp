// A clause that blocks -> the same clause freed, so that what is learned hangs on what the clause does and not on its words.
#pragma once

#include <optional>

#include "classifier/labelled.hpp"

namespace engagelint::classifier {

/// "Staff must not reply." -> "Staff need not reply.", labelled fair. Nothing where the clause is fair, or where it takes more
/// than its one modal verb to free it.
[[nodiscard]] std::optional<Labelled> freed(const Labelled& labelled);

/// "Staff must not reply." -> "The meeting room must not be used except to reply.", labelled fair. Nothing where `freed` gives
/// nothing, or where the clause is no ban with a plain verb behind it.
[[nodiscard]] std::optional<Labelled> excepted(const Labelled& labelled);

}  // namespace engagelint::classifier
