// Build tool: rules/<family>/<id>.yaml -> builtin_rules.cpp, tables that cost nothing at start-up.
// usage: engagelint_embed_rules OUT_CPP FILE…   A bad rule fails the build with its place.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>

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

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: engagelint_embed_rules OUT_CPP FILE…\n");
    return 2;
  }
  RuleSet rules;
  for (int i = 2; i < argc; ++i) load_rule(rules, argv[i], lexicon());
  for (const Notice& notice : rules.notices) print(notice);
  if (!rules.notices.empty()) return 1;
  std::ofstream out(argv[1], std::ios::binary);
  out << write_builtin(rules);
  return out.flush() ? 0 : 1;
}
