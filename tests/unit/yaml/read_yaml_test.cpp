#include <doctest/doctest.h>

#include "yaml/yaml.hpp"

using namespace engagelint;

namespace {

struct Read {
  SourceFile file;
  YamlFile yaml;
  explicit Read(std::string text) : file("a.yaml", std::move(text)), yaml(read_yaml(file)) {}
  [[nodiscard]] const Node& root(std::size_t document = 0) const { return *yaml.documents.at(document).root; }
  [[nodiscard]] const Node& at(std::string_view key) const { return *root().find(key)->value; }
  [[nodiscard]] std::string_view bytes(Span span) const { return file.text(span); }
  /// The bytes that a piece of a text came from.
  [[nodiscard]] std::string_view bytes_of(const Text& text, std::string_view piece) const {
    const auto begin = static_cast<Offset>(text.value.find(piece));
    return file.text(text.to_source({begin, begin + static_cast<Offset>(piece.size())}));
  }
};

}  // namespace

TEST_CASE("every scalar is text") {
  const Read read("on: off\n2.10: 2.10\nyes: no\nd: 2010-06-30\nn: null\nNull: NULL\n");
  CHECK(read.at("on").text.value == "off");
  CHECK(read.at("2.10").text.value == "2.10");
  CHECK(read.at("yes").text.value == "no");
  CHECK(read.at("d").text.value == "2010-06-30");
  CHECK(read.at("n").text.value == "null");
  CHECK(read.at("Null").text.value == "NULL");
}

TEST_CASE("an absent value is not an empty one") {
  const Read read("a:\nb: ~\nc: \"\"\nnull: x\nd:\nnull2: y\ne: # why\n");
  CHECK(read.at("a").kind == NodeKind::null);
  CHECK(read.at("b").kind == NodeKind::null);
  CHECK(read.at("c").kind == NodeKind::scalar);
  CHECK(read.at("c").text.value.empty());
  CHECK(read.at("null").text.value == "x");
  CHECK(read.at("d").kind == NodeKind::null);
  CHECK(read.at("e").kind == NodeKind::null);
  CHECK(read.at("a").span == Span{2, 2});
  CHECK(read.yaml.notices.empty());
}

TEST_CASE("an absent value before a key called null stays absent") {
  const Read read("d:\nnull: y\n");
  CHECK(read.at("d").kind == NodeKind::null);
  CHECK(read.at("null").text.value == "y");
}

TEST_CASE("every node knows its first and last byte") {
  const Read read("a: [x, {b: 'c'} ] # remark\nd:\n  - e\n  - f: g\n    h: i\nj: k\n");
  CHECK(read.bytes(read.at("a").span) == "[x, {b: 'c'} ]");
  CHECK(read.bytes(read.at("a").items[1]->span) == "{b: 'c'}");
  CHECK(read.bytes(read.at("d").span) == "- e\n  - f: g\n    h: i");
  CHECK(read.bytes(read.at("d").items[1]->span) == "f: g\n    h: i");
  CHECK(read.bytes(read.root().entries[2].key->span) == "j");
  CHECK(read.root().span == Span{0, static_cast<Offset>(read.file.text().size() - 1)});
}

TEST_CASE("a pair in a list is a mapping without braces") {
  const Read read("a: [b: c, d]\n");
  CHECK(read.bytes(read.at("a").items[0]->span) == "b: c");
  CHECK(read.bytes(read.at("a").span) == "[b: c, d]");
}

TEST_CASE("anchors and tags are no part of the text") {
  const Read read("a: &x !!str \"q\"\nb: &y\n  # remark\n  plain\nc: !!seq [z]\n");
  CHECK(read.bytes(read.at("a").text.span) == "\"q\"");
  CHECK(read.bytes(read.at("b").text.span) == "plain");
  CHECK(read.bytes(read.at("c").span) == "[z]");
  CHECK(read.yaml.notices.empty());
}

TEST_CASE("folded lines lead back to where they stand") {
  const Read read("t: >\n  Staff may\n  answer \u201cmembers\u201d\n\n  at once.\nu: v\n");
  const Text& text = read.at("t").text;
  CHECK(text.value == "Staff may answer \u201cmembers\u201d\nat once.\n");
  CHECK(text.style == ScalarStyle::folded);
  CHECK(read.bytes_of(text, "may answer") == "may\n  answer");
  CHECK(read.bytes_of(text, "at once") == "at once");
  CHECK(read.bytes(text.span) == ">\n  Staff may\n  answer \u201cmembers\u201d\n\n  at once.");
}

TEST_CASE("the last line break of a block text leads behind its span") {
  const Read read("t: |\n  one\n  two\n");
  const Text& text = read.at("t").text;
  CHECK(text.value == "one\ntwo\n");
  CHECK(text.to_source({7, 8}) == Span{text.span.end, text.span.end + 1});
}

TEST_CASE("escapes are spans of their own") {
  const Read read("t: \"a\\u201cb\\\n   c\" \nu: 'it''s'\n");
  CHECK(read.at("t").text.value == "a\u201cbc");
  CHECK(read.bytes_of(read.at("t").text, "\u201c") == "\\u201c");
  CHECK(read.bytes_of(read.at("t").text, "bc") == "b\\\n   c");
  CHECK_FALSE(read.at("t").text.map.verbatim({4, 6}));
  CHECK(read.bytes_of(read.at("u").text, "'s") == "''s");
}

TEST_CASE("escapes that the library spells in broken bytes are repaired") {
  const Read read("t: \"a\\_b\\N\"\n");
  CHECK(read.at("t").text.value == "a\u00a0b\u0085");
  CHECK(read.at("t").text.exact);
}

TEST_CASE("carriage returns, byte-order marks and tabs keep places right") {
  const Read read("\xEF\xBB\xBFt: one\r\n   two\r\nu:\t|\r\n  x\r\n  y\r\n");
  CHECK(read.root().find("t")->key->span == Span{3, 4});
  CHECK(read.at("t").text.value == "one two");
  CHECK(read.bytes_of(read.at("t").text, "e t") == "e\r\n   t");
  CHECK(read.at("u").text.value == "x\ny\n");
  CHECK(read.bytes_of(read.at("u").text, "y") == "y");
}

TEST_CASE("indentation indicators and chomping") {
  const Read read("a: |2-\n   x\n  y\n\nb: >+\n  z\n\nc: |-\n  w\n");
  CHECK(read.at("a").text.value == " x\ny");
  CHECK(read.bytes_of(read.at("a").text, " x") == " x");
  CHECK(read.at("b").text.exact);
  CHECK(read.at("c").text.value == "w");
}

TEST_CASE("an empty text has a place") {
  const Read read("a: ''\nb: |\nc: d\n");
  CHECK(read.at("a").text.to_source({0, 0}) == Span{4, 4});
  CHECK(read.at("b").text.to_source({0, 0}) == Span{10, 10});
}

TEST_CASE("an alias says where it stands and what it names") {
  const Read read("a: &name [x, y]\nb: *name\nc: &t text\nd: *t\n");
  const Node& b = read.at("b");
  REQUIRE(b.alias);
  CHECK(read.bytes(b.alias->place) == "*name");
  CHECK(read.bytes(b.alias->definition) == "[x, y]");
  CHECK(b.alias->anchor == "name");
  CHECK(b.items.size() == 2);
  CHECK(b.items[0] == read.at("a").items[0]);
  CHECK(read.at("d").text.value == "text");
  CHECK(read.at("d").text.span == read.at("c").text.span);
  CHECK_FALSE(read.at("a").alias);
}

TEST_CASE("of merged keys the nearest wins") {
  const Read read("a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  x: 0\n  <<: [*a, *b]\nd: {<<: *a, w: 3}\n");
  const Node& c = read.at("c");
  REQUIRE(c.entries.size() == 3);
  CHECK(c.find("x")->value->text.value == "0");
  CHECK(c.find("x")->merged == nullptr);
  CHECK(c.find("y")->value->text.value == "1");
  CHECK(read.bytes(c.find("y")->merged->place) == "*a");
  CHECK(c.find("z")->value->text.value == "2");
  CHECK(c.find("<<") == nullptr);
  CHECK(read.at("d").find("x")->value->text.value == "1");
  CHECK(read.yaml.notices.empty());
}

TEST_CASE("a quoted merge sign is an ordinary key") {
  const Read read("\"<<\": x\n");
  CHECK(read.at("<<").text.value == "x");
}

TEST_CASE("several documents are read one by one") {
  const Read read("a: 1\n---\nb: 2\n...\n---\n- c\n");
  REQUIRE(read.yaml.documents.size() == 3);
  CHECK(read.root(1).find("b") != nullptr);
  CHECK(read.root(2).items.at(0)->text.value == "c");
  CHECK(read.yaml.documents[2].complete);
}

TEST_CASE("an anchor of one document is unknown in the next") {
  const Read read("a: &x 1\n---\nb: *x\n");
  REQUIRE(read.yaml.notices.size() == 1);
  CHECK(read.yaml.notices[0].fatal);
  CHECK(read.yaml.documents.size() == 2);
}
