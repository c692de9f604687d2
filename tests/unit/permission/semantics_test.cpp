// Each rule of docs/permissions.md, on sentences of a policy.
#include <doctest/doctest.h>

#include "asking.hpp"

using engagelint::test::Asking;

namespace {

struct Row {
  std::string question, answer;
};

void check(const Asking& policy, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.question);
    CHECK(policy.ask(row.question) == row.answer);
  }
}

}  // namespace

TEST_CASE("a norm reaches what its classes hold, and a narrower one decides nothing") {
  check(Asking::prose({"Staff may engage with members.", "Volunteers must not post on Facebook."}),
        {{"staff reply members", "permitted"},
         {"volunteers connect members Instagram", "permitted"},
         {"staff reply", "silent"},
         {"staff identify members", "silent"},
         {"staff open-account", "silent"},
         {"staff post - Facebook", "silent"},
         {"volunteers post", "silent"},
         {"volunteers post - Facebook", "forbidden"}});
}

TEST_CASE("what reaches nothing is silent, and a narrower norm is told as a partial reason") {
  const auto decision = Asking::prose({"Volunteers must not reply to members."}).decide("staff reply members");
  CHECK(decision.answer == engagelint::Answer::silent);
  REQUIRE(decision.reasons.size() == 1);
  CHECK(decision.reasons[0].standing == engagelint::Standing::partial);
  CHECK(decision.reasons[0].ground == engagelint::Ground::narrower);
}

TEST_CASE("specific beats general") {
  check(Asking::prose({"Employees must not use social media.", "Managers may reply to members."}),
        {{"managers reply members", "permitted"}, {"staff reply members", "forbidden"}, {"managers post", "forbidden"}});
  check(Asking::prose({"Staff may engage with members.", "Staff must not connect with members on LinkedIn."}),
        {{"staff connect members LinkedIn", "forbidden"}, {"staff connect members Twitter", "permitted"}});
}

TEST_CASE("an exception beats its rule") {
  check(Asking::prose({"No staff member, except the director, may talk to journalists."}),
        {{"executives engage journalists", "permitted"}, {"staff engage journalists", "forbidden"}});
  check(Asking::prose({"Volunteers may send private messages to members, except to minors."}),
        {{"volunteers message members", "permitted"}, {"volunteers message minors", "forbidden"}});
  check(Asking::prose({"Employees may connect with members on LinkedIn but not on Facebook."}),
        {{"staff connect members LinkedIn", "permitted"}, {"staff connect members Facebook", "forbidden"}});
}

TEST_CASE("what is needed before the act gates it") {
  check(Asking::prose({"Staff must obtain approval from Communications before they post."}),
        {{"staff post", "gated: approval by Communications"}});
  check(Asking::prose({"Tell HR before you open an account."}), {{"staff open-account", "gated: notice to HR"}});
  check(Asking::prose({"Staff who have completed the training may answer members."}),
        {{"staff reply members", "gated: training"}});
  check(Asking::prose({"Only designated staff may post on Facebook."}), {{"staff post - Facebook", "gated: designation"}});
  check(Asking::prose({"Replies to members have to be signed off by the team leader and then by Legal."}),
        {{"staff reply members", "gated: approval by team leader, then approval by Legal"}});
  check(Asking::prose({"Staff must wait 24 hours before they answer."}), {{"staff reply", "gated: a wait, 1 day"}});
}

TEST_CASE("a hollow permission is gated, and so is a ban with a way out") {
  check(Asking::prose({"Staff may, with the approval of Legal, answer members."}),
        {{"staff reply members", "gated: approval by Legal"}});
  check(Asking::prose({"Staff must not post unless they have been trained."}), {{"staff post", "gated: training"}});
  check(Asking::prose({"Employees are not allowed to set up accounts without telling HR first."}),
        {{"staff open-account", "gated: notice to HR"}});
}

TEST_CASE("how long an approval takes counts wherever it is said") {
  check(Asking::prose({"Staff must obtain approval from Communications before they post.", "Approval takes up to three days."}),
        {{"staff post", "gated: approval by Communications, 3 days"}, {"staff reply", "silent"}});
}

TEST_CASE("only X may: X may, and everyone else may not") {
  check(Asking::prose({"Only the communications team may talk about the Association."}),
        {{"communications mention", "permitted"}, {"staff mention", "forbidden"}, {"volunteers mention members", "forbidden"}});
  check(Asking::prose({"Only LinkedIn may be used for work."}), {{"staff reply members LinkedIn", "permitted"},
                                                                 {"staff reply members Facebook", "forbidden"},
                                                                 {"staff reply members", "silent"}});
}

TEST_CASE("should not is forbidden, and no more than discouraged") {
  check(Asking::prose({"Staff should not connect with members."}), {{"staff connect members", "forbidden (discouraged)"}});
  check(Asking::prose({"Staff should not connect with members.", "Staff must not connect with members."}),
        {{"staff connect members", "forbidden"}});
}

TEST_CASE("a duty or a recommendation implies the permission") {
  check(Asking::prose({"Staff must answer members within two days."}), {{"staff reply members", "permitted"}});
  check(Asking::prose({"We encourage all employees to engage with members."}), {{"staff post members", "permitted"}});
  check(Asking::prose({"You must always say who you work for."}), {{"staff identify", "permitted"}});
}

TEST_CASE("a permission and a ban of equal specificity contradict each other") {
  check(Asking::prose({"Staff may reply to members.", "Staff must not reply to members."}),
        {{"staff reply members", "conflicting"}});
  check(Asking("  - {text: Staff may answer members., must-not: reply, to: members}\n"),
        {{"staff reply members", "conflicting"}});
}

TEST_CASE("no approval is needed: the approval is waived") {
  check(Asking::prose({"Every employee needs approval before they post.", "Managers do not need approval to post on LinkedIn."}),
        {{"managers post - LinkedIn", "permitted"}, {"staff post", "gated: approval"}});
  check(Asking::prose({"You may talk with members. You do not need approval."}), {{"staff reply members", "permitted"}});
  check(Asking::prose({"There is no need to ask before you reply."}), {{"staff reply", "permitted"}});
  check(Asking::prose({"Volunteers are exempt from approval when they share our posts."}), {{"volunteers share", "permitted"}});
}

TEST_CASE("a savings clause repairs no ban") {
  check(Asking::prose(
            {"Employees must not engage with members.", "Nothing in this policy prohibits staff from talking with members."}),
        {{"staff engage members", "forbidden"}});
  check(Asking::prose({"Nothing in this policy prohibits staff from talking with members."}),
        {{"staff engage members", "permitted"}});
}

TEST_CASE("tone, content, disclosure and working time gate nothing that does not name them") {
  check(Asking::prose({"Staff may reply to members.", "Be polite when you reply.", "Confidential information must not be posted.",
                       "Say where you work.", "Staff must not use social media during working hours.",
                       "Staff must not respond to criticism."}),
        {{"staff reply members", "permitted"}, {"staff post", "silent"}, {"staff identify", "permitted"}});
}

TEST_CASE("turns of prose that say something else than they seem to") {
  check(Asking::prose({"Employees have permission to open professional accounts."}),
        {{"staff open-account - named", "permitted"}});
  check(Asking::prose({"If you are unsure, talk to your supervisor."}), {{"staff engage", "silent"}});
  check(Asking::prose({"Posts are written in the third person."}), {{"staff post", "silent"}});
  check(Asking::prose({"Messages from journalists must be passed to the press office; do not answer them yourself."}),
        {{"staff reply journalists", "forbidden"}, {"staff reply members", "silent"}});
  check(Asking::prose({"Employees, other than those in the press office, must not talk to journalists."}),
        {{"communications engage journalists", "permitted"}, {"staff engage journalists", "forbidden"}});
  check(Asking::prose({"Private messages from members are to be ignored."}), {{"staff message members", "forbidden"}});
  check(Asking::prose({"Staff may speak freely about their work, but not about members."}), {{"staff mention", "permitted"}});
}

TEST_CASE("names, glossary words and the policy's own word can be asked for") {
  const std::string head =
      "audience: patrons\nglossary: {the pit: staff, PR: communications}\npeople: [{name: Ana Costa, role: Communications director}]\n";
  const Asking policy("  - Only PR may talk with patrons.\n  - Ana Costa may open accounts.\n", head);
  check(policy, {{"PR engage patrons", "permitted"},
                 {"Ana engage patrons", "permitted"},
                 {"staff engage members", "forbidden"},
                 {"Ana open-account", "permitted"},
                 {"communications open-account", "silent"}});
}
