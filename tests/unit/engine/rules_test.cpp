#include <doctest/doctest.h>

#include <string>

#include "engine/engine.hpp"
#include "engine/facts.hpp"

using namespace engagelint;

TEST_CASE("facts are fetched in the order of the schemas, and all of them") {
  for (const Scope scope : {Scope::norm, Scope::account, Scope::clause, Scope::policy}) {
    const std::vector<std::string_view> names = fetched(scope);
    const auto known = schema_of(scope).facts;
    REQUIRE(names.size() == known.size());
    for (std::size_t i = 0; i < names.size(); ++i) CHECK(names[i] == known[i].name);
  }
  const std::vector<std::string_view> names = fetched(Scope::norm);
  const std::size_t own = fact_tables().norm_own;
  CHECK(names[own - 1].starts_with("norm."));
  CHECK(names[own].starts_with("policy."));
}

TEST_CASE("the vocabulary of the engine stands in the lexicon") {
  const Vocabulary words;
  const auto* begin = reinterpret_cast<const Concept*>(&words);
  for (std::size_t i = 0; i < sizeof(Vocabulary) / sizeof(Concept); ++i) CHECK(begin[i] != Concept::none);
}

TEST_CASE("examples of the built-in rules") {
  const RuleSet rules = builtin_rules();
  std::vector<ExampleFailure> failures;
  CHECK(test_rules(rules, failures) > 500);
  for (const ExampleFailure& failure : failures) {
    INFO(failure.rule, " ", failure.kind, ": ", failure.message, "\n", failure.example);
    CHECK(false);
  }
}
