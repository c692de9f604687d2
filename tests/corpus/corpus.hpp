// A labelled corpus and what is found in it. In: a folder of policies with labels.tsv (GUIDELINES.md says how clauses are
// labelled). Out: for each labelled clause what was wanted and what came. Findings on whole policies and accounts and the checks
// across clauses (mc-*, acc-*, x-*) are left out: labels say nothing of them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "finding/finding.hpp"

namespace engagelint::corpus {

using Names = std::set<std::string>;
using Key = std::pair<std::string, std::string>;  ///< policy (its file without .yaml), clause

struct Expected {
  Key key;
  std::vector<Names> wanted;  ///< of each group one will do
  Names disputed;             ///< raised or not, both are right
};

/// One rule on one clause, however often it speaks there.
struct Found {
  Confidence confidence = Confidence::low;  ///< the highest
  bool error = false;                       ///< as it was raised last
  std::string quote;
};

struct Sentences {
  std::size_t total = 0;
  std::size_t read = 0;
};

struct Corpus {
  std::vector<std::string> policies;  ///< sorted
  std::vector<Expected> labels;       ///< sorted by key
  std::map<Key, std::map<std::string, Found>> found;
  std::vector<Key> found_first;                ///< keys of `found` in the order of the report
  std::map<Key, std::string> words;            ///< what stands in the clause
  std::map<std::string, Sentences> sentences;  ///< by policy
  std::map<Key, Names> on_accounts;            ///< by policy and handle
};

/// Reads labels.tsv: policy, clause, labels, a note. `problem` says what is wrong with it.
[[nodiscard]] std::vector<Expected> read_labels(const std::string& path, std::string& problem);
/// Lints every policy of `directory` in this process.
[[nodiscard]] Corpus read_corpus(const std::string& directory, std::string& problem);

}  // namespace engagelint::corpus
