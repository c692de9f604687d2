// What stands around a sentence: titles, questions, fields, and the words that only this policy knows.
#include <doctest/doctest.h>

#include <string>

#include "norm/headings.hpp"
#include "norm/local_words.hpp"
#include "known.hpp"
#include "norms.hpp"

using namespace engagelint;
using engagelint::test::any_has;
using engagelint::test::has;
using engagelint::test::Norms;
using engagelint::test::policy_head;
using engagelint::test::read;
using engagelint::test::read_item;

namespace {

// Acts and audience of the first rule, in short: what prose and fields must agree on.
std::string core(const Norms& got) {
  const Norm* norm = got.first();
  if (norm == nullptr) return "none";
  std::string out(name_of(norm->modality));
  for (const auto act : {"reply", "post", "connect", "message", "speak-about", "redirect", "open-account"}) {
    if (has(*norm, Role::act, act)) out += std::string(" ") + act;
  }
  if (has(*norm, Role::audience, "served")) out += " to members";
  if (has(*norm, Role::channel, "personal-account")) out += " on personal accounts";
  if (has(*norm, Role::topic, "organization")) out += " about the organization";
  if (norm->approvals > 0) out += " approvals " + std::to_string(norm->approvals);
  if (norm->within_hours > 0) out += " within " + std::to_string(static_cast<int>(norm->within_hours));
  return out;
}

Norms fields(const std::string& flow) { return Norms(policy_head + "clauses:\n  - {" + flow + "}\n"); }

}  // namespace

TEST_CASE("a title carries its modal to every item") {
  CHECK(read_item("Employees must not:", "accept connection requests from members").modalities() == "prohibit");
  CHECK(read_item("Staff may:", "use their own account when they talk with members").modalities() == "permit");
  CHECK(read_item("You should", "answer members").modalities() == "recommend");
  const auto volunteers = read_item("Volunteers must not", "post about us");
  test::check_reading("Volunteers must not || post about us", any_has(volunteers, Role::actor, "volunteers"));
  const Norms two(policy_head +
                  "clauses:\n  - title: Staff must not\n    list:\n      - reply to members\n      - follow members\n");
  CHECK(two.modalities() == "prohibit, prohibit");
}

TEST_CASE("a title that speaks of others is no rule for staff") {
  const auto on_others = [](const std::string& title) { return read_item(title, "reply to other members").norm(0).on_others; };
  for (const char* title : {"Visitors must not:", "Visitors to our page may not:", "Commenters may not:", "Members must not"}) {
    CAPTURE(title);
    CHECK(on_others(title));
  }
  for (const char* title :
       {"Staff may not:", "Employees must not", "Never", "Members must not be", "Requests from members must not be"}) {
    CAPTURE(title);
    CHECK_FALSE(on_others(title));
  }
}

TEST_CASE("a text that its list goes on from is the list's lead") {
  const auto under = [](const std::string& text, const std::string& more = "") {
    const Norms got(policy_head + "clauses:\n  - " + more + "text: \"" + text + "\"\n    list:\n      - reply to members\n");
    return std::string(name_of(got.reading.norms.back().modality));
  };
  CHECK(under("Staff may not:") == "prohibit");
  CHECK(under("Read this first. On pages of their own staff may not") == "prohibit");
  CHECK(under("Nobody needs leave to:") == "exempt");
  CHECK(under("Don'ts:") == "prohibit");
  // The lead stands nearer than the title.
  CHECK(under("On the official account staff may:", "title: Staff must not\n    ") == "permit");
  const Norms dropped(policy_head +
                      "clauses:\n  - text: \"Rules that we dropped:\"\n    list: [\"Staff may not reply to members.\"]\n");
  CHECK(dropped.reading.sentences.back().reported);
  const Norms titled(policy_head +
                     "clauses:\n  - title: Rules that we dropped\n    text: \"Staff may not:\"\n    list: [reply to members]\n");
  CHECK(titled.reading.sentences.back().reported);
  // A closed sentence carries nothing, and a title goes on past it.
  CHECK(under("Staff may not be rude.") == "require");
  CHECK(under("This is for everybody.", "title: Staff must not\n    ") == "prohibit");
}

TEST_CASE("a title that is a sign gives items their polarity") {
  CHECK(read_item("Don't", "Reply to members").modalities() == "prohibit");
  CHECK(read_item("Never", "Reply to members").modalities() == "prohibit");
  CHECK(read_item("Do", "Link every post to our website").modalities() == "require");
  CHECK(read_item("Always", "Say where you work").modalities() == "require");
  CHECK(read_item("What not to do", "Replying to members from your own account").modalities() == "prohibit");
}

TEST_CASE("a title that names wrongs forbids what stands under it") {
  const std::string item = "criticism of the Council";
  CHECK(read_item("Examples of what may be regarded as gross misconduct:", item).modalities() == "prohibit");
  CHECK(read_item("Unacceptable on a personal site are:", item).modalities() == "prohibit");
  CHECK(read_item("Improper use of social media means:", item).modalities() == "prohibit");
  CHECK(read_item("How we deal with criticism:", item).modalities() == "");
}

TEST_CASE("a title that is a topic gives no polarity") {
  const auto got = read_item("Members", "Staff may answer questions");
  CHECK(got.modalities() == "permit");
  CHECK(any_has(got, Role::context, "served"));
}

TEST_CASE("house rules are for visitors, house rules for staff are not") {
  const auto under = [](const std::string& title) {
    const Norms got(policy_head + "clauses:\n  - title: " + title + "\n    text: Never reply to comments of guests.\n");
    REQUIRE(got.first() != nullptr);
    return got.first()->on_others;
  };
  CHECK(under("House rules"));
  CHECK_FALSE(under("House rules for café staff"));
}

TEST_CASE("students of a school are minors, those of a university are not") {
  const auto minors = [](const std::string& head) {
    const Norms got("social-media-policy: 1\n" + head + "clauses:\n  - Teachers must not message students.\n");
    REQUIRE(got.first() != nullptr);
    return has(*got.first(), Role::audience, "minors");
  };
  CHECK(minors("title: Guidelines\norganization: Larkhill School District\n"));
  CHECK(minors("title: Guidelines for our schools\n"));
  CHECK_FALSE(minors("title: Guidelines\norganization: Larkhill University\n"));
  CHECK_FALSE(minors("title: Guidelines\norganization: School of Law, Larkhill University\n"));
}

TEST_CASE("a title of a quoted or a dropped rule takes the norm away") {
  CHECK(read_item("A rule we do not want", "Employees must not reply to members").modalities() == "");
  for (const std::string title : {"Examples of rules we dropped", "Examples of rules that we do not want"}) {
    const auto got = read_item(title, "Employees must not reply to members").modalities();
    test::check_reading(title + " || Employees must not reply to members", got.empty(), got);
  }
}

TEST_CASE("a section title that is a rule carries into clauses that have no title") {
  const Norms got(policy_head + "sections:\n  - title: Staff must not\n    clauses:\n      - list: [reply to members]\n");
  CHECK(got.modalities() == "prohibit");
  const Norms topic(policy_head + "sections:\n  - title: Replies\n    clauses:\n      - Staff may reply to members.\n");
  CHECK(topic.modalities() == "permit");
}

TEST_CASE("a yes or a no answers the question before it") {
  const auto no = read("May I add members on LinkedIn? No.");
  CHECK(no.modalities() == "prohibit");
  REQUIRE(no.first() != nullptr);
  CHECK(no.first()->via == Via::qa);
  CHECK(has(*no.first(), Role::act, "connect"));
  CHECK(read("Can I reply to a member who asks me something? Yes.").modalities() == "permit");
  CHECK(read("Do I need approval to reply? No.").modalities().find("prohibit") == std::string::npos);
  CHECK(read("Must I answer? No.").modalities() == "exempt");
}

TEST_CASE("a question that nobody answers sets no norm") { CHECK(read("May I add members on LinkedIn?").modalities() == ""); }

TEST_CASE("a question in the title is answered by the text") {
  const Norms got(policy_head + "clauses:\n  - title: May I reply to members?\n    text: \"No.\"\n");
  CHECK(got.modalities() == "prohibit");
}

TEST_CASE("fields give the norms of the prose that says the same") {
  CHECK(core(fields("must-not: reply, to: members")) == core(read("Staff must not reply to members.")));
  CHECK(core(fields("who: staff, may: reply, to: members")) == core(read("Staff may reply to members.")));
  CHECK(core(fields("must: reply, to: members, within: 2 working days")) ==
        core(read("Staff must reply to members within two working days.")));
  CHECK(core(fields("should-not: connect, to: members")) == core(read("Staff should not connect with members.")));
  CHECK(core(fields("must-not: post, unless: approved by the director")) ==
        core(read("Staff must not post unless approved by the director.")));
  CHECK(core(fields("must-not: reply, to: members, on: personal accounts")) ==
        core(read("Staff must not reply to members on personal accounts.")));
  test::check_reading("{must-not: talk, about: the organization}", core(fields("must-not: talk, about: the organization")) ==
                                                                       core(read("Staff must not talk about the organization.")));
}

TEST_CASE("each modality key of a structured clause") {
  CHECK(fields("may: reply").modalities() == "permit");
  CHECK(fields("must: reply").modalities() == "require");
  CHECK(fields("must-not: reply").modalities() == "prohibit");
  CHECK(fields("should: reply").modalities() == "recommend");
  CHECK(fields("should-not: reply").modalities() == "discourage");
  CHECK(fields("who: directors, only-may: reply").modalities() == "restrict-to");
  const auto got = fields("who: volunteers, must-not: reply");
  CHECK(has(*got.first(), Role::actor, "volunteers"));
  CHECK(got.first()->via == Via::field);
}

TEST_CASE("words of the glossary mean what they stand for") {
  const std::string glossary = "glossary:\n  the Hub: official account\n  navigators: members\n";
  CHECK(any_has(read("Staff must not reply to navigators.", glossary), Role::audience, "served"));
  CHECK_FALSE(any_has(read("Staff must not reply to navigators."), Role::audience, "served"));
  CHECK(any_has(read("Staff may post only from the Hub.", glossary), Role::channel, "official-account"));
  CHECK(any_has(read("Staff may post only from Hub.", glossary), Role::channel, "official-account"));
  CHECK(any_has(read("Staff must not reply to a navigator.", glossary), Role::audience, "served"));
}

TEST_CASE("people, handles, the organisation and its initials are known") {
  const std::string people = "people:\n  - {name: Ana Costa, role: Certification, handles: [\"@ana\"]}\n";
  CHECK(any_has(read("Pass questions to Ana Costa.", people), Role::target, "named-person"));
  CHECK(any_has(read("Pass questions to Ana.", people), Role::target, "named-person"));
  const std::string organization = "organization: Society of Harbour Pilots\n";
  CHECK(any_has(read("Staff may not talk about the Society of Harbour Pilots.", organization), Role::topic, "organization"));
  const std::string initials = "organization: Harbour Pilots Association\n";
  CHECK(any_has(read("Staff may not talk about HPA.", initials), Role::topic, "organization"));
  CHECK_FALSE(any_has(read("Staff may not talk about HPA."), Role::topic, "organization"));
}

TEST_CASE("the audience's own word is the people served") {
  CHECK(any_has(read("Staff must not reply to stargazers.", "audience: stargazers\n"), Role::audience, "served"));
  CHECK_FALSE(any_has(read("Staff must not reply to stargazers."), Role::audience, "served"));
}

TEST_CASE("a norm in one line") {
  const auto line = [](std::string_view sentence) { return paraphrase(*read(sentence).first()); };
  CHECK(line("Employees must not reply to members.") == "prohibited: Employees reply to members");
  CHECK(line("Do not reply to members.") == "prohibited: staff reply to members");
  const auto approved = line("Employees may not post without the approval of the director.");
  CHECK(approved.starts_with("prohibited: Employees post"));
  CHECK(approved.find("unless approved by") != std::string::npos);
  CHECK(line("Answer members within two working days.").find("within 48 hours") != std::string::npos);
  CHECK(line("Staff may answer members.").starts_with("permitted: Staff answer"));
}

TEST_CASE("folding does not show in a paraphrase") {
  const Norms got(policy_head +
                  "clauses:\n  - text: |\n      Employees must not reply to\n      members on social\n      media.\n");
  REQUIRE(got.first() != nullptr);
  CHECK(paraphrase(*got.first()).find('\n') == std::string::npos);
}

TEST_CASE("what describes a thing is no statement of its own") {
  CHECK(read("Please don't put anything up that could make us look bad.").modalities() == "prohibit");
  CHECK(read("Whatever could be considered inappropriate is to be avoided.").modalities() == "prohibit");
  CHECK(read("It is the duty of each employee to avoid any remark that is unkind.").modalities() == "prohibit");
}

TEST_CASE("a statement without a verb that hands nobody on is read to its end") {
  CHECK(read("A culture in which staff, families, carers and partners in the community, is what the Trust has bound itself to, "
             "and of this the policy forms a part.")
            .modalities() == "");
}

TEST_CASE("a short lead with \"need\" lifts what stands under it, and \"not permitted\" forbids it") {
  for (const char* lead : {"You need not", "Staff need not", "You needn't", "No need to"}) {
    CAPTURE(lead);
    CHECK(read_item(lead, "show your posts to your manager first").modalities() == "exempt");
  }
  for (const char* lead : {"No longer required", "Not necessary:"}) {
    CAPTURE(lead);
    CHECK(read_item(lead, "showing a post to your manager first").modalities() == "exempt");
  }
  CHECK(read_item("Not permitted", "replies to members").modalities() == "prohibit");
}

TEST_CASE("what nobody is asked for, or a policy is not to be read as, is free") {
  CHECK(read("Nothing in this policy shall be read as requiring approval of replies to members.").modalities() == "permit");
  CHECK(read("Nobody will ask you to show your posts to your manager.").modalities() == "permit");
}
