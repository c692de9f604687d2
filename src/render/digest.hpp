// What a reader should see first: findings in order of weight, repeats of a rule together, and where to start.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "finding/finding.hpp"

namespace engagelint::render {

/// Repeats of one rule, the weightiest first.
struct Group {
  std::vector<const Finding*> findings;
};

struct Digest {
  std::vector<Group> groups;            ///< errors before warnings before notes, then by place
  std::vector<const Finding*> missing;  ///< about the whole policy: what it does not say yet
  std::vector<const Finding*> accepted;
  std::uint32_t notes = 0;  ///< left out of `groups`, to be counted
};

/// Notes are left out and counted unless `notes` is set.
[[nodiscard]] Digest digest(const FileReport& report, bool notes);

/// The clause or account to begin with: the one that clears most errors, then most findings, then the first;
/// the policy as a whole only where nothing else is left.
struct Start {
  const FileReport* report = nullptr;
  const Finding* first = nullptr;  ///< its first finding
  std::uint32_t clears = 0;        ///< errors and warnings there
  std::uint32_t of = 0;            ///< errors and warnings of the whole report
};
[[nodiscard]] std::optional<Start> start(const Report& report);

/// "3 errors, 4 warnings, 1 note (2 accepted) in 1 policy": the same words wherever totals stand.
[[nodiscard]] std::string totals(const Report& report);
/// "29 of 31 sentences read".
[[nodiscard]] std::string sentences_read(std::uint64_t total, std::uint64_t unread);
/// Of all policies together.
[[nodiscard]] std::string sentences_read(const Report& report);
/// "clause 3.2", "account @inlandports", "the policy as a whole".
[[nodiscard]] std::string place_name(const Finding& finding);

}  // namespace engagelint::render
