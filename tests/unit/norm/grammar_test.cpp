#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "norm/grammar.hpp"
#include "known.hpp"
#include "norms.hpp"

using namespace engagelint;
using namespace engagelint::norm;
using engagelint::test::class_of;
using engagelint::test::classes;

namespace {

std::vector<Chunk> chunks(std::string_view letters) {
  std::vector<Chunk> out;
  read_chunks(letters, out);
  return out;
}

// Every letter in exactly one chunk, in order.
bool covers(std::string_view letters) {
  std::uint32_t at = 0;
  for (const Chunk& chunk : chunks(letters)) {
    if (chunk.first != at || chunk.last <= chunk.first) return false;
    at = chunk.last;
  }
  return at == letters.size();
}

std::string run(std::string_view unit, std::size_t length) {
  std::string letters;
  while (letters.size() < length) letters += unit;
  return letters;
}

constexpr std::string_view alphabet = "MNBHDTuswcoPAFdpiamtVGEnj',;:.?!-()\"~/_x\xFF";

}  // namespace

TEST_CASE("no rule of the grammar can loop without consuming") { CHECK(analyze_grammar() == 0); }

TEST_CASE("every letter is in exactly one chunk whatever the letters") {
  CHECK(covers(""));
  for (const char one : alphabet) CHECK(covers(std::string(1, one)));
  for (const char one : alphabet) {
    for (const char other : alphabet) CHECK(covers(std::string{one, other}));
  }
  std::mt19937 random(20260101);  // the same strings in every run
  std::size_t wrong = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string letters(random() % 40, ' ');
    for (char& letter : letters) letter = alphabet[random() % alphabet.size()];
    if (!covers(letters)) ++wrong;
  }
  CHECK(wrong == 0);
}

// Long enough that work growing with the square of it would not come to an end.
TEST_CASE("a long run of any letters is read to its end") {
  for (const std::string_view unit :
       {"B", "M", "F", "A", "G", "j", "d", "m", "n'", "BT", "MaN", "TaB", "BNaT", "Mp", "Gj", "n,", "VnsnV"}) {
    CAPTURE(unit);
    CHECK(covers(run(unit, 200000)));
    CHECK(covers(run(unit, 200000) + "V"));
  }
}

// "allowed to allowed to" nests a level a time, and a run of adverbs is looked over again from each of them: neither is bounded
// yet.
TEST_CASE("a run that nests or looks ahead is read to its end") {
  for (const std::string_view unit : {"a", "N", "o", "ao", "oj", "AT", "FG", "FT", "AiG"}) {
    CAPTURE(unit);
    CHECK(covers(run(unit, 2000)));
    CHECK(covers(run(unit, 2000) + "V"));
  }
}

TEST_CASE("a verb chunk holds its modal, negation and adverbs") {
  const auto got = chunks("nMNaVn");  // staff may not ever reply members
  REQUIRE(got.size() == 3);
  CHECK(got[0].kind == ChunkKind::noun);
  CHECK(got[1].kind == ChunkKind::verb);
  CHECK(got[1].first == 1);
  CHECK(got[1].last == 5);
  CHECK(got[2].kind == ChunkKind::noun);
}

TEST_CASE("allowed to, refrain from and is to lead to their verb") {
  for (const std::string_view letters : {"BNATV", "MBATV", "MFiG", "BTV", "BAiG", "MFTFiG"}) {
    CAPTURE(letters);
    const auto got = chunks(letters);
    REQUIRE(got.size() == 1);
    CHECK(got[0].kind == ChunkKind::verb);
  }
}

TEST_CASE("the small words have chunks of their own") {
  const auto got = chunks("s,uwcPo");
  REQUIRE(got.size() == 7);
  CHECK(got[0].kind == ChunkKind::condition);
  CHECK(got[1].kind == ChunkKind::mark);
  CHECK(got[2].kind == ChunkKind::exception);
  CHECK(got[3].kind == ChunkKind::relative);
  CHECK(got[4].kind == ChunkKind::joint);
  CHECK(got[5].kind == ChunkKind::please);
  CHECK(got[6].kind == ChunkKind::only);
}

TEST_CASE("post, reply, like and contact are verbs or nouns by their neighbours") {
  CHECK(class_of("Staff may post about their work.", "post") == 'V');
  CHECK(class_of("The post is wrong.", "post") == 'n');
  CHECK(class_of("Do not post a reply.", "post") == 'V');
  CHECK(class_of("Do not post a second reply.", "reply") == 'n');
  CHECK(class_of("Staff must not reply to members.", "reply") == 'V');
  CHECK(class_of("Every reply needs approval.", "reply") == 'n');
  engagelint::test::check_reading("Like our page.", class_of("Like our page.", "Like") == 'V');
  CHECK(class_of("Employees may like and share posts.", "like") == 'V');
  CHECK(class_of("Staff may not contact donors.", "contact") == 'V');
  CHECK(class_of("Any contact with donors is prohibited.", "contact") == 'n');
  CHECK(class_of("Comments on our page are deleted.", "Comments") == 'n');
  CHECK(class_of("to comment on posts", "comment") == 'V');
}

TEST_CASE("grammar words have their own letters") {
  CHECK(classes("must not").find('M') == 0);
  CHECK(classes("must not").find('N') == 1);
  CHECK(classes("unless") == "u");
  CHECK(classes("if") == "s");
  CHECK(classes("only") == "o");
  CHECK(classes("please") == "P");
  CHECK(classes("prohibited").find_first_of("AE") != std::string::npos);
}
