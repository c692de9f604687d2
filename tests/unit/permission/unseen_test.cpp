// Constructions that policies nobody had tuned the decisions for turned out to use.
#include "asking.hpp"

using engagelint::test::Asking;
using engagelint::test::check;

TEST_CASE("a ban on some use, some content or some names is no ban on the act") {
  check("Staff must not use Facebook to harass colleagues.", {{"staff post - Facebook", "silent"}});
  check("Sites are not to be used in order to attack or abuse colleagues.", {{"staff post", "silent"}});
  check("Social media shall not be used for the promotion of a private business.", {{"staff post", "silent"}});
  check("There shall not be published the name of a client.", {{"staff post", "silent"}});
  check("Employees shall not set up accounts in made-up names.", {{"staff open-account", "silent"}});
  check("Staff should respond to errors about the Society with facts.", {{"staff reply journalists", "silent"}});
  check("Employees must not use social media.", {{"staff post", "forbidden"}});
  check("Private chat with a minor is not to take place, through games or otherwise.", {{"staff message minors", "forbidden"}});
}

TEST_CASE("what a statement says by the way permits nothing") {
  check("We exist because workers talk to one another.", {{"staff reply", "silent"}});
  check("You need not read abuse, and we'll back you.", {{"staff reply", "silent"}});
  check("We answer every question from members.", {{"staff reply members", "permitted"}});
  check("Personnel are encouraged to engage in unofficial posts.",
        {{"staff post", "permitted"}, {"staff connect members", "silent"}});
}

TEST_CASE("a duty to be in contact, and what is to be expected, permit nothing at large") {
  check("The staff member stays in touch until the referral is taken up.", {{"staff share", "silent"}});
  check("Employees should assume that their employment may be revealed.", {{"staff identify", "silent"}});
}

TEST_CASE("a question is answered for the case and the people that it tells of") {
  check("Someone called me names. Can I answer? You may.", {{"staff reply", "silent"}});
  check("Can I be friends with my regulars? Sure.",
        {{"staff connect members", "permitted"}, {"staff connect journalists", "silent"}});
}

TEST_CASE("an approval stated is an approval asked for") {
  check("The establishment of a social media page is subject to approval by the director.",
        {{"staff open-account", "gated: approval by director"}});
  check("Run it past your manager before it goes up.", {{"staff post", "gated: approval"}});
  check("Messages to minors go to the whole group.", {{"staff message minors", "silent"}});
  check("Employees may not open an account in the name of the Society without approval.",
        {{"staff open-account - official", "gated: approval"}, {"staff open-account", "silent"}});
}

TEST_CASE("where and to whom, in words that point back") {
  check("An employee who comes upon a member's question on a site shall not respond to it in that forum.",
        {{"staff reply members", "forbidden"}, {"staff reply journalists", "silent"}});
  check("Staff shall not answer or originate private electronic messages with members.",
        {{"staff message members", "forbidden"}, {"staff reply members", "silent"}});
  check("Nothing in this policy shall be read as preventing staff from talking with members.",
        {{"staff engage members", "permitted"}});
}

TEST_CASE("who gives leave, who is designated, and whose it is") {
  check("Staff must speak to the press office before talking to journalists.",
        {{"staff engage journalists", "gated: approval by press office"}});
  check("Departments shall designate the employees authorized to post to the department's site.",
        {{"staff post - official", "gated: designation"}});
  check("Staff are not authorised to reply to members.", {{"staff reply members", "forbidden"}});
  check("Replying to members is left to the communications team.",
        {{"staff reply members", "forbidden"}, {"communications reply members", "permitted"}});
  check("Talk freely, after publication, about how the story was made.", {{"staff message members", "silent"}});
  check("Questions from members should be answered by the associate to whom they were put.",
        {{"staff reply members", "permitted"}, {"staff reply journalists", "silent"}});
}

TEST_CASE("the title of a section says whom its clauses are about") {
  const Asking policy("  - text: Staff must be kind.\n",
                      "audience: members\nsections:\n  - title: Members who talk back\n"
                      "    clauses:\n      - Answer questions yourself, within the day.\n");
  CHECK(policy.ask("staff reply members") == "permitted");
  CHECK(policy.ask("staff reply journalists") == "silent");
}

TEST_CASE("whoever wishes to do something asks for it first") {
  check("An employee who proposes to maintain a blog must first have the agreement of the director.",
        {{"staff open-account", "gated: approval by director"}});
  check("Staff wishing to open an account must apply to Marketing.", {{"staff open-account", "gated: approval by Marketing"}});
  check("Each reply is checked by a second person before it is published.", {{"staff reply", "gated: approval"}});
  check("Use of social media by employees is not permitted.", {{"staff post", "forbidden"}});
  check("Staff do not become members of members' groups.", {{"staff join members", "forbidden"}});
  check("Staff are encouraged to answer questions from members, wherever they are asked.",
        {{"staff reply members", "permitted"}});
}

TEST_CASE("to have an account, to belong, to say where one works") {
  check("Officers may have a named account about their work once they have attended the training.",
        {{"staff open-account - named", "gated: training"}, {"staff share", "silent"}});
  check("Officers may say online that they work for the police.", {{"staff identify", "permitted"}});
  check("Associates must not state on any social network that they examine for the Board.", {{"staff identify", "forbidden"}});
  check("Associates may belong to subject groups.", {{"staff join", "permitted"}});
  check("Staff must not post what is listed in the first item of 2.4.", {{"staff post", "silent"}});
}
