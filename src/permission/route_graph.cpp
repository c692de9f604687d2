// What clauses say in general is applied to each stop where a member may ask; an account's own keys are the closer word.
#include "permission/route_graph.hpp"

#include <algorithm>
#include <map>

#include "policy/people.hpp"
#include "source/prose.hpp"

namespace engagelint::route {
namespace {

bool is(const std::optional<Text>& text, std::string_view value) { return text && same_words(text->value, value); }

class Graph final : public Stops {
 public:
  Graph(std::span<const PolicyReading> policies, const Sayings& sayings, Route& route)
      : policies_(policies), sayings_(sayings), route_(route) {}

  void build() {
    for (const PolicyReading& each : policies_) {
      for (const Account& account : each.policy->accounts) add_account(*each.policy, account);
    }
    for (const PolicyReading& each : policies_) {
      for (const Person& person : each.policy->people) add_person(*each.policy, person);
    }
    add_staff();
    add_senders();
    add_answerers();
    // Stops that a question only passes come last; their legs may find new ones.
    for (std::uint32_t i = 0; i < route_.stops.size(); ++i) {
      const Shown shown = shown_[i];
      add_legs(sayings_, shown, i, *this, route_);
    }
  }

 private:
  std::uint32_t stop(const Place& named) override {
    const Place place = listed(named);
    const auto [known, fresh] = stops_.try_emplace(place.key, static_cast<std::uint32_t>(route_.stops.size()));
    if (fresh) {
      route_.stops.push_back({place.kind, place.key, place.name, place.at});
      shown_.emplace_back();
    }
    return known->second;
  }

  /// "the organisation's account": the first one that is listed.
  Place listed(const Place& place) const {
    if (place.key != "account") return place;
    for (const PolicyReading& each : policies_) {
      for (const Account& account : each.policy->accounts) {
        if (is(account.held_by, "organization")) return place_of(*each.policy, account);
      }
    }
    return place;
  }

  std::uint32_t entry(const Place& place) {
    const std::uint32_t index = stop(place);
    if (std::find(route_.entries.begin(), route_.entries.end(), index) == route_.entries.end()) route_.entries.push_back(index);
    return index;
  }

  void add_account(const PolicyDocument& policy, const Account& account) {
    Shown shown = shown_by(policy, account);
    const std::uint32_t index = entry(place_of(policy, account));
    if (shown.answerer.kind == StopKind::person && shown.answerer.name != route_.stops[index].name && !shown.official) {
      route_.stops[index].name += ", " + shown.answerer.name;
    }
    shown_[index] = std::move(shown);
  }

  /// Somebody of whom an account is listed is asked there.
  void add_person(const PolicyDocument& policy, const Person& person) {
    if (!person.name && !person.role) return;
    const auto listed = [&](const Text& handle) {
      return any_account(
          [&](const Account& account) { return account.handle && same_handle(account.handle->value, handle.value); });
    };
    if (std::any_of(person.handles.begin(), person.handles.end(), listed)) return;
    const bool behind = person.name && any_account([&](const Account& account) {
                          return account.person && same_words(account.person->value, person.name->value);
                        });
    if (behind) return;
    const Place place = place_of(policy, person);
    // Who is asked first acts as staff do; who is sent a question by name answers it. So these are two stops.
    const std::uint32_t index = entry({place.kind, "ask " + place.key, place.name, place.at});
    if (person.role && person.name) route_.stops[index].name += " (" + one_line(person.role->value) + ")";
    Shown& shown = shown_[index];
    shown.asked_first = true;
    shown.converses = is(person.speaks_for, "organization");
    shown.answerer = place;
  }

  /// Whoever works here is asked too, where the policy speaks of it at all.
  void add_staff() {
    const auto staff = [](const std::string& key) { return key == who::staff || key == who::everyone; };
    const bool spoken =
        std::any_of(sayings_.passings.begin(), sayings_.passings.end(), [&](const Passing& each) { return staff(each.from); }) ||
        std::any_of(sayings_.answers.begin(), sayings_.answers.end(),
                    [&](const Answering& each) { return staff(each.by) || each.only; }) ||
        std::any_of(sayings_.bans.begin(), sayings_.bans.end(), [&](const Ban& each) { return staff(each.on); }) ||
        std::any_of(sayings_.gatings.begin(), sayings_.gatings.end(), [&](const Gating& each) { return staff(each.on); });
    if (spoken) entry(any_staff());
  }

  /// Where members are told to ask: the first stop, and no hand-off.
  void add_senders() {
    for (const Passing& each : sayings_.passings) {
      if (each.from == who::member) {
        entry(each.to);
      } else if (each.from.starts_with("staff ")) {
        entry(each.source);
      }
    }
  }

  /// Those who answer by a clause and stand in no list.
  void add_answerers() {
    for (const Answering& each : sayings_.answers) {
      if (each.by == who::staff || each.place.kind == StopKind::staff || each.place.kind == StopKind::generic) continue;
      const bool reached = stops_.contains(each.by) ||
                           std::any_of(sayings_.passings.begin(), sayings_.passings.end(),
                                       [&](const Passing& p) { return p.to.key == each.by; }) ||
                           std::any_of(shown_.begin(), shown_.end(), [&](const Shown& s) { return s.answerer.key == each.by; });
      if (!reached) entry(each.place);
    }
  }

  template <class Test>
  bool any_account(const Test& test) const {
    return std::any_of(policies_.begin(), policies_.end(), [&](const PolicyReading& each) {
      return std::any_of(each.policy->accounts.begin(), each.policy->accounts.end(), test);
    });
  }

  std::span<const PolicyReading> policies_;
  const Sayings& sayings_;
  Route& route_;
  std::map<std::string, std::uint32_t, std::less<>> stops_;
  std::vector<Shown> shown_;
};

}  // namespace

void build_graph(std::span<const PolicyReading> policies, const Sayings& sayings, Route& route) {
  Graph(policies, sayings, route).build();
}

}  // namespace engagelint::route
