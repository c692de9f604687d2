#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "norm/sentences.hpp"

using namespace engagelint;
using namespace engagelint::norm;

namespace {

std::vector<SentencePart> parts(std::string_view text) {
  std::vector<SentencePart> out;
  split_sentences(text, out);
  return out;
}

std::string shown(std::string_view text) {
  std::string out;
  for (const auto& part : parts(text)) {
    if (!out.empty()) out += " | ";
    out += text.substr(part.span.begin, part.span.end - part.span.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("sentences end at a full stop, a question mark or an exclamation mark") {
  CHECK(shown("Answer members. Be kind! Who may post? Everyone.") == "Answer members. | Be kind! | Who may post? | Everyone.");
  CHECK(shown("No stop at the end") == "No stop at the end");
  CHECK(parts("").empty());
  CHECK(parts("   \n ").empty());
}

TEST_CASE("nothing is split where a stop ends no sentence") {
  for (const std::string_view text : {
           "Use a network, e.g. Mastodon, for work.",
           "Use a network, e.g. Mastodon or Twitter, for work.",
           "The service, i.e. The Desk, answers.",
           "Posts, photos, etc. need no approval.",
           "Staff vs. Board is no topic.",
           "See No. 5 of the rules.",
           "Offices in the U.S. answer at night.",
           "Harbor Inc. answers its members.",
           "Ask Dr. Lee before you answer.",
           "Ask Mr. Lee or Ms. Costa.",
           "We answer from 9 a.m. to 5 p.m. every day.",
           "See clause 3.2 of these rules.",
           "Write to @ports. for help",
           "Read https://example.org/a.b?c=d. for more",
           "Write to info@example.org for more.",
           "He said (\"Do not post. Ever.\") and left.",
           "Approved posts (see annex. It is long.) need nothing.",
           "Ask [Name. Of. Person] before you post.",
           "Wait ... and then answer.",
           "Staff and/or volunteers may answer.",
           "Approval by ____ is needed.",
           "Ask J. Smith.",
       }) {
    CAPTURE(text);
    CHECK(shown(text) == text);
  }
}

TEST_CASE("what counts an item is no part of its words") {
  CHECK(shown("3. Give no answer.") == "Give no answer.");
  CHECK(shown("(iv) Give no answer.") == "Give no answer.");
  CHECK(shown("b) Give no answer.") == "Give no answer.");
  CHECK(shown("5.2. Give no answer.") == "Give no answer.");
  CHECK(shown("(ads) may stay.") == "(ads) may stay.");
  CHECK(shown("I may stay.") == "I may stay.");
  CHECK(shown("3.") == "3.");
}

TEST_CASE("a quotation inside a sentence does not end it") {
  CHECK(shown("Write \"We looked into it.\" and nothing else.") == "Write \"We looked into it.\" and nothing else.");
  CHECK(shown("\"We answer.\" That is all.") == "\"We answer.\" | That is all.");
  CHECK(shown("\xE2\x80\x9CWe answer.\xE2\x80\x9D That is all.") == "\xE2\x80\x9CWe answer.\xE2\x80\x9D | That is all.");
}

TEST_CASE("a list inside a text is a sentence an item") {
  CHECK(shown("Staff must not:\n- post\n- reply") == "Staff must not: | post | reply");
  CHECK(shown("One thing.\n\nAnother thing") == "One thing. | Another thing");
}

TEST_CASE("a question and its answer are told apart") {
  const auto got = parts("Q: May I reply? A: Yes.");
  REQUIRE(got.size() == 2);
  CHECK(got[0].question);
  CHECK_FALSE(got[0].answer);
  CHECK(got[1].answer);
  CHECK_FALSE(got[1].question);
  CHECK(parts("May I reply?")[0].question);
  CHECK(parts("\"May I reply?\"")[0].question);
}

TEST_CASE("parts lie in the text in order and leave out the blanks around them") {
  const std::string text = "  One.  Two?\n\n- Three \n Four.  ";
  Offset last = 0;
  for (const auto& part : parts(text)) {
    CHECK(part.span.begin >= last);
    CHECK(part.span.end <= text.size());
    CHECK(text[part.span.begin] != ' ');
    CHECK(text[part.span.end - 1] != ' ');
    last = part.span.end;
  }
}
