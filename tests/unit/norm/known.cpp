#include "known.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace engagelint::test {
namespace {

const std::string path = std::string(ENGAGELINT_SOURCE_DIR) + "/tests/unit/norm/known-readings.txt";

std::vector<std::string> read_lines() {
  std::vector<std::string> out;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

bool listed(std::string_view what) {
  static const auto lines = read_lines();
  return !what.starts_with('#') && std::find(lines.begin(), lines.end(), what) != lines.end();
}

// The list is never made longer by a program.
void take_off(std::string_view what) {
  auto lines = read_lines();
  std::erase(lines, what);
  std::ofstream out(path);
  for (const auto& line : lines) out << line << '\n';
}

}  // namespace

void check_reading(std::string_view what, bool right, std::string_view got) {
  if (listed(what)) {
    const char* update = std::getenv("ENGAGELINT_UPDATE");
    if (right && update != nullptr && std::string_view(update) == "1") take_off(what);
    CHECK_MESSAGE(!right, "right now, take it off known-readings.txt: ", what);
  } else {
    CHECK_MESSAGE(right, what, " -- read as: ", got);
  }
}

}  // namespace engagelint::test
