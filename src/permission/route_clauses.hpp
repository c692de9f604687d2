// What the clauses say of a question: who hands it on to whom, who answers, who must not, who approves, who waits. Internal to
// route.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "permission/route_places.hpp"

namespace engagelint::route {

/// The clause and the words that something rests on.
struct Basis {
  std::string clause;
  Spot at;
};

/// Whom a statement is about: one stop by its key, or several at once.
namespace who {
inline constexpr std::string_view staff = "staff", everyone = "everyone", official = "official", member = "member";
}

/// The case in which a question is handed on by those who otherwise answer it.
inline constexpr std::string_view if_they_cannot = "if they cannot help";

/// "Communications forwards questions to the mailbox."
struct Passing {
  std::string from;  ///< the key of a stop, or one of `who`
  Place source;      ///< where `from` is a stop of its own
  Place to;
  std::string when;  ///< a case only; empty: any question
  bool optional = false;
  bool handoff = true;  ///< false: `to` is who reads what arrives at `from`
  Basis basis;
};

struct Answering {
  std::string by;
  Place place;
  std::string when;
  bool only = false;  ///< and nobody else
  std::vector<RouteGate> gates;
  double hold = 0, within = 0;
  Basis basis;
};

struct Ban {
  std::string on;
  std::string when;
  std::string why;  ///< "may not answer", "nobody reads what arrives there"
  Basis basis;
  bool act = false;  ///< it forbids to answer; otherwise nobody listens, or the place is closed
};

/// Approvals of answers in general.
struct Gating {
  std::string on;
  bool answers = true;  ///< it speaks of answers, and not of posts in general
  std::vector<RouteGate> gates;
  Basis basis;
};

struct Hold {
  std::string on;
  double hours = 0;
  Basis basis;
};

/// Everything that clauses say about the ways of a question.
struct Sayings {
  std::vector<Passing> passings;
  std::vector<Answering> answers;
  std::vector<Ban> bans;
  std::vector<Gating> gatings;
  std::vector<Hold> holds;
  double approval_hours = 0;  ///< "approval takes up to three days"
  bool no_approval = false;   ///< "you do not need approval"
  bool closed = false;        ///< staff may not answer: what `engagelint can` decides of all that is said
};

[[nodiscard]] Sayings read_sayings(std::span<const PolicyReading> policies);

/// Where clauses say opposite things of staff who answer members, the decision of all of them stands: docs/permissions.md.
void settle(std::span<const PolicyReading> policies, Sayings& sayings);

/// One norm with what it takes to read it. Parts of read_sayings.
struct Said {
  const PolicyDocument& policy;
  const Reading& reading;
  const Norm& norm;
  Basis basis;
  std::string when;            ///< the case it is limited to; empty: any question
  bool narrow = false;         ///< about something that is no member's question: the press, secrets, emergencies
  std::string actor;           ///< key of whom it is on: `who::staff`, `who::everyone` where nobody is named, or of a stop
  std::optional<Place> place;  ///< the actor where it is a stop of its own
  bool asked = false;          ///< it answers a question ("Can't help? Introduce …"), so that a "not" is the question's

  [[nodiscard]] bool has(Role role, Concept ancestor) const;
  [[nodiscard]] bool does(Concept ancestor) const { return has(Role::act, ancestor); }
  [[nodiscard]] bool says(Concept ancestor) const;  ///< anywhere in its sentence
  [[nodiscard]] bool answers() const;               ///< its act is to answer or to talk
  [[nodiscard]] bool lets() const;                  ///< it permits, asks for or states the act
  [[nodiscard]] bool bans() const;
};
/// The same as place_of, with the words before it where it is called after its work: "the fundraising team".
[[nodiscard]] std::optional<Place> place_in(const PolicyDocument& policy, const Reading& reading, const Norm& norm,
                                            const Mention& mention);
[[nodiscard]] Said study_norm(const PolicyDocument& policy, const Reading& reading, const Norm& norm);
/// What was named before, for "They then go to Legal" and "pass it on to her".
struct Before {
  std::optional<Place> place;   ///< where a question was handed last
  std::optional<Place> person;  ///< who was named last
};
void add_passings(const Said& said, Before& before, std::vector<Passing>& into);
/// Whose approval a norm asks for; empty where it asks for none.
[[nodiscard]] std::vector<RouteGate> gates_of(const Said& said);
/// The word of the text right before a mention, past articles; lower case.
[[nodiscard]] std::string word_before(const Said& said, const Mention& mention);

}  // namespace engagelint::route
