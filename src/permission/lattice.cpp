// Which class holds which, and which of two norms is the more specific one for a question.
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "permission/effect.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;

bool all_staff(const Who& who) {
  return who.person.empty() && (who.kind == Concept::none || who.kind == c::staff_ || who.kind == c::you_staff_ ||
                                who.kind == c::individual_ || who.kind == c::we_ || who.kind == c::actor_);
}

Who asked_who(const Question& question) { return {question.who, plain(question.person)}; }
Audience asked_audience(const Question& question) { return {question.audience, question.audience_word}; }

/// Of one dimension: does a set reach what was asked? An empty set is everything.
template <class Element, class Holds>
Reach reach_of(const std::vector<Element>& set, const std::vector<Element>& without, const Element& asked, bool open,
               Holds hold) {
  if (!open && std::any_of(without.begin(), without.end(), [&](const Element& out) { return hold(out, asked); }))
    return Reach::none;
  if (set.empty()) return Reach::whole;
  if (open) return Reach::narrower;
  Reach best = Reach::none;
  for (const Element& element : set) {
    if (hold(element, asked)) return Reach::whole;
    if (hold(asked, element)) best = Reach::narrower;
  }
  return best;
}

bool same(const std::string& left, const std::string& right) { return left == right; }

/// The narrowest element that holds what was asked; null where the set is everything.
template <class Element, class Holds>
const Element* narrowest(const std::vector<Element>& set, const Element& asked, Holds hold) {
  const Element* best = nullptr;
  for (const Element& element : set) {
    if (hold(element, asked) && (best == nullptr || hold(*best, element))) best = &element;
  }
  return best;
}

/// -1: left is narrower, 1: right is.
template <class Element, class Holds>
int narrower(const Element* left, const Element* right, Holds hold) {
  if (left == nullptr && right == nullptr) return 0;
  if (left == nullptr) return 1;
  if (right == nullptr) return -1;
  const bool outer = hold(*left, *right);
  const bool inner = hold(*right, *left);
  if (outer == inner) return 0;
  return inner ? -1 : 1;
}

Reach worst(Reach left, Reach right) { return std::min(left, right); }

}  // namespace

bool holds(const Who& outer, const Who& inner) {
  if (all_staff(outer)) return true;
  if (!outer.person.empty()) return outer.person == inner.person;
  if (all_staff(inner)) return false;
  return is_a(inner.kind, outer.kind);
}

bool holds(const Audience& outer, const Audience& inner) {
  if (outer.kind == Concept::none || outer.kind == c::audience_) return true;
  if (inner.kind == Concept::none) return false;
  // The public at large holds those the organisation serves.
  if (outer.kind == c::public_ && is_a(inner.kind, c::served_)) return true;
  if (!is_a(inner.kind, outer.kind)) return false;
  return outer.word.empty() || outer.word == inner.word;
}

bool holds_account(Concept outer, Concept inner) { return is_a(inner, outer); }

Reach reach(const Effect& effect, const Question& question) {
  const std::uint32_t asked = question.action == Action::engage ? engage_bits : bit(question.action);
  if ((effect.actions & asked) == 0) return Reach::none;
  // A norm on engaging reaches what engaging holds; one on a part of it is narrower than engaging.
  const bool whole = (effect.actions & bit(question.action)) != 0;
  Reach result = whole ? Reach::whole : Reach::narrower;
  const auto who = [](const Who& a, const Who& b) { return holds(a, b); };
  const auto to = [](const Audience& a, const Audience& b) { return holds(a, b); };
  result = worst(result, reach_of(effect.who, effect.not_who, asked_who(question), false, who));
  result = worst(result, reach_of(effect.to, effect.not_to, asked_audience(question), question.audience == Concept::none, to));
  result = worst(result, reach_of(effect.on, effect.not_on, question.account, question.account == Concept::none, holds_account));
  result = worst(result, reach_of(effect.networks, effect.not_networks, question.network, question.network.empty(), same));
  if (effect.elsewhere && question.network.empty()) result = worst(result, Reach::narrower);
  return result;
}

Comparison compare(const Effect& left, const Effect& right, const Question& question) {
  const auto who = [](const Who& a, const Who& b) { return holds(a, b); };
  const auto to = [](const Audience& a, const Audience& b) { return holds(a, b); };
  const Who asked = asked_who(question);
  const Audience audience = asked_audience(question);
  const bool left_wide = (left.actions & bit(Action::engage)) != 0;
  const bool right_wide = (right.actions & bit(Action::engage)) != 0;
  const Audience* left_to = narrowest(left.to, audience, to);
  const Audience* right_to = narrowest(right.to, audience, to);
  const int by_audience = narrower(left_to, right_to, to);
  const int others[] = {
      narrower(narrowest(left.who, asked, who), narrowest(right.who, asked, who), who),
      left_wide == right_wide ? 0 : (right_wide ? -1 : 1),
      narrower(narrowest(left.on, question.account, holds_account), narrowest(right.on, question.account, holds_account),
               holds_account),
      narrower(narrowest(left.networks, question.network, same), narrowest(right.networks, question.network, same), same),
  };
  bool left_narrower = false;
  bool right_narrower = false;
  for (const int one : others) {
    left_narrower = left_narrower || one < 0;
    right_narrower = right_narrower || one > 0;
  }
  const bool audience_only =
      left_narrower && !right_narrower && by_audience > 0 && right_to->kind == c::served_ && right_to->word.empty();
  left_narrower = left_narrower || by_audience < 0;
  right_narrower = right_narrower || by_audience > 0;
  if (left_narrower && right_narrower) return {Order::crossing, audience_only};
  if (left_narrower) return {Order::more_specific, false};
  return {right_narrower ? Order::more_general : Order::equal, false};
}

}  // namespace engagelint
