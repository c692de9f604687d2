#include <doctest/doctest.h>

#include "reading.hpp"

using namespace engagelint;
using namespace engagelint::test;

TEST_CASE("the head, the glossary and the people are read") {
  const Read read(
      head +
      "organization: Ports\nstatus: draft\neffective: 2009-11-08\nreview: 2010-05-08\naudience: members\n"
      "glossary: {Portmates: staff, the Hub: communications}\n"
      "people:\n  - name: Ana Costa\n    role: Director\n    speaks-for: organization\n    handles: [\"@ana\", \"@ana2\"]\n");
  CHECK(read.notices().empty());
  const PolicyDocument& policy = read.policy();
  CHECK(policy.title->value == "t");
  CHECK(policy.organization->value == "Ports");
  CHECK(policy.status->value == "draft");
  CHECK(policy.effective->value == "2009-11-08");
  CHECK(policy.review->value == "2010-05-08");
  CHECK(policy.audience->value == "members");
  REQUIRE(policy.glossary.size() == 2);
  CHECK(policy.glossary[1].first.value == "the Hub");
  CHECK(policy.glossary[1].second.value == "communications");
  REQUIRE(policy.people.size() == 1);
  CHECK(policy.people[0].name->value == "Ana Costa");
  CHECK(policy.people[0].role->value == "Director");
  CHECK(policy.people[0].speaks_for->value == "organization");
  CHECK(policy.people[0].handles.at(1).value == "@ana2");
  CHECK(read.bytes(policy.people[0].span).starts_with("name: Ana"));
}

TEST_CASE("every key of an account is read") {
  const Read read(
      head +
      "accounts:\n  - {handle: \"@a\", network: Twitter, held-by: person, purpose: talk, replies: off, response-within: 1 day, person: Ana,\n"
      "     written-by: Ben, disclosed: true, names-employer: false, links: required on every post, tracking: true,\n"
      "     approval: every-post, ownership: organization, successor: Cy, administrators: [D, E]}\n  - {handle: b, administrators: []}\n  - {handle: c}\n");
  CHECK(read.notices().empty());
  const Account& a = read.policy().accounts.at(0);
  CHECK(a.handle->value == "@a");
  CHECK(a.network->value == "Twitter");
  CHECK(a.held_by->value == "person");
  CHECK(a.purpose->value == "talk");
  CHECK(a.replies->value == "off");
  CHECK(a.response_within->value == "1 day");
  CHECK(a.person->value == "Ana");
  CHECK(a.written_by->value == "Ben");
  CHECK(a.disclosed->value == "true");
  CHECK(a.names_employer->value == "false");
  CHECK(a.links->value == "required on every post");
  CHECK(a.tracking->value == "true");
  CHECK(a.approval->value == "every-post");
  CHECK(a.ownership->value == "organization");
  CHECK(a.successor->value == "Cy");
  CHECK(a.administrators->size() == 2);
  CHECK(read.policy().accounts.at(1).administrators->empty());
  CHECK_FALSE(read.policy().accounts.at(2).administrators.has_value());
}

TEST_CASE("every field of a structured clause is read") {
  const Read read(
      head +
      "clauses:\n  - {who: staff, must-not: [reply, post], to: members, on: [Twitter, Facebook], about: us, unless: approved, if: late,\n"
      "     within: 2 days, after: 48 hours, because: HIPAA}\n  - only-may: post\n    who: Communications\n");
  CHECK(read.notices().empty());
  const Fields& fields = read.clause(0).fields;
  REQUIRE(fields.modal.has_value());
  CHECK(fields.modal->modality == Modality::prohibit);
  CHECK(read.bytes(fields.modal->key) == "must-not");
  CHECK(fields.modal->acts.at(1).value == "post");
  CHECK(fields.who.at(0).value == "staff");
  CHECK(fields.to.at(0).value == "members");
  CHECK(fields.on.at(1).value == "Facebook");
  CHECK(fields.about.at(0).value == "us");
  CHECK(fields.unless.at(0).value == "approved");
  CHECK(fields.condition.at(0).value == "late");
  CHECK(fields.within.at(0).value == "2 days");
  CHECK(fields.after.at(0).value == "48 hours");
  CHECK(fields.because.at(0).value == "HIPAA");
  CHECK(read.clause(1).fields.modal->modality == Modality::restrict_to);
}

TEST_CASE("each modality has its key") {
  const Read read(head + "clauses: [{may: a}, {only-may: a}, {must: a}, {must-not: a}, {should: a}, {should-not: a}]\n");
  std::string names;
  for (const Clause& clause : read.policy().clauses) names += std::string(name_of(clause.fields.modal->modality)) + " ";
  CHECK(names == "permit restrict-to require prohibit recommend discourage ");
}

TEST_CASE("ids are the author's or tell the position") {
  const Read read(
      head +
      "sections:\n  - clauses: [a]\n    sections:\n      - {id: \"1.1\", clauses: [b]}\n      - clauses: [c]\n"
      "  - id: \"2\"\n    clauses:\n      - {id: \"2.1\", text: d}\n      - e\n      - {id: \"2.3\", text: x, list: [f, g]}\n      - list: [h]\n"
      "    sections: [{clauses: [i]}]\nclauses: [j, {id: k, text: l}, m]\n");
  CHECK(read.notices().empty());
  std::string clauses, sections;
  for (const Clause& clause : read.policy().clauses) {
    clauses += clause.id + " ";
    for (const ClauseItem& item : clause.items) clauses += "(" + item.id + ") ";
  }
  for (const Section& section : read.policy().sections) sections += section.id + " ";
  CHECK(sections == "sections/1 1.1 sections/1/sections/2 2 2/sections/1 ");
  CHECK(
      clauses ==
      "sections/1/1 1.1/1 sections/1/sections/2/1 2.1 2/2 2.3 (2.3/1) (2.3/2) 2/4 (2/4/1) 2/sections/1/1 clauses/1 k clauses/3 ");
  CHECK(read.clause(1).section == 1);
  CHECK(read.policy().sections[1].parent == 0);
  CHECK(read.policy().sections[3].parent == -1);
  CHECK(read.policy().clauses.back().section == -1);
}

TEST_CASE("accepted findings reach the clauses below, the nearest first") {
  const Read read(
      head +
      "accept: {rule: p, because: x}\nsections:\n  - accept: [{rule: s, because: x}]\n    sections:\n      - accept: [{rule: t, because: x}]\n"
      "        clauses:\n          - {text: a, accept: [{rule: c, because: counsel, by: Ana, until: 2010-06-30}]}\n          - b\naccounts: [{handle: h, accept: [{rule: q, because: x}]}]\n");
  CHECK(read.notices().empty());
  const auto& accept = read.clause(0).accept;
  REQUIRE(accept.size() == 3);
  CHECK(accept[0].rule == "c");
  CHECK(accept[0].because == "counsel");
  CHECK(accept[0].by == "Ana");
  CHECK(accept[0].until == "2010-06-30");
  CHECK(read.bytes(accept[0].span).starts_with("{rule: c"));
  CHECK(accept[1].rule == "t");
  CHECK(accept[2].rule == "s");
  CHECK(read.clause(1).accept.size() == 2);
  CHECK(read.policy().accept.at(0).rule == "p");
  CHECK(read.policy().accounts.at(0).accept.at(0).rule == "q");
}

TEST_CASE("a clause whose words stand elsewhere says where an alias put it") {
  const Read read(
      head +
      "clauses:\n  - &c {id: one, text: words}\n  - *c\n  - {<<: *c, id: two}\n  - {text: &t other}\n  - {text: *t}\nsections:\n  - &s {clauses: [x]}\n  - *s\n");
  CHECK(read.notices().empty());
  CHECK_FALSE(read.clause(0).alias.has_value());
  CHECK(read.bytes(read.clause(1).alias.value()) == "*c");
  CHECK(read.clause(1).id == "one");
  CHECK(read.bytes(read.clause(1).text->span) == "words");
  CHECK(read.clause(2).id == "two");
  CHECK(read.bytes(read.clause(2).alias.value()) == "*c");
  CHECK(read.bytes(read.clause(4).alias.value()) == "*t");
  CHECK_FALSE(read.clause(5).alias.has_value());
  CHECK(read.bytes(read.clause(6).alias.value()) == "*s");
}

TEST_CASE("several documents are several policies") {
  const Read read(head + "clauses: [{id: a, text: b}]\n---\nother: x\n---\n" + head + "status: retired\nclauses: 7\n---\n" +
                  head + "clauses: [{id: a, text: b}]\n");
  REQUIRE(read.policies.policies.size() == 3);
  CHECK(read.policy(1).document == 3);
  CHECK(read.policy(1).retired);
  CHECK_FALSE(read.policy(0).retired);
  CHECK(read.policy(2).document == 4);
  CHECK(read.notices() == "9:9 retired this policy is retired and was not read |  [retired]\n");
}

TEST_CASE("a file without the marker key is no policy, and the notice says why") {
  CHECK(
      Read("title: x\nclauses: [a]\n").notices() ==
      "1:1 not-a-policy no key `social-media-policy` marks this file as a policy | write `social-media-policy: 1` on its first line [title: x]\n");
  CHECK(
      Read("title: x\nsocial-media-polcy: 1\n").notices() ==
      "2:1 not-a-policy no key `social-media-policy` marks this file as a policy | did you mean `social-media-policy`? [social-media-polcy]\n");
  CHECK(Read("").notices() == "1:1 not-a-policy the file is empty | write `social-media-policy: 1` on its first line []\n");
  CHECK(Read("# only\n").notices().starts_with("1:1 not-a-policy the file is empty"));
  CHECK_FALSE(Read("- a\n").policies.is_policy());
  CHECK(Read(head + "clauses: [a]\n").policies.is_policy());
}

TEST_CASE("a file that breaks off is unreadable, and what stood before is read") {
  const Read read(head + "clauses:\n  - a\n  - {text: b}\n  - text: @c\n");
  CHECK(read.policies.unreadable);
  CHECK(read.policies.is_policy());
  CHECK_FALSE(read.policy().complete);
  CHECK(read.policy().clauses.size() >= 2);
  CHECK(read.notices() == "6:11 bad-yaml a text without quotes cannot begin with `@` | put it in quotes: \"@c\" [@c]\n");
  CHECK(Read("a: caf\xE9\n").policies.unreadable);
}

TEST_CASE("nothing is said to be missing where YAML broke off before it") {
  const Read read("social-media-policy: 1\nx: @c\n");
  CHECK(read.notices().find("has no") == std::string::npos);
}

TEST_CASE("the marker key at the start of a line is enough for a first look") {
  for (const std::string text :
       {"social-media-policy: 1\n", "title: x\nsocial-media-policy : 1\n", "\xEF\xBB\xBFsocial-media-policy: 1",
        "{social-media-policy: 1}", "\"social-media-policy\": 1", "--- {social-media-policy: 1}", "  social-media-policy: 1"}) {
    CAPTURE(text);
    CHECK(may_be_policy(text));
  }
  for (const std::string text :
       {"", "title: social-media-policy: 1\n", "# social-media-policy: 1\n", "social-media-policy\n", "social-media-policy"}) {
    CAPTURE(text);
    CHECK_FALSE(may_be_policy(text));
  }
}
