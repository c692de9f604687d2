#include <doctest/doctest.h>

#include "fixture.hpp"
#include "render/layout.hpp"
#include "render/snippet.hpp"

using namespace engagelint;
using namespace engagelint::render;

namespace {

std::string shown(const SourceFile& file, const std::vector<Mark>& marks, std::size_t width = 100) {
  return snippet(file, marks, {width, gutter_of(file, marks), Ink::error}, Paint(false));
}

std::string shown(std::string_view text, std::string_view words, std::size_t width = 100) {
  const SourceFile file("p.yaml", std::string(text));
  return shown(file, {{fixture::find(file, words), {}, true}}, width);
}

}  // namespace

TEST_CASE("a range over two lines is underlined on both without the indentation") {
  const SourceFile file("p.yaml", "a:\n  one two\n  three four\n");
  CHECK(shown(file, {{fixture::range(file, "two", "three"), {}, true}}) ==
        "   |\n"
        " 2 |   one two\n"
        "   |       ^^^\n"
        " 3 |   three four\n"
        "   |   ^^^^^\n");
}

TEST_CASE("tabs and wide characters keep the carets under the words") {
  CHECK(shown("a:\tb reply\n", "reply") ==
        "   |\n"
        " 1 | a:  b reply\n"
        "   |       ^^^^^\n");
  CHECK(shown("港口 e\xCC\x81t\xC3\xA9 reply\n", "reply") ==
        "   |\n"
        " 1 | 港口 e\xCC\x81t\xC3\xA9 reply\n"
        "   |          ^^^^^\n");
  CHECK(shown("reply to 会员\n", "会员") ==
        "   |\n"
        " 1 | reply to 会员\n"
        "   |          ^^^^\n");
}

TEST_CASE("a carriage return and a byte-order mark take no room") {
  CHECK(shown("\xEF\xBB\xBFone two\r\nnext\r\n", "two") ==
        "   |\n"
        " 1 | \xEF\xBB\xBFone two\n"
        "   |     ^^^\n");
}

TEST_CASE("labels on one line say their words behind and below") {
  const SourceFile file("p.yaml", "Staff need approval by the office to reply\n");
  CHECK(shown(file, {{fixture::find(file, "need approval"), {}, true},
                     {fixture::find(file, "the office"), "this comes first", false},
                     {fixture::find(file, "reply"), "who waits", false}}) ==
        "   |\n"
        " 1 | Staff need approval by the office to reply\n"
        "   |       ^^^^^^^^^^^^^    ----------    ----- who waits\n"
        "   |                        this comes first\n");
}

TEST_CASE("a label inside the primary range stays visible") {
  const SourceFile file("p.yaml", "Staff ask the office first\n");
  CHECK(shown(file, {{fixture::find(file, "Staff ask the office first"), {}, true},
                     {fixture::find(file, "the office"), "this comes first", false}}) ==
        "   |\n"
        " 1 | Staff ask the office first\n"
        "   | ^^^^^^^^^^----------^^^^^^\n"
        "   |           this comes first\n");
}

TEST_CASE("lines far apart are parted by dots and long ranges are shortened") {
  const SourceFile file("p.yaml", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");
  CHECK(shown(file, {{fixture::find(file, "one"), {}, true}, {fixture::find(file, "seven"), "here", false}}) ==
        "   |\n"
        " 1 | one\n"
        "   | ^^^\n"
        "..\n"
        " 7 | seven\n"
        "   | ----- here\n");
  CHECK(shown(file, {{fixture::range(file, "one", "seven"), {}, true}}) ==
        "   |\n"
        " 1 | one\n   | ^^^\n"
        " 2 | two\n   | ^^^\n"
        " 3 | three\n   | ^^^^^\n"
        "..\n"
        " 7 | seven\n   | ^^^^^\n");
}

TEST_CASE("a long line is cut around the range") {
  const std::string text = std::string(60, 'a') + " reply " + std::string(60, 'b') + "\n";
  CHECK(shown(text, "reply", 45) ==
        "   |\n"
        " 1 | …" +
            std::string(10, 'a') + " reply " + std::string(21, 'b') +
            "…\n"
            "   |             ^^^^^\n");
}

TEST_CASE("a range wider than the room begins at its first word") {
  const std::string text = std::string(30, 'a') + " " + std::string(80, 'b') + "\n";
  const std::string lines = shown(text, std::string(80, 'b'), 45);
  CHECK(lines.find("bbbb") != std::string::npos);
  CHECK(lines.find("^^^^") != std::string::npos);
  for (const std::string& line : {lines.substr(5, lines.find('\n', 5) - 5)}) CHECK(cells(line) <= 45);
}

TEST_CASE("a line of a megabyte is shown in part") {
  const std::string text = std::string(500000, 'a') + " reply é" + std::string(500000, 'b') + "\n";
  const std::string lines = shown(text, "reply", 60);
  CHECK(lines.find(" reply ") != std::string::npos);
  CHECK(lines.size() < 400);
  CHECK(lines.find("…a") != std::string::npos);
  CHECK(lines.find("b…") != std::string::npos);
}

TEST_CASE("a place without words is one caret") {
  const SourceFile file("p.yaml", "one\n");
  CHECK(shown(file, {{{3, 3}, {}, true}}) == "   |\n 1 | one\n   |    ^\n");
  CHECK(shown(file, {{{4, 4}, {}, true}}) == "   |\n 2 | \n   | ^\n");
}

TEST_CASE("control characters are not sent to the terminal") {
  CHECK(shown("\x1b[31mreply\xE2\x80\xAE\n", "reply") == "   |\n 1 | �[31mreply�\n   |      ^^^^^\n");
  CHECK(printable("a\x07\tb\nc\xFF") == "a� b c�");
}

TEST_CASE("words are wrapped to the width and a long one keeps its line") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("", 7) == std::vector<std::string>{""});
  CHECK(wrap("a abcdefghij b", 5) == std::vector<std::string>{"a", "abcdefghij", "b"});
  CHECK(hang("= why: ", "one two three four five six seven", 32) == "= why: one two three four five\n       six seven\n");
  CHECK(count(1, "policy", "policies") == "1 policy");
  CHECK(count(2, "policy", "policies") == "2 policies");
}
