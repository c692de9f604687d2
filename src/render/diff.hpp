// Two versions of a policy side by side: for the terminal, for a pull request, as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.hpp"
#include "permission/compare.hpp"
#include "permission/route.hpp"

namespace engagelint {

/// A finding with the file it is in.
struct FoundThere {
  const SourceFile* file = nullptr;
  const Finding* finding = nullptr;
};

struct DiffReport {
  std::string old_name, new_name;
  const Comparison* changes = nullptr;
  std::vector<FoundThere> added, gone;  ///< findings of the new version only, and of the old one only
  const Route* old_route = nullptr;     ///< the ways of a member's question; null: not shown
  const Route* new_route = nullptr;
};

struct DiffTextOptions {
  bool color = false;
  std::size_t width = 100;
};

[[nodiscard]] std::string diff_text(const DiffReport& report, const DiffTextOptions& options);
/// Fit for a comment on a pull request.
[[nodiscard]] std::string diff_markdown(const DiffReport& report);
/// "engagelint/diff/1": docs/commands/diff.md.
[[nodiscard]] std::string diff_json(const DiffReport& report);

namespace render {

/// "2 changes take something away, 1 gives something, 3 change words only".
[[nodiscard]] std::string diff_verdict(const Comparison& changes);
/// "Forbidden now", "Allowed now": the heading over changes of one kind.
[[nodiscard]] std::string_view heading_of(ChangeKind kind);
/// "0 hand-offs, 0 approvals; ends at a person → 1 hand-off, …"; empty where the shortest way is as it was.
[[nodiscard]] std::string way_words(const DiffReport& report);
/// "staff: reply to members on Twitter".
[[nodiscard]] std::string asked_words(const Change& change);
/// "2.1 (line 12)"; the file too where it is not the one of the version.
[[nodiscard]] std::string place_words(const ChangedClause& clause);
[[nodiscard]] std::string place_words(const std::vector<ChangedClause>& clauses);

}  // namespace render
}  // namespace engagelint
