// The places that a rule's `labels` name: a role of the norm, a field of the account, something in the clause.
#pragma once

#include <optional>
#include <string_view>

#include "engine/subject.hpp"

namespace engagelint {

/// norm | sentence | a role; nothing where the norm does not speak of it.
[[nodiscard]] std::optional<Place> place_in(const Subject& subject, const Norm& norm, std::string_view name);
/// account | a field | entry (a team) | name (somebody unknown) | field, clause (what disagrees).
[[nodiscard]] std::optional<Place> place_in(const AccountTraits& account, std::string_view name);
/// permission | ban | reference | handle | ground | hand-off | before.
[[nodiscard]] std::optional<Place> place_in(const Clause& clause, const ClauseTraits& traits, std::string_view name);
/// The id of the clause or of its list item that this place is in.
[[nodiscard]] std::string part_id(const Clause& clause, Span place);

}  // namespace engagelint
