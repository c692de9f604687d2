#include "engine/paths.hpp"

#include <set>

#include <fmt/format.h>

namespace engagelint {
namespace {

bool is_pattern(std::string_view name) { return name.find_first_of("*?") != std::string_view::npos; }

/// The directory before the first part with a wildcard.
std::string base_of(std::string_view pattern) {
  const std::size_t slash = pattern.substr(0, pattern.find_first_of("*?")).rfind('/');
  if (slash == std::string_view::npos) return ".";
  return std::string(pattern.substr(0, slash == 0 ? 1 : slash));
}

std::string_view without_dot(std::string_view path) { return path.starts_with("./") ? path.substr(2) : path; }

void add_walk(const Files& files, Asked& argument, std::vector<Path>& paths, std::set<std::string>& seen) {
  const bool pattern = is_pattern(argument.name);
  const auto found = files.walk(pattern ? base_of(argument.name) : argument.name);
  if (!found) {
    if (pattern) argument.kind = Asked::Kind::pattern;
    return;
  }
  argument.kind = pattern ? Asked::Kind::pattern : Asked::Kind::directory;
  for (const std::string& path : *found) {
    if (pattern && !matches(without_dot(argument.name), without_dot(path))) continue;
    if (seen.insert(path).second) {
      paths.push_back({.name = path, .found = true});
    } else {
      argument.repeats = true;
    }
  }
}

}  // namespace

Gathered gather(const Files& files, const std::vector<std::string>& arguments) {
  Gathered gathered;
  std::set<std::string> seen;
  for (const std::string& name : arguments) {
    Asked argument{.name = name, .kind = Asked::Kind::file, .begin = gathered.paths.size(), .end = 0};
    if (name != "-") add_walk(files, argument, gathered.paths, seen);
    if (argument.kind == Asked::Kind::file) {
      argument.repeats = !seen.insert(name).second;
      if (!argument.repeats) gathered.paths.push_back({.name = name, .found = false});
    }
    argument.end = gathered.paths.size();
    gathered.arguments.push_back(std::move(argument));
  }
  return gathered;
}

bool matches(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return path.empty();
  if (pattern.starts_with("**/") && matches(pattern.substr(3), path)) return true;
  if (pattern.starts_with("*")) {
    const bool deep = pattern.starts_with("**");
    const std::string_view rest = pattern.substr(deep ? 2 : 1);
    for (std::size_t i = 0; i <= path.size(); ++i) {
      if (matches(rest, path.substr(i))) return true;
      if (i < path.size() && path[i] == '/' && !deep) return false;
    }
    return false;
  }
  if (path.empty() || (pattern.front() != path.front() && (pattern.front() != '?' || path.front() == '/'))) return false;
  return matches(pattern.substr(1), path.substr(1));
}

Notice not_a_policy(const Asked& argument) {
  Notice notice{
      .kind = NoticeKind::not_a_policy, .path = argument.name, .file = nullptr, .span = std::nullopt, .message = {}, .hint = {}};
  switch (argument.kind) {
    case Asked::Kind::file: notice.message = "this is no social media policy"; break;
    case Asked::Kind::directory:
      notice.message = "no social media policy was found in this directory";
      notice.hint = "a policy is a .yaml file that begins with `social-media-policy: 1`";
      break;
    case Asked::Kind::pattern:
      notice.message = "this pattern matched no social media policy";
      notice.hint = "put it in quotes, and look at the folder before the first `*`";
      break;
  }
  return notice;
}

std::string beside_path(std::string_view file, std::string_view path) {
  if (path.starts_with('/')) return std::string(path);
  std::vector<std::string> parts;
  const std::size_t folder = file.rfind('/');
  const std::string whole = (folder == std::string_view::npos ? "" : std::string(file.substr(0, folder + 1))).append(path);
  const bool rooted = whole.starts_with('/');
  std::size_t at = 0;
  while (at <= whole.size()) {
    const std::size_t end = std::min(whole.find('/', at), whole.size());
    const std::string part = whole.substr(at, end - at);
    if (part == ".." && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string out = rooted ? "/" : "";
  for (const std::string& part : parts) {
    if (!out.empty() && out != "/") out += '/';
    out += part;
  }
  return out;
}

}  // namespace engagelint
