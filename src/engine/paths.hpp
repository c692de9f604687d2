// What was asked for -> the files to read: a file as it is named, a directory or a pattern by the marker key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.hpp"

namespace engagelint {

struct Path {
  std::string name;
  bool found = false;  ///< by a walk, so that files without the marker key are none of ours
};

/// One argument, and which of the paths came of it.
struct Asked {
  enum class Kind : std::uint8_t { file, directory, pattern };
  std::string name;
  Kind kind = Kind::file;
  std::size_t begin = 0, end = 0;
  bool repeats = false;  ///< names a file that an argument before it named
};

struct Gathered {
  std::vector<Path> paths;
  std::vector<Asked> arguments;
};

/// A file that several arguments name is read once, for the first of them.
[[nodiscard]] Gathered gather(const Files& files, const std::vector<std::string>& arguments);
/// `*` stands for anything but a slash, `**` for anything, `?` for one character.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view path);
/// A path as a file names it: "a/b/c.yaml" and "../d.yaml" -> "a/d.yaml".
[[nodiscard]] std::string beside_path(std::string_view file, std::string_view path);
[[nodiscard]] Notice not_a_policy(const Asked& argument);

}  // namespace engagelint
