#include <doctest/doctest.h>

#include "source/source.hpp"

using namespace engagelint;

TEST_CASE("lines end at line feeds and leave carriage returns out") {
  const SourceFile file("a.yaml", "one\r\ntwo\n\nfour");
  CHECK(file.lines() == 4);
  CHECK(file.text(file.line(1)) == "one");
  CHECK(file.text(file.line(2)) == "two");
  CHECK(file.line(3).empty());
  CHECK(file.text(file.line(4)) == "four");
  CHECK(file.line(5) == Span{14, 14});
  CHECK(file.line(0) == Span{14, 14});
}

TEST_CASE("columns count what the reader asks for") {
  const SourceFile file("a.yaml", "a: x\nb: \u00e9\U0001F600z");
  const auto z = static_cast<Offset>(file.text().find('z'));
  CHECK(file.locate(z, ColumnUnit::byte) == LineColumn{2, 10});
  CHECK(file.locate(z, ColumnUnit::code_point) == LineColumn{2, 6});
  CHECK(file.locate(z, ColumnUnit::utf16) == LineColumn{2, 7});
}

TEST_CASE("a byte-order mark is not a column") {
  const SourceFile file("a.yaml", "\xEF\xBB\xBFkey: v\n");
  CHECK(file.locate(3, ColumnUnit::byte) == LineColumn{1, 1});
  CHECK(file.locate(8, ColumnUnit::code_point) == LineColumn{1, 6});
  CHECK(file.locate(1, ColumnUnit::utf16) == LineColumn{1, 1});
}

TEST_CASE("places past the end are the end") {
  const SourceFile file("a.yaml", "ab\n");
  CHECK(file.locate(99, ColumnUnit::byte) == LineColumn{2, 1});
  CHECK(file.text({1, 99}) == "b\n");
  CHECK(file.text({7, 9}).empty());
  CHECK(SourceFile("e", "").locate(0, ColumnUnit::byte) == LineColumn{1, 1});
}

TEST_CASE("one run maps byte for byte") {
  const TextMap map(TextMap::Run{0, 10, 5, 5, true});
  CHECK(map.to_source({1, 3}) == Span{11, 13});
  CHECK(map.to_source({2, 2}) == Span{12, 12});
  CHECK(map.to_source({5, 5}) == Span{15, 15});
  CHECK(map.verbatim({0, 5}));
  CHECK_FALSE(map.verbatim({0, 6}));
  CHECK(map.runs().size() == 1);
}

TEST_CASE("a place inside an escape or a fold maps to the whole of it") {
  // "ab" as it stands, then a fold of four bytes for a blank, then "cd".
  const TextMap map({{0, 10, 2, 2, true}, {2, 12, 1, 4, false}, {3, 16, 2, 2, true}});
  CHECK(map.to_source({0, 2}) == Span{10, 12});
  CHECK(map.to_source({2, 3}) == Span{12, 16});
  CHECK(map.to_source({1, 4}) == Span{11, 17});
  CHECK(map.to_source({3, 5}) == Span{16, 18});
  CHECK(map.verbatim({3, 5}));
  CHECK_FALSE(map.verbatim({1, 4}));
  CHECK_FALSE(map.verbatim({2, 3}));
}

TEST_CASE("a gap between runs is not verbatim") {
  const TextMap map({{0, 10, 3, 3, true}, {3, 15, 3, 3, true}});
  CHECK(map.to_source({0, 6}) == Span{10, 18});
  CHECK(map.verbatim({0, 3}));
  CHECK_FALSE(map.verbatim({2, 4}));
}

TEST_CASE("a fold of equal length is not verbatim") {
  const TextMap map({{0, 0, 1, 1, true}, {1, 1, 1, 1, false}, {2, 2, 1, 1, true}});
  CHECK_FALSE(map.verbatim({0, 3}));
  CHECK(map.to_source({0, 3}) == Span{0, 3});
}

TEST_CASE("a text whose map is not exact maps to all of it") {
  Text text;
  text.span = {4, 9};
  text.exact = false;
  CHECK(text.to_source({0, 1}) == Span{4, 9});
}
