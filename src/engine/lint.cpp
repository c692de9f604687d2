#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include <fmt/format.h>

#include "engine/common.hpp"
#include "engine/engine.hpp"
#include "engine/judge.hpp"
#include "engine/paths.hpp"
#include "engine/selection.hpp"
#include "policy/read_policy.hpp"

namespace engagelint {
namespace {

/// What came of one file. Files know nothing of each other, so they are read in any order and joined in the given one.
struct FileResult {
  std::shared_ptr<const SourceFile> source;
  std::vector<FileReport> reports;
  std::vector<Notice> notices;
  bool policy = false;
  std::uint32_t retired = 0;
};

FileResult check(const Files& files, CommonPolicies& common, const Path& path, const Selection& rules, std::string_view today) {
  FileResult result;
  std::string error;
  std::optional<std::string> text = files.read(path.name, error);
  if (!text) {
    result.policy = true;
    result.notices.push_back({.kind = NoticeKind::unreadable_file,
                              .path = path.name,
                              .file = nullptr,
                              .span = std::nullopt,
                              .message = fmt::format("could not be opened: {}", error),
                              .hint = {},
                              .fatal = true});
    return result;
  }
  if (path.found && !may_be_policy(*text)) return result;
  result.source = std::make_shared<const SourceFile>(path.name, std::move(*text));
  const std::vector<ReadPolicy> policies = read_policies(result.source, result.notices);
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const ReadPolicy& read = policies[i];
    result.policy = true;
    // That it was skipped stands among the notices.
    if (read.policy->retired) {
      ++result.retired;
    } else {
      Beside beside = documents_beside(policies, i);
      common.add(read, beside, result.notices);
      result.reports.push_back(judge(read, beside, rules, today, result.notices));
    }
  }
  return result;
}

/// Calls `work` for every index below `count`, on as many threads as asked for.
template <class Work>
void share_out(std::size_t count, unsigned threads, const Work& work) {
  // The system is asked for its cores by reading a file.
  const std::size_t cores = threads != 0 || count < 2 ? threads : std::max(1U, std::thread::hardware_concurrency());
  std::atomic<std::size_t> next{0};
  const auto take = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min(cores, count); ++i) helpers.emplace_back(take);
  take();
  for (std::thread& helper : helpers) helper.join();
}

void join(FileResult&& result, Report& report) {
  if (result.source) report.sources.push_back(std::move(result.source));
  for (FileReport& file : result.reports) report.files.push_back(std::move(file));
  for (Notice& notice : result.notices) report.notices.push_back(std::move(notice));
  report.retired += result.retired;
}

bool is_fatal(const Notice& notice) { return notice.fatal; }

void note_empty(const Asked& argument, Report& report) {
  ++report.paths_without_policy;
  // A file that was named and read has its notice, at the place where the marker key should stand.
  if (argument.kind != Asked::Kind::file) report.notices.push_back(not_a_policy(argument));
}

}  // namespace

Report lint(const Files& files, const std::vector<std::string>& paths, const RuleSet& rules, const LintOptions& options) {
  Report report;
  const Selection selection = select_rules(rules, options);
  const Gathered gathered = gather(files, paths);
  std::vector<FileResult> results(gathered.paths.size());
  CommonPolicies common(files);
  share_out(results.size(), options.threads,
            [&](std::size_t i) { results[i] = check(files, common, gathered.paths[i], selection, options.today); });
  report.sources = common.sources();

  for (const Asked& argument : gathered.arguments) {
    bool policy = argument.repeats;
    bool fatal = false;
    for (std::size_t i = argument.begin; i < argument.end; ++i) {
      policy = policy || results[i].policy;
      fatal = fatal || std::any_of(results[i].notices.begin(), results[i].notices.end(), is_fatal);
      join(std::move(results[i]), report);
    }
    // What could not be read is another matter, and said already.
    if (!policy && !fatal) note_empty(argument, report);
  }
  return report;
}

}  // namespace engagelint
