// Where a mentioned concept goes: decided by what kind of thing it is and by the preposition before it.
#pragma once

#include "norm/builder.hpp"

namespace engagelint::norm {

enum class Zone : std::uint8_t { subject, predicate, condition, exception, before, reason, relative, context };

/// A chunk of nouns in its surroundings.
struct Place {
  Zone zone = Zone::predicate;
  const Unit* preposition = nullptr;  ///< the word before the chunk, if it is one (also "to")
  bool passive = false;               ///< the subject is acted upon
  bool nominal = false;               ///< the subject is itself the act: "Posting about us is reserved for …"
  bool redirects = false;             ///< the act sends something somewhere
  bool approves = false;              ///< the act asks for or gives approval
};

/// Adds a mention for every reading of every unit of a noun chunk.
void add_nouns(const Workspace& work, const Chunk& chunk, const Place& place, Norm& norm);
/// Adds the readings of a verb, gerund or participle under one role.
void add_verb(const Workspace& work, std::uint32_t unit, Role role, Norm& norm);
void add_mention(const Workspace& work, const Unit& unit, Concept concept_id, Role role, Norm& norm);

[[nodiscard]] bool mentions(const Norm& norm, Role role, Concept concept_id);
[[nodiscard]] bool has_role(const Norm& norm, Role role);
/// One who acts, and neither a visitor nor one of those who are served.
[[nodiscard]] bool works_here(Concept concept_id);

}  // namespace engagelint::norm
