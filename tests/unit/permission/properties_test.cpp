// What holds for every policy: docs/permissions.md, "What always holds". Policies are drawn from sentences with a fixed seed.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "asking.hpp"

using namespace engagelint;
using engagelint::test::Asking;

namespace {

const std::vector<std::string> sentences{"Staff may reply to members.",
                                         "Managers may post on LinkedIn.",
                                         "Employees must not use social media.",
                                         "Volunteers may engage with members.",
                                         "Staff must obtain approval from Legal before they post.",
                                         "All posts must be approved by Communications before publication.",
                                         "Only the communications team may talk about the Association.",
                                         "You do not need approval to reply.",
                                         "Staff should not connect with members on LinkedIn.",
                                         "Personal accounts must not be used to talk with members.",
                                         "Nothing in this policy prohibits staff from talking with members.",
                                         "No staff member, except the director, may talk to journalists.",
                                         "Staff may, with the approval of Legal, answer members.",
                                         "Volunteers must not message minors privately."};
const std::vector<std::string> bans{"Employees must not use social media.",
                                    "Staff must not reply to members.",
                                    "Volunteers must not post.",
                                    "Managers must not connect with members.",
                                    "Personal accounts must not be used to talk with members.",
                                    "Do not message minors privately."};
const std::vector<std::string> questions{"staff reply members",
                                         "staff post",
                                         "managers post - LinkedIn",
                                         "volunteers reply members",
                                         "staff connect members LinkedIn",
                                         "communications mention",
                                         "staff engage members",
                                         "volunteers message minors",
                                         "executives engage journalists",
                                         "staff reply members personal",
                                         "managers connect members"};

std::vector<std::string> draw(std::mt19937& random) {
  std::vector<std::string> out = sentences;
  std::shuffle(out.begin(), out.end(), random);
  out.resize(2 + random() % 5);
  return out;
}

/// How free an answer leaves one: a ban may not raise it.
int freedom(Answer answer) {
  switch (answer) {
    case Answer::permitted: return 4;
    case Answer::silent: return 3;
    case Answer::gated: return 2;
    case Answer::conflicting: return 1;
    case Answer::forbidden: break;
  }
  return 0;
}

}  // namespace

TEST_CASE("adding a ban never frees") {
  std::mt19937 random(20091108);
  for (int round = 0; round < 60; ++round) {
    std::vector<std::string> policy = draw(random);
    const Asking before = Asking::prose(policy);
    policy.push_back(bans[random() % bans.size()]);
    CAPTURE(policy.back());
    const Asking after = Asking::prose(policy);
    for (const std::string& question : questions) {
      CAPTURE(question);
      CHECK(freedom(after.decide(question).answer) <= freedom(before.decide(question).answer));
    }
  }
}

TEST_CASE("the order of clauses does not matter") {
  std::mt19937 random(42);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> policy = draw(random);
    const Asking before = Asking::prose(policy);
    std::shuffle(policy.begin(), policy.end(), random);
    const Asking after = Asking::prose(policy);
    for (const std::string& question : questions) {
      CAPTURE(question);
      const Decision left = before.decide(question);
      const Decision right = after.decide(question);
      CHECK(left.answer == right.answer);
      CHECK(left.discouraged == right.discouraged);
      CHECK(left.gates.size() == right.gates.size());
    }
  }
}

TEST_CASE("a rewording with the same norms never changes a decision") {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"Staff may reply to members.", "Employees are allowed to answer members."},
      {"Staff must not connect with members.", "It is forbidden to accept friend requests from members."},
      {"Staff must obtain approval from Legal before they post.", "Posts must be approved by Legal before publication."},
      {"Only the communications team may talk about the Association.",
       "Talking about the Association is reserved for the communications team."},
      {"Volunteers must not message members.", "Volunteers are not permitted to send private messages to members."}};
  for (const auto& [left, right] : pairs) {
    CAPTURE(left);
    const Asking one = Asking::prose({left});
    const Asking other = Asking::prose({right});
    for (const std::string& question : questions) {
      CAPTURE(question);
      CHECK(one.decide(question).answer == other.decide(question).answer);
    }
  }
}

TEST_CASE("a narrower question without narrower norms is answered alike") {
  for (const std::string& sentence :
       {std::string("Staff may engage with members."), std::string("Staff must not engage with members."),
        std::string("Staff must obtain approval from Legal before they engage with members.")}) {
    CAPTURE(sentence);
    const Asking policy = Asking::prose({sentence});
    const Answer wide = policy.decide("staff engage members").answer;
    for (const char* narrow : {"volunteers engage members", "staff reply members", "managers post members Twitter",
                               "board connect members personal"}) {
      CHECK(policy.decide(narrow).answer == wide);
    }
  }
}
