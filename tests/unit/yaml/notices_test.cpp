// Each row is a file, what its first notice says, and the bytes that it points at.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "yaml/yaml.hpp"

using namespace engagelint;

namespace {

struct Row {
  std::string text;
  NoticeKind kind;
  bool fatal;
  std::string message;
  std::string bytes;
  std::string hint;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const SourceFile file("a.yaml", row.text);
    const YamlFile read = read_yaml(file);
    REQUIRE(read.notices.size() == 1);
    const Notice& notice = read.notices[0];
    CHECK(name_of(notice.kind) == name_of(row.kind));
    CHECK(notice.fatal == row.fatal);
    CHECK(notice.message == row.message);
    CHECK(file.text(notice.span.value()) == row.bytes);
    CHECK(notice.hint == row.hint);
    CHECK(notice.path == "a.yaml");
  }
}

constexpr NoticeKind yaml = NoticeKind::bad_yaml;
const std::string quote_hint = "close it; a text that begins with an apostrophe goes in double quotes";
const std::string whole = "put the whole text in quotes";

}  // namespace

TEST_CASE("what YAML reads otherwise than a person means is noticed") {
  check({
      {"to: #members\n", yaml, false, "what follows `#` is a comment to YAML, so there is no value here", "#members",
       "put it in quotes: \"#members\""},
      {"- #members\n", yaml, false, "what follows `#` is a comment to YAML, so there is no value here", "#members",
       "put it in quotes: \"#members\""},
      {"t: Use #inland here\n", yaml, false, "what follows ` #` is a comment to YAML and not part of the text", "#inland here",
       "put the whole text in quotes; a comment has a blank behind its `#`"},
      {"- id:1\n", yaml, false, "without a blank behind its colon this is one word, not a key",
       "id:", "write `id: 1`, or put the text in quotes"},
      {"a: b\nstatus:draft\n", yaml, false, "without a blank behind its colon this is one word, not a key",
       "status:", "write `status: draft`, or put the text in quotes"},
      {"a: b\nhello world\n", yaml, false, "this line has no colon and is no part of a text", "hello world",
       "a key ends with a colon and a blank; a text that goes on is indented deeper than its key"},
      {"t: !members first\n", yaml, false, "`!members` is a tag to YAML and not part of the text", "!members", whole},
      {"a: 1\nb: 2\na: 3\n", NoticeKind::bad_schema, false, "the key `a` stands here for the second time", "a",
       "the first one is read; remove one of them"},
      {"t: >\nu: v\n", yaml, false, "no text follows `>`", ">", "indent the lines of the text deeper than the key"},
      {"t: \"a\x0b\"\n", yaml, false, "a control byte stands here", "\x0b", "remove it; it is read as a blank"},
      {"a: 1\rb: 2\n", yaml, false, "a carriage return stands alone; it is read as the end of a line", "\r",
       "save the file with ordinary line ends"},
      {"a: {b: &x 1, c: {<<: *x}}\n", NoticeKind::bad_schema, false, "`<<` takes a mapping, or a list of mappings", "*x",
       "name the anchor of a mapping: `<<: *name`"},
  });
}

TEST_CASE("what is as a person means it is silent") {
  for (const std::string text :
       {"people: # who members find\n  - a\n", "t: a # remark\n", "- https://example.org\n", "- mailto:a@b\n", "- 10:30\n",
        "t: C#\n", "t: Staff \"may\" answer\n", "? a\n: b\n", "? a\n", "{a, b}\n", "t: !!str x\n", "- it's: a\n"}) {
    CAPTURE(text);
    CHECK(read_yaml(SourceFile("a.yaml", text)).notices.empty());
  }
}

TEST_CASE("YAML that breaks off is explained where a person would look") {
  check({
      {"h: @ana\n", yaml, true, "a text without quotes cannot begin with `@`", "@ana", "put it in quotes: \"@ana\""},
      {"h: %x\n", yaml, true, "a text without quotes cannot begin with `%`", "%x", whole},
      {"h: `x`\n", yaml, true, "a text without quotes cannot begin with a backtick", "`x`", whole},
      {"h: [May I?, yes]\n", yaml, true, "`?` cannot stand in a text without quotes inside brackets", "?",
       "put the text in quotes"},
      {"t: Note: staff may\n", yaml, true, "a colon and a blank stand in a text without quotes", ":",
       "put the whole text in quotes, or behind `>` on lines of its own"},
      {"t: \"Staff may\nu: v\n", yaml, true, "a quote opens here and is never closed", "\"", quote_hint},
      {"t: \"Staff may\nu: v", yaml, true, "a quote opens here and is never closed", "\"", quote_hint},
      {"t: 'tis so\nuu: don't\n", yaml, true, "the quote that opens here is closed only lines later", "'",
       "close it where the text ends; a text that begins with an apostrophe goes in double quotes"},
      {"t: \"Staff\" may\n", yaml, true, "text goes on behind the closing quote", "may",
       "put the whole text in the other kind of quotes, or behind `>` on lines of its own"},
      {"a: b\n- c\n", yaml, true, "a list entry stands where a key is expected", "- c",
       "indent it like the other entries of its list, or give the list a key"},
      {"aa:\n  - bb: c\n   dd: e\n", yaml, true, "a key stands where a list entry is expected", "dd: e",
       "begin it with `- `, or indent it under its entry"},
      {"aa: b\n  cc: d\n", yaml, true, "this key does not line up with the entries around it", "cc: d",
       "indent it as its neighbours are; a list entry begins with `- `"},
      {"aa: b\ncc d\nee: f\n", yaml, true, "this line has no colon and is no part of a text", "cc d",
       "a key ends with a colon and a blank; a text that goes on is indented deeper than its key"},
      {"aa:\n\t- b\n", yaml, true, "a tab stands where the line is indented", "\t", "indent with blanks"},
      {"aa:\n  - bb:c\n    dd: e\n", yaml, true, "without a blank behind its colon this is one word, not a key",
       "bb:", "write `bb: `"},
      {"t: *nobody*\n", yaml, true, "this alias names nothing that was defined before it", "*nobody*",
       "put the text in quotes if it only begins with `*`"},
      {"t: * staff\n", yaml, true, "a text without quotes cannot begin with `*`", "* staff", whole},
      {"t: !a!\n", yaml, true, "a text without quotes cannot begin with `!`", "!a!", whole},
      {"t: & staff\n", yaml, true, "a text without quotes cannot begin with `&`", "& staff", whole},
      {"t: [a, b\nu: c\n", yaml, true, "a bracket opens here and is not closed", "[",
       "close it with `]`; a text that begins with a bracket goes in quotes"},
      {"t: {a: b\n", yaml, true, "a brace opens here and is not closed", "{",
       "close it with `}`; a text that begins with a brace goes in quotes"},
      {"t: \"a \\d\"\n", yaml, true, "a backslash in double quotes begins an escape, and this is none", "\\d",
       "write a backslash twice, or use single quotes"},
      {"t: \"\\uD83D\"\n", yaml, true, "this escape names no character", "\\uD83D",
       "write the character itself, or \\U with eight digits"},
      {"t: > Staff may\n", yaml, true, "text stands on the line of `|` or `>`", "Staff may",
       "begin the text on the next line, or put it in quotes"},
      {"t: - a\n", yaml, true, "a list cannot begin on the line of its key", "- a",
       "begin the list on the next line, or put the text in quotes"},
      {"a: &x [b, *x]\n", yaml, true, "this alias stands inside what it names, so it would never end", "*x",
       "write the text out here"},
      {",", yaml, true, "a text without quotes cannot begin with `,`", ",", whole},
  });
}

TEST_CASE("bytes that are no text are refused") {
  check({
      {std::string("a: \0b\n", 6), yaml, true, "the file holds a NUL byte: it is not text", std::string(1, '\0'),
       "is it the right file?"},
      {"a: caf\xE9\n", NoticeKind::unreadable_file, true, "these bytes are not UTF-8", "\xE9",
       "the file looks like Windows-1252 or Latin-1; save it as UTF-8"},
      {std::string("\xFF\xFE", 2) + std::string("a\0:\0", 4), NoticeKind::unreadable_file, true, "the file is written in UTF-16",
       "\xFF\xFE", "save it as UTF-8"},
      {std::string("a\0:\0", 4), NoticeKind::unreadable_file, true, "the file is written in UTF-16", std::string("a\0", 2),
       "save it as UTF-8"},
  });
}

TEST_CASE("what stood before a break is still delivered") {
  const SourceFile file("a.yaml", "a: 1\nb:\n  - x\n  - y: @z\nc: 2\n");
  const YamlFile read = read_yaml(file);
  REQUIRE(read.documents.size() == 1);
  CHECK_FALSE(read.documents[0].complete);
  const Node& root = *read.documents[0].root;
  CHECK(root.find("a")->value->text.value == "1");
  CHECK(root.find("b")->value->items.at(0)->text.value == "x");
  CHECK(root.find("c") == nullptr);
}

TEST_CASE("a tab before a text's further line is noticed where YAML takes it for more text") {
  const SourceFile file("a.yaml", "- a\n \t- b\n");
  const YamlFile read = read_yaml(file);
  REQUIRE(read.notices.size() == 1);
  CHECK(file.text(*read.notices[0].span) == "\t");
}
