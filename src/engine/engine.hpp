// engine: the narrated flow. Paths and rules -> Report.
// read source, check UTF-8, read YAML, read policy, read norms, for each rule: facts, condition, templates;
// apply accepted findings, sort. Files are independent and shared out over the cores.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "finding/finding.hpp"
#include "norm/norm.hpp"
#include "rule/rule.hpp"

namespace engagelint {

/// The only way to the disk, so that tests and the page use memory.
struct Files {
  virtual ~Files() = default;
  /// File contents, or nothing with `error` set in plain words.
  [[nodiscard]] virtual std::optional<std::string> read(const std::string& path, std::string& error) const = 0;
  /// Regular *.yaml and *.yml files below a directory, sorted; nothing where the path is no directory.
  [[nodiscard]] virtual std::optional<std::vector<std::string>> walk(const std::string& path) const = 0;
};

[[nodiscard]] std::unique_ptr<Files> disk();
[[nodiscard]] std::unique_ptr<Files> memory(std::vector<std::pair<std::string, std::string>> files);

struct LintOptions {
  std::string today;                ///< ISO date, for `review` and `until`
  unsigned threads = 0;             ///< 0: one for each core
  std::vector<std::string> select;  ///< rule ids or families; empty: all
  std::vector<std::string> ignore;
  bool standard_input = false;  ///< path "-" reads it
  bool fixes = true;            ///< false: for a report that shows none; those for missing parts are found with their places
};

/// Checks files and directories. A directory is walked for files with the marker key; a file named is always read.
[[nodiscard]] Report lint(const Files& files, const std::vector<std::string>& paths, const RuleSet& rules,
                          const LintOptions& options);

/// One policy that was read, for `read`, `debug spans` and tests. Movable only as a whole.
struct ReadPolicy {
  std::shared_ptr<const SourceFile> source;
  std::unique_ptr<PolicyDocument> policy;
  Reading reading;
};
[[nodiscard]] std::vector<ReadPolicy> read_policies(std::shared_ptr<const SourceFile> source, std::vector<Notice>& notices);

struct ExampleFailure {
  std::string rule;
  std::string kind;     ///< flags | silent | todo
  std::string example;  ///< its text
  std::string message;  ///< what was expected and what came
};
/// Runs every rule's examples. Returns how many ran.
[[nodiscard]] std::size_t test_rules(const RuleSet& rules, std::vector<ExampleFailure>& failures);

}  // namespace engagelint
