#include "permission/scenarios.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "policy/read_policy.hpp"

using namespace engagelint;

namespace {

struct Policy {
  explicit Policy(std::string text) : file("policy.yaml", std::move(text)), read(read_policy(file)) {
    readings.reserve(read.policies.size());
    for (const PolicyDocument& each : read.policies) {
      readings.push_back(read_norms(each));
      views.push_back({&each, &readings.back()});
    }
  }
  SourceFile file;
  PolicyFile read;
  std::vector<Reading> readings;
  std::vector<PolicyReading> views;
};

const std::string clauses =
    "social-media-policy: 1\ntitle: Talking\nclauses:\n  - {id: '2', title: Staff must not, list: [reply to members, connect with members]}\n";

std::string outcome(const std::string& scenario) {
  const Policy policy(clauses);
  const SourceFile file("policy.scenarios.yaml", "engagelint-scenarios: 1\nscenarios:\n  - " + scenario + "\n");
  std::vector<Notice> notices;
  const ScenarioFile read = read_scenarios(file, notices);
  const std::vector<ScenarioResult> results = run_scenarios(read, policy.views, notices);
  if (!notices.empty()) return "notice: " + notices.front().message;
  if (results.size() != 1) return "no result";
  return results.front().passed() ? "passed" : results.front().difference;
}

}  // namespace

TEST_CASE("a scenario passes or says what differs") {
  CHECK(outcome("{question: 'may staff reply to members?', answer: forbidden}") == "passed");
  CHECK(outcome("{action: reply, to: members, answer: forbidden, clause: '2'}") == "passed");
  CHECK(outcome("{action: reply, to: members, answer: forbidden, clause: 2/1}") == "passed");
  CHECK(outcome("{action: reply, to: members, answer: forbidden, clause: ['9', 2/1]}") == "passed");
  CHECK(outcome("{action: reply, to: members, answer: forbidden, clause: 2/2}") ==
        "expected clause 2/2 to decide, and it is clause 2/1");
  CHECK(outcome("{action: reply, to: members, answer: permitted}") == "expected permitted, and it is forbidden");
}

TEST_CASE("what could pass unseen is refused") {
  for (const char* scenario :
       {"{action: reply}", "{answer: forbidden}", "reply", "{action: repli, answer: forbidden}", "{action: reply, answer: no}",
        "{action: reply, question: 'may staff reply?', answer: forbidden}", "{action: reply, answer: forbidden, why: x}"}) {
    CAPTURE(scenario);
    CHECK(outcome(scenario).starts_with("notice: "));
  }
}

TEST_CASE("the first set holds as it is written, for every example") {
  for (const char* name : {"engaging", "mixed", "restrictive", "structured"}) {
    CAPTURE(name);
    std::ifstream in(std::string(ENGAGELINT_SOURCE_DIR) + "/examples/" + name + ".yaml");
    const Policy policy(std::string(std::istreambuf_iterator<char>(in), {}));
    REQUIRE(policy.views.size() == 1);
    const SourceFile file("first.yaml", first_scenarios("policy.yaml", policy.views));
    std::vector<Notice> notices;
    const ScenarioFile read = read_scenarios(file, notices);
    const std::vector<ScenarioResult> results = run_scenarios(read, policy.views, notices);
    CHECK(notices.empty());
    CHECK(results.size() >= 7);
    CHECK(results.size() == read.scenarios.size());
    for (const ScenarioResult& result : results) CHECK(result.difference == "");
  }
}

TEST_CASE("a name that would break the file is quoted") {
  const Policy policy(clauses);
  const SourceFile file("first.yaml", first_scenarios("a \"b\" \\ #c: d.yaml", policy.views));
  std::vector<Notice> notices;
  const ScenarioFile read = read_scenarios(file, notices);
  CHECK(notices.empty());
  REQUIRE(read.policies.size() == 1);
  CHECK(read.policies.front().value == "a \"b\" \\ #c: d.yaml");
}

TEST_CASE("the schema has the keys that are read") {
  std::ifstream in(std::string(ENGAGELINT_SOURCE_DIR) + "/docs/scenarios.schema.json");
  const std::string schema(std::istreambuf_iterator<char>(in), {});
  for (const char* key :
       {"engagelint-scenarios", "policy", "scenarios", "question", "who", "action", "to", "on", "answer", "clause", "because"})
    CHECK(schema.find("\"" + std::string(key) + "\": ") != std::string::npos);
  for (const char* answer : {"permitted", "gated", "forbidden", "silent", "conflicting"})
    CHECK(schema.find(answer) != std::string::npos);
}
