// scenarios: questions to a policy with the answers that somebody expects, read from a file beside it and asked like tests.
// In: a YAML file with the key `engagelint-scenarios`. Out: for each question what was expected, what is answered, and why they
// differ. Refuses what could pass unseen: an unknown key, answer or word of a question is a notice at its place.
// docs/commands/scenarios.md.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "permission/permission.hpp"
#include "permission/question.hpp"
#include "policy/policy.hpp"

namespace engagelint {

inline constexpr std::string_view scenarios_marker = "engagelint-scenarios";

struct Scenario {
  std::optional<Text> question;  ///< in plain words, or else by its parts
  std::optional<Text> who, action, to, on;
  Answer expected = Answer::silent;
  std::vector<Text> clauses;    ///< one of these has to decide; empty: any
  std::optional<Text> because;  ///< why somebody cares
  Span span;
};

struct ScenarioFile {
  const SourceFile* file = nullptr;
  std::vector<Text> policies;  ///< from this file's folder; empty: the policy that it is named after
  std::vector<Scenario> scenarios;
  bool marked = false;  ///< the marker key is there
};

/// Reads a whole file, which must outlive the result and the notices. Never throws for a bad file.
[[nodiscard]] ScenarioFile read_scenarios(const SourceFile& file, std::vector<Notice>& notices);
/// A quick look for walking directories.
[[nodiscard]] bool may_be_scenarios(std::string_view bytes);

struct ScenarioResult {
  const Scenario* scenario = nullptr;
  std::string question;  ///< as it was understood: "may staff reply to members"
  Answer answer = Answer::silent;
  std::string answered;              ///< in words: "only after approval by Legal"
  std::string because;               ///< one sentence
  std::vector<std::string> clauses;  ///< that decide
  std::string difference;            ///< what differs from what was expected; empty: nothing
  std::string to_change;             ///< what would make it a yes, where a yes was expected
  [[nodiscard]] bool passed() const { return difference.empty(); }
};

/// Asks every question. One that cannot be understood is a notice at its place and has no result.
[[nodiscard]] std::vector<ScenarioResult> run_scenarios(const ScenarioFile& file, std::span<const PolicyReading> policies,
                                                        std::vector<Notice>& notices);

/// A first file for a policy, with the answers it gives today. `policy` is its name from the file's folder.
[[nodiscard]] std::string first_scenarios(std::string_view policy, std::span<const PolicyReading> policies);

}  // namespace engagelint
