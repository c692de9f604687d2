// tests/cases/spans: each *.yaml is re-printed with every span marked and compared with its *.marks.
// ENGAGELINT_UPDATE=1 rewrites the expected files.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "yaml/yaml.hpp"

using namespace engagelint;

namespace {

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every span of the cases stands where its marks say") {
  const std::filesystem::path folder = std::filesystem::path(ENGAGELINT_SOURCE_DIR) / "tests" / "cases" / "spans";
  std::vector<std::filesystem::path> cases;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") cases.push_back(entry.path());
  }
  std::ranges::sort(cases);
  REQUIRE(cases.size() >= 10);
  for (const std::filesystem::path& path : cases) {
    CAPTURE(path.filename().string());
    const SourceFile file(path.filename().string(), read_bytes(path));
    const std::string marks = mark_spans(file, read_yaml(file).documents);
    std::filesystem::path expected = path;
    expected.replace_extension(".marks");
    if (std::getenv("ENGAGELINT_UPDATE") != nullptr) std::ofstream(expected, std::ios::binary) << marks;
    CHECK(marks == read_bytes(expected));
  }
}
