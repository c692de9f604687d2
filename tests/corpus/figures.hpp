// The figures of a corpus, or of some of its policies, and how they are printed.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "corpus.hpp"

namespace engagelint::corpus {

struct RuleCount {
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t missed = 0;
};

/// A miss, or a false alarm.
struct Mistake {
  bool missed = false;
  Key key;
  std::string rule;   ///< the rule, or the wanted ones with `|` between them
  std::string extra;  ///< what came instead; the quote
};

struct Sure {
  std::size_t findings = 0;
  std::size_t right = 0;
};

struct Figures {
  std::size_t policies = 0, clauses = 0;
  std::size_t clause_right = 0, clause_missed = 0, clause_wrong = 0;
  std::size_t rule_right = 0, rule_missed = 0, rule_wrong = 0;
  std::size_t silent = 0, silent_errors = 0;
  Sentences sentences;
  std::map<std::string, RuleCount> per_rule;  ///< a group of wanted rules counts for the first of them
  std::map<std::string, Sure> raised;         ///< by rule as it was raised; disputed ones are left out
  std::array<Sure, 3> by_confidence;          ///< low, medium, high; disputed ones are left out
  std::vector<Mistake> mistakes;
};

using Chosen = std::function<bool(const std::string& policy)>;

[[nodiscard]] Figures measure(
    const Corpus& corpus, const Chosen& chosen = [](const std::string&) { return true; });

/// Share with its 95 % Wilson interval: "0.974 [0.935, 0.990] (150/154)".
[[nodiscard]] std::string share(std::size_t part, std::size_t of);
/// Four shares on findings, one on errors, one on sentences read, each on a line.
[[nodiscard]] std::string shares(const Figures& figures);
/// Rule, right, wrong, missed; one a line.
[[nodiscard]] std::string rule_table(const Figures& figures);
[[nodiscard]] std::string confidence_table(const Figures& figures);
/// Every mistake with the first words of its clause.
[[nodiscard]] std::string mistakes(const Figures& figures, const Corpus& corpus);
/// The first `count` characters, never half of one.
[[nodiscard]] std::string first_characters(const std::string& text, std::size_t count);

}  // namespace engagelint::corpus
