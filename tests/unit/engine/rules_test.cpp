#include <doctest/doctest.h>

#include <string>

#include "engine/engine.hpp"
#include "engine/facts.hpp"

using namespace engagelint;

TEST_CASE("every fact of every scope is fetched") {
  const FactTables tables = fact_tables();
  std::string missing;
  for (const std::string_view name : tables.missing) missing += std::string(name) + " ";
  CHECK(missing == "");
}

TEST_CASE("the vocabulary of the engine stands in the lexicon") {
  const Vocabulary words;
  const auto* begin = reinterpret_cast<const Concept*>(&words);
  for (std::size_t i = 0; i < sizeof(Vocabulary) / sizeof(Concept); ++i) CHECK(begin[i] != Concept::none);
}

TEST_CASE("examples of the built-in rules on accounts parts and clauses") {
  const RuleSet rules = builtin_rules();
  std::vector<ExampleFailure> failures;
  CHECK(test_rules(rules, failures) > 500);
  for (const ExampleFailure& failure : failures) {
    const bool ours = failure.rule.starts_with("acc-") || failure.rule.starts_with("mc-") || failure.rule.starts_with("x-");
    INFO(failure.rule, " ", failure.kind, ": ", failure.message, "\n", failure.example);
    if (ours) CHECK(false);
  }
}
