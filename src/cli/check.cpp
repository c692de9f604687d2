#include <algorithm>
#include <chrono>
#include <fstream>
#include <ostream>

#include "cli/commands.hpp"
#include "render/render.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

/// Time since the last call, for --stats.
class Watch {
 public:
  explicit Watch(std::ostream* to) : to_(to) {}
  void lap(std::string_view step) {
    const auto now = std::chrono::steady_clock::now();
    if (to_ != nullptr) *to_ << step << ": " << std::chrono::duration<double, std::milli>(now - last_).count() << " ms\n";
    last_ = now;
  }

 private:
  std::ostream* to_;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

bool names_a_rule(const RuleSet& rules, const std::string& word) {
  return std::any_of(rules.rules.begin(), rules.rules.end(),
                     [&](const Rule* rule) { return rule->info.id == word || rule->info.family == word; });
}

/// Rules that --select and --ignore name and nobody knows.
std::vector<Notice> unknown_rules(const RuleSet& rules, const Options& options) {
  std::vector<Notice> notices;
  const auto look = [&](const std::vector<std::string>& words, std::string_view option) {
    for (const std::string& word : words) {
      if (names_a_rule(rules, word)) continue;
      Notice notice;
      notice.kind = NoticeKind::bad_usage;
      notice.message = std::string(option) + " names `" + word + "`, which is neither a rule nor a family";
      notice.hint = rule_hint(rules, word);
      notices.push_back(std::move(notice));
    }
  };
  look(options.select, "--select");
  look(options.ignore, "--ignore");
  return notices;
}

bool reaches(Severity severity, FailOn level) {
  switch (level) {
    case FailOn::never: return false;
    case FailOn::error: return severity >= Severity::error;
    case FailOn::warning: return severity >= Severity::warning;
    case FailOn::note: return true;
  }
  return false;
}

/// Where several hold: 2, then 4, then 3, then 1.
int status_of(const Report& report, FailOn level) {
  const auto any = [&](auto test) { return std::any_of(report.notices.begin(), report.notices.end(), test); };
  if (any([](const Notice& notice) { return notice.kind == NoticeKind::bad_usage; })) return status::usage;
  if (any([](const Notice& notice) { return notice.fatal; })) return status::unreadable;
  if (report.paths_without_policy > 0) return status::no_policy;
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) {
      if (!finding.accepted && reaches(finding.severity, level)) return status::findings;
    }
  }
  return status::ok;
}

std::string rendered(const Report& report, const RuleSet& rules, const Context& context) {
  const Options& options = context.options;
  switch (options.format) {
    case Format::json: return to_json(report);
    case Format::github: return to_github(report);
    case Format::sarif: {
      std::vector<RuleText> texts;
      for (const Rule* rule : rules.rules) texts.push_back({rule->info.id, rule->info.title, short_help(*rule), rule->severity});
      return to_sarif(report, texts);
    }
    default: break;
  }
  const bool plain_file = !options.output.empty();
  const bool automatic = context.around.terminal && !context.around.no_color && !plain_file;
  const bool color = options.color == Color::always || (options.color == Color::automatic && automatic);
  return to_text(report, {color, context.around.width, options.all});
}

/// Usage is settled before anything is read: a report with a rule missing would look better than it is.
int refuse(const RuleSet& rules, const std::vector<Notice>& notices, std::ostream& err) {
  for (const Notice& notice : rules.notices) print_notice(err, notice);
  for (const Notice& notice : notices) print_notice(err, notice);
  return status::usage;
}

/// The system takes back what a process held at once; to free a thousand reports piece by piece takes longer than to write them.
/// Holds the first report of the process only, which in the program is all of them.
void keep_until_exit(Report&& report) {
  static const Report* volatile const kept = new Report(std::move(report));
  static_cast<void>(kept);
}

}  // namespace

int check(const Context& context) {
  const Options& options = context.options;
  Watch watch(options.stats ? &context.err : nullptr);
  const RuleSet rules = rules_for(options.rules);
  const std::vector<Notice> unknown = unknown_rules(rules, options);
  if (!unknown.empty() || has_bad_rule(rules)) return refuse(rules, unknown, context.err);
  watch.lap("rules");
  LintOptions how;
  how.today = context.around.today;
  how.select = options.select;
  how.ignore = options.ignore;
  how.fixes = options.format == Format::json || options.format == Format::sarif;
  std::vector<std::string> paths = options.paths;
  if (paths.empty()) paths.emplace_back(".");
  how.standard_input = std::find(paths.begin(), paths.end(), "-") != paths.end();
  Report report = lint(context.files, paths, rules, how);
  report.notices.insert(report.notices.begin(), rules.notices.begin(), rules.notices.end());
  watch.lap("lint");
  const std::string text = rendered(report, rules, context);
  watch.lap("render");
  const int result = status_of(report, options.fail_on);
  keep_until_exit(std::move(report));
  if (options.output.empty()) {
    context.out << text;
    return result;
  }
  std::ofstream file(options.output, std::ios::binary);
  file << text;
  file.close();
  if (file.good()) return result;
  context.err << "engagelint: `" << options.output << "` could not be written\n";
  return status::usage;
}

}  // namespace engagelint
