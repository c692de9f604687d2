// What the lexicon's files say, before it becomes tables. Only the build tool includes this.
#pragma once

#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "norm/lexicon.hpp"

namespace engagelint::norm::embed {

struct ConceptRow {
  std::string id;
  std::vector<std::string> parents;
  std::string where;
};

struct RawTag {
  char cls;
  Form form;
  std::string concept_id;
  auto operator<=>(const RawTag&) const = default;
};

struct Lexicon {
  std::vector<ConceptRow> concepts;
  std::map<std::vector<std::string>, std::set<RawTag>> entries;  // words, "~" for a gap -> readings
  std::map<std::string, std::vector<std::string>> verb_forms;
  std::map<std::string, std::string> plurals;
};

[[noreturn]] void fail(const std::string& where, const std::string& what);
/// The two files that the build compiles in: lexicon_tables.cpp and concept_ids.hpp.
[[nodiscard]] std::string tables_source(const Lexicon& lexicon);
[[nodiscard]] std::string concept_ids(const Lexicon& lexicon);

}  // namespace engagelint::norm::embed
