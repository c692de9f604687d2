#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

#include "scenario.hpp"

namespace fs = std::filesystem;

namespace {

/// A folder of its own for the length of a scenario; the program sees it as the current one.
class Folder {
 public:
  Folder() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "engagelint-XXXXXX").string();
    path_ = mkdtemp(name.data());
    fs::current_path(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    fs::current_path(before_);
    fs::remove_all(path_);
  }

 private:
  fs::path before_, path_;
};

std::vector<fs::path> scenario_files() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(ENGAGELINT_SOURCE_DIR "/tests/cli")) {
    if (entry.path().extension() == ".scenario") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool updating() {
  const char* update = std::getenv("ENGAGELINT_UPDATE");
  return update != nullptr && std::string_view(update) == "1";
}

scenario::Scenario read_scenario(const fs::path& path) {
  std::string problem;
  scenario::Scenario result = scenario::parse(text_of(path), problem);
  CHECK(problem.empty());
  return result;
}

}  // namespace

TEST_CASE("every scenario turns out as written") {
  REQUIRE_FALSE(scenario_files().empty());
  for (const fs::path& path : scenario_files()) {
    CAPTURE(path.filename().string());
    const scenario::Scenario expected = read_scenario(path);
    REQUIRE_FALSE(expected.steps.empty());
    scenario::Scenario actual = expected;
    {
      const Folder folder;
      scenario::write_documents(expected);
      for (scenario::Step& step : actual.steps) step = scenario::run_step(step);
    }
    if (updating()) std::ofstream(path, std::ios::binary) << scenario::print(actual);
    if (!updating()) CHECK(scenario::print(actual) == scenario::print(expected));
  }
}

TEST_CASE("every command and every exit status stands in a scenario") {
  std::set<int> statuses;
  std::string commands;
  for (const fs::path& path : scenario_files()) {
    for (const scenario::Step& step : read_scenario(path).steps) {
      statuses.insert(step.status);
      commands += step.command;
    }
  }
  CHECK(statuses == std::set<int>{0, 1, 2, 3, 4, 10, 11, 12, 13});
  for (const std::string_view words : {"engagelint check ", "engagelint read ", "engagelint explain ", "rules test",
                                       "debug spans", "--version", "--help", "--format json", "--format github", "--fail-on",
                                       "--select", "--ignore", "--rules", "--output", "--all", "--color", " - "}) {
    CAPTURE(words);
    CHECK(commands.find(words) != std::string::npos);
  }
}
