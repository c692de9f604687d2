#include "permission/route_places.hpp"

#include <algorithm>
#include <array>

#include "policy/people.hpp"
#include "source/prose.hpp"

namespace engagelint::route {
namespace {

bool any_word(std::string_view text, std::string_view words_asked) { return says(normal(text), words_asked); }

/// Two ways to say one department: "the Communications team", "Comms".
std::string team_key(std::string_view name) {
  std::string key;
  for (std::string word : words_of(name)) {
    constexpr std::array<std::string_view, 24> filler{
        "the",     "our", "a",  "an",     "its",    "team", "teams",   "department", "dept",     "unit", "staff", "division",
        "central", "for", "in", "charge", "office", "of",   "members", "member",     "relevant", "s",    "their", "people"};
    if (word == "comms" || word == "communication") word = "communications";
    if (std::find(filler.begin(), filler.end(), word) != filler.end()) continue;
    key += (key.empty() ? "" : " ") + word;
  }
  return "team " + (key.empty() ? normal(name) : key);
}

/// "ana.costa@ports.example" belongs to Ana Costa, "info@ports.example" to nobody.
const Person* owner_of_mailbox(const PolicyDocument& policy, std::string_view address) {
  const auto at = address.find('@');
  if (at == std::string_view::npos || at == 0) return nullptr;
  const std::vector<std::string> local = words_of(address.substr(0, at));
  for (const Person& person : policy.people) {
    if (!person.name) continue;
    const std::vector<std::string> name = words_of(person.name->value);
    const auto has = [&](const std::string& word) { return std::find(local.begin(), local.end(), word) != local.end(); };
    if (!name.empty() && has(name.back()) && (local.size() == 1 || has(name.front()))) return &person;
  }
  return nullptr;
}

std::optional<Place> by_handle(const PolicyDocument& policy, std::string_view handle) {
  for (const Account& account : policy.accounts) {
    if (account.handle && same_handle(account.handle->value, handle)) return place_of(policy, account);
  }
  for (const Person& person : policy.people) {
    for (const Text& own : person.handles) {
      if (same_handle(own.value, handle)) return place_of(policy, person);
    }
  }
  return std::nullopt;
}

Place named(const PolicyDocument& policy, std::string_view name, Span span) {
  if (const Person* person = find_person(policy, name)) {
    Place place = place_of(policy, *person);
    place.at = {policy.file, span};
    return place;
  }
  return {StopKind::person, "person " + normal(name), bare_name(name), {policy.file, span}};
}

}  // namespace

const Words& words() {
  static const Words all;
  return all;
}

std::string bare_name(std::string_view text) {
  std::string name = one_line(text);
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "our ", "Our ", "their ", "your ", "its ", "to "}) {
    if (name.starts_with(article) && name.size() > article.size()) return name.substr(article.size());
  }
  return name;
}

Place team_called(const std::string& name, Spot at) { return {StopKind::team, team_key(name), bare_name(name), at}; }

std::optional<Place> number_or_page(std::string_view sentence, Spot at) {
  for (std::size_t begin = 0; begin < sentence.size(); ++begin) {
    const std::string_view rest = sentence.substr(begin);
    std::size_t end = 0;
    if (rest.starts_with("http") || rest.starts_with("www.")) {
      end = std::min(rest.find_first_of(" \n\t,;)"), rest.size());
    } else if (rest[0] == '+' || (rest[0] >= '0' && rest[0] <= '9')) {
      std::size_t digits = 0;
      while (end < rest.size() && (std::string_view("+0123456789 -/()").find(rest[end]) != std::string_view::npos)) {
        digits += rest[end] >= '0' && rest[end] <= '9' ? 1U : 0U;
        ++end;
      }
      if (digits < 7) {
        begin += end;
        continue;
      }
      while (end > 0 && (rest[end - 1] < '0' || rest[end - 1] > '9')) --end;
    } else {
      continue;
    }
    const std::string name(rest.substr(0, end));
    return Place{StopKind::generic, "generic " + name, name, at};
  }
  return std::nullopt;
}

Place any_staff() { return {StopKind::staff, "staff", "any member of staff", {}}; }

Place place_of(const PolicyDocument& policy, const Person& person) {
  const std::string name = person.name ? one_line(person.name->value) : person.role ? one_line(person.role->value) : "somebody";
  return {StopKind::person, "person " + normal(name), name, {policy.file, person.span}};
}

Place place_of(const PolicyDocument& policy, const Account& account) {
  const std::string handle = account.handle ? one_line(account.handle->value) : "an account";
  const std::string network = account.network ? " (" + one_line(account.network->value) + ")" : "";
  return {StopKind::account,
          "account " + normal(handle),
          handle + network,
          {policy.file, account.handle ? account.handle->span : account.span}};
}

Place place_of(const PolicyDocument& policy, const Text& name) {
  if (!is_team(policy, name.value)) return named(policy, name.value, name.span);
  if (name.value.find('@') != std::string::npos) {
    if (const Person* person = owner_of_mailbox(policy, name.value)) return place_of(policy, *person);
    if (auto known = by_handle(policy, name.value)) return *known;
    return {StopKind::generic, "generic " + normal(name.value), one_line(name.value), {policy.file, name.span}};
  }
  return {StopKind::team, team_key(name.value), bare_name(name.value), {policy.file, name.span}};
}

/// "line managers" and "line manager" are one role.
std::string one_of_them(std::string_view name) {
  std::string key;
  for (std::string word : words_of(name)) {
    if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
    key += (key.empty() ? "" : " ") + word;
  }
  return key;
}

/// Words that mean more than one human being.
constexpr std::string_view several = "team |teams |office |committee |department |unit |management |leadership |staff ";

std::optional<Place> place_of(const PolicyDocument& policy, const Mention& mention) {
  const Words& w = words();
  const auto is = [&](Concept ancestor) { return is_a(mention.concept_id, ancestor); };
  if (mention.words.empty()) return std::nullopt;
  const std::string name = bare_name(mention.words);
  // Administrators count as names to the reading; "Social Media Team" is none.
  if (is(w.named_person) && is_team(policy, name))
    return Place{StopKind::team, team_key(name), name, {policy.file, mention.span}};
  if (is(w.named_person)) return named(policy, name, mention.span);
  if (name.starts_with('@') || is(w.named_account)) {
    if (auto known = by_handle(policy, name)) return known;
  }
  if (is(w.official_account))
    return Place{StopKind::account, "account", "the organisation's account", {policy.file, mention.span}};
  if (is(w.personal_account)) return std::nullopt;
  if (is(w.generic)) {
    if (const Person* person = owner_of_mailbox(policy, name)) return place_of(policy, *person);
    // A desk has people behind it; a line, a form and a portal are a menu.
    const bool people =
        is(w.help_desk) &&
        !any_word(name, "mailbox|inbox|email|e-mail|address|form |page |line |number |portal|site |website|app |chat");
    if (people) return Place{StopKind::team, team_key(name), name, {policy.file, mention.span}};
    return Place{StopKind::generic, "generic " + normal(name), name, {policy.file, mention.span}};
  }
  const bool one_human = (is(w.managers) || is(w.executives) || is(w.approving_manager) || is(w.spokesperson)) && !is(w.board);
  const bool office_holder =
      is(w.gatekeeper) && any_word(name, "officer |director |manager |coordinator |chief |editor |head of |secretary ");
  if ((one_human || office_holder) && !any_word(name, several)) {
    return Place{StopKind::person, "role " + one_of_them(name), name, {policy.file, mention.span}};
  }
  if (one_human || is(w.board) || is(w.gatekeeper) || is(w.agency)) {
    return Place{StopKind::team, team_key(name), name, {policy.file, mention.span}};
  }
  if (mention.concept_id == w.staff || mention.concept_id == w.you || mention.concept_id == w.individual) return any_staff();
  if (is(w.staff)) return Place{StopKind::staff, "staff " + normal(name), name, {policy.file, mention.span}};
  return std::nullopt;
}

bool says_more(const Place& left, const Place& right) {
  const auto weight = [](const Place& place) {
    switch (place.kind) {
      case StopKind::person: return 4;
      case StopKind::generic: return 3;
      case StopKind::account: return 2;
      case StopKind::team: return 1;
      case StopKind::staff: return 0;
    }
    return 0;
  };
  return weight(left) > weight(right);
}

}  // namespace engagelint::route
