#include "norm/reported.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {
namespace {

/// The organisation, its people and its papers: what they are quoted with may well be the rule.
bool of_the_house(const Unit& unit) {
  if (may_mean(unit, c::rule_noun_) || may_mean(unit, c::p_we_) || may_mean(unit, c::p_staff_)) return true;
  for (const auto& tag : unit.tags) {
    if (works_here(Concept{tag.concept_id})) return true;
  }
  return false;
}

bool says(const Unit& unit) {
  return unit.cls == 'V' && (may_mean(unit, c::speak_about_) || may_mean(unit, c::cognition_) || may_mean(unit, c::argue_));
}

/// A subject from outside, a verb of saying right before the quotation, and nothing of the house.
bool outsiders_say(const std::vector<Unit>& units, std::size_t quote) {
  std::size_t verb = quote;
  while (verb > 0 && (units[verb - 1].cls == ',' || units[verb - 1].cls == ':' || units[verb - 1].cls == 'w')) --verb;
  if (verb < 2 || !says(units[verb - 1])) return false;
  bool subject = false;
  for (std::size_t i = 0; i + 1 < verb; ++i) {
    if (of_the_house(units[i]) || units[i].cls == 'N' || units[i].cls == 'M') return false;
    subject = subject || units[i].cls == 'n' || units[i].cls == 'p';
  }
  return subject;
}

}  // namespace

Span reported_quote(const Workspace& work) {
  constexpr std::size_t statement = 3;  // fewer words name a thing
  const auto& units = work.units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].kind != '"') continue;
    std::size_t end = i + 1;
    while (end < units.size() && units[end].kind != '"') ++end;
    const bool whole = end < units.size() && end - i > statement && units[end].source == units[i].source;
    return whole && outsiders_say(units, i) ? Span{units[i].end, units[end].begin} : Span{};
  }
  return {};
}

}  // namespace engagelint::norm
