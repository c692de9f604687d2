#include "render/scenarios.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/layout.hpp"
#include "render/markup.hpp"

namespace engagelint {
namespace {

using render::count;
using render::escaped;
using render::Ink;
using render::Paint;
using render::printable;

std::size_t line_of(const ScenarioRun& run, const ScenarioResult& result) {
  return run.file->locate(result.scenario->span.begin, ColumnUnit::code_point).line;
}

std::size_t failures(const ScenarioRun& run) {
  return static_cast<std::size_t>(
      std::count_if(run.results.begin(), run.results.end(), [](const ScenarioResult& r) { return !r.passed(); }));
}

void append_failure(std::string& out, const ScenarioResult& result, std::size_t width) {
  out += render::hang("      ", printable(result.difference), width);
  out += render::hang("      because ", printable(result.because), width);
  if (result.scenario->because) out += render::hang("      it matters: ", printable(result.scenario->because->value), width);
  if (!result.to_change.empty()) out += render::hang("      for a yes: ", printable(result.to_change), width);
}

/// What a collector of results shows of a failure.
std::string explained(const ScenarioResult& result) {
  std::string out = result.difference + "; because " + result.because;
  if (!result.to_change.empty()) out += "; for a yes: " + result.to_change;
  return printable(out);
}

}  // namespace

std::string scenarios_text(const std::vector<ScenarioRun>& runs, const ScenarioTextOptions& options) {
  const Paint paint(options.color);
  std::string out;
  std::size_t asked = 0;
  std::size_t failed = 0;
  for (const ScenarioRun& run : runs) {
    asked += run.results.size();
    failed += failures(run);
    out += printable(run.file->path()) + ": " + count(run.results.size(), "question") + " to " + printable(run.policies) + '\n';
    for (const ScenarioResult& result : run.results) {
      if (result.passed() && !options.all) continue;
      const std::string words = printable(result.question) + "? " + printable(result.answered);
      const std::string mark = result.passed() ? "  ✓ " : "  × ";
      const std::string line = render::hang(mark, words + "  [line " + std::to_string(line_of(run, result)) + "]", options.width);
      out += paint(result.passed() ? Ink::good : Ink::error, line.substr(0, line.size() - 1)) + '\n';
      if (!result.passed()) append_failure(out, result, options.width);
    }
  }
  return out + std::to_string(asked - failed) + " of " + count(asked, "answer") + " as expected\n";
}

std::string scenarios_junit(const std::vector<ScenarioRun>& runs) {
  std::size_t asked = 0;
  std::size_t failed = 0;
  std::string suites;
  for (const ScenarioRun& run : runs) {
    asked += run.results.size();
    failed += failures(run);
    const std::string path = escaped(run.file->path());
    suites += "  <testsuite name=\"" + path + "\" tests=\"" + std::to_string(run.results.size()) + "\" failures=\"" +
              std::to_string(failures(run)) + "\" errors=\"0\" skipped=\"0\">\n";
    for (const ScenarioResult& result : run.results) {
      suites += fmt::format("    <testcase classname=\"{0}\" name=\"{1}\" file=\"{0}\" line=\"{2}\"", path,
                            escaped(result.question + "?"), line_of(run, result));
      if (result.passed()) {
        suites += "/>\n";
      } else {
        suites += fmt::format(">\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n",
                              escaped(result.difference), name_of(result.answer), escaped(explained(result)));
      }
    }
    suites += "  </testsuite>\n";
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"engagelint scenarios\" tests=\"" +
         std::to_string(asked) + "\" failures=\"" + std::to_string(failed) + "\">\n" + suites + "</testsuites>\n";
}

std::string scenarios_tap(const std::vector<ScenarioRun>& runs) {
  std::size_t asked = 0;
  for (const ScenarioRun& run : runs) asked += run.results.size();
  std::string out = "TAP version 14\n1.." + std::to_string(asked) + '\n';
  std::size_t number = 0;
  const auto in_quotes = [](const std::string& text) {
    std::string quoted = "\"";
    for (const char c : printable(text)) {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
    return quoted + '"';
  };
  const auto description = [](const std::string& text) {
    std::string safe;
    for (const char c : printable(text)) {
      // A number sign begins a directive.
      if (c == '#' || c == '\\') safe += '\\';
      safe += c;
    }
    return safe;
  };
  for (const ScenarioRun& run : runs) {
    for (const ScenarioResult& result : run.results) {
      out += (result.passed() ? "ok " : "not ok ") + std::to_string(++number) + " - " + description(result.question + "?") + '\n';
      if (result.passed()) continue;
      out += "  ---\n  message: " + in_quotes(result.difference) + "\n  because: " + in_quotes(result.because) +
             "\n  at: " + in_quotes(std::string(run.file->path()) + ":" + std::to_string(line_of(run, result))) + "\n  ...\n";
    }
  }
  return out;
}

}  // namespace engagelint
