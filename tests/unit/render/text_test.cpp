#include <algorithm>
#include <doctest/doctest.h>

#include "fixture.hpp"
#include "render/digest.hpp"
#include "render/render.hpp"

using namespace engagelint;

TEST_CASE("text shows the weightiest first and the rest in brief") {
  const std::string text = to_text(fixture::report(), {});
  CHECK(text == fixture::golden("text.golden", text));
  CHECK(text.find("a voice that nobody speaks") == std::string::npos);
  CHECK(text.find("formal-tone") == std::string::npos);
}

TEST_CASE("text with all shows every finding in full") {
  const std::string text = to_text(fixture::report(), {false, 80, true});
  CHECK(text == fixture::golden("text-all.golden", text));
  CHECK(text.find("note[formal-tone]") != std::string::npos);
}

TEST_CASE("text in colour has the same words") {
  const std::string coloured = to_text(fixture::report(), {true, 100, false});
  CHECK(coloured == fixture::golden("text-color.golden", coloured));
  std::string bare;
  for (std::size_t at = 0; at < coloured.size(); ++at) {
    if (coloured[at] == '\x1b') {
      at = coloured.find('m', at);
    } else {
      bare += coloured[at];
    }
  }
  CHECK(bare == to_text(fixture::report(), {}));
}

TEST_CASE("text on success says what members can do and how much was read") {
  const std::string text = to_text(fixture::clean_report(), {});
  CHECK(text == fixture::golden("text-clean.golden", text));
}

TEST_CASE("text on several files has a section for each and one end") {
  const std::string text = to_text(fixture::several(), {});
  CHECK(text == fixture::golden("text-several.golden", text));
}

TEST_CASE("text without a policy says so") { CHECK(to_text(Report{}, {}) == "no policy was checked\n"); }

TEST_CASE("the next step is computed over all clauses") {
  const Report report = fixture::report();
  const auto start = render::start(report);
  REQUIRE(start.has_value());
  CHECK(render::place_name(*start->first) == "clause 2.1");
  CHECK(start->clears == 1);
  CHECK(start->of == 5);
  CHECK_FALSE(render::start(fixture::clean_report()).has_value());
}

TEST_CASE("the clause with most errors comes before the one with most findings") {
  Report report = fixture::report();
  auto& findings = report.files[0].findings;
  findings[3].accepted.reset();
  for (std::size_t index : {1U, 2U}) findings[index].clause = "2.9";
  auto start = render::start(report);
  REQUIRE(start.has_value());
  CHECK(*start->first->clause == "2.9");
  CHECK(start->clears == 2);
  CHECK(start->of == 6);
}

TEST_CASE("missing parts are where to start only when nothing else is left") {
  Report report = fixture::report();
  auto& findings = report.files[0].findings;
  Finding part = findings.back();
  REQUIRE_FALSE(part.clause.has_value());
  part.severity = Severity::error;
  for (int copies = 0; copies < 5; ++copies) findings.push_back(part);
  CHECK(render::place_name(*render::start(report)->first) == "clause 2.1");
  findings.erase(findings.begin(), findings.end() - 5);
  CHECK(render::place_name(*render::start(report)->first) == "the policy as a whole");
  CHECK(render::start(report)->clears == 5);
}

TEST_CASE("a policy cannot send control characters to the terminal") {
  Report report = fixture::clean_report();
  report.files[0].credits = {"staff may \x1b[31mreply\x1b[0m"};
  const std::string text = to_text(report, {});
  CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("many rules still fit a screen and none is left out") {
  Report report = fixture::report();
  FileReport& policy = report.files[0];
  policy.findings.clear();
  const std::vector<std::string_view> ids{"a-a", "b-b", "c-c", "d-d", "e-e", "f-f", "g-g", "h-h", "i-i", "j-j", "k-k", "l-l"};
  for (const std::string_view id : ids) {
    Finding finding = fixture::report().files[0].findings[1];
    finding.rule.id = id;
    policy.findings.push_back(finding);
  }
  const std::string text = to_text(report, {});
  for (const std::string_view id : ids) CHECK(text.find("error[" + std::string(id) + "]") != std::string::npos);
  CHECK(std::count(text.begin(), text.end(), '\n') <= 45);
}
