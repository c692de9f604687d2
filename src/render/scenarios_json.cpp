#include <nlohmann/json.hpp>

#include "render/scenarios.hpp"

namespace engagelint {
namespace {

using ScenarioJson = nlohmann::ordered_json;

ScenarioJson or_null(const std::string& text) { return text.empty() ? ScenarioJson(nullptr) : ScenarioJson(text); }

ScenarioJson result_json(const ScenarioRun& run, const ScenarioResult& result) {
  ScenarioJson wanted = ScenarioJson::array();
  for (const Text& clause : result.scenario->clauses) wanted.push_back(clause.value);
  return {{"question", result.question + "?"},
          {"passed", result.passed()},
          {"expected", {{"answer", name_of(result.scenario->expected)}, {"clauses", std::move(wanted)}}},
          {"answer", name_of(result.answer)},
          {"clauses", result.clauses},
          {"because", result.because},
          {"difference", or_null(result.difference)},
          {"to-change", or_null(result.to_change)},
          {"line", run.file->locate(result.scenario->span.begin, ColumnUnit::code_point).line}};
}

}  // namespace

std::string scenarios_json(const std::vector<ScenarioRun>& runs) {
  ScenarioJson files = ScenarioJson::array();
  std::size_t passed = 0;
  std::size_t failed = 0;
  for (const ScenarioRun& run : runs) {
    ScenarioJson results = ScenarioJson::array();
    for (const ScenarioResult& result : run.results) {
      ++(result.passed() ? passed : failed);
      results.push_back(result_json(run, result));
    }
    files.push_back({{"path", run.file->path()}, {"policies", run.policies}, {"results", std::move(results)}});
  }
  const ScenarioJson json{
      {"schema", "engagelint/scenarios/1"}, {"files", std::move(files)}, {"passed", passed}, {"failed", failed}};
  return json.dump(2, ' ', false, ScenarioJson::error_handler_t::replace) + '\n';
}

}  // namespace engagelint
