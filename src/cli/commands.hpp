// One function for each command; run() chooses between them.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "cli/options.hpp"
#include "engine/engine.hpp"
#include "rule/rule.hpp"

namespace engagelint {

/// The exit statuses of docs/report-json.md.
namespace status {
inline constexpr int ok = 0, findings = 1, usage = 2, no_policy = 3, unreadable = 4;
// of `can`, beside 0 for permitted
inline constexpr int gated = 10, forbidden = 11, silent = 12, conflicting = 13;
}  // namespace status

/// What every command gets.
struct Context {
  const Options& options;
  const Surroundings& around;
  const Files& files;
  std::ostream& out;
  std::ostream& err;
};

[[nodiscard]] int check(const Context& context);
[[nodiscard]] int read(const Context& context);
[[nodiscard]] int explain(const Context& context);
[[nodiscard]] int list_rules(const Context& context);
[[nodiscard]] int test_rule_examples(const Context& context);
[[nodiscard]] int can(const Context& context);
[[nodiscard]] int matrix(const Context& context);
[[nodiscard]] int show_route(const Context& context);
[[nodiscard]] int diff(const Context& context);
[[nodiscard]] int run_scenario_files(const Context& context);
[[nodiscard]] int init(const Context& context);
[[nodiscard]] int debug_spans(const Context& context);
[[nodiscard]] int debug_verdicts(const Context& context);

/// Whether to colour what goes to standard output.
[[nodiscard]] bool paints(const Context& context);
/// Prints to standard output or to the file of --output; usage where that could not be written.
[[nodiscard]] int write_out(const Context& context, const std::string& text);
/// The same to a file that must not be there yet; not even one that comes in between is overwritten.
[[nodiscard]] int write_new(const Context& context, const std::string& path, const std::string& text);

/// The disk, with `in` as the file "-".
[[nodiscard]] std::unique_ptr<Files> disk_and(std::istream& in);

/// The built-in rules (where wanted) and those of a folder (where given).
[[nodiscard]] RuleSet rules_for(const std::string& folder, bool builtin = true);
/// True where a rule could not be read: exit status 2.
[[nodiscard]] bool has_bad_rule(const RuleSet& rules);
/// "path:line:col: message" and a hint, for commands that do not print a report.
void print_notice(std::ostream& to, const Notice& notice);
/// "did you mean `x`?", or where the list of rules is.
[[nodiscard]] std::string rule_hint(const RuleSet& rules, std::string_view word);

/// All that is known of a rule, for people.
[[nodiscard]] std::string to_explain(const Rule& rule, std::size_t width);
/// The same in a paragraph, for the rule's help in SARIF.
[[nodiscard]] std::string short_help(const Rule& rule);

/// A policy that was read, with the file it stands in.
struct ReadFile {
  std::shared_ptr<const SourceFile> source;
  std::vector<ReadPolicy> policies;
};
/// "engagelint/reading/1".
[[nodiscard]] std::string reading_json(const std::vector<ReadFile>& files, const std::vector<Notice>& notices);
/// "engagelint/rules/1".
[[nodiscard]] std::string rules_json(const RuleSet& rules);

}  // namespace engagelint
