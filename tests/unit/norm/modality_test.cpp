// Each line of the modal inventory: how a rule may be worded, and what it is.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "known.hpp"
#include "norms.hpp"

using namespace engagelint;
using engagelint::test::read;
using engagelint::test::read_item;

namespace {

void all_are(std::string_view modality, const std::vector<std::string_view>& sentences) {
  for (const auto sentence : sentences) {
    const auto got = read(sentence).modalities();
    test::check_reading(sentence, got == modality, got);
  }
}

}  // namespace

TEST_CASE("duties") {
  all_are("require", {
                         "Staff must answer members.",
                         "Staff shall answer members.",
                         "Staff have to answer members.",
                         "Each employee has to answer members.",
                         "Staff are to answer members.",
                         "Every employee is to answer members.",
                         "Staff need to answer members.",
                         "Staff are required to answer members.",
                         "Staff are obliged to answer members.",
                         "Staff are obligated to answer members.",
                         "The desk is responsible for answering members.",
                         "It is the responsibility of the desk to answer members.",
                         "It is the duty of staff to answer members.",
                         "Staff will answer members.",
                         "Staff are expected to answer members.",
                         "Staff agree to answer members.",
                         "Staff undertake to answer members.",
                     });
}

TEST_CASE("advice") {
  all_are("recommend", {
                           "Staff should answer members.",
                           "Staff ought to answer members.",
                           "Staff are advised to answer members.",
                           "Staff are urged to answer members.",
                           "Staff are reminded to answer members.",
                           "We recommend answering members.",
                           "It is good practice to answer members.",
                           "Please answer members.",
                           "Consider answering members.",
                           "Staff are encouraged to answer members.",
                       });
}

TEST_CASE("permissions") {
  all_are("permit", {
                        "Staff may answer members.",
                        "Staff can answer members.",
                        "Staff are allowed to answer members.",
                        "Staff are permitted to answer members.",
                        "Staff are authorised to answer members.",
                        "Staff are entitled to answer members.",
                        "Staff have the right to answer members.",
                        "Staff have permission to answer members.",
                        "Staff are at liberty to answer members.",
                        "Staff are free to answer members.",
                        "Staff are welcome to answer members.",
                        "Staff are trusted to answer members.",
                    });
}

TEST_CASE("encouragement is leave and advice") {
  for (const std::string_view sentence :
       {"Feel free to answer members.", "Staff are encouraged to answer members.", "Staff are invited to answer members.",
        "We want you to answer members.", "Staff are empowered to answer members.", "We love it when you answer members."}) {
    const auto got = read(sentence).modalities();
    test::check_reading(sentence, got == "permit" || got == "recommend", got);
  }
}

TEST_CASE("prohibitions") {
  all_are("prohibit", {
                          "Staff may not answer members.",
                          "Staff must not answer members.",
                          "Staff shall not answer members.",
                          "Staff mustn't answer members.",
                          "Staff can't answer members.",
                          "Staff cannot answer members.",
                          "Staff will not answer members.",
                          "Staff are not to answer members.",
                          "Staff are not allowed to answer members.",
                          "Staff are not permitted to answer members.",
                          "Staff are not authorised to answer members.",
                          "Staff are not entitled to answer members.",
                          "Staff are prohibited from answering members.",
                          "Staff are forbidden to answer members.",
                          "Staff are barred from answering members.",
                          "Staff are banned from answering members.",
                          "Staff are precluded from answering members.",
                          "Staff have no authority to answer members.",
                          "Answering members is prohibited.",
                          "Answering members is not acceptable.",
                          "Answering members is not permitted.",
                          "It is not permissible to answer members.",
                          "Social networks are off limits.",
                          "The policy does not allow staff to answer members.",
                          "Refrain from answering members.",
                          "Staff shall refrain from answering members.",
                          "Staff agree not to answer members.",
                          "Staff undertake not to answer members.",
                          "Never answer members.",
                          "Do not answer members.",
                          "Don't answer members.",
                          "Under no circumstances may staff answer members.",
                          "Under no circumstances should staff answer members.",
                          "In no event shall staff answer members.",
                          "At no time may staff answer members.",
                      });
}

TEST_CASE("advice against") {
  all_are("discourage", {
                            "Staff should not answer members.",
                            "Staff ought not to answer members.",
                            "Avoid answering members.",
                            "Try not to answer members.",
                            "Staff are discouraged from answering members.",
                            "It is inadvisable to answer members.",
                            "It is best not to answer members.",
                            "It is better not to answer members.",
                            "Staff are advised not to answer members.",
                            "Leave the comments to us.",
                        });
}

TEST_CASE("negative subjects") {
  all_are("prohibit", {
                          "No employee may answer members.",
                          "No one may answer members.",
                          "Nobody may answer members.",
                          "None of the staff may answer members.",
                          "Neither staff nor volunteers may answer members.",
                          "No staff member shall answer members.",
                      });
}

TEST_CASE("what is kept for some") {
  all_are("restrict-to", {
                             "Only the desk may answer members.",
                             "The desk alone may answer members.",
                             "No one other than the desk may answer members.",
                             "No one except the desk may answer members.",
                             "Nobody but the desk may answer members.",
                             "Nobody outside the digital team may answer members.",
                             "Answering members is reserved for the press office.",
                             "Use of social media is limited to the Marketing Department.",
                             "Use of social media is confined to the Marketing Department.",
                             "Answering comments is the sole responsibility of the Communications Director.",
                         });
}

TEST_CASE("no duty is no ban") {
  all_are("exempt", {
                        "Staff need not answer members.",
                        "Staff do not have to answer members.",
                        "Staff are not required to answer members.",
                        "Staff are not obliged to answer members.",
                        "Staff are not expected to answer members.",
                        "There is no need to answer members.",
                        "You do not need approval to reply.",
                        "No employee is required to answer members.",
                        "Taking part is optional.",
                        "Taking part is voluntary.",
                    });
}

TEST_CASE("sanctions") {
  all_are("sanction", {
                          "Any breach will result in dismissal.",
                          "Failure to follow these rules may result in dismissal.",
                          "Violation of this policy is grounds for dismissal.",
                          "Breaches may lead to disciplinary action.",
                      });
}

TEST_CASE("two negations take each other back") {
  all_are("permit", {
                        "Staff are not prohibited from naming their employer.",
                        "Nothing in this policy prohibits staff from talking with members.",
                        "This does not mean that employees may not post about their work.",
                    });
}

TEST_CASE("not only and no later than forbid nothing") {
  all_are("require, require", {"Employees must not only read mentions but also answer them."});
  CHECK(read("Staff must answer no later than Friday.").modalities() == "require");
}

TEST_CASE("may of possibility and cannot of ability set no norm") {
  for (const std::string_view sentence :
       {"Staff may not realise that a private joke travels far.", "Staff may be aware of this.", "Members may feel ignored.",
        "We cannot control what you post in your own time.", "This policy will be reviewed every year.",
        "Should you wish to know more, the page is long."}) {
    const auto got = read(sentence).modalities();
    test::check_reading(sentence, got.empty(), got);
  }
}

TEST_CASE("the organisation may what it keeps for itself") {
  const auto got = read("Management reserves the right to remove an employee's access to official accounts.");
  CHECK(got.modalities() == "permit");
  REQUIRE(got.first() != nullptr);
  CHECK(test::has(*got.first(), Role::actor, "managers"));
}

TEST_CASE("verbs that share a modal are one rule or rules of one kind, and a new modal is a new rule") {
  CHECK(read("Staff may not post, comment or reply.").modalities() == "prohibit");
  CHECK(read("Staff may like posts, but must not comment.").modalities() == "permit, prohibit");
  CHECK(read("Staff may answer members and must say where they work.").modalities() == "permit, require");
  all_are("require, require, require", {"Be kind, be accurate, and answer the question."});
}

TEST_CASE("text that sets no norm sets no ban") {
  for (const std::string_view sentence : {"The old policy said that staff must never reply to members; this one replaces it.",
                                          "Example of a rule we do not want: 'Employees may not tweet.'",
                                          "\"Official account\" means an account that only the Communications Team may use."}) {
    CAPTURE(sentence);
    const auto got = read(sentence);
    CHECK(got.modalities() == "");
    CHECK_FALSE(got.unread());
  }
  CHECK(read("Nothing in this policy limits your right to discuss pay.").modalities().find("prohibit") == std::string::npos);
}

TEST_CASE("rules for visitors are not on staff") {
  const auto got = read("Members may not post advertising on our page.");
  REQUIRE(got.first() != nullptr);
  CHECK(got.first()->on_others);
  const auto staff = read("Staff may not post advertising.");
  REQUIRE(staff.first() != nullptr);
  CHECK_FALSE(staff.first()->on_others);
}

TEST_CASE("a sentence without any sign of a norm has none") {
  CHECK(read("The harbour was built in 1871.").modalities() == "");
  CHECK_FALSE(read("The harbour was built in 1871.").unread());
}
