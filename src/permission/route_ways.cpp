// Every way through the graph, from the stop where a member asks first to an answer or to none.
#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "permission/route_graph.hpp"

namespace engagelint {
namespace {

constexpr double never = 1e9;

bool reaches_people(const Way& way) { return way.ends == Ending::person || way.ends == Ending::team; }

}  // namespace

std::string_view name_of(Ending ending) {
  constexpr std::string_view names[] = {"person", "team", "generic", "dead-end"};
  return names[static_cast<std::size_t>(ending)];
}

std::string_view name_of(StepKind kind) {
  constexpr std::string_view names[] = {"ask", "hand-off", "approval", "wait", "answer", "dead-end"};
  return names[static_cast<std::size_t>(kind)];
}

bool is_shorter(const Way& left, const Way& right) {
  // A mailbox is no human being, and silence is less; only then does it count how far it is.
  const auto rank = [](const Way& way) {
    const double promised = way.within > 0 ? way.within : never;
    return std::tuple(reaches_people(way) ? Ending::person : way.ends, way.handoffs + way.approvals, way.delay, way.ends,
                      promised);
  };
  return rank(left) < rank(right);
}

bool is_longer(const Way& left, const Way& right) {
  // Where nobody answers a member waits for ever.
  const auto rank = [](const Way& way) { return std::tuple(way.handoffs + way.approvals, way.ends, way.delay, way.within); };
  return rank(left) > rank(right);
}

namespace route {
namespace {

/// No policy of people has so many; a made-up one may have more than anybody can wait for.
constexpr std::size_t most_searched = 20000;
constexpr std::uint32_t most_handoffs = 60;

class Search {
 public:
  explicit Search(Route& route) : route_(route), legs_(route.stops.size()), on_way_(route.stops.size(), false) {
    for (std::uint32_t i = 0; i < route_.legs.size(); ++i) legs_[route_.legs[i].from].push_back(i);
  }

  void run() {
    for (const std::uint32_t entry : route_.entries) {
      Way way;
      const RouteStop& stop = route_.stops[entry];
      way.steps.push_back({StepKind::ask, stop.name, "", 0, "", stop.at});
      visit(entry, way);
    }
    if (found_ > 0) return;
    Way none;
    none.steps.push_back({StepKind::ask, "somebody", "", 0, "", {}});
    none.steps.push_back({StepKind::dead_end, "the policy names nobody to ask", "", 0, "", {}});
    finish(none);
  }

 private:
  void visit(std::uint32_t at, const Way& before) {
    if (found_ >= most_searched) return;
    if (on_way_[at] || before.handoffs >= most_handoffs) {
      Way round = before;
      round.ends = Ending::dead_end;
      const char* why = on_way_[at] ? "it goes round in circles" : "it goes on and on";
      round.steps.push_back({StepKind::dead_end, why, "", 0, "", route_.stops[at].at});
      finish(round);
      return;
    }
    on_way_[at] = true;
    for (const std::uint32_t index : legs_[at]) follow(route_.legs[index], before);
    on_way_[at] = false;
  }

  void follow(const RouteLeg& leg, const Way& before) {
    Way way = before;
    for (const RouteGate& gate : leg.gates) {
      ++way.approvals;
      way.delay += gate.hours;
      way.steps.push_back({StepKind::approval, gate.by, "", gate.hours, gate.clause, gate.at});
    }
    if (leg.hold > 0) {
      way.delay += leg.hold;
      way.steps.push_back({StepKind::wait, "", "", leg.hold, leg.hold_clause, leg.hold_at});
    }
    if (leg.to < 0) {
      way.ends = leg.ends;
      way.within = leg.within;
      const StepKind kind = leg.ends == Ending::dead_end ? StepKind::dead_end : StepKind::answer;
      way.steps.push_back({kind, leg.who, leg.when, leg.within, leg.clause, leg.at});
      finish(way);
      return;
    }
    const auto next = static_cast<std::uint32_t>(leg.to);
    if (leg.handoff) {
      ++way.handoffs;
      way.steps.push_back({StepKind::handoff, route_.stops[next].name, leg.when, 0, leg.clause, leg.at});
    }
    visit(next, way);
  }

  void finish(const Way& way) {
    if (found_ == 0 || is_shorter(way, route_.shortest)) route_.shortest = way;
    if (found_ == 0 || is_longer(way, route_.longest)) route_.longest = way;
    ++found_;
    if (route_.ways.size() < most_ways) {
      route_.ways.push_back(way);
    } else {
      route_.cut = true;
    }
  }

  Route& route_;
  std::vector<std::vector<std::uint32_t>> legs_;
  std::vector<bool> on_way_;
  std::size_t found_ = 0;
};

}  // namespace

void find_ways(Route& route) { Search(route).run(); }

}  // namespace route

namespace {

Route find_route(std::span<const PolicyReading> policies, route::Sayings sayings) {
  Route route;
  route::settle(policies, sayings);
  route::build_graph(policies, sayings, route);
  route::find_ways(route);
  return route;
}

/// Whether a stop to which a question is handed hands it on. Words for all staff and all accounts reach stops of these kinds, so
/// that only the graph can tell.
bool may_chain(const route::Sayings& sayings) {
  std::set<std::string_view> senders;
  for (const route::Passing& each : sayings.passings) senders.insert(each.from);
  return std::any_of(sayings.passings.begin(), sayings.passings.end(), [&](const route::Passing& each) {
    return each.to.kind == StopKind::account || each.to.kind == StopKind::staff || senders.contains(each.to.key);
  });
}

}  // namespace

Route read_route(std::span<const PolicyReading> policies) { return find_route(policies, route::read_sayings(policies)); }

std::optional<Route> read_chains(std::span<const PolicyReading> policies) {
  route::Sayings sayings = route::read_sayings(policies);
  if (!may_chain(sayings)) return std::nullopt;
  return find_route(policies, std::move(sayings));
}

}  // namespace engagelint
