// What came of scenarios: for people, as JSON, and for the programs that collect test results.
#pragma once

#include <string>
#include <vector>

#include "permission/scenarios.hpp"

namespace engagelint {

/// One file of scenarios, the policies it asked, and its results in order.
struct ScenarioRun {
  const SourceFile* file = nullptr;
  std::string policies;
  std::vector<ScenarioResult> results;
};

struct ScenarioTextOptions {
  bool color = false;
  std::size_t width = 100;
  bool all = false;  ///< those that are as expected too
};

[[nodiscard]] std::string scenarios_text(const std::vector<ScenarioRun>& runs, const ScenarioTextOptions& options);
/// "engagelint/scenarios/1": docs/commands/scenarios.md.
[[nodiscard]] std::string scenarios_json(const std::vector<ScenarioRun>& runs);
/// One suite a file, one case a question.
[[nodiscard]] std::string scenarios_junit(const std::vector<ScenarioRun>& runs);
/// TAP version 14: one test point a question.
[[nodiscard]] std::string scenarios_tap(const std::vector<ScenarioRun>& runs);

}  // namespace engagelint
