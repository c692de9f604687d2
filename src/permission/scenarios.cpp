#include "permission/scenarios.hpp"

#include <algorithm>
#include <array>

#include "permission/compare.hpp"
#include "permission/explain.hpp"
#include "policy/keys.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

constexpr std::array<std::string_view, 3> file_keys{scenarios_marker, "policy", "scenarios"};
constexpr std::array<std::string_view, 8> scenario_keys{"question", "who", "action", "to", "on", "answer", "clause", "because"};
constexpr std::array<std::string_view, 5> answers{"permitted", "gated", "forbidden", "silent", "conflicting"};

constexpr const char* how_to_ask =
    "ask as in \"may volunteers reply to members on Instagram?\", or with `who`, `action`, `to` and `on`";

std::optional<Scenario> read_scenario(const Node& node, Notes& notes) {
  if (node.kind != NodeKind::mapping) {
    notes.add(NoticeKind::bad_schema, node.place(), "a scenario is a mapping with `question` and `answer`",
              "write `question: may staff reply to members?`");
    return std::nullopt;
  }
  const Keys keys(node, "a scenario", notes);
  keys.check(scenario_keys);
  Scenario scenario;
  scenario.span = node.span;
  scenario.question = keys.text("question");
  scenario.who = keys.text("who");
  scenario.action = keys.text("action");
  scenario.to = keys.text("to");
  scenario.on = keys.text("on");
  scenario.clauses = keys.texts("clause");
  scenario.because = keys.text("because");
  const bool parts = scenario.who || scenario.action || scenario.to || scenario.on;
  if (!scenario.question && !scenario.action) {
    notes.add(NoticeKind::bad_schema, node.place(), "this scenario asks nothing", "write `question`, or `who` and `action`");
    return std::nullopt;
  }
  if (scenario.question && parts) {
    notes.add(NoticeKind::bad_schema, node.place(), "this scenario asks twice",
              "keep `question`, or `who`, `action`, `to` and `on`");
    return std::nullopt;
  }
  if (keys.find("answer") == nullptr) {
    notes.add(NoticeKind::bad_schema, node.place(), "this scenario expects no `answer`", "write one of " + listed(answers));
    return std::nullopt;
  }
  const std::optional<Text> answer = keys.one_of("answer", answers);
  if (!answer) return std::nullopt;
  const auto at = std::find(answers.begin(), answers.end(), answer->value);
  scenario.expected = static_cast<Answer>(at - answers.begin());
  return scenario;
}

/// "2.3/2" is decided by "2.3/2", and so is "2.3".
bool is_within(std::string_view clause, std::string_view wanted) {
  return clause == wanted || (clause.starts_with(wanted) && clause.substr(wanted.size()).starts_with("/"));
}

std::string listed_clauses(const std::vector<std::string>& clauses) {
  std::string out;
  for (const std::string& each : clauses) out += (out.empty() ? "" : ", ") + each;
  return out.empty() ? "no clause" : (clauses.size() == 1 ? "clause " : "clauses ") + out;
}

std::string difference_of(const Scenario& scenario, const ScenarioResult& result) {
  if (result.answer != scenario.expected)
    return "expected " + std::string(name_of(scenario.expected)) + ", and it is " + std::string(name_of(result.answer));
  const bool decided =
      scenario.clauses.empty() || std::any_of(scenario.clauses.begin(), scenario.clauses.end(), [&](const Text& wanted) {
        return std::any_of(result.clauses.begin(), result.clauses.end(),
                           [&](const std::string& clause) { return is_within(clause, wanted.value); });
      });
  if (decided) return {};
  std::vector<std::string> wanted;
  for (const Text& each : scenario.clauses) wanted.push_back(each.value);
  return "expected " + std::string(wanted.size() > 1 ? "one of " : "") + listed_clauses(wanted) + " to decide, and it is " +
         listed_clauses(result.clauses);
}

AskedQuestion asked_by(const Scenario& scenario, std::span<const PolicyReading> policies) {
  if (scenario.question) return read_question(std::string_view(scenario.question->value), policies);
  const auto word = [](const std::optional<Text>& text) { return text ? one_line(text->value) : std::string(); };
  return read_question(QuestionWords{word(scenario.who), word(scenario.action), word(scenario.to), word(scenario.on)}, policies);
}

/// The part of the question that was not understood, as near as can be told.
Span place_of(const Scenario& scenario, const std::string& error) {
  if (scenario.question) return scenario.question->span;
  for (const std::optional<Text>* part : {&scenario.who, &scenario.action, &scenario.to, &scenario.on}) {
    if (*part && error.find("`" + (*part)->value + "`") != std::string::npos) return (*part)->span;
  }
  return scenario.span;
}

}  // namespace

ScenarioFile read_scenarios(const SourceFile& file, std::vector<Notice>& notices) {
  ScenarioFile out;
  out.file = &file;
  const YamlFile yaml = read_yaml(file);
  notices.insert(notices.end(), yaml.notices.begin(), yaml.notices.end());
  Notes notes(file, notices);
  for (const YamlDocument& document : yaml.documents) {
    const Node& root = *document.root;
    if (root.kind != NodeKind::mapping || root.find(scenarios_marker) == nullptr) continue;
    out.marked = true;
    const Keys keys(root, "the file", notes);
    keys.check(file_keys);
    const std::optional<Text> version = keys.text(scenarios_marker);
    if (version && version->value != "1") {
      notes.add(NoticeKind::bad_schema, version->span, "version " + quoted(version->value) + " of scenarios is not known",
                "write `1`");
    }
    for (Text& policy : keys.texts("policy")) out.policies.push_back(std::move(policy));
    const Node* list = keys.list("scenarios");
    if (list == nullptr) continue;
    for (const Node* node : list->items) {
      if (std::optional<Scenario> scenario = read_scenario(*node, notes)) out.scenarios.push_back(std::move(*scenario));
    }
  }
  return out;
}

bool may_be_scenarios(std::string_view bytes) {
  for (std::size_t at = bytes.find(scenarios_marker); at != std::string_view::npos; at = bytes.find(scenarios_marker, at + 1)) {
    if (at == 0 || bytes[at - 1] == '\n' || bytes[at - 1] == '"' || bytes[at - 1] == '\xBF') return true;
  }
  return false;
}

std::vector<ScenarioResult> run_scenarios(const ScenarioFile& file, std::span<const PolicyReading> policies,
                                          std::vector<Notice>& notices) {
  std::vector<ScenarioResult> results;
  Notes notes(*file.file, notices);
  const Permissions permissions(policies);
  for (const Scenario& scenario : file.scenarios) {
    const AskedQuestion asked = asked_by(scenario, policies);
    if (asked.error) {
      const bool of_flags = asked.hint.find("--who") != std::string::npos;
      notes.add(NoticeKind::bad_schema, place_of(scenario, *asked.error), *asked.error, of_flags ? how_to_ask : asked.hint);
      continue;
    }
    const Decision decision = permissions.decide(asked.question);
    ScenarioResult result;
    result.scenario = &scenario;
    result.question = in_words(asked.words);
    result.answer = decision.answer;
    result.answered = answer_words(decision);
    result.because = because(decision, policies);
    for (const Reason& reason : decision.reasons) {
      if (reason.standing != Standing::decided) continue;
      const PolicyReading& policy = policies[reason.policy];
      std::string clause = support_of(policy, reason).name;
      if (std::find(result.clauses.begin(), result.clauses.end(), clause) == result.clauses.end())
        result.clauses.push_back(std::move(clause));
    }
    result.difference = difference_of(scenario, result);
    if (!result.passed() && scenario.expected == Answer::permitted && decision.answer != Answer::permitted)
      result.to_change = to_change(decision, asked.words, policies);
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace engagelint
