// What a rule read from disk points to, and the reader of one file. Internal to src/rule.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "rule/rule.hpp"

namespace engagelint {

struct RuleStorage {
  Rule rule;
  std::deque<std::string> strings;
  std::vector<Argument> arguments;
  std::vector<RelatedLabel> related;
  std::vector<Rewrite> rewrites;
  std::vector<Example> flags, silent, todo;
  expr::CompiledProgram when, lower_when, raise_when;
  Span id_place;

  /// A copy that lives as long as the rule.
  std::string_view keep(std::string_view text) { return strings.emplace_back(text); }
};

/// Reads one rule file. Nothing where a notice says why; the family is the folder's name.
[[nodiscard]] std::shared_ptr<RuleStorage> read_rule(const SourceFile& file, const expr::ConceptTable& concepts,
                                                     std::vector<Notice>& notices);

/// Reads one file from disk and adds its rule.
void load_rule(RuleSet& into, const std::string& path, const expr::ConceptTable& concepts);

}  // namespace engagelint
