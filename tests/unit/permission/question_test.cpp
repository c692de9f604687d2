#include <doctest/doctest.h>

#include "asking.hpp"

using namespace engagelint;
using engagelint::test::Asking;

namespace {

/// "volunteers reply members Instagram", or the error and its hint.
std::string read(const Asking& policy, const std::string& sentence) {
  const AskedQuestion asked = read_question(sentence, policy.policies());
  if (asked.error) return *asked.error + " | " + asked.hint;
  const auto open = [](const std::string& word) { return word.empty() ? std::string("-") : word; };
  return asked.words.who + " " + std::string(name_of(asked.question.action)) + " " + open(asked.words.to) + " " +
         open(asked.words.on);
}

}  // namespace

TEST_CASE("a plain question is read as a sentence is") {
  const Asking policy("  - Staff may reply to patrons.\n", "audience: patrons\npeople: [{name: Ana Costa, role: Director}]\n");
  const std::vector<std::pair<std::string, std::string>> rows{
      {"may volunteers reply to patrons on Instagram?", "volunteers reply patrons Instagram"},
      {"Can I connect with members on LinkedIn", "staff connect members LinkedIn"},
      {"are contractors allowed to talk to journalists?", "contractors engage journalists -"},
      {"may staff open an account", "staff open-account - -"},
      {"can communications share our posts?", "communications share - -"},
      {"may staff say where they work?", "staff identify - -"},
      {"can the board message minors privately?", "board message minors -"},
      {"may Ana Costa answer members from a personal account?", "Ana Costa reply members personal"},
      {"may managers post about work?", "managers mention - -"},
      {"may staff join member groups?", "staff join - -"},
  };
  for (const auto& [sentence, words] : rows) {
    CAPTURE(sentence);
    CHECK(read(policy, sentence) == words);
  }
}

TEST_CASE("a word that is not known is named with the nearest that is") {
  const Asking policy = Asking::prose({"Staff may reply."});
  CHECK(read(policy, "may voluntears reply?") == "`voluntears` is not known here | did you mean `volunteers`?");
  const auto flags = [&](const QuestionWords& words) {
    const AskedQuestion asked = read_question(words, policy.policies());
    return asked.error.value_or("") + " | " + asked.hint;
  };
  CHECK(flags({"", "repyl", "", ""}) == "`repyl` is not known as an action | did you mean `reply`?");
  CHECK(flags({"maganers", "reply", "", ""}) == "`maganers` is not known as someone who acts | did you mean `managers`?");
  CHECK(flags({"", "reply", "jurnalists", ""}) ==
        "`jurnalists` is not known as somebody to talk with | did you mean `journalists`?");
  CHECK(flags({"", "reply", "", "Instagarm"}) ==
        "`Instagarm` is not known as a network or a kind of account | did you mean `Instagram`?");
  CHECK(flags({"", "", "", ""}).starts_with("it is not said what is to be done | name an action: engage"));
  CHECK(read(policy, "what is the weather").starts_with("`weather` is not known here"));
}

TEST_CASE("every word that docs/permissions.md lists is known") {
  const Asking policy = Asking::prose({"Staff may reply."});
  for (const char* who : {"staff", "volunteers", "managers", "communications", "executives", "board", "contractors"})
    CHECK_NOTHROW(policy.ask(std::string(who) + " reply"));
  for (const char* action :
       {"engage", "reply", "post", "share", "mention", "connect", "message", "identify", "open-account", "join"})
    CHECK_NOTHROW(policy.ask(std::string("staff ") + action));
  for (const char* to : {"members", "public", "journalists", "minors"})
    CHECK_NOTHROW(policy.ask(std::string("staff reply ") + to));
  for (const char* on :
       {"personal", "named", "official", "Twitter", "X", "Facebook", "Instagram", "LinkedIn", "TikTok", "Mastodon"})
    CHECK_NOTHROW(policy.ask(std::string("staff reply members ") + on));
}
