#include <doctest/doctest.h>

#include <array>
#include <string>

#include "source/nearest.hpp"
#include "source/utf8.hpp"

using namespace engagelint;

TEST_CASE("text in UTF-8 is accepted") {
  CHECK_FALSE(first_bad_utf8("").has_value());
  CHECK_FALSE(first_bad_utf8("plain ascii of more than eight bytes").has_value());
  CHECK_FALSE(first_bad_utf8("caf\u00e9 \u201cx\u201d \U0001F600 \U0010FFFF \uFFFD").has_value());
}

TEST_CASE("what is no UTF-8 is shown where it begins") {
  CHECK(first_bad_utf8("abcdefghij\xE9 x") == Span{10, 11});
  CHECK(first_bad_utf8("a\x80") == Span{1, 2});
  CHECK(first_bad_utf8("a\xC0\xAF") == Span{1, 2});          // overlong
  CHECK(first_bad_utf8("a\xE0\x80\xAF") == Span{1, 2});      // overlong
  CHECK(first_bad_utf8("a\xF0\x8F\xBF\xBF") == Span{1, 2});  // overlong
  CHECK(first_bad_utf8("a\xED\xA0\x80") == Span{1, 2});      // surrogate
  CHECK(first_bad_utf8("a\xF4\x90\x80\x80") == Span{1, 2});  // past the last character
  CHECK(first_bad_utf8("a\xF5") == Span{1, 2});
  CHECK(first_bad_utf8("a\xE2\x80") == Span{1, 3});  // cut off
  CHECK(first_bad_utf8("a\xE2\x80x") == Span{1, 3});
}

TEST_CASE("code points are written in as many bytes as they need") {
  std::string out;
  for (const char32_t code_point : {U'a', U'\u00e9', U'\u201c', U'\U0001F600'}) append_utf8(out, code_point);
  CHECK(out == "a\u00e9\u201c\U0001F600");
  CHECK(character_length(out, 0) == 1);
  CHECK(character_length(out, 1) == 2);
  CHECK(character_length(out, 3) == 3);
  CHECK(character_length(out, 6) == 4);
  CHECK(character_length("\xE2\x80", 0) == 1);
}

TEST_CASE("a slip is a letter added, left out, changed or swapped") {
  CHECK(slips("text", "text") == 0);
  CHECK(slips("text", "tex") == 1);
  CHECK(slips("text", "tetx") == 1);
  CHECK(slips("text", "test") == 1);
  CHECK(slips("", "abc") == 3);
  CHECK(slips("must-not", "mustn't") == 2);
}

TEST_CASE("the nearest known word is found, and none where none is near") {
  constexpr std::array<std::string_view, 8> known{"must", "must-not", "may", "only-may", "to", "on", "organization", "own-work"};
  CHECK(nearest("must-nto", known) == "must-not");
  CHECK(nearest("must_not", known) == "must-not");
  CHECK(nearest("Must Not", known) == "must-not");
  CHECK(nearest("organisation", known) == "organization");
  CHECK(nearest("mya", known) == "may");
  CHECK(nearest("On", known) == "on");
  CHECK(nearest("tp", known).empty());
  CHECK(nearest("colour", known).empty());
  CHECK(nearest("", known).empty());
  CHECK(nearest(std::string(1000, 'm'), known).empty());
}
