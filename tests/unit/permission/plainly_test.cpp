// Only what a sentence plainly says of an act decides; and what the keys of accounts say.
#include "asking.hpp"

using engagelint::test::Asking;
using engagelint::test::check;

TEST_CASE("the act is what the sentence is on") {
  check("Check what you write.", {{"staff post", "silent"}});
  check("Social media are the tools on the web with which people converse and pass things on.", {{"staff reply", "silent"}});
  check("This policy aims to help staff take part in social media.", {{"staff engage", "silent"}});
  check("You are personally responsible for what you publish.", {{"staff post", "silent"}});
  check("Staff may read and answer comments from members.", {{"staff reply members", "permitted"}});
  check("We aim to reply to questions from members within a day.", {{"staff reply members", "permitted"}});
  check("No response is to be made to journalists.", {{"staff reply journalists", "forbidden"}});
  check("Write in the first person.", {{"staff post", "silent"}});
  check("Praise of our programmes under a name that is not yours is deceit.", {{"staff mention", "silent"}});
  check("Do pass on what we have posted.", {{"staff share", "permitted"}, {"staff post", "silent"}});
}

TEST_CASE("of others, of the past, and what is not asked") {
  check("Campaigners must check with the press office before posting.", {{"staff post", "silent"}});
  check("Athletes may answer questions from members.", {{"staff reply members", "silent"}});
  check("The terms were not written with the public in mind.", {{"staff mention public", "silent"}});
  check("We do not ask you to take part.", {{"staff engage", "silent"}});
  check("Nothing in this chapter is designed to prevent staff from talking about wages.", {{"staff mention", "silent"}});
  check("A Lamplighter needs no approval.", {{"staff share", "silent"}});
}

TEST_CASE("a word counts in the sense that its object fits") {
  check("Add a line about the source.", {{"staff connect", "silent"}});
  check("Staff may add members as friends.", {{"staff connect members", "permitted"}});
  check("Staff must follow the guidance of their regulator.", {{"staff connect", "silent"}});
  check("Staff may follow members.", {{"staff connect members", "permitted"}});
  check("You yourself answer for what appears.", {{"staff reply", "silent"}});
  check("Gifts are entered in the book.", {{"staff join", "silent"}});
  check("Never present yourself as a spokesperson for the Company.", {{"staff identify", "silent"}});
}

TEST_CASE("of a case, a place or some content told before or behind") {
  check("Staff do not reply to such remarks.", {{"staff reply", "silent"}});
  check("The members have a room of their own. Staff do not reply there.", {{"staff reply", "silent"}});
  check("Staff who come across a complaint must not reply to it.", {{"staff reply", "silent"}});
  check("No chats which delete themselves.", {{"staff engage", "silent"}});
  check("Groups of parents are a blessing. Take part, therefore.", {{"staff share", "silent"}});
  check("Staff must post nothing about a member.", {{"staff post", "silent"}});
}

TEST_CASE("acts that a turn of phrase names") {
  check("Telegram and Viber are closed to staff.",
        {{"staff engage - Telegram", "forbidden"}, {"staff engage - Twitter", "silent"}});
  check("Employees shall mention their designation.", {{"staff identify", "permitted"}});
  check("It is up to you whether you say where you work.", {{"staff identify", "permitted"}});
  check("Whether or not an employee chooses to create or take part in a blog is his or her own decision.",
        {{"staff open-account", "permitted"}, {"staff engage", "permitted"}});
  check("Official pages are set up in agreement with the director.",
        {{"staff open-account - official", "gated: approval by director"}, {"staff open-account - personal", "silent"}});
  check("A branch that wishes to have a page fills in the form.", {{"staff open-account", "gated: approval"}});
  check("Access to the official accounts is granted on completion of training.", {{"staff reply - official", "gated: training"}});
}

TEST_CASE("the keys of accounts speak of their own account") {
  const std::string head =
      "audience: members\npeople:\n  - {name: Ana Costa, role: Events}\n  - {name: Ben Ode, role: Events}\naccounts:\n"
      "  - {handle: \"@port\", network: Twitter, held-by: organization, replies: \"off\", administrators: [Ben Ode]}\n"
      "  - {handle: \"@ana\", network: LinkedIn, held-by: person, person: Ana Costa, approval: every-post}\n"
      "  - {handle: \"@open\", network: Facebook, held-by: organization, replies: \"on\", administrators: [Ana Costa]}\n";
  const Asking policy("  - Be kind.\n", head);
  CHECK(policy.ask("staff reply - official") == "silent");
  CHECK(policy.permissions_of("staff", "reply", "official Twitter") == "forbidden");
  CHECK(policy.permissions_of("Ben Ode", "post", "official Twitter") == "permitted");
  CHECK(policy.permissions_of("staff", "post", "official Twitter") == "silent");
  CHECK(policy.permissions_of("Ana Costa", "post", "named LinkedIn") == "gated: approval");
  CHECK(policy.permissions_of("Ana Costa", "reply", "official Facebook") == "permitted");
  CHECK(policy.permissions_of("Ben Ode", "post", "named LinkedIn") == "silent");
}

TEST_CASE("two accounts of the house on one network: the place does not tell which is meant") {
  const std::string head =
      "audience: members\naccounts:\n"
      "  - {handle: \"@port\", network: Twitter, held-by: organization, replies: \"off\"}\n"
      "  - {handle: \"@help\", network: Twitter, held-by: organization, replies: \"on\"}\n";
  const Asking policy("  - Be kind.\n", head);
  CHECK(policy.permissions_of("staff", "reply", "official Twitter") == "silent");
}

TEST_CASE("a ban on posts that show somebody as staff is a ban on saying where one works") {
  check("Do not share posts in which you call yourself a nurse.", {{"staff identify", "forbidden"}, {"staff post", "silent"}});
  check("Do not share posts in which you call a visitor a nurse.", {{"staff identify", "silent"}});
}

TEST_CASE("politeness is no case of its own") {
  check("Join the members' Facebook group, if they'll have you.", {{"staff join members", "permitted"}});
  check("Join the members' Facebook group, if a project needs it.", {{"staff join members", "silent"}});
}
