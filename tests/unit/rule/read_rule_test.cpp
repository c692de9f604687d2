#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>

#include "rule/facts.hpp"
#include "rule/rule.hpp"
#include "rule/storage.hpp"

using namespace engagelint;

namespace {

constexpr std::string_view names[] = {"", "act", "reply", "post"};

const expr::ConceptTable concepts{[](std::string_view name) {
                                    for (std::uint16_t id = 1; id < 4; ++id) {
                                      if (names[id] == name) return id;
                                    }
                                    return std::uint16_t{0};
                                  },
                                  [](std::uint16_t id) { return names[id]; },
                                  [](std::uint16_t id, std::uint16_t ancestor) { return id == ancestor || ancestor == 1; }, 3};

const std::string good = R"(id: per-post-approval
title: Every post needs approval
severity: error
since: 0.1.0
scope: norm
rank: 8
additional: true
arguments:
  - {id: letting-go-of-control, stands: derived}
when: >-
  norm.approval
  and norm.act is [post, reply]
lower-when: norm.mod == discourage
raise-when: norm.delay > 24
message: a member waits for {approver|an approval}
why: it is a maze
instead: name the people who may answer {audience}
labels:
  primary: sentence
  related: {approver: the approval, audience: "{audience} wait"}
counter: some statements bind
leave-it-when: it covers one kind
rewrites:
  - {level: middle, kind: changes-policy, title: Answer first, text: "Answer {audience}."}
examples:
  flags:
    - "Every post must be approved."
    - {clause: reply, title: Employees must not, quote: reply}
    - policy: |
        social-media-policy: 1
  silent:
    - {clause: Ask if you like., why: optional}
  todo: []
)";

std::string with(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// "line:column-line:column message | hint" of every notice, one a line.
std::string notices(const std::string& text, const std::string& path = "rules/approval/per-post-approval.yaml") {
  const SourceFile file(path, text);
  std::vector<Notice> told;
  const auto storage = read_rule(file, concepts, told);
  CHECK((storage == nullptr) == !told.empty());
  std::string out;
  for (const Notice& n : told) {
    CHECK(n.kind == NoticeKind::bad_rule);
    CHECK(n.file == &file);
    CHECK(n.path == path);
    REQUIRE(n.span);
    const LineColumn from = file.locate(n.span->begin, ColumnUnit::code_point),
                     to = file.locate(n.span->end, ColumnUnit::code_point);
    if (!out.empty()) out += "\n";
    out += fmt::format("{}:{}-{}:{} {}", from.line, from.column, to.line, to.column, n.message);
    if (!n.hint.empty()) out += " | " + n.hint;
  }
  return out;
}

std::string notices_with(std::string_view from, std::string_view to) { return notices(with(good, from, to)); }

}  // namespace

TEST_CASE("a rule file gives every field of the rule") {
  const SourceFile file("rules/approval/per-post-approval.yaml", good);
  std::vector<Notice> told;
  const auto storage = read_rule(file, concepts, told);
  REQUIRE(told.empty());
  REQUIRE(storage != nullptr);
  const Rule& rule = storage->rule;
  CHECK(rule.info.id == "per-post-approval");
  CHECK(rule.info.family == "approval");
  CHECK(rule.info.title == "Every post needs approval");
  CHECK(rule.severity == Severity::error);
  CHECK(rule.scope == Scope::norm);
  CHECK(rule.rank == 8);
  CHECK(rule.additional);
  CHECK(rule.since == "0.1.0");
  REQUIRE(rule.arguments.size() == 1);
  CHECK(rule.arguments[0].id == "letting-go-of-control");
  CHECK(rule.arguments[0].stands == "derived");
  CHECK(rule.when_text == "norm.approval and norm.act is [post, reply]");
  CHECK_FALSE(rule.when.code.empty());
  CHECK_FALSE(rule.lower_when.code.empty());
  CHECK_FALSE(rule.raise_when.code.empty());
  CHECK(rule.message == "a member waits for {approver|an approval}");
  CHECK(rule.why == "it is a maze");
  CHECK(rule.instead == "name the people who may answer {audience}");
  CHECK(rule.primary == "sentence");
  REQUIRE(rule.related.size() == 2);
  CHECK(rule.related[0].place == "approver");
  CHECK(rule.related[0].words == "the approval");
  CHECK(rule.related[1].words == "{audience} wait");
  CHECK(rule.counter == "some statements bind");
  CHECK(rule.leave_it_when == "it covers one kind");
  REQUIRE(rule.rewrites.size() == 1);
  CHECK(rule.rewrites[0].level == FixLevel::middle);
  CHECK(rule.rewrites[0].kind == FixKind::changes_policy);
  CHECK(rule.rewrites[0].title == "Answer first");
  CHECK(rule.rewrites[0].text == "Answer {audience}.");
  REQUIRE(rule.flags.size() == 3);
  CHECK(rule.flags[0].clause == "Every post must be approved.");
  CHECK(rule.flags[1].title == "Employees must not");
  CHECK(rule.flags[1].quote == "reply");
  CHECK(rule.flags[2].policy == "social-media-policy: 1\n");
  REQUIRE(rule.silent.size() == 1);
  CHECK(rule.silent[0].why == "optional");
  CHECK(rule.todo.empty());
}

TEST_CASE("the conditions of a rule run") {
  const SourceFile file("rules/approval/per-post-approval.yaml", good);
  std::vector<Notice> told;
  const auto storage = read_rule(file, concepts, told);
  REQUIRE(storage != nullptr);
  const auto schema = schema_of(Scope::norm, concepts);
  std::vector<expr::Fact> facts(schema.facts.size());
  const auto set = [&](std::string_view name, expr::Fact value) {
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (schema.facts[i].name == name) facts[i] = value;
    }
  };
  const std::uint16_t acts[] = {3};
  CHECK_FALSE(expr::run(storage->rule.when, facts));
  set("norm.approval", true);
  CHECK_FALSE(expr::run(storage->rule.when, facts));
  set("norm.act", std::span<const std::uint16_t>(acts));
  CHECK(expr::run(storage->rule.when, facts));
  CHECK_FALSE(expr::run(storage->rule.raise_when, facts));
  set("norm.delay", 48.0);
  CHECK(expr::run(storage->rule.raise_when, facts));
}

TEST_CASE("what is not said has a default") {
  std::string text = with(good, "rank: 8\nadditional: true\n", "");
  text = with(text, "labels:\n  primary: sentence\n  related: {approver: the approval, audience: \"{audience} wait\"}\n", "");
  text = with(text, "lower-when: norm.mod == discourage\nraise-when: norm.delay > 24\n", "");
  const SourceFile file("my/rules/per-post-approval.yaml", text);
  std::vector<Notice> told;
  const auto storage = read_rule(file, concepts, told);
  REQUIRE(storage != nullptr);
  CHECK(storage->rule.info.family == "rules");
  CHECK(storage->rule.rank == 13);
  CHECK_FALSE(storage->rule.additional);
  CHECK(storage->rule.primary == "norm");
  CHECK(storage->rule.lower_when.code.empty());
  CHECK(storage->rule.raise_when.code.empty());
}

TEST_CASE("a missing key is told where it should stand") {
  CHECK(notices_with("why: it is a maze\n", "") == "15:1-15:8 the rule has no `why` | add it after `message`");
  CHECK(notices_with("counter: some statements bind\n", "") == "18:1-18:7 the rule has no `counter` | add it after `labels`");
  CHECK(notices_with("title: Every post needs approval\n", "") == "1:1-1:3 the rule has no `title` | add it after `id`");
  CHECK(notices_with("id: per-post-approval\n", "") == "1:1-1:1 the rule has no `id` | add it at the top");
  for (const std::string_view key :
       {"id", "title", "severity", "since", "scope", "message", "why", "instead", "counter", "leave-it-when"}) {
    const std::size_t at = good.find(fmt::format("{}: ", key));
    const std::string text = std::string(good).erase(at, good.find('\n', at) + 1 - at);
    CHECK(notices(text).find(fmt::format("the rule has no `{}`", key)) != std::string::npos);
  }
  CHECK(notices_with("arguments:\n  - {id: letting-go-of-control, stands: derived}\n", "") ==
        "7:1-7:11 the rule has no `arguments` | add it after `additional`");
  CHECK(notices_with("when: >-\n  norm.approval\n  and norm.act is [post, reply]\n", "") ==
        "8:1-8:10 the rule has no `when` | add it after `arguments`");
  CHECK(notices(good.substr(0, good.find("examples:"))) == "23:1-23:9 the rule has no `examples` | add it after `rewrites`");
}

TEST_CASE("an unknown key is told with the nearest known one") {
  CHECK(notices_with("severity: error", "severty: error") ==
        "2:1-2:6 the rule has no `severity` | add it after `title`\n3:1-3:8 unknown key `severty` in a rule | did you mean "
        "`severity`?");
  CHECK(notices_with("stands: derived", "stnads: derived") ==
        "9:5-9:49 an argument needs `stands`\n9:33-9:39 unknown key `stnads` in an argument | did you mean `stands`?");
  CHECK(notices_with("  primary: sentence", "  primery: sentence") ==
        "19:3-19:10 unknown key `primery` in `labels` | did you mean `primary`?");
  CHECK(notices_with("related: {approver:", "related: {aprover:") ==
        "20:13-20:20 unknown key `aprover` in labels of scope norm | did you mean `approver`?");
  CHECK(notices_with("quote: reply}", "qoute: reply}") ==
        "28:50-28:55 unknown key `qoute` in an example | did you mean `quote`?");
  CHECK(notices_with("  todo: []", "  tood: []") == "33:3-33:7 unknown key `tood` in `examples` | did you mean `todo`?");
  CHECK(notices_with("title: Answer first", "titel: Answer first") ==
        "24:5-24:91 a rewrite needs `title`\n24:43-24:48 unknown key `titel` in a rewrite | did you mean `title`?");
  CHECK(notices_with("rank: 8", "since: 0.2.0") ==
        "6:1-6:6 the key `since` stands here for the second time | the first one is read; remove one of them");
}

TEST_CASE("values outside a closed list are told") {
  CHECK(notices_with("severity: error", "severity: eror") == "3:11-3:15 `severity` is never `eror` | did you mean `error`?");
  CHECK(notices_with("scope: norm", "scope: sentence") ==
        "5:8-5:16 `scope` is never `sentence` | one of: norm, clause, account, policy");
  CHECK(notices_with("additional: true", "additional: yes") == "7:13-7:16 `additional` is never `yes` | one of: true, false");
  CHECK(notices_with("since: 0.1.0", "since: soon") == "4:8-4:12 `soon` is no version | three numbers: 0.1.0");
  CHECK(notices_with("since: 0.1.0", "since: 0..1") == "4:8-4:12 `0..1` is no version | three numbers: 0.1.0");
  CHECK(notices_with("rank: 8", "rank: high") == "6:7-6:11 `rank` is never `high` | a whole number from 1");
  CHECK(notices_with("rank: 8", "rank: 0") == "6:7-6:8 `rank` is never `0` | a whole number from 1");
  CHECK(notices_with("level: middle", "level: midle") == "24:13-24:18 `level` is never `midle` | did you mean `middle`?");
  CHECK(notices_with("kind: changes-policy", "kind: safe") ==
        "24:27-24:31 `kind` is never `safe` | one of: mechanical, changes-policy, show-only");
  CHECK(notices_with("primary: sentence", "primary: sentense") ==
        "19:12-19:20 `primary` is never `sentense` | did you mean `sentence`?");
  CHECK(notices_with("id: letting-go-of-control", "id: letting-go-off-control") ==
        "9:10-9:32 `id` is never `letting-go-off-control` | did you mean `letting-go-of-control`?");
  CHECK(notices_with("stands: derived", "stands: sais") == "9:41-9:45 `stands` is never `sais` | did you mean `says`?");
}

TEST_CASE("the id is the name of the file") {
  CHECK(notices(good, "rules/approval/other.yaml") ==
        "1:5-1:22 the id is `per-post-approval` and the file is `other.yaml` | both are the same");
  CHECK(notices_with("id: per-post-approval", "id: Per_post") ==
        "1:5-1:13 `Per_post` is no id | small letters and digits, joined by hyphens");
}

TEST_CASE("a bad condition is told at its place in the file") {
  CHECK(notices_with("and norm.act is [post, reply]", "and norm.act is [post, replly]") ==
        "12:26-12:32 unknown concept `replly` | did you mean `reply`?");
  CHECK(notices_with("  norm.approval\n", "  norm.aproval\n") ==
        "11:3-11:15 unknown name `norm.aproval` | did you mean `norm.approval`?");
  CHECK(notices_with("and norm.act is [post, reply]", "and norm.act is [post, reply] or") == "12:35-12:35 expected a condition");
  CHECK(notices_with("lower-when: norm.mod == discourage", "lower-when: norm.mod == discorage") ==
        "13:25-13:34 `norm.mod` is never `discorage` | did you mean `discourage`?");
  CHECK(notices_with("raise-when: norm.delay > 24", "raise-when: 'norm.dealy > 24'") ==
        "14:14-14:24 unknown name `norm.dealy` | did you mean `norm.delay`?");
  CHECK(notices_with("when: >-\n  norm.approval\n", "when: |\n  norm.approval # fair\n").empty());
}

TEST_CASE("conditions of each scope see their own names and those of the policy") {
  const std::string account = with(good, "scope: norm", "scope: account");
  CHECK(notices(account).find("11:3-11:16 unknown name `norm.approval`") != std::string::npos);
  CHECK(notices_with("  norm.approval\n", "  policy.has-review and norm.approval\n").empty());
}

TEST_CASE("a bad template is told at its place in the file") {
  CHECK(notices_with("{approver|an approval}", "{aprover|an approval}") ==
        "15:30-15:37 unknown name `aprover` in a template | did you mean `approver`?");
  CHECK(notices_with("may answer {audience}", "may answer {audience") == "17:41-17:42 `{` without `}` | write `{{` for a brace");
  CHECK(notices_with("\"{audience} wait\"", "\"{zebra} wait\"") ==
        "20:49-20:54 unknown name `zebra` in a template | docs/rule-format.md lists the names");
  CHECK(notices_with("\"Answer {audience}.\"", "\"Answer {audiense}.\"") ==
        "24:79-24:87 unknown name `audiense` in a template | did you mean `audience`?");
  CHECK(notices_with("why: it is a maze", "why: it is {} a maze") ==
        "16:12-16:14 unknown name `` in a template | docs/rule-format.md lists the names");
}

TEST_CASE("empty values and wrong shapes are told") {
  CHECK(notices_with("why: it is a maze", "why:") == "16:1-16:4 `why` is empty");
  CHECK(notices_with("why: it is a maze", "why: \"\"") == "16:1-16:4 `why` is empty");
  CHECK(notices_with("why: it is a maze", "why: [a]") == "16:6-16:9 `why` is text, not a list");
  CHECK(notices_with("\n  - {id: letting-go-of-control, stands: derived}", " []") ==
        "8:1-8:10 `arguments` is a list with at least one entry");
  CHECK(notices_with("{id: letting-go-of-control, stands: derived}", "start-small") ==
        "9:5-9:16 an argument is written with the keys id, stands");
  CHECK(notices_with("{clause: reply, title:", "{title:") == "28:7-28:48 an example is a `clause` or a `policy`, one of them");
  CHECK(notices_with("  silent:\n    - {clause: Ask if you like., why: optional}\n", "") ==
        "25:1-25:9 the rule has no examples under `silent`");
  CHECK(notices_with("{approver: the approval, audience: \"{audience} wait\"}", "approver") ==
        "20:3-20:10 `related` maps places to words");
  CHECK(notices("- a\n") == "1:1-1:1 a rule file is one YAML mapping | docs/rule-format.md shows one");
  CHECK(notices("") != "");
  CHECK(notices("id: [a\n") != "");
}

TEST_CASE("only rules on the whole policy insert") {
  const std::string insert =
      "insert: {at: clause-first, title-words: \"member {audience}\", draft: \"Talk with {audience}.\"}\nexamples:\n";
  CHECK(notices_with("examples:\n", insert) == "25:1-25:7 `insert` is for rules of scope policy only");
  std::string text = with(with(good, "examples:\n", insert), "scope: norm", "scope: policy");
  text = with(text, "  norm.approval\n  and norm.act is [post, reply]", "  policy.clauses > 0 and not policy.listens");
  text = with(text, "lower-when: norm.mod == discourage\nraise-when: norm.delay > 24\n", "");
  text = with(text, "labels:\n  primary: sentence\n  related: {approver: the approval, audience: \"{audience} wait\"}\n", "");
  const SourceFile file("rules/missing/per-post-approval.yaml", text);
  std::vector<Notice> told;
  const auto storage = read_rule(file, concepts, told);
  REQUIRE(storage != nullptr);
  CHECK(storage->rule.insert_at == "clause-first");
  CHECK(storage->rule.insert_title_words == "member {audience}");
  CHECK(storage->rule.insert_draft == "Talk with {audience}.");
  CHECK(storage->rule.primary == "policy");
  CHECK(notices(with(text, "clause-first", "claus-first")).find("`at` is never `claus-first` | did you mean `clause-first`?") !=
        std::string::npos);
}

TEST_CASE("all that is wrong with a file is told in its order") {
  std::string text = with(good, "severity: error", "severity: eror");
  text = with(text, "{approver|an approval}", "{aprover}");
  text = with(text, "norm.mod == discourage", "norm.mood == discourage");
  CHECK(notices(text) ==
        "3:11-3:15 `severity` is never `eror` | did you mean `error`?\n"
        "13:13-13:22 unknown name `norm.mood` | did you mean `norm.mod`?\n"
        "15:30-15:37 unknown name `aprover` in a template | did you mean `approver`?");
}

TEST_CASE("damaged files never crash and every notice lies in the file") {
  unsigned seed = 11;
  const auto next = [&seed](std::size_t below) {
    seed = seed * 1664525U + 1013904223U;
    return static_cast<std::size_t>(seed >> 8U) % below;
  };
  for (int i = 0; i < 600; ++i) {
    std::string text = good;
    for (std::size_t n = next(3) + 1; n > 0; --n) {
      const std::size_t at = next(text.size());
      text.replace(at, next(12), std::string(next(3), "{}[]:-\"|&*\n "[next(12)]));
    }
    const SourceFile file("rules/approval/per-post-approval.yaml", text);
    std::vector<Notice> told;
    const auto storage = read_rule(file, concepts, told);
    CHECK((storage == nullptr) == !told.empty());
    for (const Notice& n : told) {
      REQUIRE(n.span);
      CHECK(n.span->begin <= n.span->end);
      CHECK(n.span->end <= text.size());
    }
  }
}
