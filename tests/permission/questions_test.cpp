// How far the decisions agree with people who read the policy: questions/*.tsv were written before the program was asked.
// Every disagreement stands in agreement.txt, so that a change that loses ground is seen. ENGAGELINT_UPDATE=1 rewrites it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "permission/explain.hpp"
#include "permission/permission.hpp"
#include "permission/question.hpp"
#include "policy/read_policy.hpp"

using namespace engagelint;

namespace {

const std::string root = ENGAGELINT_SOURCE_DIR;
constexpr double floor_share = 0.93;

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

struct Tally {
  std::size_t asked = 0, agreed = 0;
  std::string disagreements;
};

/// One file of questions, its policy named in the first line.
void ask(const std::filesystem::path& path, Tally& tally) {
  std::istringstream lines(read_file(path.string()));
  std::string line;
  std::getline(lines, line);
  const std::string policy_path = line.substr(2);
  const SourceFile source(policy_path, read_file(root + "/" + policy_path));
  const PolicyFile file = read_policy(source);
  REQUIRE_FALSE(file.policies.empty());
  const Reading reading = read_norms(file.policies.front());
  const std::vector<PolicyReading> policies{{&file.policies.front(), &reading}};
  const Permissions permissions(policies);
  while (std::getline(lines, line)) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    QuestionWords words;
    std::string expected;
    for (std::string* field : {&words.who, &words.action, &words.to, &words.on, &expected}) {
      std::getline(fields, *field, '\t');
      if (*field == "-") field->clear();
    }
    const AskedQuestion asked = read_question(words, policies);
    CAPTURE(line);
    REQUIRE_MESSAGE(!asked.error, asked.error.value_or(""));
    const Decision decision = permissions.decide(asked.question);
    ++tally.asked;
    if (name_of(decision.answer) == expected) {
      ++tally.agreed;
      continue;
    }
    tally.disagreements += fmt::format("{}: {}? expected {}, got {}: {}\n", policy_path, in_words(asked.words), expected,
                                       name_of(decision.answer), because(decision, policies));
  }
}

}  // namespace

TEST_CASE("the decisions agree with people who read the policy") {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/permission/questions"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  Tally tally;
  std::string figures;
  for (const auto& path : paths) {
    const Tally before = tally;
    ask(path, tally);
    figures += fmt::format("{}: {} of {}\n", path.stem().string(), tally.agreed - before.agreed, tally.asked - before.asked);
  }
  const std::string record =
      fmt::format("{} of {} questions agree\n\n{}\n{}", tally.agreed, tally.asked, figures, tally.disagreements);
  std::cout << record;
  const std::string path = root + "/tests/permission/agreement.txt";
  if (std::getenv("ENGAGELINT_UPDATE") != nullptr) {
    std::ofstream(path, std::ios::binary) << record;
  } else {
    CHECK(read_file(path) == record);
  }
  CHECK(static_cast<double>(tally.agreed) >= floor_share * static_cast<double>(tally.asked));
}
