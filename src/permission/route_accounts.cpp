// What a member meets at an account, by its keys alone.
#include <algorithm>

#include "permission/route_graph.hpp"
#include "policy/people.hpp"
#include "source/prose.hpp"

namespace engagelint::route {
namespace {

bool is(const std::optional<Text>& text, std::string_view value) { return text && same_words(text->value, value); }

/// "1 working day" -> 24; a number and a unit, and nothing else is expected there.
double hours_promised(std::string_view text) {
  double number = 0;
  for (const std::string& word : words_of(text)) {
    if (word[0] >= '0' && word[0] <= '9') number = std::stod(word.substr(0, 6));
    const double unit = word.starts_with("minute") ? 1.0 / 60
                        : word.starts_with("hour") ? 1
                        : word.starts_with("day")  ? 24
                        : word.starts_with("week") ? 168
                                                   : 0;
    if (unit > 0) return (number > 0 ? number : 1) * unit;
  }
  return 0;
}

/// A name before a department; who writes before whose name stands there.
Place answerer_of(const PolicyDocument& policy, const Account& account) {
  const auto disclosed =
      is(account.disclosed, "true") || (account.written_by && says(normal(account.written_by->value), "disclos"));
  if (!is(account.held_by, "organization") && account.written_by && !disclosed &&
      !says(normal(account.written_by->value), "self |selves "))
    return place_of(policy, *account.written_by);
  if (account.person) return place_of(policy, *account.person);
  std::optional<Place> best;
  if (account.administrators) {
    for (const Text& name : *account.administrators) {
      const Place place = place_of(policy, name);
      if (!best || (place.kind == StopKind::person && best->kind != StopKind::person)) best = place;
    }
  }
  if (best) return *best;
  if (account.written_by) return place_of(policy, *account.written_by);
  if (account.handle && !is(account.held_by, "organization")) {
    for (const Person& person : policy.people) {
      for (const Text& own : person.handles) {
        if (same_handle(own.value, account.handle->value)) return place_of(policy, person);
      }
    }
  }
  const bool personal = is(account.held_by, "person");
  return {personal ? StopKind::person : StopKind::team,
          personal ? "holder" : "team the organisation",
          personal ? "its holder" : "whoever runs the account",
          {policy.file, account.span}};
}

}  // namespace

Shown shown_by(const PolicyDocument& policy, const Account& account) {
  Shown shown;
  shown.asked_first = true;
  shown.official = is(account.held_by, "organization");
  const bool on = is(account.replies, "on");
  shown.converses = is(account.purpose, "converse") || (on && !shown.official);
  shown.answers = on || is(account.purpose, "converse");
  if (is(account.replies, "off")) {
    shown.silent = "replies are off";
    shown.silent_at = {policy.file, account.replies->span};
  } else if (!on && (is(account.purpose, "announce") || is(account.purpose, "alerts"))) {
    shown.silent = "it only announces";
    shown.silent_at = {policy.file, account.purpose->span};
  }
  if (is(account.approval, "every-post")) shown.gates.push_back({"", "", 0, "", {policy.file, account.approval->span}});
  shown.free = is(account.approval, "none") || is(account.approval, "profile");
  if (account.response_within) shown.within = hours_promised(account.response_within->value);
  shown.answerer = answerer_of(policy, account);
  return shown;
}

}  // namespace engagelint::route
