// The examples of a rule are its tests: what it must find, what it must leave alone, and what it is known to miss.
#include <algorithm>

#include <fmt/format.h>

#include "engine/common.hpp"
#include "engine/engine.hpp"
#include "engine/judge.hpp"
#include "source/prose.hpp"
#include "engine/selection.hpp"

namespace engagelint {
namespace {

/// The day on which examples are read, so that a date in one means the same for ever.
constexpr std::string_view example_day = "2026-01-01";

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string policy_of(const Example& example) {
  if (!example.policy.empty()) return std::string(example.policy);
  std::string text = "social-media-policy: 1\ntitle: Example\nclauses:\n  - id: example\n";
  if (!example.title.empty()) text += fmt::format("    title: {}\n", quoted(example.title));
  // What goes on from its title in small letters is an item of a list.
  const bool item =
      !example.title.empty() && !example.clause.empty() && example.clause.front() >= 'a' && example.clause.front() <= 'z';
  return text +
         (item ? fmt::format("    list: [{}]\n", quoted(example.clause)) : fmt::format("    text: {}\n", quoted(example.clause)));
}

struct Outcome {
  bool read = false;
  bool found = false;
  std::string quote;
  std::string others;  ///< what else was found, for the message
};

bool speaks_of_all(const Rule& rule) { return rule.info.id.starts_with("mc-") || rule.info.id.starts_with("acc-"); }

void look_for(const Rule& rule, const Finding& finding, Outcome& outcome) {
  const bool under =
      std::any_of(finding.related.begin(), finding.related.end(), [&](const Label& l) { return l.rule == rule.info.id; });
  if (finding.rule.id == rule.info.id || under) {
    outcome.found = true;
    outcome.quote = finding.quote;
  } else if (speaks_of_all(rule) || !(finding.rule.id.starts_with("mc-") || finding.rule.id.starts_with("acc-"))) {
    if (!outcome.others.empty()) outcome.others += ", ";
    outcome.others += finding.rule.id;
  }
}

Outcome judge_example(const Rule& rule, const Example& example, const Selection& selection) {
  Outcome outcome;
  std::vector<Notice> notices;
  const auto source = std::make_shared<const SourceFile>("example.yaml", policy_of(example));
  const std::vector<ReadPolicy> policies = read_policies(source, notices);
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const ReadPolicy& read = policies[i];
    outcome.read = true;
    if (read.policy->retired) continue;
    const FileReport report = judge(read, documents_beside(policies, i), selection, example_day, notices);
    for (const Finding& finding : report.findings) look_for(rule, finding, outcome);
  }
  for (const Notice& notice : notices) outcome.read = outcome.read && !notice.fatal;
  return outcome;
}

std::string complaint(std::string_view kind, const Example& example, const Outcome& outcome) {
  if (!outcome.read) return "the example could not be read as a policy";
  const std::string instead = outcome.others.empty() ? "nothing was found" : fmt::format("found: {}", outcome.others);
  if (kind == "flags" && !outcome.found) return fmt::format("it must be found; {}", instead);
  if (kind == "flags" && !example.quote.empty() && one_line(example.quote) != outcome.quote) {
    return fmt::format("expected the words \"{}\", found \"{}\"", example.quote, outcome.quote);
  }
  if (kind == "silent" && outcome.found) return fmt::format("it must stay silent; found at \"{}\"", outcome.quote);
  if (kind == "todo" && outcome.found) return "it is found now: move it to `flags`";
  return {};
}

}  // namespace

std::size_t test_rules(const RuleSet& rules, std::vector<ExampleFailure>& failures) {
  const Selection selection = select_rules(rules, {});
  std::size_t ran = 0;
  for (const Rule* rule : rules.rules) {
    for (const auto& [kind, examples] :
         {std::pair{"flags", rule->flags}, std::pair{"silent", rule->silent}, std::pair{"todo", rule->todo}}) {
      for (const Example& example : examples) {
        ++ran;
        std::string message = complaint(kind, example, judge_example(*rule, example, selection));
        if (message.empty()) continue;
        failures.push_back({.rule = std::string(rule->info.id),
                            .kind = kind,
                            .example = std::string(example.policy.empty() ? example.clause : example.policy),
                            .message = std::move(message)});
      }
    }
  }
  return ran;
}

}  // namespace engagelint
