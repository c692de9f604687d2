#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "engine/engine.hpp"
#include "engine/scope.hpp"

using namespace engagelint;

namespace {

const std::string source_dir = ENGAGELINT_SOURCE_DIR;

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

LintOptions today(std::string day = "2026-01-01") {
  LintOptions options;
  options.today = std::move(day);
  return options;
}

const RuleSet& rules() {
  static const RuleSet set = builtin_rules();
  return set;
}

Report lint_text(const std::string& text, const LintOptions& options = today()) {
  const auto files = memory({{"policy.yaml", text}});
  return lint(*files, {"policy.yaml"}, rules(), options);
}

std::string policy(const std::string& rest) { return "social-media-policy: 1\ntitle: Social media policy\n" + rest; }

const Finding* find(const Report& report, std::string_view rule) {
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) {
      if (finding.rule.id == rule) return &finding;
    }
  }
  return nullptr;
}

std::string ids(const Report& report) {
  std::string out;
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) out += std::string(finding.rule.id) + " ";
  }
  return out;
}

std::string notices(const Report& report) {
  std::string out;
  for (const Notice& notice : report.notices)
    out += std::string(name_of(notice.kind)) + ": " + notice.message + " (" + notice.hint + ")\n";
  return out;
}

}  // namespace

TEST_CASE("a policy with every part raises nothing") {
  const Report report = lint(*disk(), {source_dir + "/tests/cases/ok/every-part.yaml"}, rules(), today());
  REQUIRE(report.files.size() == 1);
  for (const Finding& finding : report.files[0].findings) {
    INFO(finding.rule.id, ": ", finding.quote, " | ", finding.reading);
    CHECK(false);
  }
  CHECK(notices(report) == "");
  CHECK(report.files[0].credits.size() >= 1);
}

TEST_CASE("a drafted part satisfies its own check and raises no other finding") {
  // The people are known, so that drafts have no gaps.
  const std::string before =
      "social-media-policy: 1\ntitle: Social media policy\norganization: The Society\nstatus: adopted\n"
      "effective: 2026-01-01\naudience: members\npeople:\n"
      "  - {name: Ana Costa, role: Certification, speaks-for: organization}\n"
      "clauses:\n  - Be kind.\n";
  const Report first = lint_text(before);
  std::size_t tried = 0;
  const std::string found_before = ids(first);
  for (const Finding& finding : first.files.at(0).findings) {
    if (!finding.rule.id.starts_with("mc-")) continue;
    REQUIRE(!finding.fixes.empty());
    if (finding.fixes[0].edits.empty()) continue;
    CHECK(finding.fixes[0].kind == FixKind::changes_policy);
    CHECK(!finding.clause.has_value());
    std::string after = before;
    const Edit& edit = finding.fixes[0].edits[0];
    after.replace(edit.span.begin, edit.span.end - edit.span.begin, edit.replacement);
    const Report second = lint_text(after);
    INFO(finding.rule.id, "\n", after, "\n", ids(second), notices(second));
    CHECK(second.files.at(0).clauses == first.files.at(0).clauses + 1);
    CHECK(find(second, finding.rule.id) == nullptr);
    for (const Finding& left : second.files.at(0).findings) {
      const bool known = (" " + found_before).find(" " + std::string(left.rule.id) + " ") != std::string::npos;
      INFO(left.rule.id, ": ", left.quote);
      CHECK(known);
    }
    ++tried;
  }
  CHECK(tried >= 12);
}

TEST_CASE("the accounts of two policies raise what they must") {
  const std::string folder = source_dir + "/tests/cases/accounts/";
  std::istringstream rows(contents(folder + "accounts-expected.tsv"));
  std::size_t read = 0;
  for (std::string row; std::getline(rows, row);) {
    if (row.empty() || row.front() == '#') continue;
    const std::size_t first = row.find('\t');
    const std::size_t second = row.find('\t', first + 1);
    const std::string handle = row.substr(first + 1, second - first - 1);
    const Report report = lint(*disk(), {folder + row.substr(0, first) + ".yaml"}, rules(), today());
    REQUIRE(report.files.size() == 1);
    std::set<std::string> found;
    for (const Finding& finding : report.files[0].findings) {
      if (finding.account == handle) found.insert(std::string(finding.rule.id));
    }
    std::istringstream wanted(row.substr(second + 1));
    for (std::string rule; std::getline(wanted, rule, ',');) {
      INFO(row);
      CHECK((rule == "-" || found.count(rule) == 1));
    }
    ++read;
  }
  CHECK(read == 8);
}

TEST_CASE("one finding a norm and the weaker rules under it") {
  const Report report = lint_text(policy("clauses:\n  - Staff must not accept friend requests from members.\n"));
  const Finding* finding = find(report, "connection-ban");
  REQUIRE(finding != nullptr);
  CHECK(finding->clause == "clauses/1");
  CHECK(finding->reading.starts_with("prohibited:"));
  for (const Label& label : finding->related) CHECK(label.rule != "connection-ban");
  std::size_t others = 0;
  for (const Finding& other : report.files[0].findings) others += other.clause.has_value() ? 1U : 0U;
  CHECK(others == 1);
}

TEST_CASE("a known ground silences a narrow scope and keeps a broad one at warning") {
  const Report broad = lint_text(policy("clauses:\n  - {who: staff, must-not: reply, to: members, because: HIPAA}\n"));
  REQUIRE(find(broad, "engagement-ban") != nullptr);
  CHECK(find(broad, "engagement-ban")->severity == Severity::warning);
  const Report plain = lint_text(policy("clauses:\n  - {who: staff, must-not: reply, to: members}\n"));
  REQUIRE(find(plain, "engagement-ban") != nullptr);
  CHECK(find(plain, "engagement-ban")->severity == Severity::error);
  const Report narrow = lint_text(policy("clauses:\n  - {who: staff, must-not: reply, to: journalists, because: Reg FD}\n"));
  CHECK(find(narrow, "engagement-ban") == nullptr);
}

TEST_CASE("an accepted finding stays and is marked") {
  const std::string clause =
      "clauses:\n  - who: staff\n    must-not: reply\n    to: members\n    accept:\n      - rule: engagement-ban\n"
      "        because: counsel asks for it\n        by: Ana Costa\n        until: 2026-06-30\n";
  const Report report = lint_text(policy(clause));
  const Finding* finding = find(report, "engagement-ban");
  REQUIRE(finding != nullptr);
  REQUIRE(finding->accepted.has_value());
  CHECK(finding->accepted->because == "counsel asks for it");
  CHECK(notices(report) == "");
  CHECK(summarize(report).accepted == 1);

  const Report later = lint_text(policy(clause), today("2026-07-01"));
  REQUIRE(find(later, "engagement-ban") != nullptr);
  CHECK(!find(later, "engagement-ban")->accepted.has_value());
  CHECK(notices(later).find("ended on 2026-06-30") != std::string::npos);
}

TEST_CASE("what accept names and does not meet is a notice") {
  const auto accepting = [](const std::string& rule) {
    return policy("clauses:\n  - text: Be kind.\n    accept: [{rule: " + rule + ", because: we know}]\n");
  };
  CHECK(notices(lint_text(accepting("engagement-bann"))).find("did you mean `engagement-ban`?") != std::string::npos);
  CHECK(notices(lint_text(accepting("engagement-ban"))).find("there is no such finding here") != std::string::npos);
  const Report whole = lint_text(policy("accept: [{rule: mc-review, because: we know}]\nclauses: [Be kind.]\n"));
  REQUIRE(find(whole, "mc-review") != nullptr);
  CHECK(find(whole, "mc-review")->accepted.has_value());
}

TEST_CASE("accept on a section and on an account") {
  const Report report =
      lint_text(policy("accounts:\n  - {handle: \"@ana\", held-by: person, person: Ana Costa, approval: every-post,\n"
                       "     accept: [{rule: acc-approval, because: a trial}]}\n"
                       "sections:\n  - title: One\n    accept: [{rule: engagement-ban, because: a trial}]\n"
                       "    clauses:\n      - {must-not: reply, to: members}\n"));
  REQUIRE(find(report, "acc-approval") != nullptr);
  CHECK(find(report, "acc-approval")->accepted.has_value());
  CHECK(find(report, "acc-approval")->account == "@ana");
  REQUIRE(find(report, "engagement-ban") != nullptr);
  CHECK(find(report, "engagement-ban")->accepted.has_value());
}

TEST_CASE("a directory is walked for files with the marker key") {
  const auto files = memory({{"repo/a.yaml", policy("clauses: [Be kind.]\n")},
                             {"repo/ci.yaml", "on: push\n"},
                             {"repo/sub/b.yml", policy("clauses: [Be brief.]\n")},
                             {"other/ci.yaml", "on: push\n"}});
  const Report report = lint(*files, {"repo"}, rules(), today());
  REQUIRE(report.files.size() == 2);
  CHECK(report.files[0].file->path() == "repo/a.yaml");
  CHECK(report.files[1].file->path() == "repo/sub/b.yml");
  CHECK(report.paths_without_policy == 0);
  CHECK(notices(report) == "");

  const Report none = lint(*files, {"other"}, rules(), today());
  CHECK(none.paths_without_policy == 1);
  CHECK(notices(none).starts_with("not-a-policy: no social media policy was found in this directory"));

  const Report pattern = lint(*files, {"repo/*.yaml"}, rules(), today());
  CHECK(pattern.files.size() == 1);
  CHECK(lint(*files, {"repo/**/*.yml"}, rules(), today()).files.size() == 1);
  CHECK(lint(*files, {"nothing/*.yaml"}, rules(), today()).paths_without_policy == 1);
}

TEST_CASE("files that are no policy or cannot be read") {
  const auto files =
      memory({{"ci.yaml", "on: push\n"}, {"empty.yaml", ""}, {"bad.yaml", "social-media-policy: 1\ntitle: \"x\nclauses: [a"}});
  CHECK(lint(*files, {"ci.yaml"}, rules(), today()).paths_without_policy == 1);
  CHECK(lint(*files, {"empty.yaml"}, rules(), today()).paths_without_policy == 1);
  const Report missing = lint(*files, {"none.yaml"}, rules(), today());
  CHECK(missing.paths_without_policy == 0);
  REQUIRE(missing.notices.size() == 1);
  CHECK(missing.notices[0].fatal);
  const Report broken = lint(*files, {"bad.yaml"}, rules(), today());
  CHECK(std::any_of(broken.notices.begin(), broken.notices.end(), [](const Notice& notice) { return notice.fatal; }));
}

TEST_CASE("a retired policy is skipped and counted") {
  const Report report = lint_text(policy("status: retired\nclauses: [Staff must not reply to members.]\n"));
  CHECK(report.files.empty());
  CHECK(report.retired == 1);
  CHECK(report.paths_without_policy == 0);
  CHECK(notices(report).starts_with("retired:"));
}

TEST_CASE("the order of results does not depend on threads") {
  std::vector<std::pair<std::string, std::string>> texts;
  for (int i = 0; i < 24; ++i) {
    texts.emplace_back("p" + std::to_string(100 + i) + ".yaml",
                       policy("clauses:\n  - Staff must not reply to members.\n  - Item " + std::to_string(i) + " is fine.\n"));
  }
  const auto files = memory(texts);
  LintOptions one = today();
  one.threads = 1;
  LintOptions four = today();
  four.threads = 4;
  const Report serial = lint(*files, {"."}, rules(), one);
  const Report parallel = lint(*files, {"."}, rules(), four);
  REQUIRE(serial.files.size() == 24);
  REQUIRE(parallel.files.size() == 24);
  CHECK(ids(serial) == ids(parallel));
  for (std::size_t i = 0; i < serial.files.size(); ++i) CHECK(serial.files[i].file->path() == parallel.files[i].file->path());
}

TEST_CASE("rules can be chosen and left out") {
  const std::string text = policy("clauses:\n  - Staff must not reply to members.\n");
  LintOptions only = today();
  only.select = {"engagement-ban"};
  CHECK(ids(lint_text(text, only)) == "engagement-ban ");
  LintOptions without = today();
  without.ignore = {"missing", "engagement-ban"};
  CHECK(ids(lint_text(text, without)).find("mc-") == std::string::npos);
  CHECK(ids(lint_text(text, without)).find("engagement-ban") == std::string::npos);
}

TEST_CASE("an account and a clause of the same kind name each other") {
  const Report report =
      lint_text(policy("accounts:\n  - {handle: \"@ana\", held-by: person, person: Ana Costa, approval: every-post}\n"
                       "clauses:\n  - Every post must be approved by the director.\n"));
  const Finding* account = find(report, "acc-approval");
  const Finding* clause = find(report, "per-post-approval");
  REQUIRE(account != nullptr);
  REQUIRE(clause != nullptr);
  const auto names = [](const Finding& finding, std::string_view rule) {
    return std::any_of(finding.related.begin(), finding.related.end(), [&](const Label& label) { return label.rule == rule; });
  };
  CHECK(names(*account, "per-post-approval"));
  CHECK(names(*clause, "acc-approval"));
}

TEST_CASE("a missing part goes where the policy keeps such clauses") {
  const std::string text = policy(
      "audience: patients\n"
      "sections:\n"
      "  - id: \"1\"\n"
      "    title: Scope\n"
      "    clauses:\n"
      "      - id: \"1.1\"\n"
      "        text: \"Be kind.\"\n"
      "  - id: \"2\"\n"
      "    title: Talking with patients\n"
      "    clauses:\n"
      "      - id: \"2.1\"\n"
      "        text: \"Be brief.\"\n"
      "      - id: \"2.2\"\n"
      "        text: \"Be there.\"\n");
  const Report report = lint_text(text);
  const Finding* permission = find(report, "mc-permission");
  const Finding* handoff = find(report, "mc-handoff");
  REQUIRE(permission != nullptr);
  REQUIRE(handoff != nullptr);
  CHECK(permission->span.begin == text.find("      - id: \"2.1\""));
  CHECK(handoff->span.begin == text.size());
  REQUIRE(handoff->fixes.at(0).edits.size() == 1);
  CHECK(
      handoff->fixes[0].edits[0].replacement ==
      "      - id: \"2.3\"\n        text: \"If you cannot help, find the colleague who can, name them, and check that they answered.\"\n");
  CHECK(permission->fixes.at(0).edits.at(0).replacement.find("talk with patients") != std::string::npos);
}

TEST_CASE("a policy that only lists accounts gets no missing parts") {
  const Report report = lint_text(policy("accounts:\n  - {handle: \"@ana\", held-by: person, person: Ana Costa}\n"));
  CHECK(ids(report).find("mc-") == std::string::npos);
  CHECK(find(report, "acc-succession-person") != nullptr);
}

TEST_CASE("what members can do now is said in short lines") {
  const Report report = lint_text(policy("clauses:\n  - {id: \"2.1\", who: staff, may: answer, to: members}\n"));
  REQUIRE(report.files.at(0).credits.size() == 1);
  CHECK(report.files[0].credits[0] == "staff may answer members (2.1)");
}

namespace {

std::string clause(const std::string& text) { return "clauses:\n  - id: '1'\n    text: \"" + text + "\"\n"; }

}  // namespace

TEST_CASE("friendship with students is a matter of safeguarding at a school, and none at a university") {
  const std::string ban = clause("Employees must not accept students as friends on Facebook.");
  CHECK(find(lint_text(policy("organization: Bluebell School District\n" + ban)), "connection-ban") == nullptr);
  CHECK(find(lint_text(policy("organization: Bluebell University\n" + ban)), "connection-ban") != nullptr);
  const std::string topic =
      clause("Employees may not mention young people, events or anything else about our work on their own accounts.");
  CHECK(find(lint_text(policy("organization: Bluebell School District\n" + topic)), "work-topic-ban") != nullptr);
}

TEST_CASE("a sentence in which no norm is read is a finding where its words are sure") {
  const std::string words = "Content posted by volunteers shall not be such as to have a bad effect upon how the Trust is seen.";
  const Report report = lint_text(policy(clause(words)));
  const Finding* finding = find(report, "vague-conduct-standard");
  REQUIRE(finding != nullptr);
  CHECK(finding->clause == "1");
  CHECK(finding->reading.empty());
  CHECK(finding->quote == words);
  CHECK(find(lint_text(policy(clause("Content posted by volunteers shall not be such as the copyright act forbids."))),
             "vague-conduct-standard") == nullptr);
}

TEST_CASE("only what is sure is an error") {
  CHECK(limit_by_scope(Severity::error, {}, Confidence::high) == Severity::error);
  CHECK(limit_by_scope(Severity::error, {}, Confidence::medium) == Severity::warning);
  CHECK(limit_by_scope(Severity::error, {}, Confidence::low) == Severity::warning);
  CHECK(limit_by_scope(Severity::note, {}, Confidence::low) == Severity::note);
}

TEST_CASE("a lead decides whether its item is a finding, as a title or as a text") {
  const auto found_under = [](const std::string& lead) {
    const Report report =
        lint_text(policy("clauses:\n  - id: \"1\"\n    " + lead + "\n    list: [answer questions of members]\n"));
    return find(report, "engagement-ban") != nullptr;
  };
  CHECK(found_under("title: \"What staff must not do:\""));
  CHECK(found_under("text: \"What staff must not do:\""));
  CHECK_FALSE(found_under("title: \"What staff are encouraged to do:\""));
  CHECK_FALSE(found_under("text: \"What staff are encouraged to do:\""));
}

TEST_CASE("what its lead frees is no finding, whatever the words of the item") {
  const auto found_under = [](const std::string& lead) {
    const std::string item = "to stay silent about the Society on their own pages";
    return find(lint_text(policy("clauses:\n  - id: \"1\"\n    text: \"" + lead + "\"\n    list: [" + item + "]\n")),
                "work-topic-ban") != nullptr;
  };
  CHECK(found_under("Employees of the Society are required, at any time,"));
  CHECK_FALSE(found_under("It remains open to staff, at any time,"));
}
