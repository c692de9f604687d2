#include "cli/policy_set.hpp"

#include <algorithm>
#include <ostream>
#include <set>
#include <utility>

#include "engine/paths.hpp"
#include "policy/read_policy.hpp"
#include "render/layout.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

bool unreadable(const std::vector<Notice>& notices) {
  return std::any_of(notices.begin(), notices.end(), [](const Notice& notice) { return notice.fatal; });
}

/// True where there was a policy in it, or what may be one.
bool read_bytes(const std::string& name, std::string bytes, AllRead& into) {
  ReadFile file{std::make_shared<SourceFile>(name, std::move(bytes)), {}};
  std::vector<Notice> notices;
  file.policies = read_policies(file.source, notices);
  const bool broken = unreadable(notices);
  const bool policy = !file.policies.empty();
  into.notices.insert(into.notices.end(), notices.begin(), notices.end());
  into.files.push_back(std::move(file));
  return policy || broken;
}

/// True where the file was one, or could not be read.
bool read_one(const Context& context, const Path& path, AllRead& into) {
  std::string error;
  std::optional<std::string> bytes = context.files.read(path.name, error);
  if (!bytes) {
    into.notices.push_back(
        {NoticeKind::unreadable_file, path.name, nullptr, std::nullopt, "could not be opened: " + error, "", true});
    return true;
  }
  // In a folder, YAML files that are no policies are none of our business.
  if (path.found && !may_be_policy(*bytes)) return false;
  return read_bytes(path.name, std::move(*bytes), into);
}

/// The common policies that were named, and those that they name in turn; each once.
void read_common(const Context& context, AllRead& all) {
  std::set<std::string> known;
  for (const ReadFile& file : all.files) known.insert(beside_path("", std::string(file.source->path())));
  for (std::size_t i = 0; i < all.files.size(); ++i) {
    std::vector<std::pair<std::string, const Text*>> named;
    const std::shared_ptr<const SourceFile> source = all.files[i].source;
    for (const ReadPolicy& policy : all.files[i].policies) {
      if (policy.policy->part_of)
        named.emplace_back(beside_path(source->path(), policy.policy->part_of->value), &*policy.policy->part_of);
    }
    for (const auto& [path, text] : named) {
      if (!known.insert(path).second) continue;
      std::string error;
      std::optional<std::string> bytes = context.files.read(path, error);
      if (!bytes) {
        std::string message = "the common policy `";
        message.append(path).append("` could not be opened: ").append(error);
        all.notices.push_back(
            {NoticeKind::unreadable_file, std::string(source->path()), source.get(), text->span, std::move(message), "", true});
        continue;
      }
      if (!read_bytes(path, std::move(*bytes), all)) all.empty_path = true;
    }
  }
}

/// Whether a norm stands in the clause, list item or section of that id.
bool stands_in(const ReadPolicy& policy, const Norm& norm, std::string_view id) {
  const Clause& clause = policy.policy->clauses[norm.clause];
  if (clause.id == id) return true;
  const std::int32_t item = policy.reading.sentences[norm.sentence].item;
  if (item >= 0 && static_cast<std::size_t>(item) < clause.items.size() && clause.items[static_cast<std::size_t>(item)].id == id)
    return true;
  for (std::int32_t at = clause.section; at >= 0; at = policy.policy->sections[static_cast<std::size_t>(at)].parent) {
    if (policy.policy->sections[static_cast<std::size_t>(at)].id == id) return true;
  }
  return false;
}

std::vector<std::string_view> ids_of(const AllRead& read) {
  std::vector<std::string_view> out;
  for (const ReadFile& file : read.files) {
    for (const ReadPolicy& policy : file.policies) {
      for (const Section& section : policy.policy->sections) out.push_back(section.id);
      for (const Clause& clause : policy.policy->clauses) {
        out.push_back(clause.id);
        for (const ClauseItem& item : clause.items) out.push_back(item.id);
      }
    }
  }
  return out;
}

/// True where every clause of --without is there.
bool known_clauses(const Context& context, const AllRead& read) {
  const std::vector<std::string_view> ids = ids_of(read);
  for (const std::string& id : context.options.without) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    context.err << "engagelint: --without names `" << render::printable(id) << "`, which is no clause here\n";
    const std::string_view meant = nearest(id, ids);
    context.err << (meant.empty() ? "`engagelint read` shows the ids" : "did you mean `" + std::string(meant) + "`?") << '\n';
    return false;
  }
  return true;
}

/// Ids that an author gave; those by position ("clauses/3") say nothing of what stands there.
std::vector<std::string> own_ids(const ReadFile& file) {
  std::vector<std::string> out;
  for (const ReadPolicy& policy : file.policies) {
    for (const Clause& clause : policy.policy->clauses) {
      if (clause.id.find('/') == std::string::npos) out.push_back(clause.id);
    }
  }
  return out;
}

void add_readings(const ReadFile& file, std::vector<PolicyReading>& to) {
  for (const ReadPolicy& policy : file.policies) {
    if (!policy.policy->retired) to.push_back({policy.policy.get(), &policy.reading});
  }
}

/// The set without the norms of some clauses.
void leave_out(const PolicySet& set, std::size_t files, const std::vector<std::string>& without, PolicySet& out) {
  for (std::size_t i = 0; i < files; ++i) {
    for (const ReadPolicy& policy : set.read.files[i].policies) {
      if (policy.policy->retired) continue;
      auto kept = std::make_unique<Reading>(policy.reading);
      std::erase_if(kept->norms, [&](const Norm& norm) {
        return std::any_of(without.begin(), without.end(), [&](const std::string& id) { return stands_in(policy, norm, id); });
      });
      out.then.push_back({policy.policy.get(), kept.get()});
      out.kept.push_back(std::move(kept));
    }
  }
}

}  // namespace

AllRead read_all(const Context& context, const std::vector<std::string>& paths) {
  AllRead result;
  const Gathered gathered = gather(context.files, paths);
  for (const Asked& argument : gathered.arguments) {
    bool any = argument.repeats;
    for (std::size_t index = argument.begin; index < argument.end; ++index)
      any = read_one(context, gathered.paths[index], result) || any;
    if (any) continue;
    result.empty_path = true;
    // A file that was named has its notice already, at the place where the marker key should stand.
    if (argument.kind != Asked::Kind::file) result.notices.push_back(not_a_policy(argument));
  }
  return result;
}

PolicySet read_policy_set(const Context& context, const std::vector<std::string>& paths) {
  PolicySet set;
  set.read = read_all(context, paths);
  read_common(context, set.read);
  const std::size_t files = set.read.files.size();
  for (const std::string& path : context.options.with) {
    if (!read_one(context, {path, false}, set.read)) set.read.empty_path = true;
  }
  for (const Notice& notice : set.read.notices) print_notice(context.err, notice);
  if (unreadable(set.read.notices)) set.status = status::unreadable;
  if (set.status == 0 && set.read.empty_path) set.status = status::no_policy;
  if (set.status == 0 && !known_clauses(context, set.read)) set.status = status::usage;
  if (set.status != 0) return set;
  for (std::size_t i = 0; i < files; ++i) add_readings(set.read.files[i], set.now);
  if (context.options.without.empty() && context.options.with.empty()) return set;
  std::vector<std::string> without = context.options.without;
  for (std::size_t i = files; i < set.read.files.size(); ++i) {
    // A clause of the same id is that clause reworded.
    for (std::string& id : own_ids(set.read.files[i])) without.push_back(std::move(id));
  }
  leave_out(set, files, without, set);
  for (std::size_t i = files; i < set.read.files.size(); ++i) add_readings(set.read.files[i], set.then);
  return set;
}

}  // namespace engagelint
