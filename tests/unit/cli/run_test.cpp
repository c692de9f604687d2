#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "cli/cli.hpp"
#include "cli/commands.hpp"
#include "cli/options.hpp"

using namespace engagelint;

namespace {

struct Result {
  int status = 0;
  std::string out, err;
};

Result ran(const std::vector<std::string>& words, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out, err;
  Surroundings around;
  around.today = "2010-05-01";
  const int status = run(words, in, out, err, around);
  return {status, out.str(), err.str()};
}

constexpr const char* approval =
    "social-media-policy: 1\ntitle: T\nclauses:\n  - id: \"1\"\n    text: Every post must be approved by the Communications Director before it goes "
    "out.\n";

}  // namespace

TEST_CASE("the rules are listed in text and json with the same number") {
  const Result text = ran({"rules"});
  const Result json = ran({"rules", "--format", "json"});
  CHECK(text.status == 0);
  CHECK(json.status == 0);
  std::size_t ids = 0;
  for (std::size_t at = json.out.find("\"severity\""); at != std::string::npos; at = json.out.find("\"severity\"", at + 1)) ++ids;
  CHECK(ids > 0);
  CHECK(text.out.find('\n' + std::to_string(ids) + " rules; ") != std::string::npos);
  CHECK(text.out.find("per-post-approval") != std::string::npos);
}

TEST_CASE("every rule can be explained and says both sides") {
  for (const Rule* rule : rules_for("").rules) {
    CAPTURE(std::string(rule->info.id));
    const Result result = ran({"explain", std::string(rule->info.id)});
    CHECK(result.status == 0);
    for (const char* part : {"what it matches", "why it matters", "the fair reason for such a clause", "leave it when",
                             "what to write instead", "speaks up at", "stays silent at"}) {
      CAPTURE(part);
      CHECK(result.out.find(std::string("\n") + part + '\n') != std::string::npos);
    }
  }
}

TEST_CASE("what was measured of a rule is said where there is something to say") {
  std::size_t silent = 0;
  const std::string json = ran({"rules", "--format", "json"}).out;
  for (const Rule* rule : builtin_rules().rules) {
    const std::string id(rule->info.id);
    const std::string page = to_explain(*rule, 100);
    if (rule->measured.of == 0) {
      ++silent;
      CHECK_MESSAGE(page.find("measured on") == std::string::npos, id);
      continue;
    }
    const std::string right = std::to_string(rule->measured.right);
    const std::string of = std::to_string(rule->measured.of);
    CHECK_MESSAGE(page.find("measured on the development corpus: right " + right + " of " + of + " finding") != std::string::npos,
                  id);
    const auto entry = json.substr(json.find("\"id\": \"" + id + '"'));
    CHECK_MESSAGE(entry.find("\"measured\": {\n        \"right\": " + right + ",\n        \"of\": " + of) <
                      entry.find("\"family\"", entry.find("\"family\"") + 1),
                  id);
  }
  CHECK(silent > 0);
  CHECK(silent < builtin_rules().rules.size());
}

TEST_CASE("explain says of each argument whether the post says it") {
  const Result result = ran({"explain", "per-post-approval"});
  CHECK(result.out.find("letting-go-of-control (derived from the post)") != std::string::npos);
  CHECK(result.out.find("small: ") != std::string::npos);
  CHECK(result.out.find("bold: ") != std::string::npos);
}

TEST_CASE("the examples of the built-in rules are run and counted") {
  const Result result = ran({"rules", "test"});
  CHECK(result.out.find(" passed, ") != std::string::npos);
  CHECK(result.out.find("\n0 passed") == std::string::npos);
  CHECK(result.status == (result.out.ends_with(" passed, 0 failed\n") ? 0 : 1));
}

TEST_CASE("sarif lists every rule with its help") {
  const Result result = ran({"check", "--format", "sarif", "-"}, approval);
  CHECK(result.status == 1);
  CHECK(result.err.empty());
  for (const Rule* rule : rules_for("").rules) {
    CAPTURE(std::string(rule->info.id));
    CHECK(result.out.find("\"id\": \"" + std::string(rule->info.id) + '"') != std::string::npos);
  }
  CHECK(result.out.find("Why it matters: ") != std::string::npos);
}

TEST_CASE("json prints nothing else on standard output") {
  const Result result = ran({"check", "--format", "json", "-"}, "title: \"never closed\n");
  CHECK(result.out.starts_with("{\n  \"schema\": \"engagelint/report/1\""));
  CHECK(result.out.ends_with("}\n"));
}

TEST_CASE("times go to standard error when they are asked for") {
  const Result result = ran({"check", "--stats", "--format", "json", "-"}, approval);
  CHECK(result.out.starts_with("{\n"));
  CHECK(result.err.find("lint: ") != std::string::npos);
  CHECK(ran({"check", "--format", "json", "-"}, approval).err.empty());
}

TEST_CASE("an output that cannot be written is not a success") {
  std::istringstream in(approval);
  std::ostringstream out, err;
  out.setstate(std::ios::badbit);
  CHECK(run({"check", "--fail-on", "never", "-"}, in, out, err, {}) == 2);
  CHECK(err.str() == "engagelint: the output could not be written\n");
}

TEST_CASE("values behind an option are not taken from the paths") {
  const Parsed parsed =
      parse_options({"check", "--select", "a,b", "one.yaml", "--select", "c", "--ignore", "d", "-", "two.yaml"});
  REQUIRE(parsed.run);
  CHECK(parsed.options.select == std::vector<std::string>{"a", "b", "c"});
  CHECK(parsed.options.ignore == std::vector<std::string>{"d"});
  CHECK(parsed.options.paths == std::vector<std::string>{"one.yaml", "-", "two.yaml"});
}

TEST_CASE("two dashes end the options") {
  const Parsed parsed = parse_options({"check", "--", "--all"});
  REQUIRE(parsed.run);
  CHECK_FALSE(parsed.options.all);
  CHECK(parsed.options.paths == std::vector<std::string>{"--all"});
}

TEST_CASE("defaults are those of the specification") {
  const Parsed parsed = parse_options({"check"});
  REQUIRE(parsed.run);
  CHECK(parsed.options.format == Format::text);
  CHECK(parsed.options.fail_on == FailOn::error);
  CHECK(parsed.options.paths.empty());
}

TEST_CASE("every option of the help is known") {
  const std::string help = ran({"check", "--help"}).out;
  for (const char* option :
       {"--format", "--fail-on", "--rules", "--select", "--ignore", "--all", "--color", "--output", "--stats"}) {
    CAPTURE(option);
    CHECK(help.find(option) != std::string::npos);
  }
  const std::string top = ran({"--help"}).out;
  for (const char* words : {"check", "read", "explain", "rules", "Exit status of check", "Examples:"}) {
    CAPTURE(words);
    CHECK(top.find(words) != std::string::npos);
  }
}
