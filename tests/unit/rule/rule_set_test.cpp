#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "rule/embed.hpp"
#include "rule/facts.hpp"
#include "rule/rule.hpp"
#include "rule/template.hpp"

using namespace engagelint;
namespace fs = std::filesystem;

namespace {

// Every concept is known; what is below what is the lexicon's own test.
const expr::ConceptTable any_concept{[](std::string_view) { return std::uint16_t{1}; },
                                     [](std::uint16_t) { return std::string_view("any"); },
                                     [](std::uint16_t, std::uint16_t) { return true; }, 1};

std::string minimal(std::string_view id, std::string_view title) {
  return "id: " + std::string(id) + "\ntitle: " + std::string(title) +
         "\nseverity: note\nsince: 0.1.0\nscope: norm\narguments: [{id: start-small, stands: says}]\n"
         "when: norm.bans and norm.act is reply and norm.delay > 2.5 and norm.mod in [prohibit, discourage]\n"
         "message: m\nwhy: w\ninstead: i\ncounter: c\nleave-it-when: l\nexamples: {flags: [a], silent: [b]}\n";
}

struct Folder {
  fs::path path = fs::temp_directory_path() / "engagelint-rule-test";
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  void write(const std::string& name, std::string_view text) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
};

std::vector<std::string> ids(const RuleSet& set) {
  std::vector<std::string> out;
  for (const Rule* rule : set.rules) out.emplace_back(rule->info.id);
  return out;
}

bool same_numbers(const expr::Program& a, const expr::Program& b) {
  return std::equal(a.numbers.begin(), a.numbers.end(), b.numbers.begin(), b.numbers.end()) &&
         std::equal(a.words.begin(), a.words.end(), b.words.begin(), b.words.end());
}

void check_same_examples(std::span<const Example> a, std::span<const Example> b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].clause == b[i].clause);
    CHECK(a[i].title == b[i].title);
    CHECK(a[i].policy == b[i].policy);
    CHECK(a[i].quote == b[i].quote);
    CHECK(a[i].why == b[i].why);
  }
}

}  // namespace

TEST_CASE("a folder of rules is read in the order of its paths, the lexicon left out") {
  const Folder folder;
  folder.write("b/second.yaml", minimal("second", "t"));
  folder.write("a/first.yaml", minimal("first", "t"));
  folder.write("a/deep/third.yml", minimal("third", "t"));
  folder.write("lexicon/acts.yaml", "concepts: {}\n");
  folder.write("a/README.md", "no rule");
  RuleSet set;
  load_rules(set, folder.path.string(), any_concept);
  CHECK(set.notices.empty());
  CHECK(ids(set) == std::vector<std::string>{"third", "first", "second"});
  REQUIRE(set.find("third") != nullptr);
  CHECK(set.find("third")->info.family == "deep");
  CHECK(set.find("zebra") == nullptr);
}

TEST_CASE("a rule with the id of another takes its place and says so") {
  const Folder folder;
  folder.write("a/one.yaml", minimal("one", "old"));
  folder.write("b/one.yaml", minimal("one", "new"));
  RuleSet set;
  load_rules(set, folder.path.string(), any_concept);
  REQUIRE(set.rules.size() == 1);
  CHECK(set.rules[0]->info.title == "new");
  REQUIRE(set.notices.size() == 1);
  CHECK(set.notices[0].message == "`one` takes the place of a rule with the same id");
  REQUIRE(set.notices[0].file != nullptr);
  CHECK(set.notices[0].file->text(*set.notices[0].span) == "one");
}

TEST_CASE("a bad rule is left out and the others are read") {
  const Folder folder;
  folder.write("a/bad.yaml", "id: bad\n");
  folder.write("a/empty.yaml", "");
  folder.write("a/good.yaml", minimal("good", "t"));
  RuleSet set;
  load_rules(set, folder.path.string(), any_concept);
  CHECK(ids(set) == std::vector<std::string>{"good"});
  CHECK(set.notices.size() >= 2);
}

TEST_CASE("a folder that is not there is a notice") {
  RuleSet set;
  load_rules(set, "no/such/folder", any_concept);
  REQUIRE(set.notices.size() == 1);
  CHECK(set.notices[0].kind == NoticeKind::unreadable_file);
  CHECK(set.notices[0].path == "no/such/folder");
}

TEST_CASE("the rules in the program are the rules on disk") {
  const RuleSet builtin = builtin_rules();
  RuleSet disk;
  load_rules(disk, ENGAGELINT_SOURCE_DIR "/rules", any_concept);
  CHECK(disk.notices.empty());
  CHECK(builtin.notices.empty());
  CHECK_FALSE(builtin.rules.empty());
  REQUIRE(ids(builtin) == ids(disk));
  for (std::size_t i = 0; i < disk.rules.size(); ++i) {
    const Rule &a = *builtin.rules[i], &b = *disk.rules[i];
    CAPTURE(std::string(a.info.id));
    CHECK(a.info.family == b.info.family);
    CHECK(a.info.title == b.info.title);
    CHECK(a.severity == b.severity);
    CHECK(a.scope == b.scope);
    CHECK(a.rank == b.rank);
    CHECK(a.additional == b.additional);
    CHECK(a.since == b.since);
    CHECK(a.when_text == b.when_text);
    CHECK(a.when.code.empty() == b.when.code.empty());
    CHECK(a.lower_when.code.empty() == b.lower_when.code.empty());
    CHECK(a.raise_when.code.empty() == b.raise_when.code.empty());
    CHECK(same_numbers(a.when, b.when));
    CHECK(same_numbers(a.lower_when, b.lower_when));
    CHECK(same_numbers(a.raise_when, b.raise_when));
    CHECK(a.message == b.message);
    CHECK(a.why == b.why);
    CHECK(a.instead == b.instead);
    CHECK(a.primary == b.primary);
    CHECK(a.counter == b.counter);
    CHECK(a.leave_it_when == b.leave_it_when);
    CHECK(a.insert_at == b.insert_at);
    CHECK(a.insert_draft == b.insert_draft);
    CHECK(a.insert_title_words == b.insert_title_words);
    CHECK(std::equal(a.arguments.begin(), a.arguments.end(), b.arguments.begin(), b.arguments.end(),
                     [](const Argument& x, const Argument& y) { return x.id == y.id && x.stands == y.stands; }));
    CHECK(std::equal(a.related.begin(), a.related.end(), b.related.begin(), b.related.end(),
                     [](const RelatedLabel& x, const RelatedLabel& y) { return x.place == y.place && x.words == y.words; }));
    CHECK(std::equal(a.rewrites.begin(), a.rewrites.end(), b.rewrites.begin(), b.rewrites.end(),
                     [](const Rewrite& x, const Rewrite& y) {
                       return x.level == y.level && x.kind == y.kind && x.title == y.title && x.text == y.text;
                     }));
    check_same_examples(a.flags, b.flags);
    check_same_examples(a.silent, b.silent);
    check_same_examples(a.todo, b.todo);
  }
}

TEST_CASE("tables written for the compiler escape what C++ reads otherwise") {
  const Folder folder;
  folder.write("a/odd.yaml", minimal("odd", "\"say \\\"no\\\" \\\\ back\\tand é\""));
  RuleSet set;
  load_rules(set, folder.path.string(), any_concept);
  REQUIRE(set.rules.size() == 1);
  const std::string source = write_builtin(set);
  CHECK(source.find("\"say \\\"no\\\" \\\\ back\\011and é\"") != std::string::npos);
  CHECK(source.find("constexpr std::string_view when_words_0[] = {\n    \"prohibit\", \"discourage\",};") != std::string::npos);
  CHECK(source.find("when_numbers_0[] = {\n    2.5") != std::string::npos);
  CHECK(source.find("constexpr std::array<Rule, 1> rules{{") != std::string::npos);
  CHECK(write_builtin({}).find("std::array<Rule, 0>") != std::string::npos);
}

TEST_CASE("templates are filled") {
  const std::vector<std::pair<std::string_view, std::string>> values{{"audience", "patients"}, {"approver", ""}};
  CHECK(fill("answer {audience}", values) == "answer patients");
  CHECK(fill("{audience|members}", values) == "patients");
  CHECK(fill("{approver|an approval} first", values) == "an approval first");
  CHECK(fill("{person|[name]}", values) == "[name]");
  CHECK(fill("ask {contact}", values) == "ask [contact]");
  CHECK(fill("{approver|}x", values) == "x");
  CHECK(fill("{{audience} and {audience}", values) == "{audience} and patients");
  CHECK(fill("a } b", values) == "a } b");
  CHECK(fill("{audience", values) == "patients");
  CHECK(fill("", values).empty());
}

TEST_CASE("template names are known and unique") {
  const auto names = template_names();
  CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
  for (const std::string_view name : {"actor",        "act",     "object", "audience", "channel", "approver", "target", "topic",
                                      "instrument",   "time",    "delay",  "quantity", "ground",  "quote",    "person", "contact",
                                      "organization", "account", "handle", "network",  "value",   "clause",   "field"}) {
    CAPTURE(std::string(name));
    CHECK(check_template("{" + std::string(name) + "}").empty());
  }
  CHECK(check_template("{nobody}").size() == 1);
}

TEST_CASE("facts are named after their scope, unique, and explained") {
  for (const Scope scope : {Scope::norm, Scope::clause, Scope::account, Scope::policy}) {
    std::set<std::string_view> seen;
    const auto facts = facts_of(scope);
    CHECK(schema_of(scope).facts.data() == facts.data());
    for (const auto& fact : facts) {
      CAPTURE(std::string(fact.name));
      CHECK(seen.insert(fact.name).second);
      CHECK((fact.name.starts_with(std::string(name_of(scope)) + ".") || fact.name.starts_with("policy.")));
      CHECK_FALSE(fact.doc.empty());
      CHECK((fact.words.empty() || fact.type == expr::Type::word));
    }
  }
}
