// `engagelint scenarios`: asks a policy the questions of the file beside it, like tests. `engagelint init` writes the first of
// them.
#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "permission/scenarios.hpp"
#include "policy/read_policy.hpp"
#include "render/layout.hpp"
#include "render/scenarios.hpp"

namespace engagelint {
namespace {

/// "rules/policy.yaml" -> "rules/policy.scenarios.yaml".
std::string beside_policy(const std::string& policy) {
  for (const std::string_view end : {".yaml", ".yml"}) {
    if (policy.ends_with(end)) return policy.substr(0, policy.size() - end.size()) + ".scenarios.yaml";
  }
  return policy + ".scenarios.yaml";
}

/// The folder of a file, with its slash.
std::string folder_of(std::string_view path) { return std::string(path.substr(0, path.rfind('/') + 1)); }

/// How a file is named in another one that stands in `folder`.
std::string from_folder(const std::string& folder, const std::string& file) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const fs::path near = fs::relative(file, folder.empty() ? "." : folder, failed);
  return failed || near.empty() ? file : near.generic_string();
}

/// "rules/policy.scenarios.yaml" -> "rules/policy.yaml".
std::string policy_beside(const std::string& path) {
  const std::size_t at = path.rfind(".scenarios.");
  return at == std::string::npos ? "" : path.substr(0, at) + path.substr(at + 10);
}

class Runner {
 public:
  explicit Runner(const Context& context) : context_(context) {}

  int run() {
    std::vector<std::string> paths = context_.options.paths;
    if (paths.empty()) paths.emplace_back(".");
    for (const std::string& path : paths) take(path);
    for (const Notice& notice : notices_) print_notice(context_.err, notice);
    if (!runs_.empty()) {
      if (const int written = write_out(context_, drawn()); written != status::ok) worst_ = worse(worst_, written);
    }
    return worst_;
  }

 private:
  /// 2, then 4, then 3, then 1.
  static int worse(int left, int right) {
    constexpr int order[] = {status::ok, status::findings, status::no_policy, status::unreadable, status::usage};
    const auto rank = [&](int each) { return std::find(std::begin(order), std::end(order), each); };
    return rank(left) < rank(right) ? right : left;
  }

  void take(const std::string& path) {
    if (const auto files = context_.files.walk(path)) {
      std::size_t found = 0;
      for (const std::string& each : *files) {
        std::string error;
        const std::optional<std::string> bytes = context_.files.read(each, error);
        if (bytes && may_be_scenarios(*bytes)) found += ask(each, *bytes) ? 1U : 0U;
      }
      if (found == 0) none(path, "no file of scenarios is in the folder `" + path + "`");
      return;
    }
    std::string error;
    const std::optional<std::string> bytes = context_.files.read(path, error);
    if (!bytes) {
      context_.err << render::printable(path) << ": could not be opened: " << error << '\n';
      worst_ = worse(worst_, status::unreadable);
    } else if (may_be_scenarios(*bytes)) {
      ask(path, *bytes);
    } else if (may_be_policy(*bytes)) {
      take_policy(path);
    } else {
      context_.err << "engagelint: `" << render::printable(path) << "` is neither a policy nor a file of scenarios\n";
      worst_ = worse(worst_, status::no_policy);
    }
  }

  void take_policy(const std::string& path) {
    const std::string own = beside_policy(path);
    std::string error;
    const std::optional<std::string> bytes = context_.files.read(own, error);
    if (bytes) {
      ask(own, *bytes);
    } else {
      none(path, "there is no `" + own + "` beside the policy");
    }
  }

  void none(const std::string& path, const std::string& message) {
    context_.err << "engagelint: " << render::printable(message) << "\n`engagelint init "
                 << render::printable(path == "." ? "POLICY" : path) << "` writes a first one\n";
    worst_ = worse(worst_, status::no_policy);
  }

  bool ask(const std::string& path, const std::string& bytes) {
    if (!asked_.insert(path).second) return true;
    const auto source = std::make_shared<const SourceFile>(path, bytes);
    sources_.push_back(source);
    const std::size_t before = notices_.size();
    files_.push_back(std::make_unique<ScenarioFile>(read_scenarios(*source, notices_)));
    const ScenarioFile& file = *files_.back();
    if (!file.marked && notices_.size() == before) return false;
    std::vector<std::string> policies;
    for (const Text& each : file.policies) policies.push_back((each.value.starts_with("/") ? "" : folder_of(path)) + each.value);
    if (policies.empty()) policies.push_back(policy_beside(path));
    if (policies.front().empty()) {
      context_.err << render::printable(path) << ": say which policy it asks\n  write `policy: policy.yaml`\n";
      worst_ = worse(worst_, status::usage);
      return true;
    }
    const PolicySet set = read_policy_set(context_, policies);
    if (set.status != 0) {
      worst_ = worse(worst_, set.status);
      return true;
    }
    ScenarioRun run{source.get(), names_of(set), run_scenarios(file, set.now, notices_)};
    for (const ScenarioResult& result : run.results) {
      if (!result.passed()) worst_ = worse(worst_, status::findings);
    }
    // What was not understood was not asked, and must not look as if it had passed.
    for (std::size_t i = before; i < notices_.size(); ++i)
      worst_ = worse(worst_, notices_[i].fatal ? status::unreadable : status::usage);
    runs_.push_back(std::move(run));
    return true;
  }

  std::string drawn() const {
    switch (context_.options.format) {
      case Format::json: return scenarios_json(runs_);
      case Format::junit: return scenarios_junit(runs_);
      case Format::tap: return scenarios_tap(runs_);
      default: return scenarios_text(runs_, {paints(context_), context_.around.width, context_.options.all});
    }
  }

  const Context& context_;
  std::vector<std::shared_ptr<const SourceFile>> sources_;
  std::vector<std::unique_ptr<ScenarioFile>> files_;
  std::vector<ScenarioRun> runs_;
  std::vector<Notice> notices_;
  std::set<std::string> asked_;
  int worst_ = status::ok;
};

}  // namespace

int run_scenario_files(const Context& context) { return Runner(context).run(); }

int init(const Context& context) {
  const std::string& policy = context.options.paths.front();
  if (context.files.walk(policy) || policy == "-") {
    context.err << "engagelint: name one file of a policy\nas in `engagelint init policy.yaml`\n";
    return status::usage;
  }
  const PolicySet set = read_policy_set(context, {policy});
  if (set.status != 0) return set.status;
  const std::string path = context.options.output.empty() ? beside_policy(policy) : context.options.output;
  if (path == "-") {
    context.out << first_scenarios(policy.substr(folder_of(policy).size()), set.now);
    return status::ok;
  }
  std::string error;
  if (context.files.read(path, error) || context.files.walk(path)) {
    context.err << "engagelint: `" << render::printable(path) << "` is there already and stays as it is\n"
                << "--output FILE writes somewhere else\n";
    return status::usage;
  }
  const std::string named = from_folder(folder_of(path), policy);
  const int written = write_new(context, path, first_scenarios(named, set.now));
  if (written != status::ok) return written;
  context.out << render::printable(path) << " holds the questions and the answers of today\n`engagelint scenarios "
              << render::printable(path) << "` asks them\n";
  return status::ok;
}

}  // namespace engagelint
