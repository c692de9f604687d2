#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "known.hpp"
#include "norm/words.hpp"

using namespace engagelint;
using namespace engagelint::norm;

namespace {

std::vector<Token> tokens(std::string_view text) {
  std::vector<Token> out;
  tokenize(text, out);
  return out;
}

// The words of a text as they stand, with their kind where they are no plain words: "Write to|@:@ana".
std::string shown(std::string_view text) {
  std::string out;
  for (const Token& token : tokens(text)) {
    if (!out.empty()) out += '|';
    if (token.kind != 'w') out += std::string(1, token.kind) + ':';
    out += text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

bool same(std::string_view a, std::string_view b) { return normalised(a) == normalised(b); }

}  // namespace

TEST_CASE("a contraction is two tokens, and its negation is known") {
  for (const std::string_view text :
       {"don't", "can't", "won't", "shan't", "mustn't", "isn't", "cannot", "CAN'T", "don\xE2\x80\x99t"}) {
    CAPTURE(text);
    const auto got = tokens(text);
    REQUIRE(got.size() == 2);
    CHECK(got[1].hash == hash_of("not"));
    CHECK(got[0].begin == 0);
    CHECK(got[0].end == got[1].begin);
    CHECK(got[1].end == text.size());
  }
  CHECK(tokens("can't")[0].hash == hash_of("can"));
  CHECK(tokens("cannot")[0].hash == hash_of("can"));
  CHECK(tokens("won't")[0].hash == hash_of("will"));
  CHECK(tokens("shan't")[0].hash == hash_of("shall"));
  CHECK(tokens("don't")[0].hash == hash_of("do"));
}

TEST_CASE("other contractions give their verb") {
  CHECK(tokens("we'll")[1].hash == hash_of("will"));
  CHECK(tokens("you're")[1].hash == hash_of("are"));
  CHECK(tokens("they've")[1].hash == hash_of("have"));
  CHECK(tokens("I'm")[1].hash == hash_of("am"));
  CHECK(tokens("you'd")[1].hash == hash_of("would"));
}

TEST_CASE("a possessive is a token of its own") {
  CHECK(shown("a member's question") == "a|member|'s|question");
  CHECK(shown("members' questions").substr(0, 7) == "members");
  CHECK(tokens("members' questions")[0].hash == hash_of("members"));
}

TEST_CASE("curly quotes and apostrophes are straight ones") {
  CHECK(
      same("o\xE2\x80\x99"
           "clock",
           "o'clock"));
  CHECK(same("\xE2\x80\x98tis", "'tis"));
  CHECK(same("member\xCA\xBCs", "member's"));
  const auto curly = tokens("\xE2\x80\x9Cofficial\xE2\x80\x9D");
  const auto straight = tokens("\"official\"");
  REQUIRE(curly.size() == 3);
  REQUIRE(straight.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(curly[i].kind == straight[i].kind);
    CHECK(curly[i].hash == straight[i].hash);
  }
}

TEST_CASE("soft hyphens are no letters and hard ones are") {
  CHECK(
      same("commu\xC2\xADni\xC2\xAD"
           "cations",
           "communications"));
  CHECK(same("sign\xE2\x80\x91off", "sign-off"));
  CHECK_FALSE(same("sign-off", "signoff"));
  CHECK(tokens("ap\xC2\xADproval").size() == 1);
  CHECK(tokens("ap\xC2\xADproval")[0].hash == hash_of("approval"));
}

TEST_CASE("British and American spellings are one word") {
  for (const auto& [british, american] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"organisation", "organization"},
                                                                  {"authorised", "authorized"},
                                                                  {"authorisation", "authorization"},
                                                                  {"recognise", "recognize"},
                                                                  {"programme", "program"},
                                                                  {"programmes", "programs"},
                                                                  {"colour", "color"},
                                                                  {"favourable", "favorable"},
                                                                  {"behaviour", "behavior"},
                                                                  {"centre", "center"},
                                                                  {"licence", "license"},
                                                                  {"defence", "defense"},
                                                                  {"enquiry", "inquiry"},
                                                                  {"enquiries", "inquiries"},
                                                                  {"judgement", "judgment"},
                                                                  {"ORGANISATION", "organization"}}) {
    test::check_reading(std::string(british) + " = " + std::string(american), same(british, american));
  }
  for (const auto& [one, other] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"our", "or"}, {"hour", "hor"}, {"post", "posts"}, {"permit", "permits"}, {"four", "for"}, {"rise", "rize"}}) {
    CAPTURE(one);
    CHECK_FALSE(same(one, other));
  }
}

TEST_CASE("handles, hashtags and addresses are one token each") {
  CHECK(shown("ask @ports_ana today") == "ask|@:@ports_ana|today");
  CHECK(shown("use #portday2026.") == "use|#:#portday2026|.:.");
  CHECK(shown("write to info@example.org.") == "write|to|u:info@example.org|.:.");
  CHECK(shown("see https://example.org/a?b=c now") == "see|u:https://example.org/a?b=c|now");
  test::check_reading("see https://example.org/a?b=c.",
                      shown("see https://example.org/a?b=c.") == "see|u:https://example.org/a?b=c|.:.");
  CHECK(shown("to www.example.org, please") == "to|u:www.example.org|,:,|please");
}

TEST_CASE("numbers keep their points and colons") {
  CHECK(shown("clause 3.2 applies") == "clause|1:3.2|applies");
  CHECK(shown("before 9:30.") == "before|1:9:30|.:.");
  CHECK(shown("1,000 posts") == "1:1,000|posts");
}

TEST_CASE("blanks to fill in and ellipses are marks") {
  CHECK(shown("approved by ____ first") == "approved|by|_:____|first");
  CHECK(shown("wait ... then") == "wait|~:...|then");
  CHECK(shown("wait \xE2\x80\xA6 then") == "wait|~:\xE2\x80\xA6|then");
}

TEST_CASE("every token lies in the text and in order") {
  const std::string text =
      "Don\xE2\x80\x99t \xC3\xA4ndern: 3.2 @a, #b; info@x.org \xE2\x80\x94 \xE2\x80\x9Cq\xE2\x80\x9D ____ \xF0\x9F\x98\x80 end";
  Offset last = 0;
  for (const Token& token : tokens(text)) {
    CHECK(token.begin >= last);
    CHECK(token.end > token.begin);
    CHECK(token.end <= text.size());
    last = token.end;
  }
  CHECK(tokens("").empty());
}

TEST_CASE("a word longer than any known one is cut and does no harm") {
  const std::string word(5000, 'a');
  const auto got = tokens(word);
  REQUIRE(got.size() == 1);
  CHECK(got[0].end == 5000);
}
