// route: a policy -> the way of a member's question to a human being.
// In: clauses and what they mean (norms), accounts, people. Out: a graph of stops (where a question may be) and legs (what
// happens to it there), and every way through it from the first stop to an answer or to none. What the ways are is written down
// in docs/commands/route.md. Refuses nothing: a policy that says nothing has one way, into silence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "permission/permission.hpp"

namespace engagelint {

/// A place in one of the files.
struct Spot {
  const SourceFile* file = nullptr;  ///< null: nowhere
  Span span;
};

/// How a way ends, from what a member hopes for to what nobody does.
enum class Ending : std::uint8_t { person, team, generic, dead_end };
/// "person", "team", "generic", "dead-end": the words of engagelint/route/1.
[[nodiscard]] std::string_view name_of(Ending ending);

enum class StopKind : std::uint8_t { account, person, staff, team, generic };

/// A place where a member's question may be.
struct RouteStop {
  StopKind kind = StopKind::staff;
  std::string key;   ///< the same for all words that mean it: "team communications"
  std::string name;  ///< as people read it: "the Communications team", "@ports (Twitter)"
  Spot at;           ///< where it is named first
};

/// An approval that is needed before an answer.
struct RouteGate {
  std::string key;     ///< of who approves; empty where nobody is named
  std::string by;      ///< the same as people read it
  double hours = 0;    ///< how long it may take; 0: not said
  std::string clause;  ///< its id; empty: an account's key
  Spot at;
};

/// What happens to a question at a stop: it is handed on, answered, or left.
struct RouteLeg {
  std::uint32_t from = 0;
  std::int32_t to = -1;            ///< the next stop; -1: the way ends here
  Ending ends = Ending::dead_end;  ///< where it ends here
  bool handoff = true;             ///< false: the next stop is who stands behind this one (an account and its team)
  std::string who;                 ///< who answers, or why nobody does
  std::string when;                ///< a case only: "if it is criticism"; empty: any question
  std::vector<RouteGate> gates;
  double hold = 0;     ///< hours an answer is held back, beside approvals
  double within = 0;   ///< hours in which an answer is promised; no delay
  std::string clause;  ///< id of the clause (or item) that says so; empty: an account, a person
  Spot at;
  std::string hold_clause;
  Spot hold_at;
};

enum class StepKind : std::uint8_t { ask, handoff, approval, wait, answer, dead_end };
/// "ask", "hand-off", "approval", "wait", "answer", "dead-end".
[[nodiscard]] std::string_view name_of(StepKind kind);

/// One thing that a member goes through, in order.
struct RouteStep {
  StepKind kind = StepKind::ask;
  std::string who;     ///< who is asked, handed to, approves, answers; for a dead end, why
  std::string when;    ///< as in RouteLeg
  double hours = 0;    ///< of an approval or a wait
  std::string clause;  ///< as in RouteLeg
  Spot at;
};

struct Way {
  std::vector<RouteStep> steps;
  std::uint32_t handoffs = 0;
  std::uint32_t approvals = 0;
  double delay = 0;   ///< hours of all approvals and waits together; 0: none, or not said
  double within = 0;  ///< hours in which the answer is promised; 0: not said
  Ending ends = Ending::dead_end;
};

struct Route {
  std::vector<RouteStop> stops;
  std::vector<RouteLeg> legs;
  std::vector<std::uint32_t> entries;  ///< stops where a member may ask first, in the order of the file
  std::vector<Way> ways;               ///< from the first entry to the last; at most `most_ways`
  Way shortest, longest;               ///< of all ways, also of those that are not listed
  bool cut = false;                    ///< there are more ways
};
inline constexpr std::size_t most_ways = 200;

/// Of policies that hold together, which must outlive the result. Never throws for a bad policy. Linear in clauses and accounts;
/// the search for ways is bounded.
[[nodiscard]] Route read_route(std::span<const PolicyReading> policies);
/// The same for who looks for a second hand-off alone: nothing where the clauses by themselves tell that no way has one.
[[nodiscard]] std::optional<Route> read_chains(std::span<const PolicyReading> policies);

/// True where `left` brings a member closer to a person: people before places, fewer steps, less waiting, a name before a team.
[[nodiscard]] bool is_shorter(const Way& left, const Way& right);
/// True where `left` has more steps, then the worse end, then more waiting.
[[nodiscard]] bool is_longer(const Way& left, const Way& right);

}  // namespace engagelint
