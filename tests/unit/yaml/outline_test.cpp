// What the library is spared must change nothing: texts, places, and what is said of a file that breaks off.
#include <doctest/doctest.h>

#include <string>

#include "yaml/outline.hpp"
#include "yaml/yaml.hpp"

using namespace engagelint;
using engagelint::yaml::Outline;
using engagelint::yaml::read_outline;

namespace {

struct Read {
  SourceFile file;
  YamlFile yaml;
  explicit Read(std::string text) : file("a.yaml", std::move(text)), yaml(read_yaml(file)) {}
  [[nodiscard]] const Node& at(std::string_view key) const { return *yaml.documents.at(0).root->find(key)->value; }
  [[nodiscard]] std::string_view bytes(std::string_view key) const { return file.text(at(key).span); }
};

}  // namespace

TEST_CASE("one letter stands for a block text, a key and plain words") {
  const std::string file = "a: >-\n  Staff may\n\n  reply.\n# b\nb: |\n  one\n   two\n\nkey:\n  - two words \n  - k: 'c'\n";
  const Outline outline = read_outline(file);
  CHECK(outline.text == "x: >-\n  x\n# b\nx: |\n  x\n\nx:\n  - x \n  - x: 'c'\n");
  REQUIRE(outline.cuts.size() == 7);
  CHECK(file.substr(outline.cuts[3].header, 1) == "|");
  CHECK(place_in_file(outline.cuts, static_cast<Offset>(outline.text.find("|"))) == file.find('|'));
  CHECK(place_in_file(outline.cuts, static_cast<Offset>(outline.text.find("'c'"))) == file.find("'c'"));
}

TEST_CASE("nothing stands for what follows in the same column") {
  const std::string file = "- id: a\n  title: b\n\n  text: >-\n    c\n  on: {d}\n  to: e\n- id: f\n";
  const Outline outline = read_outline(file);
  CHECK(outline.text == "- x: x\n\n  x: {d}\n  x: x\n- x: x\n");
  CHECK(place_in_file(outline.cuts, static_cast<Offset>(outline.text.find("{d}"))) == file.find("{d}"));
  const Read read("l:\n" + file);
  const Node& entry = *read.at("l").items.at(0);
  REQUIRE(entry.entries.size() == 5);
  CHECK(entry.entries[2].key->text.value == "text");
  CHECK(entry.find("text")->value->text.value == "c");
  CHECK(read.file.text(entry.find("title")->value->span) == "b");
  CHECK(read.file.text(entry.find("to")->value->span) == "e");
}

TEST_CASE("nothing stands for the next entries of a list") {
  const std::string file = "l:\r\n  - id: a\r\n    b: c\r\n  - id: d\r\n    e: |\r\n      f\r\n  - id: g\r\nz: h\r\n";
  CHECK(read_outline(file).text == "x:\r\n  - x: x\r\nx: x\r\n");
  const Read read(file);
  const auto& items = read.at("l").items;
  REQUIRE(items.size() == 3);
  CHECK(read.file.text(items[0]->span) == "id: a\r\n    b: c");
  CHECK(read.file.text(items[1]->span) == "id: d\r\n    e: |\r\n      f");
  CHECK(items[2]->find("id")->value->text.value == "g");
  CHECK(read.bytes("z") == "h");
}

TEST_CASE("an entry is the next one only behind a dash in the same column") {
  for (const std::string file :
       {"- a: b\n-  a: b\n", "-   a: b\n  - a: b\n", "- - a: b\n  - a: b\n", "- a:\n    a: b\n- a: b\n"}) {
    CAPTURE(file);
    CHECK(read_outline(file).text.size() > std::string("- x: x\n").size());
  }
  const Read lists("l:\n- - a: b\n  - c: d\n- - e: f\n");
  REQUIRE(lists.at("l").items.size() == 2);
  CHECK(lists.at("l").items[0]->items.size() == 2);
  const Read quoted("q: \"he wrote\n  - a: b\n  - c: d\"\n");
  CHECK(quoted.at("q").text.value == "he wrote - a: b - c: d");
}

TEST_CASE("a text in double quotes is left out where it stands for itself") {
  CHECK(read_outline("a: \"b # c: d\" \ne: f\n").text == "x: x \n");
  CHECK(read_outline("a: \"b\\n\"\n").text == "x: \"b\\n\"\n");
  CHECK(read_outline("a: \"b\" # c\n").text == "x: \"b\" # c\n");
  CHECK(read_outline("a: \"b\n  c\"\n").text == "x: \"b\n  c\"\n");
  const Read read("a: \"@b: c\"\nd: \"\"\n");
  CHECK(read.at("a").text.value == "@b: c");
  CHECK(read.at("a").text.style == ScalarStyle::double_quoted);
  CHECK(read.bytes("a") == "\"@b: c\"");
  CHECK(read.file.text(read.at("a").text.to_source({1, 2})) == "b");
  CHECK(read.at("d").text.value.empty());
  CHECK(read.bytes("d") == "\"\"");
}

TEST_CASE("a list of plain words on its line is left out") {
  const std::string file = "a: [ b c, d ] \ne: [f]\ng: [h,\n  i]\n";
  CHECK(read_outline(file).text == "x: x \nx: [h,\n  i]\n");
  const Read read(file);
  CHECK(read.bytes("a") == "[ b c, d ]");
  CHECK(read.at("a").flow);
  REQUIRE(read.at("a").items.size() == 2);
  CHECK(read.at("a").items[0]->text.value == "b c");
  CHECK(read.file.text(read.at("a").items[1]->span) == "d");
  CHECK(read.at("e").items.size() == 1);
  CHECK(read.at("g").items.size() == 2);
}

TEST_CASE("words that may mean more than they say are left to the library") {
  for (const std::string line : {"- null", "- a: b: c", "- a #b", "- a, b", "- [a: b]", "- []", "- [a,]", "- [null]", "- [a] b",
                                 "- [a, [b]]", "- [a?, b]", "- [a", "- a\tb", "- 'a'", "- &a b", "- *a", "- ~", "- a\n   b"}) {
    CAPTURE(line);
    const Outline outline = read_outline(line);
    CHECK(outline.cuts.size() == (line.starts_with("- a: b") ? 1 : 0));
  }
}

TEST_CASE("texts and places are those of the file") {
  const Read read(
      "\xEF\xBB\xBF"
      "a: x\r\nt: >-\r\n  Staff may\r\n  reply.\r\n\r\nlist:\r\n  - id: |+\r\n      one\r\n\r\n    k: v\r\nz: end\r\n");
  CHECK(read.at("t").text.value == "Staff may reply.");
  CHECK(read.bytes("t") == ">-\r\n  Staff may\r\n  reply.");
  CHECK(read.bytes("z") == "end");
  const Node& entry = *read.at("list").items.at(0);
  CHECK(entry.find("id")->value->text.value == "one\n\n");
  CHECK(read.file.text(entry.find("k")->value->span) == "v");
}

TEST_CASE("what only looks like a block text is read as it stands") {
  SUBCASE("in a quoted text") {
    const Read read("q: \"he wrote\n  text: >-\n      and more\"\nt: >-\n  block\n");
    CHECK(read.at("q").text.value == "he wrote text: >- and more");
    CHECK(read.at("t").text.value == "block");
  }
  SUBCASE("in a block text with a digit") {
    const Read read("q: |2\n  a\n  text: >-\n      and more\nt: x\n");
    CHECK(read.at("q").text.value == "a\ntext: >-\n    and more\n");
    CHECK(read.at("t").text.value == "x");
  }
  SUBCASE("in braces") {
    const Read read("q: {\nk: one\ntwo}\nt: {a: b,\nc: d\n}\n");
    CHECK(read.at("q").find("k")->value->text.value == "one two");
    CHECK(read.at("t").find("c")->value->text.value == "d");
    const Read pairs("{\nk: one,\nl: two\n}\n");
    CHECK(pairs.at("l").text.value == "two");
  }
  SUBCASE("a text that is not indented") {
    const Read read("a:\n  q: >-\n  t: x\n");
    CHECK(read.at("a").find("q")->value->text.value.empty());
    CHECK(read.at("a").find("t")->value->text.value == "x");
  }
}

TEST_CASE("what breaks off is said at its place in the file") {
  const Read read("t: >-\n  Staff may\n  reply.\nb: [1, 2\nc: d\n");
  REQUIRE(read.yaml.notices.size() == 1);
  CHECK(read.file.text(*read.yaml.notices[0].span) == "[");
  CHECK(read.at("t").text.value == "Staff may reply.");
}
