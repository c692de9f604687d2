#include "norm/local_words.hpp"

#include <algorithm>
#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/definitions.hpp"

namespace engagelint::norm {
namespace {

std::vector<std::uint32_t> hashes_of(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  std::vector<std::uint32_t> out;
  for (const auto& token : tokens) {
    if (token.hash != 0) out.push_back(token.hash);
  }
  // "the Hub" is known as "Hub" too: the article is the sentence's.
  if (out.size() > 1 && (out[0] == hash_of("the") || out[0] == hash_of("a") || out[0] == hash_of("an"))) out.erase(out.begin());
  return out;
}

void add(LocalWords& words, std::string_view text, std::vector<Tag> tags) {
  auto hashes = hashes_of(text);
  if (hashes.empty() || tags.empty()) return;
  if (hashes.size() == 1 && hashes[0] == hash_of("the")) return;
  words.push_back({std::move(hashes), std::move(tags)});
}

void add_concept(LocalWords& words, std::string_view text, Concept concept_id) {
  add(words, text, {Tag{'n', Form::base, static_cast<std::uint16_t>(concept_id)}});
}

// "Workforce Members" are spoken of one by one too, and a "Portmate" of several.
void add_numbers(LocalWords& words, std::string_view text, const std::vector<Tag>& tags) {
  add(words, text, tags);
  for (const std::string& other : other_numbers(text)) add(words, other, tags);
}

// The readings of a word that the linter knows; a glossary may also name a concept.
std::vector<Tag> known(std::string_view word) {
  std::vector<Tag> out;
  if (const auto direct = find_concept(normalised(word)); direct != Concept::none) {
    out.push_back({'n', Form::base, static_cast<std::uint16_t>(direct)});
    return out;
  }
  std::vector<Token> tokens;
  std::vector<Unit> units;
  add_units(word, {0, static_cast<Offset>(word.size())}, 0, {}, tokens, units);
  for (const auto& unit : units) {
    for (const auto& tag : unit.tags) out.push_back(tag);
  }
  return out;
}

void add_initials(LocalWords& words, std::string_view name) {
  std::string initials;
  bool start = true;
  for (const char c : name) {
    if (start && c >= 'A' && c <= 'Z') initials += c;
    start = c == ' ' || c == '-';
  }
  if (initials.size() >= 3) add_concept(words, initials, c::organization_);
}

void add_people(LocalWords& words, const PolicyDocument& policy) {
  for (const auto& person : policy.people) {
    if (!person.name) continue;
    add_concept(words, person.name->value, c::named_person_);
    const auto blank = person.name->value.find(' ');
    if (blank != std::string::npos && blank > 2)
      add_concept(words, std::string_view(person.name->value).substr(0, blank), c::named_person_);
    for (const auto& handle : person.handles) add_concept(words, handle.value, c::named_account_);
  }
  for (const auto& account : policy.accounts) {
    const bool personal = account.held_by && account.held_by->value == "person";
    if (account.handle) add_concept(words, account.handle->value, personal ? c::named_account_ : c::official_account_);
    if (!account.administrators) continue;
    for (const auto& name : *account.administrators) {
      if (name.value.find(' ') != std::string::npos) add_concept(words, name.value, c::named_person_);
    }
  }
}

/// Those who learn at a school are minors; at a university they are not.
bool is_school(const PolicyDocument& policy) {
  std::vector<Token> tokens;
  std::vector<std::uint16_t> markers;
  std::vector<Concept> signs;
  for (const auto* text : {&policy.organization, &policy.title}) {
    if (!*text) continue;
    const std::string& words = (*text)->value;
    find_markers(words, {0, static_cast<Offset>(words.size())}, tokens, markers, signs);
  }
  const auto marked = [&](Concept x) {
    return std::find(markers.begin(), markers.end(), static_cast<std::uint16_t>(x)) != markers.end();
  };
  return marked(c::school_mark_) && !marked(c::university_mark_);
}

}  // namespace

LocalWords local_words(const PolicyDocument& policy) {
  LocalWords words;
  for (const auto& [own, meaning] : policy.glossary) add_numbers(words, own.value, known(meaning.value));
  for (const Definition& definition : definitions_of(policy)) add_numbers(words, definition.term, {definition.meaning});
  if (is_school(policy)) add_numbers(words, "students", {Tag{'n', Form::base, static_cast<std::uint16_t>(c::school_students_)}});
  add_people(words, policy);
  if (policy.organization) {
    add_concept(words, policy.organization->value, c::organization_);
    add_initials(words, policy.organization->value);
  }
  if (policy.audience && find_concept(policy.audience->value) != c::public_) {
    auto tags = known(policy.audience->value);
    bool served = false;
    for (const auto& tag : tags) served = served || is_a(Concept{tag.concept_id}, c::audience_);
    if (!served) add_concept(words, policy.audience->value, c::served_);
  }
  return words;
}

}  // namespace engagelint::norm
