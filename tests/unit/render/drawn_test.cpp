// Pictures, pages and comments hold whatever a policy says, and stay pictures, pages and comments.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "permission/compare.hpp"
#include "permission/route.hpp"
#include "permission/scenarios.hpp"
#include "policy/read_policy.hpp"
#include "render/diff.hpp"
#include "render/route.hpp"
#include "render/scenarios.hpp"

using namespace engagelint;

namespace {

const std::string hostile = "<script>alert('x')</script> & \\\"quotes\\\" | [link](http://x) `code` \u202e";

struct Policy {
  explicit Policy(const std::string& clauses)
      : file("a<b>&'\".yaml", "social-media-policy: 1\ntitle: \"" + hostile + "\"\n" + clauses), read(read_policy(file)) {
    REQUIRE(read.policies.size() == 1);
    reading = read_norms(read.policies.front());
    views.push_back({&read.policies.front(), &reading});
  }
  Policy(const Policy&) = delete;
  Policy& operator=(const Policy&) = delete;
  SourceFile file;
  PolicyFile read;
  Reading reading;
  std::vector<PolicyReading> views;
};

/// The name of the first element that is not closed where it should be; empty where all are.
std::string unbalanced(const std::string& markup) {
  std::vector<std::string> open;
  for (std::size_t at = markup.find('<'); at != std::string::npos; at = markup.find('<', at + 1)) {
    const std::size_t end = markup.find('>', at);
    if (end == std::string::npos) return "an end";
    if (markup[at + 1] == '!' || markup[at + 1] == '?' || markup[end - 1] == '/') continue;
    const bool closing = markup[at + 1] == '/';
    const std::size_t name_at = at + (closing ? 2 : 1);
    const std::string name = markup.substr(name_at, markup.find_first_of(" >\n", name_at) - name_at);
    if (name == "meta" || name == "br") continue;
    if (!closing) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : open.back();
}

const std::string some_clauses =
    "people: [{name: \"O'Brien <b>\", handles: ['@o\"brien']}]\n"
    "accounts: [{handle: '@<i>&', network: 'A&B', held-by: organization, replies: off}]\n"
    "clauses:\n"
    "  - {id: \"1<2\", text: Staff must refer all questions from members to Communications.}\n"
    "  - {id: \"a|b\", text: \"Communications forwards questions to info@x.example. `code` | pipe <b>bold</b>\"}\n"
    "  - {id: c, text: Staff must not reply to members unless Legal has approved it.}\n";

}  // namespace

TEST_CASE("the way as a picture and a page is well-formed, whatever the policy says") {
  const Policy policy(some_clauses);
  const Route route = read_route(policy.views);
  const RouteReport report{std::string(policy.file.path()), hostile, &route, &route};
  for (const std::string& markup : {route_svg(report), route_html(report)}) {
    CHECK(unbalanced(markup).empty());
    CHECK(markup.find("<script") == std::string::npos);
    CHECK(markup.find("<i>&") == std::string::npos);
    CHECK(markup.find("\u202e") == std::string::npos);
    // Nothing is fetched: the one address is the name of the format.
    CHECK(markup.find("src=") == std::string::npos);
    CHECK(markup.find("href=") == std::string::npos);
  }
  CHECK(route_text(report, {false, 60}).find('\x1b') == std::string::npos);
}

TEST_CASE("no line of the menu is wider than the terminal, and every way ends in a mark") {
  const Policy policy(some_clauses);
  const Route route = read_route(policy.views);
  const std::vector<render::MenuRow> rows = render::menu_of(route);
  REQUIRE(!rows.empty());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(rows[i].parent <= i);
    const bool ends = rows[i].kind == StepKind::answer || rows[i].kind == StepKind::dead_end;
    const bool leaf = i + 1 == rows.size() || rows[i + 1].depth <= rows[i].depth;
    if (rows[i].words.find("the same choices") == std::string::npos) CHECK(ends == leaf);
  }
}

TEST_CASE("a comment on a pull request cannot be broken by what a policy says") {
  const Policy before(
      "clauses:\n  - {id: \"a|b\", text: Staff may reply to members.}\n  - {id: k, text: \"Be | kind <b> `x`\"}\n");
  const Policy after(
      "clauses:\n  - {id: \"a|b\", text: Staff must not reply to members.}\n  - {id: n, text: \"<details> | ![x](http://y)\"}\n");
  const Comparison changes = compare(before.views, after.views);
  const DiffReport report{"old|<b>", "new`", &changes, {}, {}, nullptr, nullptr};
  const std::string comment = diff_markdown(report);
  CHECK(comment.find("| a|b") == std::string::npos);
  CHECK(comment.find("a\\|b") != std::string::npos);
  CHECK(comment.find("<b>") == std::string::npos);
  CHECK(comment.find("![x]") == std::string::npos);
  // Each row of the table has its five bars.
  std::size_t rows = 0;
  for (std::size_t at = 0; at < comment.size();) {
    const std::size_t end = std::min(comment.find('\n', at), comment.size());
    const std::string line = comment.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with("|")) continue;
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1U : 0U;
    CHECK(bars == 5);
    ++rows;
  }
  CHECK(rows == 3);
}

TEST_CASE("results for collectors are well-formed, whatever a scenario says") {
  const Policy policy("clauses: [{id: '1', text: Staff may reply to members.}]\n");
  const SourceFile file("s<&>.yaml",
                        "engagelint-scenarios: 1\nscenarios:\n"
                        "  - {action: reply, to: members, answer: forbidden, because: \"" +
                            hostile +
                            "\"}\n"
                            "  - {question: 'may staff reply to members?', answer: permitted}\n");
  std::vector<Notice> notices;
  const ScenarioFile read = read_scenarios(file, notices);
  std::vector<ScenarioRun> runs{{&file, "p#1.yaml", run_scenarios(read, policy.views, notices)}};
  CHECK(notices.empty());
  CHECK(unbalanced(scenarios_junit(runs)).empty());
  const std::string tap = scenarios_tap(runs);
  CHECK(tap.starts_with("TAP version 14\n1..2\nnot ok 1 - "));
  CHECK(tap.find("\nok 2 - ") != std::string::npos);
  CHECK(scenarios_text(runs, {}).ends_with("1 of 2 answers as expected\n"));
}
