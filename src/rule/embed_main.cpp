// Build tool: rules/<family>/<id>.yaml -> builtin_rules.cpp, tables that cost nothing at start-up.
// usage: engagelint_embed_rules OUT_CPP MEASURED FILE…   MEASURED holds what each rule did on the corpus. A bad rule fails the
// build with its place.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

#include "norm/concepts.hpp"
#include "rule/embed.hpp"
#include "rule/storage.hpp"

using namespace engagelint;

namespace {

expr::ConceptTable lexicon() {
  return {[](std::string_view id) { return static_cast<std::uint16_t>(find_concept(id)); },
          [](std::uint16_t id) { return name_of(Concept{id}); },
          [](std::uint16_t id, std::uint16_t ancestor) { return is_a(Concept{id}, Concept{ancestor}); }, concept_count()};
}

void print(const Notice& notice) {
  LineColumn at;
  if (notice.file != nullptr && notice.span) at = notice.file->locate(notice.span->begin, ColumnUnit::code_point);
  fmt::print(stderr, "{}:{}:{}: {}", notice.path, at.line, at.column, notice.message);
  fmt::print(stderr, "{}\n", notice.hint.empty() ? std::string{} : fmt::format(" ({})", notice.hint));
}

/// "rule<TAB>right<TAB>of" lines. A rule that is gone may still stand there until the next measurement.
bool add_measured(RuleSet& rules, const char* path) {
  std::ifstream in(path);
  if (!in) fmt::print(stderr, "{}: could not be read\n", path);
  bool good = static_cast<bool>(in);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream words(line);
    std::string id;
    Measured measured;
    words >> id >> measured.right >> measured.of;
    if (!words || measured.right > measured.of) {
      fmt::print(stderr, "{}: expected a rule, its right findings and all of them: {}\n", path, line);
      good = false;
    }
    for (const auto& storage : rules.storage) {
      if (storage->rule.info.id == id) storage->rule.measured = measured;
    }
  }
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: engagelint_embed_rules OUT_CPP MEASURED FILE…\n");
    return 2;
  }
  RuleSet rules;
  for (int i = 3; i < argc; ++i) load_rule(rules, argv[i], lexicon());
  for (const Notice& notice : rules.notices) print(notice);
  if (!rules.notices.empty()) return 1;
  if (!add_measured(rules, argv[2])) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << write_builtin(rules);
  return out.flush() ? 0 : 1;
}
