#include "engine/hand_offs.hpp"

#include <algorithm>
#include <optional>

#include "norm/concepts.hpp"
#include "permission/route.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

/// A look at the words before the ways are searched: most policies hand nothing on twice.
bool may_chain(const Reading& reading) {
  static const Concept redirect = find_concept("redirect"), leave_to = find_concept("leave-to"), chain = find_concept("chain");
  std::size_t signs = 0;
  for (const Norm& norm : reading.norms) {
    for (const Mention& mention : norm.mentions) {
      const Concept is = mention.concept_id;
      if (mention.role == Role::act && (is_a(is, redirect) || is_a(is, leave_to))) ++signs;
      if (mention.role != Role::act && mention.role != Role::context && (is_a(is, chain) || is_a(is, redirect))) ++signs;
    }
  }
  return signs > 1;
}

Place place_of(const RouteStep& step) { return {step.at.span, one_line(step.at.file->text(step.at.span))}; }

std::string reached_by(const Way& way) {
  if (way.ends == Ending::dead_end) return "nobody";
  return way.steps.back().who;
}

}  // namespace

void find_hand_offs(const PolicyDocument& policy, const Reading& reading, TraitsByClause& clauses) {
  if (!may_chain(reading)) return;
  const PolicyReading one{&policy, &reading};
  const std::optional<Route> route = read_chains({&one, 1});
  if (!route) return;
  for (const Way& way : route->ways) {
    std::vector<const RouteStep*> passed;
    for (const RouteStep& step : way.steps) {
      if (step.kind == StepKind::handoff && !step.clause.empty()) passed.push_back(&step);
    }
    if (way.handoffs < 2 || passed.size() < 2) continue;
    const Span second = passed[1]->at.span;
    const auto clause = std::find_if(policy.clauses.begin(), policy.clauses.end(), [&](const Clause& each) {
      return each.span.begin <= second.begin && second.end <= each.span.end;
    });
    if (clause == policy.clauses.end()) continue;
    ClauseTraits& traits = clauses[static_cast<std::size_t>(clause - policy.clauses.begin())];
    if (traits.hand_offs >= way.handoffs) continue;
    traits.hand_offs = way.handoffs;
    traits.reaches = name_of(way.ends);
    traits.reached = reached_by(way);
    traits.hand_off = place_of(*passed[1]);
    traits.before = place_of(*passed[0]);
  }
}

}  // namespace engagelint
