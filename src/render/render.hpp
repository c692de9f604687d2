// render: Report -> text for people, JSON, SARIF and GitHub annotations; one file each.
// In: a finished report. Out: a string; nothing is printed here. The same numbers stand in every output.
// Knows findings and sources only: what SARIF says of rules comes in as RuleText.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "finding/finding.hpp"

namespace engagelint {

struct TextOptions {
  bool color = false;
  std::size_t width = 100;
  bool all = false;  ///< every finding in full, notes too
};

/// For people. Unless `all`: repeats of a rule together, the weightiest in full, notes counted; every error and warning is named.
[[nodiscard]] std::string to_text(const Report& report, const TextOptions& options);

/// "engagelint/report/1": docs/report-json.md.
[[nodiscard]] std::string to_json(const Report& report);

/// Workflow commands for GitHub Actions, then a line of totals.
[[nodiscard]] std::string to_github(const Report& report);

/// What an output tells of a rule beside its findings.
struct RuleText {
  std::string_view id;
  std::string_view title;
  std::string help;  ///< why it matters and what to write instead
  Severity severity = Severity::warning;
};

/// SARIF 2.1.0. `rules` are the rules that ran; columns count code points.
[[nodiscard]] std::string to_sarif(const Report& report, std::span<const RuleText> rules);

/// Of the program: "0.1.0".
[[nodiscard]] std::string_view version();

}  // namespace engagelint
