#include "policy/people.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "source/prose.hpp"

namespace engagelint {

bool is_team(const PolicyDocument& policy, std::string_view value) {
  const auto same = [&](const std::optional<Text>& text) { return text && same_words(text->value, value); };
  if (std::any_of(policy.people.begin(), policy.people.end(), [&](const Person& person) { return same(person.name); })) {
    return false;
  }
  // "Member Outreach: communications": the glossary says that a proper name is a department.
  for (const auto& [word, meaning] : policy.glossary) {
    if (same_words(word.value, value)) return looks_like_team(meaning.value);
  }
  return looks_like_team(value);
}

const Person* find_person(const PolicyDocument& policy, std::string_view value) {
  const std::vector<std::string> wanted = words_of(value);
  const auto means = [&](const Person& person) {
    if (!person.name) return false;
    const std::vector<std::string> name = words_of(person.name->value);
    if (name == wanted) return true;
    return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
      return std::any_of(name.begin(), name.end(),
                         [&](const std::string& part) { return part == word || (word.size() == 1 && part.starts_with(word)); });
    });
  };
  const auto found = std::find_if(policy.people.begin(), policy.people.end(), means);
  return found == policy.people.end() ? nullptr : &*found;
}

bool same_handle(std::string_view left, std::string_view right) {
  const auto bare = [](std::string_view handle) {
    std::string text = normal(handle);
    return text.starts_with(" @") ? " " + text.substr(2) : text;
  };
  return bare(left) == bare(right);
}

}  // namespace engagelint
