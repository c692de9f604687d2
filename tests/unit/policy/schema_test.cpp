// What does not fit the format: each row is what follows the head, and the only notice that comes of it.
#include <doctest/doctest.h>

#include <utility>
#include <vector>

#include "reading.hpp"

using namespace engagelint;
using namespace engagelint::test;

namespace {

void check(const std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& [text, notice] : rows) {
    CAPTURE(text);
    const Read read(head + text);
    CHECK(read.notices() == notice + "\n");
    CHECK_FALSE(read.policies.unreadable);
  }
}

const std::string a_clause = "clauses: [a]\n";

}  // namespace

TEST_CASE("unknown keys come with the nearest known word") {
  check({
      {"clauses: [{text: a, must-nto: b}]\n", "3:21 bad-schema unknown key `must-nto` | did you mean `must-not`? [must-nto]"},
      {a_clause + "organisation: x\n", "4:1 bad-schema unknown key `organisation` | did you mean `organization`? [organisation]"},
      {"sections: [{tilte: a}]\n", "3:13 bad-schema unknown key `tilte` | did you mean `title`? [tilte]"},
      {"sections: [{colour: a}]\n",
       "3:13 bad-schema unknown key `colour` | a section has `id`, `title`, `clauses`, `sections` or `accept` [colour]"},
      {"people: [{name: a, handels: b}]\n", "3:20 bad-schema unknown key `handels` | did you mean `handles`? [handels]"},
      {"accounts: [{handle: a, heldby: person}]\n", "3:24 bad-schema unknown key `heldby` | did you mean `held-by`? [heldby]"},
      {"clauses: [{text: a, accept: [{rule: r, because: b, untill: x}]}]\n",
       "3:52 bad-schema unknown key `untill` | did you mean `until`? [untill]"},
  });
}

TEST_CASE("values outside a closed list come with the nearest known word") {
  check({
      {a_clause + "status: drft\n", "4:9 bad-schema `status` cannot be `drft` | did you mean `draft`? [drft]"},
      {"people: [{name: a, speaks-for: me}]\n",
       "3:32 bad-schema `speaks-for` cannot be `me` | it is `organization` or `own-work` [me]"},
      {"accounts: [{held-by: persn}]\n", "3:22 bad-schema `held-by` cannot be `persn` | did you mean `person`? [persn]"},
      {"accounts: [{replies: no}]\n", "3:22 bad-schema `replies` cannot be `no` | did you mean `off`? [no]"},
      {"accounts: [{disclosed: yes}]\n", "3:24 bad-schema `disclosed` cannot be `yes` | did you mean `true`? [yes]"},
      {"accounts: [{approval: every post}]\n",
       "3:23 bad-schema `approval` cannot be `every post` | did you mean `every-post`? [every post]"},
      {"accounts: [{ownership: us}]\n", "3:24 bad-schema `ownership` cannot be `us` | it is `organization` or `person` [us]"},
      {"accounts: [{links: never}]\n",
       "3:20 bad-schema `links` cannot be `never` | it is `optional`, `required` or `required on every post` [never]"},
  });
}

TEST_CASE("a value outside a closed list is not taken") {
  CHECK_FALSE(Read(head + "accounts: [{held-by: persn}]\n").policy().accounts.at(0).held_by.has_value());
}

TEST_CASE("dates are days of the calendar in a plausible order") {
  check({
      {a_clause + "effective: 2010-02-30\n",
       "4:12 bad-schema `effective` is no date of the calendar | write year, month and day: 2010-06-30 [2010-02-30]"},
      {a_clause + "review: May 2010\n",
       "4:9 bad-schema `review` is no date of the calendar | write year, month and day: 2010-06-30 [May 2010]"},
      {a_clause + "effective: 2010-05-01\nreview: 2009-05-01\n",
       "5:9 bad-schema the review lies before the day that the policy takes effect | check both dates [2009-05-01]"},
  });
  CHECK(Read(head + a_clause + "effective: 2012-02-29\n").notices().empty());
  CHECK(Read(head + a_clause + "effective: 1900-02-29\n").notices() != "");
}

TEST_CASE("a wrong type is shown and the rest is read") {
  check({
      {"clauses: [a, [b], c]\n", "3:14 bad-schema a clause is a text or a mapping, not a list | write a text, or `text:` [[b]]"},
      {"clauses: [{text: [Staff may]}]\n",
       "3:18 bad-schema `text` is one text, not a list | a text that begins with a bracket or a brace goes in quotes [[Staff may]]"},
      {"clauses:\n  - text:\n      - a\n", "5:7 bad-schema `text` is one text, not a list | leave the `- ` out [- a]"},
      {"clauses: {text: a}\naccounts: [{handle: b}]\n",
       "3:10 bad-schema `clauses` is a list, not a mapping | begin every entry with `- ` [{text: a}]"},
      {"clauses: [{list: a}]\n",
       "3:18 bad-schema `list` is a list, not a text | begin every entry with `- `, or call it `text` [a]"},
      {"clauses: [{list: [a, \"\"]}]\n", "3:22 bad-schema an entry of `list` is empty | write its text, or leave it out [\"\"]"},
      {"clauses: [a]\nsections: [b]\n", "4:12 bad-schema a section is a mapping, not text | write `title:` and `clauses:` [b]"},
      {"clauses: [a]\nglossary: b\n", "4:11 bad-schema `glossary` is a mapping of words to words | write `Portmates: staff` [b]"},
      {"people: [Ana]\n", "3:10 bad-schema a person is a mapping, not a text | write `name: Ana` [Ana]"},
      {"clauses: [a]\naccounts: [b]\n", "4:12 bad-schema an account is a mapping, not text | write `handle:` and `held-by:` [b]"},
      {"clauses: [a]\naudience:\n", "4:1 bad-schema `audience` has no value | write its text, or leave the key out [audience]"},
  });
  CHECK(Read(head + "clauses: [a, [b], c]\n").policy().clauses.at(1).id == "clauses/3");
  CHECK(Read(head + "people: [Ana]\n").policy().people.at(0).name->value == "Ana");
  CHECK(Read(head + "clauses: [{list: a}]\n").clause(0).items.at(0).text.value == "a");
}

TEST_CASE("a text that a colon made into a key is read as a text") {
  const Read read(head + "clauses:\n  - Note: staff may answer\n  - list:\n      - Remember: be kind\n");
  CHECK(read.clause(0).text->value == "Note: staff may answer");
  CHECK(read.clause(1).items.at(0).text.value == "Remember: be kind");
  CHECK(read.bytes(read.clause(0).text->to_source({6, 11})) == "staff");
  CHECK(
      read.notices() ==
      "4:5 bad-schema a colon and a blank make this a key and a value; it is read as one text | put the whole text in quotes [Note: staff may answer]\n"
      "6:9 bad-schema a colon and a blank make this a key and a value; it is read as one text | put the whole text in quotes [Remember: be kind]\n");
}

TEST_CASE("a clause has one modality and says something") {
  check({
      {"clauses: [{must: a, may: b}]\n",
       "3:21 bad-schema a clause has one of `must` and `may`, not both | write two clauses; only `must` is read [may]"},
      {"clauses: [{id: x, who: staff}]\n",
       "3:11 bad-schema this clause says nothing | give it `text`, `list`, or one of `may`, `must`, `must-not`, `should` [{id: x, who: staff}]"},
      {"clauses: [{must: []}]\naccounts: [{handle: a}]\n",
       "3:18 bad-schema `must` names nothing | name what is done: `must: reply` [[]]"},
  });
  CHECK(Read(head + "clauses: [{must: a, may: b}]\n").clause(0).fields.modal->modality == Modality::require);
}

TEST_CASE("ids and keys stand once") {
  check({
      {"clauses: [{id: a, text: b}, {id: a, text: c}]\n",
       "3:34 bad-schema the id `a` is taken | it stands on line 3 already; give one of them another id [a]"},
      {"sections: [{id: a, clauses: [{id: a, text: c}]}]\n",
       "3:35 bad-schema the id `a` is taken | it stands on line 3 already; give one of them another id [a]"},
      {"clauses: [{text: b, text: c}]\n",
       "3:21 bad-schema the key `text` stands here for the second time | the first one is read; remove one of them [text]"},
  });
  CHECK(Read(head + "clauses: [{text: b, text: c}]\n").clause(0).text->value == "b");
}

TEST_CASE("what is accepted needs a rule and a reason, and an end that can be read") {
  check({
      {"clauses: [{text: a, accept: [{rule: r}]}]\n",
       "3:30 bad-schema an entry of `accept` lacks `because` | say why the clause is kept; without it nothing is accepted [{rule: r}]"},
      {"clauses: [{text: a, accept: [{because: r}]}]\n",
       "3:30 bad-schema an entry of `accept` lacks `rule` | name the rule whose finding is kept [{because: r}]"},
      {"clauses: [{text: a, accept: [{rule: r, because: b, until: soon}]}]\n",
       "3:59 bad-schema `until` is no date of the calendar | write year, month and day: 2010-06-30 [soon]"},
      {"clauses: [{text: a, accept: [r]}]\n",
       "3:30 bad-schema an entry of `accept` is a mapping | write `rule:` and `because:` [r]"},
  });
  CHECK(Read(head + "clauses: [{text: a, accept: [{rule: r, because: b, until: soon}]}]\n").clause(0).accept.empty());
}

TEST_CASE("the required parts are asked for at the marker key") {
  CHECK(Read("social-media-policy: 1\nclauses: [a]\n").notices() ==
        "1:1 bad-schema the policy has no `title` | write `title: Social media policy` [social-media-policy]\n");
  CHECK(
      Read(head + "clauses: []\n").notices() ==
      "1:1 bad-schema the policy has no clause, section, account or person | write `clauses:` and begin the first with `- ` [social-media-policy]\n");
  CHECK(
      Read("social-media-policy: 2\ntitle: t\nclauses: [a]\n").notices() ==
      "1:22 bad-schema this version of the format is not known; the file is read as version 1 | write `social-media-policy: 1` [2]\n");
}
