#include "engine/common.hpp"

#include <set>

#include <fmt/format.h>

#include "engine/paths.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

/// A file of more documents is a collection, and no policy with its annexes.
constexpr std::size_t most_documents = 16;

bool same_house(const PolicyDocument& left, const PolicyDocument& right) {
  return !left.organization || !right.organization || same_words(left.organization->value, right.organization->value);
}

}  // namespace

Beside documents_beside(const std::vector<ReadPolicy>& file, std::size_t at) {
  Beside beside;
  if (file.size() > most_documents) return beside;
  for (std::size_t i = 0; i < file.size(); ++i) {
    if (i != at && !file[i].policy->retired && same_house(*file[i].policy, *file[at].policy))
      beside.documents.push_back({file[i].policy.get(), &file[i].reading});
  }
  return beside;
}

void CommonPolicies::add(const ReadPolicy& policy, Beside& beside, std::vector<Notice>& notices) {
  std::set<std::string> known{beside_path("", policy.source->path())};
  const PolicyDocument* at = policy.policy.get();
  for (std::size_t next = 0; at != nullptr; ++next) {
    if (at->part_of) {
      const std::string path = beside_path(at->file->path(), at->part_of->value);
      if (known.insert(path).second) {
        const Entry& entry = read(path);
        if (!entry.source && at == policy.policy.get()) {
          notices.push_back({.kind = NoticeKind::unreadable_file,
                             .path = std::string(policy.source->path()),
                             .file = policy.source.get(),
                             .span = at->part_of->span,
                             .message = fmt::format("the common policy `{}` could not be opened: {}", path, entry.error),
                             .hint = "it is checked without it"});
        }
        for (const ReadPolicy& common : entry.policies) {
          if (!common.policy->retired) beside.common.push_back({common.policy.get(), &common.reading});
        }
      }
    }
    at = next < beside.common.size() ? beside.common[next].policy : nullptr;
  }
}

const CommonPolicies::Entry& CommonPolicies::read(const std::string& path) {
  const std::scoped_lock lock(mutex_);
  const auto [at, fresh] = entries_.try_emplace(path);
  Entry& entry = at->second;
  if (!fresh) return entry;
  std::optional<std::string> text = files_.read(path, entry.error);
  if (!text) return entry;
  entry.source = std::make_shared<const SourceFile>(path, std::move(*text));
  // What is to be said of the file itself is said where it is checked.
  std::vector<Notice> ignored;
  entry.policies = read_policies(entry.source, ignored);
  return entry;
}

std::vector<std::shared_ptr<const SourceFile>> CommonPolicies::sources() const {
  std::vector<std::shared_ptr<const SourceFile>> out;
  for (const auto& [path, entry] : entries_) {
    if (entry.source) out.push_back(entry.source);
  }
  return out;
}

}  // namespace engagelint
