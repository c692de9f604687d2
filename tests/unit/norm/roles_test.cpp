// Where the parts of a sentence go: conditions, exceptions, interruptions, relative clauses; actor, audience, channel, target.
#include <doctest/doctest.h>

#include <string>

#include "norms.hpp"

using namespace engagelint;
using engagelint::test::any_has;
using engagelint::test::has;
using engagelint::test::read;

namespace {

const Norm& only_norm(const test::Norms& got) {
  const Norm* norm = got.first();
  REQUIRE(norm != nullptr);
  return *norm;
}

}  // namespace

TEST_CASE("actor, act, audience and channel") {
  const auto got = read("Employees must not reply to members on social media.");
  const Norm& norm = only_norm(got);
  CHECK(has(norm, Role::actor, "staff"));
  CHECK(has(norm, Role::act, "reply"));
  CHECK(has(norm, Role::audience, "served"));
  CHECK(has(norm, Role::channel, "social-media"));
  CHECK_FALSE(has(norm, Role::object, "served"));
}

TEST_CASE("an imperative is on staff") {
  CHECK(has(only_norm(read("Do not reply to members.")), Role::act, "reply"));
  CHECK_FALSE(only_norm(read("Do not reply to members.")).on_others);
}

TEST_CASE("speaking about is not speaking for") {
  CHECK(has(only_norm(read("Staff may not talk about the Association.")), Role::act, "speak-about"));
  CHECK(has(only_norm(read("Staff may not speak for the Association.")), Role::act, "speak-for"));
  CHECK_FALSE(has(only_norm(read("Staff may not speak for the Association.")), Role::act, "speak-about"));
}

TEST_CASE("connecting with members is not connecting them with a colleague") {
  CHECK(has(only_norm(read("Staff may not connect with members.")), Role::act, "connect"));
  CHECK(has(only_norm(read("Introduce the member to the colleague who can answer.")), Role::act, "handover"));
}

TEST_CASE("conditions stand apart from the act") {
  const auto fronted = read("If a journalist writes, pass the question to the press office.");
  CHECK(any_has(fronted, Role::condition, "press"));
  CHECK_FALSE(any_has(fronted, Role::act, "press"));
  const auto behind = read("Pass the question to the press office if a journalist writes.");
  CHECK(any_has(behind, Role::condition, "press"));
  CHECK(read("When you cannot answer, introduce the member to the colleague who can.").modalities() == "require");
  CHECK(read("If you cannot help, name the colleague who can.").modalities() == "require");
}

TEST_CASE("exceptions lift the norm and are no norm of their own") {
  const auto got = read("You may answer any member unless the question concerns a legal dispute.");
  CHECK(got.modalities() == "permit");
  CHECK(any_has(got, Role::exception, "narrow-topic"));
  const auto except = read("Except for the CEO, employees shall not discuss results with investors.");
  CHECK(except.modalities() == "prohibit");
  CHECK(any_has(except, Role::exception, "executives"));
}

TEST_CASE("an approval is one however it is worded") {
  for (const std::string_view sentence :
       {"Employees may not post without the prior written consent of their manager.",
        "Employees may not post unless their manager approves.", "Employees may post only with approval.",
        "Subject to the approval of the Director, staff may answer members.",
        "Staff may, with the prior approval of the Director, answer members.",
        "All posts must be approved by Communications before publication.", "Posts need the approval of the Director.",
        "Staff may answer members if the Director has approved it."}) {
    CAPTURE(sentence);
    const auto got = read(sentence);
    REQUIRE(got.first() != nullptr);
    CHECK(got.first()->approvals == 1);
  }
  CHECK(only_norm(read("Staff may answer members.")).approvals == 0);
  CHECK(only_norm(read("Staff may answer members without approval.")).approvals == 0);
}

TEST_CASE("approvers are counted") {
  const auto got = read("Staff may, with the prior approval of Legal and of the Executive Director, respond to criticism.");
  CHECK(only_norm(got).approvals == 2);
  CHECK(any_has(got, Role::approver, "executives"));
  CHECK(only_norm(read("Replies must be approved by communications or by the head of the division.")).approvals == 1);
}

TEST_CASE("an interruption between modal and verb does not part them") {
  const auto got = read("Staff may, with the prior approval of the Director, respond to members.");
  CHECK(got.modalities() == "permit");
  CHECK(has(only_norm(got), Role::act, "reply"));
  CHECK(has(only_norm(got), Role::audience, "served"));
}

TEST_CASE("a relative clause belongs to its noun and sets no norm") {
  const auto got = read("Staff who talk with members must say where they work.");
  CHECK(got.modalities() == "require");
  CHECK_FALSE(has(only_norm(got), Role::act, "reply"));
  CHECK(read("Do not post anything that could embarrass the organisation.").modalities() == "prohibit");
}

TEST_CASE("who is shut out by an only") {
  const auto reserved = read("Only the Communications Team may talk about the Association on social media.");
  CHECK(any_has(reserved, Role::actor, "communications"));
  CHECK(any_has(reserved, Role::others, "staff"));
  CHECK(only_norm(reserved).only);
  const auto limited = read("Staff may only share content that Marketing has supplied.");
  CHECK_FALSE(any_has(limited, Role::others, "staff"));
  CHECK(only_norm(limited).only);
  const auto networks = read("Only LinkedIn may be used for work.");
  CHECK_FALSE(any_has(networks, Role::others, "staff"));
}

TEST_CASE("where a question is sent, and whether a person stands there") {
  CHECK(any_has(read("Refer all questions to info@example.org."), Role::target, "mailbox"));
  CHECK(any_has(read("Staff are expected to direct enquiries to the switchboard."), Role::target, "phone-line"));
  CHECK_FALSE(only_norm(read("Refer all questions to info@example.org.")).person);
  CHECK(only_norm(read("Introduce the member to the colleague who can answer.")).person);
  CHECK(only_norm(read("Pass the question to Sam Lee.", "people:\n  - {name: Sam Lee, role: Certification}\n")).person);
}

TEST_CASE("every, each and all are seen") {
  CHECK(only_norm(read("Every post must contain a link.")).every);
  CHECK(only_norm(read("All posts must contain a link.")).every);
  CHECK_FALSE(only_norm(read("A post may contain a link.")).every);
}

TEST_CASE("a ground is named") {
  CHECK(any_has(read("Because patients' privacy comes first (HIPAA), do not confirm in a reply that someone is a patient."),
                Role::ground, "hipaa"));
}

TEST_CASE("an unknown thing is taken as something specific") {
  CHECK(only_norm(read("Do not post the tide tables.")).unknown_object);
  CHECK_FALSE(only_norm(read("Do not post comments.")).unknown_object);
}

TEST_CASE("what is left to the reader is optional") {
  CHECK(only_norm(read("If you would like a second opinion, ask Priya before you post.")).optional_);
  CHECK_FALSE(only_norm(read("Ask Priya before you post.")).optional_);
}

TEST_CASE("times of at the latest, at the earliest, and how many") {
  CHECK(only_norm(read("Answer members within two working days.")).within_hours == 48);
  CHECK(only_norm(read("Answer members within 4 hours.")).within_hours == 4);
  CHECK(only_norm(read("Answer members within four hours.")).within_hours == 4);
  CHECK(only_norm(read("Answer members within 4 hours.")).delay_hours == 0);
  const auto hold = read("Proposed replies are to be submitted at least 48 hours in advance.");
  CHECK(only_norm(hold).delay_hours == 48);
  CHECK(only_norm(hold).within_hours == 0);
  CHECK(only_norm(read("Wait 24 hours before you reply to any comment.")).delay_hours == 24);
  CHECK(only_norm(read("Every employee shall share three company posts a month.")).quantity == 3);
  CHECK(only_norm(read("Every employee shall share company posts.")).quantity == 0);
}
