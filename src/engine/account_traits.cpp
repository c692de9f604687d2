#include "engine/account_traits.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "policy/people.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

bool is(const std::optional<Text>& text, std::string_view value) { return text && normal(text->value) == normal(value); }

std::vector<const Text*> people_of(const Account& account) {
  std::vector<const Text*> texts;
  for (const auto* field : {&account.person, &account.written_by, &account.successor}) {
    if (*field) texts.push_back(&**field);
  }
  if (account.administrators) {
    for (const Text& text : *account.administrators) texts.push_back(&text);
  }
  return texts;
}

AccountTraits::Purpose purpose_of(const Account& account) {
  using Purpose = AccountTraits::Purpose;
  if (!account.purpose || normal(account.purpose->value) == " ") return Purpose::none;
  if (is(account.purpose, "converse")) return Purpose::converse;
  if (is(account.purpose, "signpost")) return Purpose::signpost;
  if (is(account.purpose, "announce")) return Purpose::announce;
  if (is(account.purpose, "alerts")) return Purpose::alerts;
  return Purpose::other;
}

/// True where `rest` is made of those words only: "saltingstrust" of saltings, shingle and trust.
bool made_of(std::string_view rest, const std::vector<std::string>& words) {
  if (rest.empty()) return true;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return !word.empty() && rest.starts_with(word) && made_of(rest.substr(word.size()), words);
  });
}

bool named_after_organization(const PolicyDocument& policy, const Account& account) {
  if (!account.handle || !policy.organization) return false;
  const std::string handle = letters_of(account.handle->value);
  if (handle.empty() || handle.size() > 60) return false;
  std::vector<std::string> words = words_of(policy.organization->value);
  std::string initials;
  std::string main_initials;
  for (const std::string& word : words) {
    initials += word.front();
    if (word != "of" && word != "the" && word != "and" && word != "for") main_initials += word.front();
  }
  if (account.person && made_of(handle, words_of(account.person->value))) return false;
  words.erase(std::remove_if(words.begin(), words.end(), [](const std::string& word) { return word.size() < 3 && word != "of"; }),
              words.end());
  for (const std::string& short_form : {initials, main_initials}) {
    if (short_form.size() >= 3) words.push_back(short_form);
  }
  if (std::none_of(words.begin(), words.end(), [&](const std::string& word) { return handle.starts_with(word); })) return false;
  for (const char* filler : {"official", "hq", "online", "org", "news", "uk", "us"}) words.emplace_back(filler);
  return made_of(handle, words);
}

void read_purpose(const Account& account, AccountTraits& traits) {
  traits.purpose = purpose_of(account);
  if (!account.purpose) return;
  const std::string purpose = normal(account.purpose->value);
  traits.announcing_words =
      traits.purpose == AccountTraits::Purpose::other &&
      says(purpose,
           "announc|news|updates|press release|broadcast|promot|publici|campaign|offers|publish|push out|marketing|adverti") &&
      !says(purpose,
            "answer|talk|convers|help|listen|repl|question|support|engage|service|signpost|point|discuss|alert|emergenc|outage");
  traits.duty_desk = says(purpose, "rota|duty|takes turns|take turns|in turn & initial|sign");
}

void read_people(const PolicyDocument& policy, const Account& account, AccountTraits& traits) {
  for (const Text* text : people_of(account)) {
    if (is_team(policy, text->value)) {
      if (!traits.team_place) traits.team_place = text;
    } else if (!policy.people.empty() && looks_like_name(text->value) && find_person(policy, text->value) == nullptr) {
      if (!traits.unknown_place) traits.unknown_place = text;
    }
  }
  traits.team_entry = traits.team_place != nullptr;
  traits.unknown_person = traits.unknown_place != nullptr;
  const auto human = [&](const Text& text) {
    return !is_team(policy, text.value) && (looks_like_name(text.value) || find_person(policy, text.value) != nullptr);
  };
  traits.named_owner =
      (account.person && human(*account.person)) ||
      (account.administrators && std::any_of(account.administrators->begin(), account.administrators->end(), human));
  if (!account.written_by) return;
  const std::string writer = normal(account.written_by->value);
  traits.says_disclosed = says(writer, "disclos") && !says(writer, "not disclos|undisclos");
  const bool self = says(writer, "himself |herself |themselves |themself |self |same ");
  traits.written_by_other = account.person && !self && !same_words(account.person->value, account.written_by->value);
}

AccountTraits read_account(const PolicyDocument& policy, const Account& account) {
  AccountTraits traits;
  traits.entry = &account;
  traits.span = account.handle ? account.handle->span : account.span;
  if (account.handle) traits.handle = account.handle->value;
  traits.by_person = is(account.held_by, "person");
  traits.by_organization = is(account.held_by, "organization");
  traits.organization_handle = named_after_organization(policy, account);
  read_purpose(account, traits);
  read_people(policy, account, traits);
  for (const Person& person : policy.people) {
    for (const Text& handle : person.handles) {
      if (account.handle && same_handle(handle.value, account.handle->value)) traits.owner = &person;
    }
  }
  return traits;
}

/// The same account for another language or region is not the same topic twice: "@society_de", "@society_north".
bool for_another_place(std::string_view left, std::string_view right) {
  static constexpr std::string_view places =
      "north|south|east|west|english|french|german|spanish|welsh|region|chapter|branch|local|office";
  if (says(normal(left), places) || says(normal(right), places)) return true;
  const std::vector<std::string> words_left = words_of(left);
  const std::vector<std::string> words_right = words_of(right);
  if (words_left.empty() || words_right.empty()) return false;
  const auto code = [](const std::string& word) { return word.size() == 2 || word.size() == 3; };
  return (words_left.size() > 1 && code(words_left.back())) || (words_right.size() > 1 && code(words_right.back())) ||
         says(" " + words_left.back() + " " + words_right.back(), places);
}

void compare_purposes(std::vector<AccountTraits>& accounts) {
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const AccountTraits& first = accounts[j];
      const AccountTraits& second = accounts[i];
      if (!first.by_organization || !second.by_organization || !first.entry->network || !second.entry->network) continue;
      if (first.purpose != AccountTraits::Purpose::other || second.purpose != AccountTraits::Purpose::other) continue;
      if (!same_words(first.entry->network->value, second.entry->network->value)) continue;
      if (!same_words(first.entry->purpose->value, second.entry->purpose->value)) continue;
      if (!for_another_place(first.handle, second.handle)) accounts[i].duplicate_purpose = true;
    }
  }
}

}  // namespace

std::vector<AccountTraits> account_traits(const PolicyDocument& policy) {
  std::vector<AccountTraits> accounts;
  accounts.reserve(policy.accounts.size());
  for (const Account& account : policy.accounts) accounts.push_back(read_account(policy, account));
  compare_purposes(accounts);
  for (const Person& person : policy.people) {
    for (const Text& handle : person.handles) {
      const bool listed = std::any_of(policy.accounts.begin(), policy.accounts.end(), [&](const Account& account) {
        return account.handle && same_handle(account.handle->value, handle.value);
      });
      if (listed) continue;
      AccountTraits traits;
      traits.handle = handle.value;
      traits.span = handle.span;
      traits.owner = &person;
      traits.by_person = true;
      accounts.push_back(traits);
    }
  }
  const auto first = [&](bool AccountTraits::*held, bool AccountTraits::*mark) {
    const auto found = std::find_if(accounts.begin(), accounts.end(), [&](const AccountTraits& a) { return a.*held; });
    if (found != accounts.end()) (*found).*mark = true;
  };
  first(&AccountTraits::by_organization, &AccountTraits::first_by_organization);
  first(&AccountTraits::by_person, &AccountTraits::first_by_person);
  return accounts;
}

void count_accounts(const PolicyDocument& policy, const std::vector<AccountTraits>& accounts, PolicyTraits& whole) {
  std::set<std::string> behind;
  std::set<std::string> humans;
  for (const Person& person : policy.people) {
    if (!person.name) continue;
    humans.insert(normal(person.name->value));
  }
  for (const AccountTraits& account : accounts) {
    whole.person_accounts += account.by_person ? 1 : 0;
    whole.organization_accounts += account.by_organization ? 1 : 0;
    if (account.owner && account.owner->name) behind.insert(normal(account.owner->name->value));
    if (!account.entry) continue;
    for (const Text* text : people_of(*account.entry)) {
      // Who comes later, or writes for somebody, is not behind the account.
      if (account.entry->successor && text == &*account.entry->successor) continue;
      if (!looks_like_name(text->value) || is_team(policy, text->value)) continue;
      behind.insert(normal(text->value));
      humans.insert(normal(text->value));
    }
  }
  whole.named_humans = humans.size();
  whole.people_behind_accounts = behind.size();
}

}  // namespace engagelint
