// Paths -> policies that hold together: what stands in the files, the common policies they are part of, and what if some clauses
// were not there or others were.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "permission/permission.hpp"

namespace engagelint {

/// Everything that was read, and what was noticed.
struct AllRead {
  std::vector<ReadFile> files;
  std::vector<Notice> notices;
  bool empty_path = false;  ///< a path that holds no policy
};
[[nodiscard]] AllRead read_all(const Context& context, const std::vector<std::string>& paths);

/// Policies that hold together, before and after a what-if. Movable only as a whole.
struct PolicySet {
  AllRead read;
  std::vector<PolicyReading> now;
  std::vector<PolicyReading> then;  ///< with the clauses of --with and without those of --without; empty where neither was asked
  std::vector<std::unique_ptr<Reading>> kept;  ///< readings with fewer norms, for `then`
  int status = 0;                              ///< other than 0: what went wrong was printed, and nothing can be answered
  [[nodiscard]] bool what_if() const { return !then.empty(); }
};
[[nodiscard]] PolicySet read_policy_set(const Context& context, const std::vector<std::string>& paths);
/// The files of a set, as a title has them: "policy.yaml, common.yaml".
[[nodiscard]] std::string names_of(const PolicySet& set);

}  // namespace engagelint
