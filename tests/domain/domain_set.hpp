// The development set of tests/domain: sentences with the norms and findings a reader should take from them, and kinds of clause
// with their phrasings and near misses.
#pragma once

#include <string>
#include <vector>

namespace engagelint::domain {

struct Sample {
  std::string id;  ///< T01, or the kind with a number: org-account-only/3
  std::string text;
  std::string heading;                  ///< where the sentence is an item under a title
  std::vector<std::string> modalities;  ///< of its norms, in order
  std::vector<std::string> kinds;       ///< findings expected; of a near miss, the kind that must stay silent
};

struct DomainSet {
  std::vector<Sample> sentences;
  std::vector<Sample> phrasings;
  std::vector<Sample> near_misses;
  std::vector<std::string> kinds;
};

/// Reads sentences.yaml and kinds.yaml of `directory`.
[[nodiscard]] DomainSet read_domain_set(const std::string& directory);

/// A policy that says the sentence and nothing else.
[[nodiscard]] std::string policy_of(const Sample& sample);
/// As a double-quoted YAML scalar.
[[nodiscard]] std::string quoted(const std::string& text);

/// What a search for words would say: a negative modal or an approval word, together with a word for posting.
[[nodiscard]] bool keywords_alarm(const std::string& text);

}  // namespace engagelint::domain
