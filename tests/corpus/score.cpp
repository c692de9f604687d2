// Scores the program against a labelled corpus.
// usage: corpus_score [--errors] FOLDER      FOLDER holds policies and labels.tsv, see GUIDELINES.md
#include <fmt/format.h>

#include <cstdio>
#include <string_view>

#include "figures.hpp"

using namespace engagelint::corpus;

namespace {

void print_outside(const Corpus& corpus) {
  Names seen(corpus.policies.begin(), corpus.policies.end());
  Names missing;
  std::set<Key> labelled;
  for (const Expected& expected : corpus.labels) {
    labelled.insert(expected.key);
    if (!seen.contains(expected.key.first)) missing.insert(expected.key.first);
  }
  std::string names;
  for (const std::string& name : missing) names += (names.empty() ? "" : ", ") + name;
  if (!names.empty()) fmt::print("not in the report: {}\n", names);
  std::size_t stray = 0;
  Key first;
  for (const Key& key : corpus.found_first) {
    if (!labelled.contains(key) && stray++ == 0) first = key;
  }
  if (stray != 0) fmt::print("{} findings on clauses without a label, first: ('{}', '{}')\n", stray, first.first, first.second);
}

}  // namespace

int main(int argc, char** argv) {
  const bool errors = argc == 3 && std::string_view(argv[1]) == "--errors";
  if (argc != 2 && !errors) {
    fmt::print(stderr, "usage: corpus_score [--errors] FOLDER\n");
    return 2;
  }
  std::string problem;
  const Corpus corpus = read_corpus(argv[argc - 1], problem);
  if (!problem.empty()) {
    fmt::print(stderr, "corpus_score: {}\n", problem);
    return 2;
  }
  const Figures figures = measure(corpus);
  fmt::print("{} policies, {} labelled clauses\n", figures.policies, figures.clauses);
  print_outside(corpus);
  fmt::print("{}", shares(figures));
  if (errors) {
    fmt::print("\nper rule: right wrong missed\n{}\nconfidence: findings right\n{}\n{}", rule_table(figures),
               confidence_table(figures), mistakes(figures, corpus));
  }
  return 0;
}
