#include "engine/places.hpp"

#include <iterator>

#include "engine/fixes.hpp"

namespace engagelint {
namespace {

constexpr std::string_view role_names[] = {"actor",    "others", "act",        "object",    "topic",   "audience",
                                           "channel",  "target", "instrument", "time",      "purpose", "condition",
                                           "approver", "ground", "quality",    "exception", "context"};
static_assert(std::size(role_names) == static_cast<std::size_t>(Role::count_));

}  // namespace

std::optional<Place> place_in(const Subject& subject, const Norm& norm, std::string_view name) {
  if (name.empty() || name == "norm") {
    return Place{norm.span, std::string(norm.quote.empty() ? subject.text(norm.span) : norm.quote)};
  }
  if (name == "sentence") {
    if (norm.sentence >= subject.reading.sentences.size()) return std::nullopt;
    const Sentence& sentence = subject.reading.sentences[norm.sentence];
    return Place{sentence.span, std::string(sentence.words)};
  }
  for (const Mention& mention : norm.mentions) {
    if (role_names[static_cast<std::size_t>(mention.role)] == name && !mention.span.empty()) {
      return Place{mention.span, std::string(mention.words.empty() ? subject.text(mention.span) : mention.words)};
    }
  }
  return std::nullopt;
}

std::optional<Place> place_in(const AccountTraits& account, std::string_view name) {
  const auto of = [](const Text* text) { return text ? std::optional(Place{text->span, text->value}) : std::nullopt; };
  if (name.empty() || name == "account" || name == "handle") return Place{account.span, std::string(account.handle)};
  if (name == "entry") return of(account.team_place);
  if (name == "name") return of(account.unknown_place);
  if (name == "field") return of(account.contradicted);
  if (name == "clause") return account.contradicted ? std::optional(account.contradiction) : std::nullopt;
  if (name == "administrators") {
    const bool any = account.entry && account.entry->administrators && !account.entry->administrators->empty();
    return any ? of(&account.entry->administrators->front()) : std::nullopt;
  }
  return of(account_field(account, name));
}

std::optional<Place> place_in(const Clause& clause, const ClauseTraits& traits, std::string_view name) {
  if (name == "here" && traits.contradicts) return traits.here;
  if (name == "there" && traits.contradicts) return traits.there;
  if (name == "permission" && traits.hollow_permission) return traits.permission;
  if (name == "condition" && traits.unmet) return traits.condition;
  if (name == "approver" && traits.nameless_approver) return traits.approver;
  if (name == "term" && traits.undefined) return traits.term;
  if (name == "exception" && traits.open_exception) return traits.exception;
  if (name == "network" && traits.closed_network) return traits.network;
  if (name == "reference" && traits.dead_reference) return traits.reference;
  if (name == "ground" && traits.overreach) return traits.ground;
  if (name == "handle" && traits.unlisted_handle) return traits.handle;
  if (name == "hand-off" && traits.hand_offs > 0) return traits.hand_off;
  if (name == "before" && traits.hand_offs > 0) return traits.before;
  return name == "clause" ? std::optional(Place{clause.span, {}}) : std::nullopt;
}

std::string part_id(const Clause& clause, Span place) {
  for (const ClauseItem& item : clause.items) {
    if (item.text.span.begin <= place.begin && place.end <= item.text.span.end) return item.id;
  }
  return clause.id;
}

}  // namespace engagelint
