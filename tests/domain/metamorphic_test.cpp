// What should not matter does not: each policy is said again in other words, another style or another order (reword.hpp), and
// what is found is compared. Differences stand in metamorphic.txt; ENGAGELINT_UPDATE=1 rewrites it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/engine.hpp"
#include "reword.hpp"

using namespace engagelint;
using namespace engagelint::domain;

namespace {

const std::string root = ENGAGELINT_SOURCE_DIR;
const std::string record_path = root + "/tests/domain/metamorphic.txt";

/// Of all findings of all policies, over all rewordings.
constexpr double least_kept = 0.97;

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::map<std::string, std::string> policies() {
  std::map<std::string, std::string> out;
  for (const char* folder : {"/examples", "/tests/corpus/dev"}) {
    for (const auto& entry : std::filesystem::directory_iterator(root + folder)) {
      if (entry.path().extension() == ".yaml") out[entry.path().filename().string()] = contents(entry.path().string());
    }
  }
  return out;
}

using Keys = std::multiset<std::string>;

/// The words that a rewording coined are compared as those they stand for.
std::string as_first_said(std::string words, const std::string& own) {
  const std::string one = own.ends_with('s') ? own.substr(0, own.size() - 1) : own;
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"marlovian", "employee"}, {"tolmer", one}}) {
    for (std::size_t at = words.find(from); at != std::string::npos; at = words.find(from, at))
      words.replace(at, from.size(), to);
  }
  return words;
}

/// Clause "2.3" for item "2.3/2" of a clause that has an id of its own.
std::string without_item(const std::string& clause) { return clause.substr(0, clause.rfind('/')); }

std::vector<Keys> found_in(const std::vector<std::string>& texts, Alike alike, const std::vector<std::string>& audiences) {
  static const RuleSet rules = builtin_rules();
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    paths.push_back(fmt::format("{:05}.yaml", i));
    files.emplace_back(paths.back(), texts[i]);
  }
  LintOptions options;
  options.today = "2026-01-01";
  const Report report = lint(*memory(std::move(files)), paths, rules, options);
  std::vector<Keys> out(texts.size());
  for (const FileReport& file : report.files) {
    const auto at = static_cast<std::size_t>(std::stoul(std::string(file.file->path())));
    for (const Finding& finding : file.findings) {
      const std::string rule(finding.rule.id);
      const std::string clause = finding.clause.value_or(finding.account.value_or("-"));
      const std::string words = as_first_said(meant(finding.quote), audiences[at]);
      switch (alike) {
        case Alike::place: out[at].insert(rule + " " + clause + ": " + words); break;
        case Alike::words: out[at].insert(rule + ": " + words); break;
        case Alike::clause: {
          const std::string key = rule + " " + without_item(clause);
          if (!out[at].contains(key)) out[at].insert(key);
          break;
        }
      }
    }
  }
  return out;
}

struct Outcome {
  std::size_t of = 0;         ///< findings in the policies as they are written
  std::size_t different = 0;  ///< lost or new
  std::size_t reworded = 0;   ///< policies whose text is another one at all
  std::string list;
};

Outcome compare(const Rewording& rewording, const std::map<std::string, std::string>& all) {
  std::vector<std::string> names;
  std::vector<std::string> before;
  std::vector<std::string> after;
  std::vector<std::string> audiences;
  for (const auto& [name, yaml] : all) {
    names.push_back(name);
    before.push_back(yaml);
    after.push_back(rewording.apply(yaml));
    const std::size_t at = yaml.find("\naudience: ");
    audiences.push_back(at == std::string::npos ? "members" : meant(yaml.substr(at + 11, yaml.find('\n', at + 1) - at - 11)));
  }
  const auto first = found_in(before, rewording.alike, audiences);
  const auto then = found_in(after, rewording.alike, audiences);
  Outcome outcome;
  for (std::size_t i = 0; i < names.size(); ++i) {
    outcome.of += first[i].size();
    outcome.reworded += before[i] == after[i] ? 0U : 1U;
    for (const auto& [sign, from, without] : {std::tuple{'-', &first[i], &then[i]}, std::tuple{'+', &then[i], &first[i]}}) {
      Keys rest;
      std::set_difference(from->begin(), from->end(), without->begin(), without->end(), std::inserter(rest, rest.end()));
      outcome.different += rest.size();
      for (const std::string& key : rest) outcome.list += fmt::format("  {} {} {}\n", sign, names[i], key);
    }
  }
  return outcome;
}

}  // namespace

TEST_CASE("what should not matter changes nothing that is found") {
  const auto all = policies();
  REQUIRE(all.size() > 30);
  std::string came =
      "# Written by metamorphic_test.cpp with ENGAGELINT_UPDATE=1. What is found in the policies of examples/ and tests/corpus/dev\n"
      "# when they say the same in another style, in other words or in another order: findings lost (-) and new (+), of how many.\n\n";
  std::string lists;
  Outcome total;
  for (const Rewording& rewording : rewordings()) {
    const Outcome outcome = compare(rewording, all);
    CHECK_MESSAGE(outcome.reworded > 0, rewording.name, " changes no policy");
    came += fmt::format("{:20} {:4} of {}\n", rewording.name, outcome.different, outcome.of);
    if (!outcome.list.empty()) lists += fmt::format("\n{}\n{}", rewording.name, outcome.list);
    total.of += outcome.of;
    total.different += outcome.different;
  }
  came += lists;
  if (const char* update = std::getenv("ENGAGELINT_UPDATE"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(record_path, std::ios::binary) << came;
  CHECK_MESSAGE(contents(record_path) == came, "metamorphic.txt is not what came; ENGAGELINT_UPDATE=1 rewrites it:\n", came);
  CHECK(static_cast<double>(total.different) <= (1 - least_kept) * static_cast<double>(total.of));
}

TEST_CASE("the rewordings do what they say") {
  const std::string one =
      "social-media-policy: 1\ntitle: T\naudience: residents\nclauses:\n  - \"Employees must not reply to residents.\"\n";
  for (const Rewording& rewording : rewordings()) {
    if (!rewording.example.empty())
      CHECK_MESSAGE(rewording.apply(one).find(rewording.example) != std::string::npos, rewording.name);
  }
  const auto named = [](std::string_view name) -> const Rewording& {
    return *std::find_if(rewordings().begin(), rewordings().end(), [&](const Rewording& each) { return each.name == name; });
  };
  const std::string list =
      "social-media-policy: 1\ntitle: T\nclauses:\n  - title: Staff must not\n    list: [reply to members, Post pictures]\n";
  CHECK(named("lists as sentences").apply(list).find("\"Staff must not reply to members or post pictures.\"") !=
        std::string::npos);
  CHECK(named("items capitalised").apply(list).find("\"Reply to members\"") != std::string::npos);
  CHECK(named("items in small").apply(list).find("\"post pictures\"") != std::string::npos);
  const std::string two =
      "social-media-policy: 1\ntitle: T\nsections:\n  - {title: A, clauses: [a]}\n  - {title: B, clauses: [b]}\n";
  const std::string turned = named("sections turned").apply(two);
  CHECK(turned.find("\"B\"") < turned.find("\"A\""));
  CHECK(meant("Staff shan't; they MUSTN'T \xE2\x80\x9Creply\xE2\x80\x9D") == "staff shan't; they must not \"reply\"");
}
