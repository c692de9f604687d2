// Where a "not" stands far from its verb, or a "no" lifts a duty.
#include <doctest/doctest.h>

#include "norms.hpp"

using namespace engagelint;
using engagelint::test::read;

TEST_CASE("a ban stays one behind a description of its subject") {
  CHECK(read("Employees who are not site managers shall not respond to comments.").modalities() == "prohibit");
  CHECK(read("Those who present or edit news do not express a view.").modalities() == "prohibit");
  CHECK(read("Comments that attack us shall not be answered by employees.").modalities() == "prohibit");
  CHECK(read("In private use you must not post.").modalities() == "prohibit");
}

TEST_CASE("brackets hold their list together") {
  CHECK(read("Comments that dispute a decision (pay, rosters, closures) shall not be answered.").modalities() == "prohibit");
  CHECK(read("If a client (current, former or prospective) writes to you, do not answer.").modalities() == "prohibit");
  CHECK(read("Staff (paid (or not) and others) must not reply to members.").modalities() == "prohibit");
}

TEST_CASE("what was denied first stays denied") {
  CHECK(read("Do not give a false name, or allow yourself to be taken for somebody else.").modalities() == "prohibit");
  CHECK(read("Do not reply, and ring the press office.").modalities() == "prohibit, require");
}

TEST_CASE("a subject or an object that is nobody denies") {
  CHECK(read("No resident is photographed on a private phone.").modalities() == "prohibit");
  CHECK(read("A complaint is to be neither answered nor passed on.").modalities() == "prohibit");
  CHECK(read("Staff may reply to members and to nobody else.").modalities() == "restrict-to");
}

TEST_CASE("a turned-round condition is one") {
  CHECK(read("Should you be asked about a strike, do not reply.").modalities() == "prohibit");
  CHECK(read("Should a journalist call, ring the press office.").modalities() == "require");
}

TEST_CASE("to have no duty is not to be forbidden, and to have a right is to be allowed") {
  CHECK(read("Staff have no duty to reply.").modalities() == "exempt");
  CHECK(read("Staff are under no obligation to reply.").modalities() == "exempt");
  CHECK(read("There is no need for staff to reply.").modalities() == "exempt");
  CHECK(read("You have neither a duty nor the responsibility to reply.").modalities() == "exempt");
  CHECK(read("Staff have our permission to reply to members.").modalities() == "permit");
  CHECK(read("Staff have no right to reply.").modalities() == "prohibit");
}

TEST_CASE("rumours are no sign that a rule is told of and not given") {
  CHECK(read("Unconfirmed rumours must not be spread.").modalities() == "prohibit");
}
