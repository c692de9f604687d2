// read_policy: the one way from a file to its policies.
// In: a SourceFile. Out: one PolicyDocument for every document with the marker key, and the notices of YAML and
// format alike, ordered by place. docs/policy-format.md is the contract.
#pragma once

#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "yaml/yaml.hpp"

namespace engagelint {

/// The key that makes a YAML file a policy.
inline constexpr std::string_view marker_key = "social-media-policy";

struct PolicyFile {
  std::vector<PolicyDocument> policies;  ///< with the retired ones, which are marked and not to be linted
  std::vector<Notice> notices;
  bool unreadable = false;  ///< a fatal notice stands among them: exit status 4
  /// No policy and readable: exit status 3, and a not_a_policy notice says why.
  [[nodiscard]] bool is_policy() const { return !policies.empty() || unreadable; }
};

/// Reads a whole file. `file` must outlive the result.
[[nodiscard]] PolicyFile read_policy(const SourceFile& file);
/// The same from trees that were read already.
[[nodiscard]] PolicyFile read_policy(const SourceFile& file, const YamlFile& yaml);

/// A quick look for walking directories: the marker key stands at the start of a line. May be wrong only by saying yes.
[[nodiscard]] bool may_be_policy(std::string_view bytes);

}  // namespace engagelint
