// docs/rule-format.md and docs/rule.schema.json say what the program reads.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <string>

#include "rule/facts.hpp"
#include "rule/keys.hpp"
#include "rule/rule.hpp"

using namespace engagelint;

namespace {

std::string read(const std::string& name) {
  std::ifstream stream(std::string(ENGAGELINT_SOURCE_DIR "/docs/") + name, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::string type_words(const expr::FactInfo& fact) {
  switch (fact.type) {
    case expr::Type::boolean: return "yes or no";
    case expr::Type::number: return "number";
    case expr::Type::concepts: return "concepts";
    case expr::Type::word: break;
  }
  return fact.words.empty() ? "text" : fmt::format("word: {}", fact.words);
}

/// Facts of one scope as the page lists them; those of the policy stand once.
std::string table(Scope scope) {
  std::string out = "| name | type | what |\n| --- | --- | --- |\n";
  for (const auto& fact : facts_of(scope)) {
    if (!fact.name.starts_with(name_of(scope))) continue;
    out += fmt::format("| `{}` | {} | {} |\n", fact.name, type_words(fact), fact.doc);
  }
  return out;
}

}  // namespace

TEST_CASE("the page on the format lists every fact with its type") {
  const std::string page = read("rule-format.md");
  for (const Scope scope : {Scope::norm, Scope::clause, Scope::account, Scope::policy}) {
    const std::string wanted = table(scope);
    INFO("the page should hold:\n", wanted);
    CHECK(page.find(wanted) != std::string::npos);
  }
}

TEST_CASE("the page on the format names every key, value and template name") {
  const std::string page = read("rule-format.md");
  const auto named = [&](std::string_view word) {
    CAPTURE(std::string(word));
    CHECK(page.find(fmt::format("`{}`", word)) != std::string::npos);
  };
  for (const auto word : keys::rule) named(word);
  for (const auto word : keys::arguments) named(word);
  for (const auto word : keys::kinds) named(word);
  for (const auto word : keys::levels) named(word);
  for (const auto word : keys::insert_places) named(word);
  for (const auto word : keys::norm_places) named(word);
  for (const auto word : keys::account_places) named(word);
  for (const auto word : keys::clause_places) named(word);
  for (const auto word : keys::policy_places) named(word);
  for (const auto word : template_names()) named(word);
}

TEST_CASE("the schema knows the same keys and values") {
  const std::string schema = read("rule.schema.json");
  const auto has = [&](std::string_view word) {
    CAPTURE(std::string(word));
    CHECK(schema.find(fmt::format("\"{}\"", word)) != std::string::npos);
  };
  for (const auto word : keys::rule) has(word);
  for (const auto word : keys::argument) has(word);
  for (const auto word : keys::arguments) has(word);
  for (const auto word : keys::labels) has(word);
  for (const auto word : keys::rewrite) has(word);
  for (const auto word : keys::insert) has(word);
  for (const auto word : keys::example) has(word);
  for (const auto word : keys::examples) has(word);
  for (const auto word : keys::severities) has(word);
  for (const auto word : keys::scopes) has(word);
  for (const auto word : keys::kinds) has(word);
  for (const auto word : keys::norm_places) has(word);
  for (const auto word : keys::account_places) has(word);
  std::string required = "\"required\": [";
  for (const auto word : keys::required) required += fmt::format("{}\"{}\"", word == keys::required.front() ? "" : ", ", word);
  CHECK(schema.find(required + "]") != std::string::npos);
}
