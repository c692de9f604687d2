// Every place that the reader gives lies in the file, and its bytes, decoded, are its words.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "norms.hpp"

using namespace engagelint;
using engagelint::test::Norms;
using engagelint::test::policy_head;

namespace {

// What is left of words when line breaks, indents and escapes that the tests use are undone.
std::string plain(std::string_view bytes, bool escapes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    char c = bytes[i];
    if (escapes && c == '\\' && i + 1 < bytes.size()) {
      const char next = bytes[i + 1];
      if (next == 'u') {
        REQUIRE(bytes.substr(i, 6) == "\\u2019");
        out += "\xE2\x80\x99";
        i += 5;
        continue;
      }
      if (next == 'x') {
        REQUIRE(bytes.substr(i, 4) == "\\x6D");
        out += 'm';
        i += 3;
        continue;
      }
      ++i;
      if (next == '\n') {
        while (i + 1 < bytes.size() && bytes[i + 1] == ' ') ++i;
        continue;
      }
      c = next;
    }
    if (c == '\n' || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string flat(std::string_view words) { return plain(words, false); }

void check_places(const Norms& got, bool escapes) {
  std::size_t checked = 0;
  const std::size_t size = got.file.text().size();
  for (const Sentence& sentence : got.reading.sentences) {
    if (sentence.item == -2) continue;  // fields are no sentence: the whole clause stands for them
    REQUIRE(sentence.span.begin <= sentence.span.end);
    REQUIRE(sentence.span.end <= size);
    CHECK(plain(got.bytes(sentence.span), escapes) == flat(sentence.words));
  }
  for (const Norm& norm : got.reading.norms) {
    REQUIRE(norm.span.end <= size);
    CHECK_FALSE(norm.span.empty());
    if (norm.via == Via::field) {  // from its key on
      CHECK(got.bytes(norm.span).ends_with(norm.quote));
    } else {
      CHECK(plain(got.bytes(norm.span), escapes) == flat(norm.quote));
    }
    for (const Mention& mention : norm.mentions) {
      if (mention.words.empty()) continue;
      REQUIRE(mention.span.end <= size);
      CHECK(plain(got.bytes(mention.span), escapes) == flat(mention.words));
      ++checked;
    }
  }
  CHECK(checked >= 3);
}

}  // namespace

TEST_CASE("places in a plain text") {
  check_places(Norms(policy_head + "clauses:\n  - Employees must not reply to members on social media.\n"), false);
}

TEST_CASE("a norm's words begin behind the comma of what stands before it") {
  const Norms got(policy_head + "clauses:\n  - If a member complains, staff must not reply.\n");
  check_places(got, false);
  REQUIRE(got.first() != nullptr);
  CHECK(got.first()->quote == "staff must not reply");
}

TEST_CASE("places through a folded block") {
  const Norms got(
      policy_head +
      "clauses:\n  - text: >\n      Employees must not reply\n      to members, or to\n      former members, on social\n"
      "      media without the prior\n      approval of the Director. Volunteers may\n      answer members.\n");
  check_places(got, false);
  REQUIRE(got.reading.sentences.size() == 2);
  CHECK(got.file.locate(got.reading.sentences[1].span.begin, ColumnUnit::byte) == LineColumn{9, 33});
}

TEST_CASE("places through a literal block") {
  check_places(Norms(policy_head + "clauses:\n  - text: |\n      Employees must not\n      reply to members.\n"), false);
}

TEST_CASE("places through a double-quoted text with escapes") {
  const std::string text =
      "clauses:\n  - \"Employees mustn\\u2019t reply to \\x6Dembers on \\\"social\n    media\\\" without \\\n      prior approval.\"\n";
  const Norms got(policy_head + text);
  check_places(got, true);
  REQUIRE(got.first() != nullptr);
  CHECK(got.first()->modality == Modality::prohibit);
  bool found = false;
  for (const Mention& mention : got.first()->mentions) {
    if (mention.words != "members") continue;
    found = true;
    CHECK(got.bytes(mention.span) == "\\x6Dembers");
  }
  CHECK(found);
}

TEST_CASE("places of items, with the title that carries them") {
  const Norms got(policy_head +
                  "clauses:\n  - title: Employees must not\n    list:\n      - reply to members\n      - >-\n        follow\n"
                  "        members\n");
  check_places(got, false);
  CHECK(got.modalities() == "prohibit, prohibit");
}

TEST_CASE("places of fields") {
  check_places(
      Norms(
          policy_head +
          "clauses:\n  - who: employees\n    must-not: [reply, post]\n    to: members\n    unless: 'approved by the Director'\n"),
      false);
}

TEST_CASE("places of words in other scripts and behind them") {
  const Norms got(policy_head +
                  "clauses:\n  - \xE2\x80\x9CH\xC3\xA4"
                  "fen\xE2\x80\x9D \xF0\x9F\x98\x80: staff mustn\xE2\x80\x99t reply to m\xC2\xAD"
                  "embers on social media.\n");
  check_places(got, false);
}

TEST_CASE("places across several documents and line breaks of two bytes") {
  const Norms got("social-media-policy: 1\r\ntitle: t\r\nclauses:\r\n  - Staff must not reply to members on Twitter.\r\n");
  check_places(got, false);
}
