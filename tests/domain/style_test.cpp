// How a policy is written down must not change what is found in it: YAML style, line width, spelling and quotes.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "domain_set.hpp"
#include "engine/engine.hpp"
#include "restyle.hpp"

using namespace engagelint;
using namespace engagelint::domain;

namespace {

const std::string root = ENGAGELINT_SOURCE_DIR;

// A British council and an American firm, with quotations, apostrophes and words of both spellings.
constexpr std::string_view council = R"(social-media-policy: 1
title: Social media
organization: Wexcombe Borough Council
audience: residents
sections:
  - title: Accounts
    clauses:
      - Officers mustn't answer residents' questions online; that is the Communications Team's job.
      - No officer may open a page unless the head of department authorises it. The council's programme of training isn't needed.
      - "An \"official account\" means one that only the press office may use."
      - title: Don't
        list:
          - reply to a resident's complaint without the organisation's prior authorisation
          - post anything that could embarrass the organisation, its colours or its behaviour
          - accept friends' requests from "followers"
      - Refer all enquiries to the centre's mailbox, enquiries@example.org; don't reply in your own words.
      - Officers aren't required to engage with residents. They needn't recognise every account.
)";

constexpr std::string_view firm = R"(social-media-policy: 1
title: Social media
organization: Acme
audience: customers
clauses:
  - Every post must be authorized by Marketing before it's published, and it can't be personalized afterwards.
  - You shouldn't connect with customers on LinkedIn. We won't recognize accounts that carry an employee's name.
  - "Q: May I answer a customer's inquiry? A: No. Say \"please call our switchboard\" and don't discuss the program."
  - Posts about the organization must stay within the "brand voice"; use of any other color or behavior isn't allowed.
  - All comments by employees shall carry the company's notice, and members' direct messages are to be ignored.
)";

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::string as_policy(const std::vector<Sample>& samples) {
  std::string out = "social-media-policy: 1\ntitle: Social media\nclauses:\n";
  for (const Sample& sample : samples) {
    out += sample.heading.empty() ? "  - " + quoted(sample.text) + "\n"
                                  : "  - title: " + quoted(sample.heading) + "\n    list:\n      - " + quoted(sample.text) + "\n";
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> policies() {
  std::vector<std::pair<std::string, std::string>> out{{"council", std::string(council)}, {"firm", std::string(firm)}};
  for (const auto& entry : std::filesystem::directory_iterator(root + "/examples")) {
    if (entry.path().extension() == ".yaml") out.emplace_back(entry.path().filename().string(), contents(entry.path().string()));
  }
  const DomainSet set = read_domain_set(root + "/tests/domain");
  out.emplace_back("sentences", as_policy(set.sentences));
  out.emplace_back("phrasings", as_policy(set.phrasings));
  out.emplace_back("near misses", as_policy(set.near_misses));
  return out;
}

// The words as they were meant, in one spelling, with straight quotes and single blanks.
std::string meant(std::string_view words) {
  std::string out;
  for (const char c : american(straight(std::string(words)))) {
    if (c != ' ' && c != '\n') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// One line a finding: what a person is shown, in order.
std::string findings(const std::string& yaml) {
  static const RuleSet rules = builtin_rules();
  LintOptions options;
  options.today = "2026-01-01";
  const Report report = lint(*memory({{"policy.yaml", yaml}}), {"policy.yaml"}, rules, options);
  std::string out;
  for (const Notice& notice : report.notices) out += "notice: " + notice.message + "\n";
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) {
      out += std::string(finding.rule.id) + " " + finding.clause.value_or("-") + " " + std::string(name_of(finding.severity)) +
             ": " + meant(finding.quote);
      for (const Label& label : finding.related) out += label.rule.empty() ? "" : " + " + std::string(label.rule);
      out += "\n";
    }
  }
  return out;
}

std::vector<Manner> manners() {
  std::vector<Manner> out;
  for (const std::size_t width : {std::size_t{24}, std::size_t{60}, std::size_t{10000}}) {
    const auto suffix = ", width " + std::to_string(width);
    out.push_back({"plain" + suffix, Style::plain, width});
    out.push_back({"single quotes" + suffix, Style::single_quoted, width});
    out.push_back({"double quotes" + suffix, Style::double_quoted, width});
    out.push_back({"folded" + suffix, Style::folded, width});
    out.push_back({"literal" + suffix, Style::literal, width});
  }
  out.push_back({"escapes", Style::escaped});
  out.push_back({"British spelling", Style::double_quoted, 10000, british});
  out.push_back({"American spelling", Style::double_quoted, 10000, american});
  out.push_back({"curly quotes", Style::double_quoted, 10000, curly});
  out.push_back({"straight quotes", Style::double_quoted, 10000, straight});
  out.push_back(
      {"curly quotes in folded British lines", Style::folded, 40, [](const std::string& text) { return curly(british(text)); }});
  return out;
}

// The first line that differs, which says more than two long texts.
std::string first_difference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string one;
  std::string other;
  while (true) {
    const bool more = static_cast<bool>(std::getline(left, one));
    const bool more_other = static_cast<bool>(std::getline(right, other));
    if (!more) one = "(end)";
    if (!more_other) other = "(end)";
    if ((!more && !more_other) || one != other) return one + "\n  is now\n" + other;
  }
}

}  // namespace

TEST_CASE("the way a policy is written down changes no finding") {
  std::size_t raised = 0;
  for (const auto& [name, yaml] : policies()) {
    const std::string before = findings(yaml);
    for (const char c : before) raised += c == '\n' ? 1 : 0;
    for (const Manner& manner : manners()) {
      const std::string after = findings(restyle(yaml, manner));
      CHECK_MESSAGE(before == after, name, ", ", manner.name, ":\n", first_difference(before, after));
    }
  }
  CHECK(raised > 300);  // policies without findings would show nothing
}

TEST_CASE("another word does change findings") {
  const auto changed = [](const std::string& text) {
    auto out = text;
    for (auto at = out.find("must not"); at != std::string::npos; at = out.find("must not")) out.replace(at, 8, "may");
    return out;
  };
  const std::string yaml = "social-media-policy: 1\ntitle: t\nclauses:\n  - Staff must not reply to members.\n";
  CHECK(findings(yaml) == findings(restyle(yaml, {"", Style::folded, 20})));
  CHECK(findings(yaml) != findings(restyle(yaml, {"", Style::folded, 20, changed})));
}

TEST_CASE("the manners do what they say") {
  const std::string one = "social-media-policy: 1\nclauses:\n  - \"The organization can't say \\\"no\\\" to a colour.\"\n";
  CHECK(restyle(one, {"", Style::folded, 20}).find("  - >-\n    The organization\n    can't say \"no\" to a\n    colour.\n") !=
        std::string::npos);
  CHECK(restyle(one, {"", Style::escaped}).find("\\x6d") == std::string::npos);
  CHECK(restyle(one, {"", Style::plain}).find("- The organization can't say \"no\" to a colour.\n") != std::string::npos);
  CHECK(restyle(one, {"", Style::single_quoted}).find("- 'The organization can''t say") != std::string::npos);
  CHECK(british("an organization's program") == "an organisation's programme");
  CHECK(american("an organisation's colour") == "an organization's color");
  CHECK(curly("\"it's\"") == "\xE2\x80\x9Cit\xE2\x80\x99s\xE2\x80\x9D");
  CHECK(straight(curly("\"it's\"")) == "\"it's\"");
}
