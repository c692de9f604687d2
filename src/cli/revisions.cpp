#include "cli/revisions.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

extern char** environ;

namespace engagelint {
namespace {

/// "HEAD~1" and "./a/policy.yaml" of "HEAD~1:./a/policy.yaml"; nothing where no colon parts them.
struct Revision {
  std::string name, path;
};

std::optional<Revision> revision_of(const std::string& path) {
  const std::size_t colon = path.find(':');
  if (colon == std::string::npos || colon + 1 == path.size()) return std::nullopt;
  return Revision{path.substr(0, colon), path.substr(colon + 1)};
}

std::string named(const std::string& revision, const std::string& file) {
  return revision + ":" + (file.starts_with("/") || file.starts_with("./") ? file : "./" + file);
}

bool is_there(const Files& files, const std::string& path) {
  std::string error;
  return path == "-" || files.walk(path).has_value() || files.read(path, error).has_value();
}

/// A word that git could take for an option is no revision.
bool plausible(const std::string& revision) {
  return !revision.starts_with("-") && revision.find_first_of(" \n\t") == std::string::npos;
}

std::string drain(int from) {
  std::string out;
  std::array<char, 65536> buffer{};
  for (;;) {
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return out;
    out.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// The pair of a range, "" standing for HEAD as in git; three dots begin where the two parted.
std::optional<Versions> range_of(const std::string& word, const std::string& file) {
  const std::size_t dots = word.find("..");
  if (dots == std::string::npos) return std::nullopt;
  const bool parted = word.compare(dots, 3, "...") == 0;
  std::string from = word.substr(0, dots);
  std::string to = word.substr(dots + (parted ? 3 : 2));
  if (from.empty()) from = "HEAD";
  if (to.empty()) to = "HEAD";
  Versions versions;
  if (!plausible(from) || !plausible(to)) {
    versions.error = "`" + word + "` is no range of revisions";
    return versions;
  }
  if (parted) {
    std::optional<std::string> base = run_git({"-C", folder_of(file), "merge-base", from, to});
    if (!base) {
      versions.error = "git knows no revision where `" + from + "` and `" + to + "` parted";
      return versions;
    }
    while (!base->empty() && base->back() == '\n') base->pop_back();
    from = base->substr(0, 12);
  }
  versions.before = named(from, file);
  versions.after = named(to, file);
  return versions;
}

Versions refused(std::string error, std::string hint) {
  Versions versions;
  versions.error = std::move(error);
  versions.hint = std::move(hint);
  return versions;
}

}  // namespace

std::optional<std::string> run_git(const std::vector<std::string>& arguments) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return std::nullopt;
  std::vector<std::string> words{"git"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "git", &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string out = failed == 0 ? drain(ends[0]) : std::string();
  close(ends[0]);
  if (failed != 0) return std::nullopt;
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return std::nullopt;
  return out;
}

std::optional<std::string> Revisions::read(const std::string& path, std::string& error) const {
  if (path == "-") return disk_.read(path, error);
  if (std::optional<std::string> bytes = disk_.read(path, error)) return bytes;
  const std::optional<Revision> revision = revision_of(path);
  if (!revision || !plausible(revision->name)) return std::nullopt;
  // Run where the file is, so that a file of another repository is found in that one.
  const std::string file = revision->path.substr(revision->path.rfind('/') + 1);
  std::optional<std::string> bytes =
      run_git({"-C", folder_of(revision->path), "cat-file", "blob", revision->name + ":./" + file});
  if (!bytes) error = "git finds no `" + revision->path + "` at `" + revision->name + "`";
  return bytes;
}

std::optional<std::vector<std::string>> Revisions::walk(const std::string& path) const { return disk_.walk(path); }

Versions read_versions(const std::vector<std::string>& words, const Files& files) {
  const std::string usage_hint =
      "as in `engagelint diff OLD NEW`, `engagelint diff HEAD~1 FILE` or `engagelint diff main..HEAD FILE`";
  if (words.empty() || words.size() > 3) return refused("name two versions to compare", usage_hint);
  const std::string& file = words.back();
  Versions versions;
  if (words.size() == 1) {
    if (!is_there(files, file)) return refused("there is no file `" + file + "`", usage_hint);
    versions.before = named("HEAD", file);
    versions.after = file;
    return versions;
  }
  if (words.size() == 3) {
    if (!plausible(words[0]) || !plausible(words[1])) return refused("name two revisions before the file", usage_hint);
    versions.before = named(words[0], file);
    versions.after = named(words[1], file);
    return versions;
  }
  const std::string& first = words.front();
  if (is_there(files, first) || revision_of(first)) {
    versions.before = first;
    versions.after = file;
    return versions;
  }
  if (auto range = range_of(first, file)) return *range;
  if (!plausible(first)) return refused("`" + first + "` is neither a file nor a revision", usage_hint);
  if (!run_git({"-C", folder_of(file), "rev-parse", "--verify", "--quiet", first + "^{commit}"}))
    return refused("`" + first + "` is neither a file here nor a revision that git knows", usage_hint);
  versions.before = named(first, file);
  versions.after = file;
  return versions;
}

}  // namespace engagelint
