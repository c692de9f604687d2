#include <algorithm>
#include <ostream>

#include "cli/commands.hpp"
#include "norm/concepts.hpp"
#include "render/layout.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

/// The lexicon, as the rule reader wants it.
expr::ConceptTable concept_table() {
  return {
      .find = [](std::string_view id) { return static_cast<std::uint16_t>(find_concept(id)); },
      .name = [](std::uint16_t id) { return name_of(static_cast<Concept>(id)); },
      .is_a = [](std::uint16_t id, std::uint16_t above) { return is_a(static_cast<Concept>(id), static_cast<Concept>(above)); },
      .count = concept_count()};
}

}  // namespace

RuleSet rules_for(const std::string& folder, bool builtin) {
  RuleSet rules;
  if (builtin) rules = builtin_rules();
  if (!folder.empty()) load_rules(rules, folder, concept_table());
  return rules;
}

bool has_bad_rule(const RuleSet& rules) {
  // Every file that was opened is a source; only those that hold a whole rule are kept.
  const bool refused = rules.sources.size() > rules.storage.size();
  return refused || std::any_of(rules.notices.begin(), rules.notices.end(), [](const Notice& notice) { return notice.fatal; });
}

void print_notice(std::ostream& to, const Notice& notice) {
  std::string where = notice.path;
  if (notice.file != nullptr && notice.span) {
    const LineColumn at = notice.file->locate(notice.span->begin, ColumnUnit::code_point);
    where += ':' + std::to_string(at.line) + ':' + std::to_string(at.column);
  }
  to << (where.empty() ? "engagelint" : render::printable(where)) << ": " << render::printable(notice.message) << '\n';
  if (!notice.hint.empty()) to << "  " << render::printable(notice.hint) << '\n';
}

std::string rule_hint(const RuleSet& rules, std::string_view word) {
  std::vector<std::string_view> known;
  for (const Rule* rule : rules.rules) known.push_back(rule->info.id);
  for (const Rule* rule : rules.rules) known.push_back(rule->info.family);
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? "`engagelint rules` lists them" : "did you mean `" + std::string(meant) + "`?";
}

int list_rules(const Context& context) {
  const RuleSet rules = rules_for(context.options.rules);
  for (const Notice& notice : rules.notices) print_notice(context.err, notice);
  if (context.options.format == Format::json) {
    context.out << rules_json(rules);
    return has_bad_rule(rules) ? status::usage : status::ok;
  }
  std::vector<const Rule*> sorted = rules.rules;
  std::sort(sorted.begin(), sorted.end(), [](const Rule* left, const Rule* right) {
    return std::tie(left->info.family, left->info.id) < std::tie(right->info.family, right->info.id);
  });
  std::size_t widest = 0;
  for (const Rule* rule : sorted) widest = std::max(widest, rule->info.id.size());
  std::string_view family;
  for (const Rule* rule : sorted) {
    if (rule->info.family != family) {
      context.out << (family.empty() ? "" : "\n") << rule->info.family << '\n';
      family = rule->info.family;
    }
    const std::string_view severity = name_of(rule->severity);
    context.out << "  " << rule->info.id << std::string(widest - rule->info.id.size() + 2, ' ') << severity
                << std::string(9 - severity.size(), ' ') << rule->info.title << '\n';
  }
  context.out << '\n' << render::count(sorted.size(), "rule") << "; `engagelint explain RULE` says more of one\n";
  return has_bad_rule(rules) ? status::usage : status::ok;
}

int test_rule_examples(const Context& context) {
  const std::string& folder = context.options.rules;
  const RuleSet rules = rules_for(folder, folder.empty());
  for (const Notice& notice : rules.notices) print_notice(context.err, notice);
  std::vector<ExampleFailure> failures;
  const std::size_t ran = test_rules(rules, failures);
  for (const ExampleFailure& failure : failures) {
    context.out << failure.rule << " (" << failure.kind << "): " << render::printable(failure.message) << '\n'
                << render::hang("    ", failure.example, context.around.width);
  }
  context.out << ran - std::min(ran, failures.size()) << " passed, " << failures.size() << " failed\n";
  if (has_bad_rule(rules)) return status::usage;
  if (ran == 0) {
    context.err << "engagelint: no example was found in `" << folder << "`\n";
    return status::no_policy;
  }
  return failures.empty() ? status::ok : status::findings;
}

}  // namespace engagelint
