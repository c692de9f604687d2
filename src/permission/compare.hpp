// Two versions of a policy -> what changed for the people it is about. docs/commands/diff.md has the semantics.
// In: the policies before and after. Out: what is newly forbidden, gated, freed or silent, which clauses were reworded or moved
// without effect, which came and went. Renumbering, rewrapping and reordering within a section are no change.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "permission/permission.hpp"

namespace engagelint {

enum class ChangeKind : std::uint8_t { forbidden, gated, freed, silent, reworded, moved };
[[nodiscard]] std::string_view name_of(ChangeKind kind);

/// Whether people may do less or more than before.
enum class Direction : std::uint8_t { tightened, loosened, neither };
[[nodiscard]] std::string_view name_of(Direction direction);

/// A clause of either version.
struct ChangedClause {
  std::string clause;  ///< its id, or its item's
  const SourceFile* file = nullptr;
  Span span;
  std::string reading;  ///< how it was read, or its first words where nothing was
  bool operator==(const ChangedClause& other) const { return clause == other.clause && span == other.span; }
};

struct Change {
  ChangeKind kind = ChangeKind::reworded;
  Direction direction = Direction::neither;
  std::string who, action, to, on;  ///< as asked; empty: any, and for reworded and moved clauses all four
  Answer before = Answer::silent, after = Answer::silent;
  std::string was, is;  ///< both answers in words: "yes", "only after an approval by Legal"
  std::vector<ChangedClause> old_clauses, new_clauses;
};

struct Comparison {
  std::vector<Change> changes;  ///< by kind, then in the order of the new clauses
  std::size_t tightened = 0, loosened = 0;
  std::vector<ChangedClause> added, removed;              ///< clauses that came or went and changed nothing that may be done
  std::vector<std::pair<std::string, std::string>> same;  ///< ids of clauses that are the same, old and new
};

/// Of policies that hold together, before and after; all must outlive the result's use. Never fails.
[[nodiscard]] Comparison compare(std::span<const PolicyReading> before, std::span<const PolicyReading> after);

/// An answer in words: "only after approval by Legal, which takes 2 days".
[[nodiscard]] std::string answer_words(const Decision& decision);

}  // namespace engagelint
