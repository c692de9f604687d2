#include <doctest/doctest.h>

#include "fixture.hpp"
#include "render/render.hpp"

using namespace engagelint;

namespace {

const RuleText rule_texts[] = {
    {"per-post-approval", "Every post or reply needs prior approval", "why it matters, and what to write", Severity::error},
    {"quiet-rule", "A rule that found nothing", "help", Severity::note},
};

std::size_t occurrences(const std::string& text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("json is the report of the specification") {
  const std::string text = to_json(fixture::report());
  CHECK(text == fixture::golden("json.golden", text));
}

TEST_CASE("json of no files is whole") {
  const std::string text = to_json(Report{});
  CHECK(text.find("\"files\": [],") != std::string::npos);
  CHECK(text.find("\"notices\": [],") != std::string::npos);
}

TEST_CASE("json replaces bytes that are not UTF-8") {
  Report report = fixture::clean_report();
  report.files[0].title = "a\xFF";
  CHECK(to_json(report).find("a�") != std::string::npos);
  CHECK(to_sarif(report, {}).find("\"runs\"") != std::string::npos);
}

TEST_CASE("a notice without a file has no range") {
  const std::string text = to_json(fixture::several());
  CHECK(text.find("\"path\": \"policies/gone.yaml\",\n      \"range\": null,") != std::string::npos);
}

TEST_CASE("sarif names rules, suppressions and fingerprints") {
  const std::string text = to_sarif(fixture::report(), rule_texts);
  CHECK(text == fixture::golden("sarif.golden", text));
}

TEST_CASE("sarif says where a run could not read a file") {
  const std::string text = to_sarif(fixture::several(), rule_texts);
  CHECK(text.find("\"executionSuccessful\": false") != std::string::npos);
  CHECK(text.find("\"uri\": \"policies/gone.yaml\"") != std::string::npos);
  CHECK(to_sarif(fixture::report(), rule_texts).find("\"executionSuccessful\": true") != std::string::npos);
}

TEST_CASE("github annotations") {
  const std::string text = to_github(fixture::several());
  CHECK(text == fixture::golden("github.golden", text));
}

TEST_CASE("github escapes what would end a command") {
  Report report = fixture::report();
  report.files[0].findings.resize(1);
  report.files[0].findings[0].message = "50% of: a\r\nb, ::error::";
  const std::string text = to_github(report);
  CHECK(text.find("::50%25 of: a%0D%0Ab, ::error::") != std::string::npos);
  report.notices = {{NoticeKind::unreadable_file, "a,b:c%.yaml", nullptr, std::nullopt, "gone", "", true}};
  CHECK(to_github(report).find("::error file=a%2Cb%3Ac%25.yaml,title=unreadable-file::gone\n") != std::string::npos);
}

TEST_CASE("the same numbers stand in every output") {
  const Report report = fixture::report();
  const Summary sum = summarize(report);
  CHECK(sum.errors == 2);
  CHECK(sum.warnings == 3);
  CHECK(sum.notes == 1);
  CHECK(sum.accepted == 1);
  const std::string words = "2 errors, 3 warnings, 1 note, 1 accepted in 1 policy";
  CHECK(to_text(report, {}).find(words) != std::string::npos);
  CHECK(to_github(report).find(words) != std::string::npos);
  CHECK(
      to_json(report).find("\"errors\": 2,\n    \"warnings\": 3,\n    \"notes\": 1,\n    \"accepted\": 1,\n    \"unread\": 1") !=
      std::string::npos);
  const std::string sarif = to_sarif(report, rule_texts);
  CHECK(occurrences(sarif, "\"ruleIndex\"") == 7);
  CHECK(occurrences(sarif, "\"suppressions\"") == 1);
  const std::string github = to_github(report);
  CHECK(occurrences(github, "::error ") == 2);
  CHECK(occurrences(github, "::warning ") == 4);
  CHECK(occurrences(github, "::notice ") == 1);
}
