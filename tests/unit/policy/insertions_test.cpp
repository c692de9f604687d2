#include <doctest/doctest.h>

#include "reading.hpp"

using namespace engagelint;
using namespace engagelint::test;

namespace {

/// The line that begins at an offset.
std::string_view line_at(const Read& read, Offset at) {
  const std::string_view rest = read.file.text().substr(at);
  return rest.substr(0, rest.find('\n'));
}

}  // namespace

TEST_CASE("new parts go where the format has them") {
  const Read read(
      head +
      "effective: 2010-01-01\naudience: members\n\n# our accounts\naccounts:\n  - handle: a\nsections:\n  - title: b\n    clauses:\n      - c\n");
  CHECK(line_at(read, read.policy().after_effective) == "audience: members");
  CHECK(line_at(read, read.policy().people_at) == "# our accounts");
  CHECK(line_at(read, read.policy().sections_at) == "  - title: b");
  CHECK(read.policy().end == read.file.text().size());
  CHECK(read.policy().sections.at(0).indent == 6);
}

TEST_CASE("an entry goes behind those of a list that exists") {
  const Read read(head + "people:\n  - name: a\n    role: |\n      b\n\nclauses:\n  - c\n---\nother: x\n");
  CHECK(line_at(read, read.policy().people_at).empty());
  CHECK(read.file.text().substr(read.policy().people_at).starts_with("\nclauses:"));
  CHECK(line_at(read, read.policy().after_effective) == "people:");
  CHECK(line_at(read, read.policy().sections_at) == "clauses:");
  CHECK(line_at(read, read.policy().end) == "---");
}

TEST_CASE("a section without clauses tells where they would be indented") {
  const Read read(head + "sections:\n- title: a\n- title: b\n  clauses:\n  - c\n");
  CHECK(read.policy().sections.at(0).indent == 4);
  CHECK(read.policy().sections.at(1).indent == 2);
}
