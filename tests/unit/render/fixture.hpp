// One report built in code, the same for every format.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "finding/finding.hpp"

namespace fixture {

/// The bytes of the first place where `words` stand, at or behind `from`.
inline engagelint::Span find(const engagelint::SourceFile& file, std::string_view words, std::size_t from = 0) {
  const std::size_t at = file.text().find(words, from);
  if (at == std::string_view::npos) throw std::runtime_error("the fixture lacks: " + std::string(words));
  return {static_cast<engagelint::Offset>(at), static_cast<engagelint::Offset>(at + words.size())};
}

/// From the first words to the end of the last ones.
inline engagelint::Span range(const engagelint::SourceFile& file, std::string_view first, std::string_view last) {
  const engagelint::Span begin = find(file, first);
  return {begin.begin, find(file, last, begin.begin).end};
}

/// A policy with an approval over two lines, repeats of a rule, an accepted finding, a missing part and notices.
[[nodiscard]] engagelint::Report report();
/// A policy in which nothing was found.
[[nodiscard]] engagelint::Report clean_report();
/// Both of them, and a file that broke off.
[[nodiscard]] engagelint::Report several();

inline std::string slurp(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

/// The golden of that name; with ENGAGELINT_UPDATE=1 it is first written anew.
inline std::string golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(ENGAGELINT_SOURCE_DIR) + "/tests/render/" + name;
  if (const char* update = std::getenv("ENGAGELINT_UPDATE"); update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << actual;
  }
  return slurp(path);
}

}  // namespace fixture
