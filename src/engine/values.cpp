#include "engine/values.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "source/prose.hpp"

namespace engagelint {
namespace {

void set(Values& values, std::string_view name, std::string value) {
  const auto found = std::find_if(values.begin(), values.end(), [&](const auto& pair) { return pair.first == name; });
  if (found != values.end()) {
    found->second = std::move(value);
  } else {
    values.emplace_back(name, std::move(value));
  }
}

/// The first who speaks for the organization, else anybody.
const Person* first_person(const PolicyDocument& policy) {
  const Person* any = nullptr;
  for (const Person& person : policy.people) {
    if (!person.name) continue;
    if (person.speaks_for && same_words(person.speaks_for->value, "organization")) return &person;
    if (any == nullptr) any = &person;
  }
  return any;
}

constexpr std::pair<Role, std::string_view> roles[] = {
    {Role::actor, "actor"},           {Role::others, "others"},     {Role::act, "act"},
    {Role::object, "object"},         {Role::topic, "topic"},       {Role::audience, "audience"},
    {Role::channel, "channel"},       {Role::target, "target"},     {Role::time, "time"},
    {Role::instrument, "instrument"}, {Role::approver, "approver"}, {Role::ground, "ground"},
    {Role::quality, "quality"},       {Role::purpose, "purpose"},   {Role::condition, "condition"},
    {Role::exception, "exception"},
};

std::string hours(double count) {
  const auto plural = [](double number, std::string_view unit) {
    return fmt::format("{:g} {}{}", number, unit, number == 1 ? "" : "s");
  };
  return count >= 48 && static_cast<long>(count) % 24 == 0 ? plural(count / 24, "day") : plural(count, "hour");
}

}  // namespace

Values policy_values(const Subject& subject) {
  const PolicyDocument& policy = subject.policy;
  Values values;
  set(values, "audience", policy.audience ? one_line(policy.audience->value) : "members");
  set(values, "organization", policy.organization ? one_line(policy.organization->value) : "the organization");
  const Person* person = first_person(policy);
  const std::string name = person != nullptr ? one_line(person->name->value) : "[name]";
  for (const std::string_view word : {"person", "contact", "starter", "spokesperson"}) set(values, word, name);
  set(values, "trainer", name);
  set(values, "role", person != nullptr && person->role ? one_line(person->role->value) : "[role]");
  set(values, "date", policy.review ? one_line(policy.review->value) : "[date]");
  set(values, "actor", "staff");
  set(values, "restrictions", fmt::format("{}", subject.whole.restrictions));
  set(values, "permissions",
      fmt::format("{} permission{}", subject.whole.permissions, subject.whole.permissions == 1 ? "" : "s"));
  set(values, "ratio", fmt::format("{} to {}", subject.whole.person_accounts, subject.whole.organization_accounts));
  return values;
}

void add_norm_values(const Subject& subject, const Norm& norm, Values& values) {
  for (const auto& [role, name] : roles) {
    for (const Mention& mention : norm.mentions) {
      // The policy's own word stands for the people it serves; the clause's word says more only where it is another.
      if (mention.role != role || mention.words.empty()) continue;
      if (role == Role::audience && !is_a(mention.concept_id, subject.words.narrow_audience) && !subject.policy.audience) {
        if (!is_a(mention.concept_id, subject.words.served)) continue;
      }
      set(values, name, one_line(mention.words));
      break;
    }
  }
  if (norm.delay_hours > 0) set(values, "delay", hours(norm.delay_hours));
  if (norm.within_hours > 0) set(values, "within", hours(norm.within_hours));
  if (norm.quantity > 0) set(values, "quantity", std::to_string(norm.quantity));
  if (norm.approvals > 0) set(values, "approvals", std::to_string(norm.approvals));
}

void add_account_values(const AccountTraits& account, Values& values) {
  set(values, "handle", std::string(account.handle));
  if (account.team_place != nullptr) set(values, "entry", one_line(account.team_place->value));
  if (account.unknown_place != nullptr) set(values, "name", one_line(account.unknown_place->value));
  if (account.entry != nullptr) {
    const auto add = [&](std::string_view name, const std::optional<Text>& text) {
      if (text) set(values, name, one_line(text->value));
    };
    add("network", account.entry->network);
    add("writer", account.entry->written_by);
    add("successor", account.entry->successor);
    add("holder", account.entry->person);
  }
  if (account.owner != nullptr && account.owner->name) set(values, "holder", one_line(account.owner->name->value));
}

bool has_gap(std::string_view filled) {
  return filled.find("[name]") != std::string_view::npos || filled.find("[date]") != std::string_view::npos ||
         filled.find("[role]") != std::string_view::npos || filled.find("[list]") != std::string_view::npos ||
         filled.find("[handle]") != std::string_view::npos;
}

}  // namespace engagelint
