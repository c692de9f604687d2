// Files as they are on the disk, and as git has kept them: "HEAD~1:./policy.yaml" reads that revision.
// Git is started as a process of its own with a list of arguments; no shell sees a word of it, and nothing is fetched.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/engine.hpp"

namespace engagelint {

class Revisions final : public Files {
 public:
  explicit Revisions(const Files& disk) : disk_(disk) {}
  std::optional<std::string> read(const std::string& path, std::string& error) const override;
  std::optional<std::vector<std::string>> walk(const std::string& path) const override;

 private:
  const Files& disk_;
};

/// What `git` prints on its standard output with these arguments; nothing where it fails or is not there.
[[nodiscard]] std::optional<std::string> run_git(const std::vector<std::string>& arguments);

/// Two versions to compare, as paths that Revisions reads.
struct Versions {
  std::string before, after;
  std::string error, hint;  ///< why the words name no two versions; empty where they do
};
/// FILE (what changed since HEAD) | OLD NEW (files or REV:FILE) | REV FILE | A..B FILE | A...B FILE | REV REV FILE.
[[nodiscard]] Versions read_versions(const std::vector<std::string>& words, const Files& files);

}  // namespace engagelint
