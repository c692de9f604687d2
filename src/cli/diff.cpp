// `engagelint diff`: two versions of a policy, what people may do less or more, and which findings came and went.
#include <algorithm>
#include <ostream>
#include <map>

#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "cli/revisions.hpp"
#include "permission/compare.hpp"
#include "permission/route.hpp"
#include "render/diff.hpp"
#include "render/layout.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

std::vector<FoundThere> findings_of(const Report& report) {
  std::vector<FoundThere> out;
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) {
      if (!finding.accepted) out.push_back({file.file, &finding});
    }
  }
  return out;
}

/// Takes out of both lists what stands in both by some key, as often as it does.
template <class OldKey, class NewKey>
void strike(std::vector<FoundThere>& old, std::vector<FoundThere>& now, const OldKey& old_key, const NewKey& new_key) {
  std::map<std::string, std::size_t> known;
  for (const FoundThere& each : old) ++known[old_key(*each.finding)];
  std::map<std::string, std::size_t> both;
  std::erase_if(now, [&](const FoundThere& each) {
    const std::string key = new_key(*each.finding);
    const auto found = known.find(key);
    if (key.empty() || found == known.end() || found->second == 0) return false;
    --found->second;
    ++both[key];
    return true;
  });
  std::erase_if(old, [&](const FoundThere& each) {
    const auto found = both.find(old_key(*each.finding));
    if (found == both.end() || found->second == 0) return false;
    --found->second;
    return true;
  });
}

/// A finding is the same where it marks the same words, or a clause that is the same under another wording or number.
void compare_findings(const Comparison& changes, DiffReport& report) {
  const auto by_words = [](const Finding& finding) { return fingerprint(finding, ""); };
  strike(report.gone, report.added, by_words, by_words);
  std::map<std::string, std::string> renamed;
  for (const auto& [old, now] : changes.same) renamed[old] = now;
  const auto clause = [](const Finding& finding, const std::map<std::string, std::string>* names) -> std::string {
    const std::string rule(finding.rule.id);
    if (!finding.clause) return rule + "\n" + finding.account.value_or("");
    std::string id = *finding.clause;
    if (names != nullptr) {
      // Of an item its clause is renamed: "2.3/1".
      auto known = names->find(id);
      const std::size_t slash = id.rfind('/');
      if (known != names->end()) {
        id = known->second;
      } else if (slash != std::string::npos) {
        known = names->find(id.substr(0, slash));
        if (known != names->end()) id = known->second + id.substr(slash);
      }
    }
    return rule + "\n" + id;
  };
  strike(
      report.gone, report.added, [&](const Finding& finding) { return clause(finding, &renamed); },
      [&](const Finding& finding) { return clause(finding, nullptr); });
}

std::string drawn(const DiffReport& report, const Context& context) {
  switch (context.options.format) {
    case Format::json: return diff_json(report);
    case Format::markdown: return diff_markdown(report);
    default: return diff_text(report, {paints(context), context.around.width});
  }
}

bool fails(const Comparison& changes, const DiffReport& report, DiffFailOn level) {
  switch (level) {
    case DiffFailOn::never: return false;
    case DiffFailOn::tightening: return changes.tightened > 0;
    case DiffFailOn::findings: return !report.added.empty();
    case DiffFailOn::change: return !changes.changes.empty() || !changes.added.empty() || !changes.removed.empty();
  }
  return false;
}

}  // namespace

int diff(const Context& context) {
  const Versions versions = read_versions(context.options.paths, context.files);
  if (!versions.error.empty()) {
    context.err << "engagelint: " << render::printable(versions.error) << '\n' << render::printable(versions.hint) << '\n';
    return status::usage;
  }
  const Revisions files(context.files);
  const Context both{context.options, context.around, files, context.out, context.err};
  const PolicySet before = read_policy_set(both, {versions.before});
  if (before.status != 0) return before.status;
  const PolicySet after = read_policy_set(both, {versions.after});
  if (after.status != 0) return after.status;
  const RuleSet rules = rules_for(context.options.rules);
  if (has_bad_rule(rules)) {
    for (const Notice& notice : rules.notices) print_notice(context.err, notice);
    return status::usage;
  }
  LintOptions how;
  how.today = context.around.today;
  const Report old_report = lint(files, {versions.before}, rules, how);
  const Report new_report = lint(files, {versions.after}, rules, how);
  const Route old_route = read_route(before.now);
  const Route new_route = read_route(after.now);
  const Comparison changes = compare(before.now, after.now);
  DiffReport report{versions.before,         versions.after, &changes,  findings_of(new_report),
                    findings_of(old_report), &old_route,     &new_route};
  compare_findings(changes, report);
  const int written = write_out(context, drawn(report, context));
  if (written != status::ok) return written;
  return fails(changes, report, context.options.diff_fail_on) ? status::findings : status::ok;
}

}  // namespace engagelint
