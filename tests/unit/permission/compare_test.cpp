#include "permission/compare.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "policy/read_policy.hpp"

using namespace engagelint;

namespace {

/// One version of a policy with its reading.
struct Version {
  explicit Version(const std::string& body)
      : file(std::make_unique<SourceFile>("policy.yaml", "social-media-policy: 1\ntitle: Talking\n" + body)),
        policies(read_policy(*file)) {
    REQUIRE(policies.policies.size() == 1);
    reading = read_norms(policies.policies.front());
    views.push_back({&policies.policies.front(), &reading});
  }
  Version(const Version&) = delete;
  Version& operator=(const Version&) = delete;
  std::unique_ptr<SourceFile> file;
  PolicyFile policies;
  Reading reading;
  std::vector<PolicyReading> views;
};

std::string joined(const std::vector<ChangedClause>& clauses) {
  std::string out;
  for (const ChangedClause& each : clauses) out += (out.empty() ? "" : ",") + each.clause;
  return out;
}

/// "gated- staff reply members [1>1]", one line each.
std::string told(const Comparison& changes) {
  std::string out;
  for (const Change& change : changes.changes) {
    const char* sign = change.direction == Direction::tightened ? "-" : change.direction == Direction::loosened ? "+" : "=";
    out += std::string(name_of(change.kind)) + sign;
    for (const std::string* word : {&change.who, &change.action, &change.to, &change.on}) out += word->empty() ? "" : " " + *word;
    out += " [" + joined(change.old_clauses) + ">" + joined(change.new_clauses) + "]\n";
  }
  for (const ChangedClause& each : changes.added) out += "added " + each.clause + "\n";
  for (const ChangedClause& each : changes.removed) out += "removed " + each.clause + "\n";
  return out;
}

std::string difference(const std::string& before, const std::string& after) {
  const Version old(before);
  const Version now(after);
  return told(compare(old.views, now.views));
}

const std::string may = "{id: a, text: Staff may reply to members.}";
const std::string must_not = "{id: a, text: Staff must not reply to members.}";
const std::string asks = "{id: a, text: Staff may reply to members after approval by Legal.}";
const std::string two_ask = "{id: a, text: Staff may reply to members after approval by Legal and by Communications.}";
const std::string nothing = "{id: b, text: Be kind.}";

std::string of(const std::string& clause) { return "clauses:\n  - " + clause + "\n"; }

}  // namespace

TEST_CASE("what a change does to people") {
  CHECK(difference(of(may), of(must_not)) == "forbidden- staff reply members [a>a]\n");
  CHECK(difference(of(must_not), of(may)) == "freed+ staff reply members [a>a]\n");
  CHECK(difference(of(may), of(asks)) == "gated- staff reply members [a>a]\n");
  CHECK(difference(of(asks), of(may)) == "freed+ staff reply members [a>a]\n");
  CHECK(difference(of(asks), of(two_ask)) == "gated- staff reply members [a>a]\n");
  CHECK(difference(of(two_ask), of(asks)) == "gated+ staff reply members [a>a]\n");
  CHECK(difference(of(must_not), of(asks)) == "gated+ staff reply members [a>a]\n");
  CHECK(difference(of(may), of(nothing)) == "silent- staff reply members [a>]\nadded b\n");
  CHECK(difference(of(must_not), of(nothing)) == "silent+ staff reply members [a>]\nadded b\n");
  CHECK(difference(of(nothing), of(must_not)) == "forbidden- staff reply members [>a]\nremoved b\n");
}

TEST_CASE("what is no change, or only words") {
  const std::string numbered =
      "sections:\n  - id: '1'\n    title: Talking\n    clauses:\n      - {id: '1.1', text: Staff may reply to members.}\n"
      "      - {id: '1.2', text: Be kind.}\n      - {id: '1.3', text: Write in your own words.}\n";
  CHECK(difference(numbered, numbered).empty());
  SUBCASE("renumbered") {
    std::string other = numbered;
    for (std::size_t at = other.find("'1."); at != std::string::npos; at = other.find("'1.", at + 1)) other[at + 1] = '4';
    CHECK(difference(numbered, other).empty());
  }
  SUBCASE("a clause put in above, so that all numbers move") {
    const std::string other =
        "sections:\n  - id: '1'\n    title: Talking\n    clauses:\n      - {id: '1.1', text: The harbour is old.}\n"
        "      - {id: '1.2', text: Staff may reply to members.}\n      - {id: '1.3', text: Be kind.}\n"
        "      - {id: '1.4', text: Write in your own words.}\n";
    CHECK(difference(numbered, other) == "added 1.1\n");
  }
  SUBCASE("wrapped otherwise") {
    std::string other = numbered;
    other.replace(other.find("Staff may reply"), 15, "Staff  may\n        reply");
    CHECK(difference(numbered, other).empty());
  }
  SUBCASE("reworded") {
    std::string other = numbered;
    other.replace(other.find("Staff may reply"), 15, "Employees may reply");
    CHECK(difference(numbered, other) == "reworded= [1.1>1.1]\n");
  }
  SUBCASE("moved") {
    const std::string other =
        "sections:\n  - id: '1'\n    title: Talking\n    clauses:\n      - {id: '1.1', text: Be kind.}\n"
        "      - {id: '1.2', text: Write in your own words.}\n      - {id: '1.3', text: Staff may reply to members.}\n";
    CHECK(difference(numbered, other) == "moved= [1.1>1.3]\n");
  }
  SUBCASE("the title reworded") {
    std::string other = numbered;
    other.replace(other.find("title: Talking\n    clauses"), 14, "title: Answers");
    CHECK(difference(numbered, other).empty());
  }
  SUBCASE("under another title") {
    const std::string two = numbered + "  - title: Style\n    clauses: [Use short words.]\n";
    std::string other = two;
    other.erase(other.find("      - {id: '1.2', text: Be kind.}\n"), 36);
    other.insert(other.find("Use short"), "Be kind., ");
    CHECK(difference(two, other) == "moved= [1.2>sections/2/1]\n");
  }
}

TEST_CASE("the wider change is told, the narrower ones are in it") {
  const std::string told_change = difference("clauses: [{id: a, text: Staff may engage with members.}]",
                                             "clauses: [{id: a, text: Staff must not engage with members.}]");
  CHECK(told_change == "forbidden- staff engage members [a>a]\n");
}

TEST_CASE("properties of comparisons") {
  const std::vector<std::string> clauses = {"Staff may reply to members.",
                                            "Staff must not accept friend requests from members.",
                                            "Every post must be approved by Communications.",
                                            "Volunteers must not post about our work.",
                                            "Only Ana Costa may answer members on Twitter.",
                                            "Be kind."};
  const auto body = [&](unsigned set, bool backwards) {
    std::string out = "people: [{name: Ana Costa}]\nclauses:\n";
    for (std::size_t k = 0; k < clauses.size(); ++k) {
      const std::size_t i = backwards ? clauses.size() - 1 - k : k;
      if ((set >> i & 1U) != 0) out += "  - " + clauses[i] + "\n";
    }
    return out;
  };
  for (unsigned one = 1; one < 1U << clauses.size(); ++one) {
    const Version old(body(one, false));
    const Version turned(body(one, true));
    const auto effects = [](const Comparison& changes) {
      return std::count_if(changes.changes.begin(), changes.changes.end(),
                           [](const Change& change) { return change.kind < ChangeKind::reworded; });
    };
    // The order of clauses changes nothing that may be done.
    CHECK(effects(compare(old.views, turned.views)) == 0);
    for (const unsigned other : {one ^ 1U, one ^ 4U, one ^ 24U}) {
      if (other == 0) continue;
      const Version now(body(other, false));
      const Comparison there = compare(old.views, now.views);
      const Comparison back = compare(now.views, old.views);
      CAPTURE(told(there));
      CAPTURE(told(back));
      // Nothing is taken without being given on the way back.
      CHECK((there.tightened > 0) == (back.loosened > 0));
      CHECK((there.loosened > 0) == (back.tightened > 0));
      CHECK(there.added.size() + back.added.size() <= clauses.size());
    }
  }
}
