#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "rule/rule.hpp"
#include "rule/storage.hpp"

namespace engagelint {
namespace {

namespace fs = std::filesystem;

void note_unreadable(RuleSet& into, const std::string& path, std::string message) {
  Notice notice;
  notice.kind = NoticeKind::unreadable_file;
  notice.path = path;
  notice.message = std::move(message);
  notice.fatal = true;
  into.notices.push_back(std::move(notice));
}

/// Sorted, so that the order of rules does not hang on the file system. Words of the field stand in `lexicon` and are no rules.
std::vector<std::string> rule_files(const std::string& directory, std::error_code& error) {
  std::vector<std::string> paths;
  for (fs::recursive_directory_iterator at(directory, error), end; !error && at != end; at.increment(error)) {
    if (at->is_directory(error) && at->path().filename() == "lexicon") {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(error) && (at->path().extension() == ".yaml" || at->path().extension() == ".yml")) {
      paths.push_back(at->path().generic_string());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

void load_rule(RuleSet& into, const std::string& path, const expr::ConceptTable& concepts) {
  std::ifstream stream(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) {
    note_unreadable(into, path, "the rule file could not be read");
    return;
  }
  const auto file = std::make_shared<const SourceFile>(path, std::move(text));
  into.sources.push_back(file);
  std::shared_ptr<RuleStorage> storage = read_rule(*file, concepts, into.notices);
  if (storage == nullptr) return;
  const Rule* rule = &storage->rule;
  const auto same =
      std::find_if(into.rules.begin(), into.rules.end(), [&](const Rule* other) { return other->info.id == rule->info.id; });
  if (same == into.rules.end()) {
    into.rules.push_back(rule);
  } else {
    *same = rule;
    into.notices.push_back({.kind = NoticeKind::bad_rule,
                            .path = path,
                            .file = file.get(),
                            .span = storage->id_place,
                            .message = fmt::format("`{}` takes the place of a rule with the same id", rule->info.id),
                            .hint = "give it an id of its own to keep both"});
  }
  into.storage.push_back(std::move(storage));
}

void load_rules(RuleSet& into, const std::string& directory, const expr::ConceptTable& concepts) {
  std::error_code error;
  const std::vector<std::string> paths = rule_files(directory, error);
  if (error) note_unreadable(into, directory, fmt::format("the rules could not be read: {}", error.message()));
  for (const std::string& path : paths) load_rule(into, path, concepts);
}

const Rule* RuleSet::find(std::string_view id) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule* rule) { return rule->info.id == id; });
  return found != rules.end() ? *found : nullptr;
}

}  // namespace engagelint
