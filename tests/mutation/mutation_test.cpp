// What a rule finds must go when the sentence no longer says it. Each example that a rule must find is changed in several ways
// (mutate.hpp); mutants that are still found stand in mutation.txt. ENGAGELINT_UPDATE=1 rewrites it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "engine/engine.hpp"
#include "mutate.hpp"

using namespace engagelint;
using namespace engagelint::mutation;

namespace {

const std::string record_path = std::string(ENGAGELINT_SOURCE_DIR) + "/tests/mutation/mutation.txt";

/// Of all mutants that must be silent. A mutant is a sentence nobody wrote, so some are read otherwise.
constexpr double least_silenced = 0.9;

struct Mutant {
  const Rule* rule = nullptr;
  std::size_t mutator = 0;  ///< index into mutators()
  std::string text;
  std::string found;  ///< rules that speak of it
};

struct Count {
  std::size_t survived = 0;
  std::size_t of = 0;
  void add(const Count& other) {
    survived += other.survived;
    of += other.of;
  }
};

std::string policy_of(const std::string& text) {
  std::string out = "social-media-policy: 1\ntitle: Social media policy\nclauses:\n  - \"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  return out + "\"\n";
}

const RuleSet& rules() {
  static const RuleSet set = builtin_rules();
  return set;
}

/// The rules of scope norm that speak of each text.
std::vector<std::string> found_in(const std::vector<std::string>& texts) {
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    paths.push_back(fmt::format("{:05}.yaml", i));
    files.emplace_back(paths.back(), policy_of(texts[i]));
  }
  LintOptions options;
  options.today = "2026-01-01";
  const Report report = lint(*memory(std::move(files)), paths, rules(), options);
  std::vector<std::string> out;
  for (const FileReport& file : report.files) {
    std::string names;
    for (const Finding& finding : file.findings) {
      const Rule* rule = rules().find(finding.rule.id);
      if (rule == nullptr || rule->scope != Scope::norm) continue;
      names += (names.empty() ? "" : ", ") + std::string(finding.rule.id);
    }
    out.push_back(std::move(names));
  }
  return out;
}

std::vector<Mutant> mutants() {
  std::vector<Mutant> out;
  for (const Rule* rule : rules().rules) {
    if (rule->scope != Scope::norm) continue;
    for (const Example& example : rule->flags) {
      if (example.clause.empty() || !example.title.empty()) continue;
      const Sample sentence = describe(example.clause);
      for (std::size_t i = 0; i < mutators().size(); ++i) {
        if (auto text = mutators()[i].mutate(sentence)) out.push_back({rule, i, std::move(*text), {}});
      }
    }
  }
  std::vector<std::string> texts;
  for (const Mutant& mutant : out) texts.push_back(mutant.text);
  const auto found = found_in(texts);
  REQUIRE(found.size() == out.size());
  for (std::size_t i = 0; i < out.size(); ++i) out[i].found = found[i];
  return out;
}

bool failed(const Mutant& mutant) { return mutators()[mutant.mutator].kept == mutant.found.empty(); }

using Row = std::vector<Count>;

std::string line(std::string_view name, const Row& row) {
  std::string out = fmt::format("{:30}", name);
  for (const Count& count : row)
    out += fmt::format(" {:>11}", count.of == 0 ? "-" : fmt::format("{} of {}", count.survived, count.of));
  return out + "\n";
}

std::string table(const std::vector<Mutant>& all) {
  std::map<std::string, Row> rows;
  Row total(mutators().size());
  for (const Mutant& mutant : all) {
    Row& row = rows[std::string(mutant.rule->info.id)];
    row.resize(mutators().size());
    for (Row* into : {&row, &total}) (*into)[mutant.mutator].add({failed(mutant) ? 1U : 0U, 1});
  }
  std::string out = fmt::format("{:30}", "");
  for (const Mutator& mutator : mutators()) out += fmt::format(" {:>11}", mutator.name);
  out += "\n" + line("all", total);
  for (const auto& [name, row] : rows) out += line(name, row);
  return out;
}

std::string record(const std::vector<Mutant>& all) {
  std::string out =
      "# Written by mutation_test.cpp with ENGAGELINT_UPDATE=1. Of the sentences that each rule must find, made into ones that keep\n"
      "# nobody from anybody: how many are still found, of how many. A change that a sentence does not allow is not counted.\n"
      "# `beside` is the other way round: a ban that stands as an exception of a permission is still one; counted are those lost.\n"
      "#\n# \"Staff must not reply to members.\" becomes\n";
  for (const Mutator& mutator : mutators()) out += fmt::format("#   {:12}{}\n", mutator.name, mutator.example);
  out += "\n" + table(all);
  for (const Mutant& mutant : all) {
    if (failed(mutant))
      out += fmt::format("\n{} {}: {}\n  {}\n", mutant.rule->info.id, mutators()[mutant.mutator].name, mutant.text,
                         mutant.found.empty() ? "no longer found" : "still found: " + mutant.found);
  }
  return out;
}

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("a sentence that no longer keeps anybody from anybody is left alone") {
  const auto all = mutants();
  REQUIRE(all.size() > 500);
  const std::string came = record(all);
  if (const char* update = std::getenv("ENGAGELINT_UPDATE"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(record_path, std::ios::binary) << came;
  CHECK_MESSAGE(contents(record_path) == came, "mutation.txt is not what came; ENGAGELINT_UPDATE=1 rewrites it:\n", came);
  const auto silenced = std::count_if(all.begin(), all.end(), [](const Mutant& mutant) { return !failed(mutant); });
  CHECK(static_cast<double>(silenced) >= least_silenced * static_cast<double>(all.size()));
}

TEST_CASE("the mutators do what they say") {
  const Sample plain = describe("Staff must not reply to members.");
  REQUIRE(plain.single);
  for (const Mutator& mutator : mutators()) CHECK(mutator.mutate(plain).value_or("") == mutator.example);
  // Where a change would not say what is meant there is none.
  const Sample order = describe("Do not reply to members.");
  CHECK(!mutators()[0].mutate(order));
  CHECK(mutators()[1].mutate(order).value_or("") == "You may reply to members.");
  const Sample two = describe("Staff must not reply to members. They may read what members write.");
  for (std::size_t i = 0; i < 4; ++i) CHECK(!mutators()[i].mutate(two));
  const Sample conditional = describe("Staff must not reply to members unless the director agrees.");
  for (const std::size_t i : {1U, 6U, 7U}) CHECK(!mutators()[i].mutate(conditional));
  CHECK(found_in({plain.text})[0] == "engagement-ban");
}
