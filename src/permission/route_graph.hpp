// Stops and legs from what clauses say and what accounts show. Internal to route.
#pragma once

#include "permission/route_clauses.hpp"

namespace engagelint::route {

/// What an account or an entry of `people` shows by its keys alone.
struct Shown {
  bool asked_first = false;  ///< it is listed, so that a member may go there
  bool converses = false;    ///< its keys say that it talks with people: closer than a general ban
  bool answers = false;      ///< its keys say that replies come
  bool official = false;     ///< the organisation's
  std::string silent;        ///< why no reply comes; empty: one may
  Spot silent_at;
  std::vector<RouteGate> gates;  ///< `approval: every-post`
  bool free = false;             ///< `approval: none`
  Place answerer;                ///< who answers there
  double within = 0;
};
[[nodiscard]] Shown shown_by(const PolicyDocument& policy, const Account& account);

/// The stops of a route while it is built; a place is one stop however often it is named.
class Stops {
 public:
  /// The stop of that place, made where there is none yet.
  virtual std::uint32_t stop(const Place& place) = 0;

 protected:
  ~Stops() = default;
};

/// What happens to a question at a stop, as legs.
void add_legs(const Sayings& sayings, const Shown& shown, std::uint32_t at, Stops& stops, Route& route);

/// Fills stops, legs and entries; the ways are not searched yet.
void build_graph(std::span<const PolicyReading> policies, const Sayings& sayings, Route& route);
/// Fills ways, shortest and longest.
void find_ways(Route& route);

}  // namespace engagelint::route
