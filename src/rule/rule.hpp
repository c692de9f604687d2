// rule: rules/*/*.yaml -> RuleSet. A rule file is the rule, its tests and its page.
// In: spanned YAML trees (from disk) or the tables compiled into the program. Out: rules with compiled conditions.
// Refuses a rule that lacks a message, why, instead or example, at the place where it should stand.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "expr/expr.hpp"
#include "finding/finding.hpp"

namespace engagelint {

enum class Scope : std::uint8_t { norm, clause, account, policy };

struct Argument {
  std::string_view id;      ///< of the post: "direct-connection"
  std::string_view stands;  ///< says | derived: whether the post says it or we conclude it
};

struct RelatedLabel {
  std::string_view place;  ///< a role of the norm, or a field of the account
  std::string_view words;
};

struct Rewrite {
  FixLevel level = FixLevel::small;
  FixKind kind = FixKind::show_only;
  std::string_view title;
  std::string_view text;  ///< template
};

struct Example {
  std::string_view clause;  ///< text of one clause; empty where `policy` is given
  std::string_view title;   ///< title of that clause, if any
  std::string_view policy;  ///< a whole policy
  std::string_view quote;   ///< expected words of the finding; empty: not checked
  std::string_view why;     ///< for silent ones: why it must stay silent
};

/// How often the rule was right on the development corpus (tests/corpus). `of` is 0 where it found nothing there.
struct Measured {
  std::uint32_t right = 0;
  std::uint32_t of = 0;
};

/// All strings are views: of the program's own tables for built-in rules, of RuleSet's files for others.
struct Rule {
  RuleInfo info;
  Severity severity = Severity::warning;
  Scope scope = Scope::norm;
  int rank = 13;            ///< order of precedence on one norm, lower first
  bool additional = false;  ///< stands beside the first finding of its norm rather than under it
  std::string_view since;
  std::span<const Argument> arguments;
  expr::Program when;
  expr::Program lower_when;  ///< empty code: never; else severity one step down
  expr::Program raise_when;
  std::string_view when_text;
  std::string_view message, why, instead;  ///< templates
  std::string_view primary;                ///< norm | sentence | a role | a field
  std::span<const RelatedLabel> related;
  std::string_view counter, leave_it_when;
  std::span<const Rewrite> rewrites;
  std::span<const Example> flags, silent, todo;
  std::string_view insert_title_words;  ///< missing parts: title words of their home section, separated by blanks
  std::string_view insert_draft;        ///< missing parts: template of the drafted clause or entry
  std::string_view insert_at;           ///< missing parts: clause | clause-first | people | review
  Measured measured;                    ///< of built-in rules only
};

struct RuleStorage;  ///< owns what rules read from disk point to

struct RuleSet {
  std::vector<const Rule*> rules;
  std::vector<std::shared_ptr<RuleStorage>> storage;
  std::vector<std::shared_ptr<const SourceFile>> sources;  ///< keeps the spans of `notices` valid
  std::vector<Notice> notices;                             ///< bad_rule, each at its exact place
  [[nodiscard]] const Rule* find(std::string_view id) const;
};

/// The facts that conditions of a scope may use (src/rule/facts.hpp), with the concepts they may name.
[[nodiscard]] expr::Schema schema_of(Scope scope, const expr::ConceptTable& concepts = {});

/// The rules compiled into the program: no parsing, no allocation but the vector.
[[nodiscard]] RuleSet builtin_rules();
/// Reads every *.yaml below a directory and adds its rules; a same id replaces (with a notice).
void load_rules(RuleSet& into, const std::string& directory, const expr::ConceptTable& concepts);

/// Names that templates may use, checked when a rule loads.
[[nodiscard]] std::span<const std::string_view> template_names();
/// `{name}` and `{name|fallback}`; `{{` is a brace. Where a value is empty or absent the fallback stands, or `[name]`.
[[nodiscard]] std::string fill(std::string_view text, const std::vector<std::pair<std::string_view, std::string>>& values);

}  // namespace engagelint
