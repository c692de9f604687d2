// What happens to a question at one stop: the clauses in general, the closer word of the stop's own keys and clauses over them.
#include <algorithm>

#include "permission/route_graph.hpp"

namespace engagelint::route {
namespace {

bool cannot_help(const std::string& when) { return when == if_they_cannot; }

class Legs {
 public:
  Legs(const Sayings& sayings, const Shown& shown, std::uint32_t at, Stops& stops, Route& route)
      : sayings_(sayings), shown_(shown), at_(at), stops_(stops), route_(route), kind_(route.stops[at].kind), key_(own_key()) {}

  void run() {
    if (!shown_.silent.empty()) {
      dead_end(shown_.silent, "", {"", shown_.silent_at});
      return;
    }
    switch (kind_) {
      case StopKind::team:
      case StopKind::generic: box_or_team(); break;
      case StopKind::account: shown_.official || !shown_.asked_first ? official() : like_staff(); break;
      case StopKind::person: shown_.asked_first ? like_staff() : sent_to_person(); break;
      case StopKind::staff: like_staff(); break;
    }
    if (route_.legs.size() == first_) dead_end("the policy does not say what happens then", "", {"", route_.stops[at_].at});
  }

 private:
  std::string own_key() const {
    const std::string& key = route_.stops[at_].key;
    return key.starts_with("ask ") ? key.substr(4) : key;
  }
  /// Somebody to whom every question is sent by name answers, whatever holds for the others.
  bool named_for_all() const {
    return std::any_of(sayings_.passings.begin(), sayings_.passings.end(), [&](const Passing& each) {
      return each.handoff && each.when.empty() && !each.optional && each.to.kind == StopKind::person && each.to.key == key_;
    });
  }
  bool is_staff() const { return kind_ == StopKind::staff || (shown_.asked_first && shown_.answerer.kind == StopKind::person); }
  /// The statement is on this stop, or on a class that holds it.
  bool reaches(std::string_view on) const {
    if (on == key_ || (shown_.asked_first && on == shown_.answerer.key)) return true;
    if (on == who::everyone) return kind_ != StopKind::generic && (shown_.asked_first || kind_ == StopKind::staff);
    if (on == who::official) return shown_.official;
    return on == who::staff && is_staff();
  }

  // ---- legs
  RouteLeg& leg(const Basis& basis) {
    RouteLeg made;
    made.from = at_;
    made.clause = basis.clause;
    made.at = basis.at;
    route_.legs.push_back(std::move(made));
    return route_.legs.back();
  }

  void dead_end(const std::string& why, const std::string& when, const Basis& basis) {
    RouteLeg& made = leg(basis);
    made.who = why;
    made.when = when;
  }

  /// Hand-offs of this stop. True where one holds for any question.
  bool hand_on() {
    bool all = false;
    for (const Passing& passing : sayings_.passings) {
      if (!reaches(passing.from) || passing.to.key == key_ || (shown_.asked_first && passing.to.key == shown_.answerer.key))
        continue;
      const std::uint32_t to = stops_.stop(passing.to);
      if (to == at_) continue;
      const bool general = passing.when.empty() && !passing.optional;
      all = all || general;
      const auto same = [&](const RouteLeg& each) { return each.from == at_ && each.to == static_cast<std::int32_t>(to); };
      const auto known = std::find_if(route_.legs.begin() + static_cast<std::ptrdiff_t>(first_), route_.legs.end(), same);
      // Once is enough; any question holds the cases.
      if (known != route_.legs.end() && (known->when.empty() || !general)) continue;
      RouteLeg& made = known == route_.legs.end() ? leg(passing.basis) : *known;
      made.to = static_cast<std::int32_t>(to);
      made.handoff = passing.handoff;
      made.when = passing.when;
      made.clause = passing.basis.clause;
      made.at = passing.basis.at;
    }
    return all;
  }

  /// One way of not being answered for each case; `any` tells whether all questions meet it.
  bool bans(bool skip_general) {
    bool any = false;
    std::vector<std::string> known;
    for (const Ban& ban : sayings_.bans) {
      if (!reaches(ban.on)) continue;
      any = any || ban.when.empty();
      if (ban.when.empty() && skip_general) continue;
      if (std::find(known.begin(), known.end(), ban.when) != known.end()) continue;
      known.push_back(ban.when);
      dead_end(ban.why, ban.when, ban.basis);
    }
    return any;
  }

  void answer(Ending ends, const std::string& name, const Answering* by, bool gated) {
    std::vector<RouteGate> gates = shown_.gates;
    if (by != nullptr) join(gates, by->gates);
    if (gated) join(gates, general_gates(by));
    spread_hours(gates);
    RouteLeg& made = leg(by != nullptr ? by->basis : Basis{"", route_.stops[at_].at});
    made.ends = ends;
    made.who = name;
    made.when = by != nullptr && !cannot_help(by->when) ? by->when : "";
    made.gates = std::move(gates);
    made.within = by != nullptr && by->within > 0 ? by->within : shown_.within;
    made.hold = by != nullptr ? by->hold : 0;
    made.hold_clause = made.clause;
    made.hold_at = made.at;
    for (const Hold& hold : sayings_.holds) {
      if (!reaches(hold.on) || hold.hours <= made.hold) continue;
      made.hold = hold.hours;
      made.hold_clause = hold.basis.clause;
      made.hold_at = hold.basis.at;
    }
  }

  // ---- approvals
  static void join(std::vector<RouteGate>& into, const std::vector<RouteGate>& more) {
    // "Prior approval" in one clause and "approval by Communications" in another are one approval.
    const std::size_t least = std::max(into.size(), more.size());
    for (const RouteGate& gate : more) {
      const auto by_key = [&](const std::string& key) {
        return std::find_if(into.begin(), into.end(), [&](const RouteGate& each) { return each.key == key; });
      };
      auto known = gate.key.empty() ? into.begin() : by_key(gate.key);
      if (known == into.end() && !gate.key.empty()) known = by_key("");
      if (known == into.end()) {
        into.push_back(gate);
        continue;
      }
      const double hours = std::max(known->hours, gate.hours);
      if (known->key.empty()) *known = gate;
      known->hours = hours;
    }
    while (into.size() < least) into.push_back({"", "", 0, more.front().clause, more.front().at});
  }

  std::vector<RouteGate> general_gates(const Answering* by) const {
    std::vector<RouteGate> gates;
    if (shown_.free) return gates;
    const bool says_free = by != nullptr && by->gates.empty() && by->when.empty();
    if (says_free && sayings_.no_approval) return gates;
    for (const Gating& gating : sayings_.gatings) {
      if (!reaches(gating.on) && !(kind_ == StopKind::team && gating.on == who::everyone)) continue;
      // Who may answer may answer: an approval of posts in general is for posts.
      if (says_free && !gating.answers) continue;
      join(gates, others(gating.gates));
    }
    // Whoever approves may have to ask somebody first.
    for (std::size_t i = 0; i < gates.size(); ++i) {
      for (const Gating& gating : sayings_.gatings) {
        if (gating.on == gates[i].key) join(gates, gating.gates);
      }
    }
    return gates;
  }

  /// Nobody waits for an own approval.
  std::vector<RouteGate> others(std::vector<RouteGate> gates) const {
    const auto own = [&](const RouteGate& gate) {
      return !gate.key.empty() && (gate.key == key_ || gate.key == shown_.answerer.key);
    };
    gates.erase(std::remove_if(gates.begin(), gates.end(), own), gates.end());
    return gates;
  }

  void spread_hours(std::vector<RouteGate>& gates) const {
    const bool said = std::any_of(gates.begin(), gates.end(), [](const RouteGate& gate) { return gate.hours > 0; });
    if (!gates.empty() && !said) gates.front().hours = sayings_.approval_hours;
  }

  bool asks_approval_of_answers() const {
    return !shown_.free && std::any_of(sayings_.gatings.begin(), sayings_.gatings.end(),
                                       [&](const Gating& each) { return each.answers && reaches(each.on); });
  }
  bool asks_approval() const {
    return std::any_of(sayings_.gatings.begin(), sayings_.gatings.end(), [&](const Gating& each) { return reaches(each.on); });
  }

  // ---- kinds of stops
  void like_staff() {
    const bool listed = shown_.asked_first;
    std::vector<const Answering*> permitted = permissions();
    if (sayings_.closed)
      std::erase_if(permitted, [](const Answering* each) { return each->by == who::staff && each->when.empty(); });
    const bool any_question =
        std::any_of(permitted.begin(), permitted.end(), [](const Answering* each) { return each->when.empty(); });
    const Answering* others_only = reserved();
    const bool converses = shown_.converses || named_for_all();
    const bool closed = others_only != nullptr || std::any_of(sayings_.bans.begin(), sayings_.bans.end(), [&](const Ban& ban) {
                          return ban.when.empty() && reaches(ban.on);
                        });
    const bool helps = std::any_of(sayings_.passings.begin(), sayings_.passings.end(),
                                   [&](const Passing& each) { return cannot_help(each.when) && reaches(each.from); });
    const bool general = std::any_of(sayings_.passings.begin(), sayings_.passings.end(), [&](const Passing& each) {
      return each.when.empty() && !each.optional && reaches(each.from) && each.to.key != key_ &&
             (!shown_.asked_first || each.to.key != shown_.answerer.key);
    });
    const bool presupposed = !closed && !sayings_.closed && !general && (listed || helps || asks_approval());
    const Ending ends = !listed || shown_.answerer.kind == StopKind::person ? Ending::person
                        : shown_.answerer.kind == StopKind::team            ? Ending::team
                                                                            : Ending::generic;
    const std::string name = listed                                           ? shown_.answerer.name
                             : kind_ == StopKind::staff && key_ != who::staff ? route_.stops[at_].name
                                                                              : "whoever is asked";
    for (const Answering* each : permitted) answer(ends, name, each, true);
    if (!any_question && (converses || presupposed || (asks_approval_of_answers() && !sayings_.closed)))
      answer(ends, name, nullptr, true);
    hand_on();
    const bool talks = converses || (general && !any_question);
    bans(talks);
    if (others_only != nullptr && !talks && !any_question)
      dead_end("only " + others_only->place.name + " may answer", "", others_only->basis);
  }

  /// Permissions that reach this stop: one for any question is enough, others are cases.
  std::vector<const Answering*> permissions() const {
    std::vector<const Answering*> found;
    std::vector<std::string> cases;
    const auto take = [&](bool gated) {
      for (const Answering& each : sayings_.answers) {
        if (!reaches(each.by) || each.gates.empty() == gated) continue;
        if (std::find(cases.begin(), cases.end(), each.when) != cases.end()) continue;
        cases.push_back(each.when);
        found.push_back(&each);
      }
    };
    take(false);
    take(true);
    return found;
  }

  /// "Only Communications may answer": closed to all others.
  const Answering* reserved() const {
    if (std::any_of(sayings_.answers.begin(), sayings_.answers.end(),
                    [&](const Answering& each) { return each.only && reaches(each.by); }))
      return nullptr;
    const auto found = std::find_if(sayings_.answers.begin(), sayings_.answers.end(), [](const Answering& each) {
      return each.only && each.when.empty() && each.by != who::staff;
    });
    return found == sayings_.answers.end() ? nullptr : &*found;
  }

  void official() {
    const std::size_t before = route_.legs.size();
    const bool all = hand_on();
    const bool banned = bans(shown_.answers || all);
    if (all || (banned && !shown_.answers)) return;
    const std::size_t behind = route_.legs.size();
    if (!shown_.asked_first) {
      answer(Ending::team, "whoever runs the account", nullptr, true);
    } else if (shown_.answerer.kind == StopKind::team) {
      const std::uint32_t team = stops_.stop(shown_.answerer);
      RouteLeg& made = leg({"", shown_.answerer.at});
      made.to = static_cast<std::int32_t>(team);
      made.handoff = false;
      made.gates = shown_.gates;
    } else {
      answer(shown_.answerer.kind == StopKind::person ? Ending::person : Ending::generic, shown_.answerer.name, nullptr, true);
    }
    // The answer is the first choice, and the cases come behind it.
    const auto at = [&](std::size_t index) { return route_.legs.begin() + static_cast<std::ptrdiff_t>(index); };
    std::rotate(at(before), at(behind), route_.legs.end());
  }

  void sent_to_person() {
    const bool all = hand_on();
    const bool banned = bans(false);
    if (!all && !banned) answer(Ending::person, route_.stops[at_].name, own_answer(), false);
  }

  void box_or_team() {
    const bool all = hand_on();
    const bool banned = bans(all);
    if (all || banned) return;
    const Ending ends = kind_ == StopKind::team ? Ending::team : Ending::generic;
    answer(ends, route_.stops[at_].name, own_answer(), kind_ == StopKind::team);
  }

  const Answering* own_answer() const {
    const auto found = std::find_if(sayings_.answers.begin(), sayings_.answers.end(),
                                    [&](const Answering& each) { return each.by == key_ && each.when.empty(); });
    return found == sayings_.answers.end() ? nullptr : &*found;
  }

  const Sayings& sayings_;
  const Shown& shown_;
  std::uint32_t at_;
  Stops& stops_;
  Route& route_;
  std::size_t first_ = route_.legs.size();
  StopKind kind_;
  std::string key_;
};

}  // namespace

void add_legs(const Sayings& sayings, const Shown& shown, std::uint32_t at, Stops& stops, Route& route) {
  Legs(sayings, shown, at, stops, route).run();
}

}  // namespace engagelint::route
