#include <doctest/doctest.h>

#include "finding/finding.hpp"

using namespace engagelint;

namespace {

Finding finding_at(Offset begin, std::string_view rule, Severity severity = Severity::warning) {
  Finding finding;
  finding.rule.id = rule;
  finding.severity = severity;
  finding.span = {begin, begin + 4};
  return finding;
}

}  // namespace

TEST_CASE("names are those of the report") {
  CHECK(name_of(Severity::error) == "error");
  CHECK(name_of(Severity::warning) == "warning");
  CHECK(name_of(Severity::note) == "note");
  CHECK(name_of(Confidence::high) == "high");
  CHECK(name_of(Confidence::medium) == "medium");
  CHECK(name_of(Confidence::low) == "low");
  CHECK(name_of(FixKind::changes_policy) == "changes-policy");
  CHECK(name_of(FixKind::show_only) == "show-only");
  CHECK(name_of(FixKind::mechanical) == "mechanical");
  CHECK(name_of(FixLevel::small) == "small");
  CHECK(name_of(FixLevel::middle) == "middle");
  CHECK(name_of(FixLevel::bold) == "bold");
  CHECK(name_of(NoticeKind::unreadable_file) == "unreadable-file");
  CHECK(name_of(NoticeKind::bad_yaml) == "bad-yaml");
  CHECK(name_of(NoticeKind::bad_schema) == "bad-schema");
  CHECK(name_of(NoticeKind::bad_rule) == "bad-rule");
  CHECK(name_of(NoticeKind::bad_usage) == "bad-usage");
  CHECK(name_of(NoticeKind::not_a_policy) == "not-a-policy");
  CHECK(name_of(NoticeKind::retired) == "retired");
  CHECK(name_of(NoticeKind::limit) == "limit");
}

TEST_CASE("accepted findings are counted as accepted only") {
  Report report;
  report.files.resize(2);
  report.files[0].unread = 2;
  report.files[1].unread = 1;
  report.files[0].findings = {finding_at(1, "a", Severity::error), finding_at(2, "a", Severity::error),
                              finding_at(3, "b", Severity::note)};
  report.files[0].findings[1].accepted = Acceptance{{0, 1}, "a", "counsel", "Ana", ""};
  report.files[1].findings = {finding_at(1, "c", Severity::warning)};
  const Summary sum = summarize(report);
  CHECK(sum.files == 2);
  CHECK(sum.errors == 1);
  CHECK(sum.warnings == 1);
  CHECK(sum.notes == 1);
  CHECK(sum.accepted == 1);
  CHECK(sum.unread == 3);
}

TEST_CASE("findings are ordered by place, then by rule") {
  FileReport report;
  report.findings = {finding_at(9, "a"), finding_at(3, "b"), finding_at(3, "a"), finding_at(0, "z")};
  order(report);
  CHECK(report.findings[0].rule.id == "z");
  CHECK(report.findings[1].rule.id == "a");
  CHECK(report.findings[1].span.begin == 3);
  CHECK(report.findings[2].rule.id == "b");
  CHECK(report.findings[3].span.begin == 9);
}

TEST_CASE("a fingerprint stays when a clause is moved, renumbered or wrapped anew") {
  Finding finding = finding_at(9, "per-post-approval");
  finding.clause = "2.3";
  finding.quote = "Staff must ask before they reply";
  const std::string print = fingerprint(finding, "a.yaml");
  CHECK(print.size() == 16);
  CHECK(print.find_first_not_of("0123456789abcdef") == std::string::npos);
  Finding moved = finding;
  moved.clause = "7.1";
  moved.span = {100, 120};
  moved.quote = "staff  must ask\nbefore they reply.";
  CHECK(fingerprint(moved, "a.yaml") == print);
  CHECK(fingerprint(finding, "b.yaml") != print);
  moved.quote = "Staff must ask before they answer";
  CHECK(fingerprint(moved, "a.yaml") != print);
  Finding other = finding;
  other.rule.id = "approval-latency";
  CHECK(fingerprint(other, "a.yaml") != print);
}

TEST_CASE("a fingerprint is the same on every machine") {
  Finding finding = finding_at(9, "rule");
  finding.clause = "1";
  finding.quote = "words";
  CHECK(fingerprint(finding, "a.yaml") == "a5108e6e5d7a18b2");
}

TEST_CASE("accounts with the same words have fingerprints of their own") {
  Finding finding = finding_at(9, "acc-tracking");
  finding.quote = "tracking: true";
  finding.account = "@ana";
  const std::string ana = fingerprint(finding, "a.yaml");
  finding.account = "@ben";
  CHECK(fingerprint(finding, "a.yaml") != ana);
}
