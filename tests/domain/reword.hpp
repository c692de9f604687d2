// A policy that says the same in other words, or in another order. What is found in it should stay the same.
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace engagelint::domain {

/// What of two findings has to be the same.
enum class Alike : std::uint8_t {
  place,   ///< rule, clause and words
  words,   ///< rule and words; clauses have moved
  clause,  ///< which rules speak of a clause; its parts are other parts now
};

struct Rewording {
  std::string name;
  std::string example;  ///< what becomes of "- Employees must not reply to residents."
  Alike alike = Alike::place;
  std::function<std::string(const std::string& yaml)> apply;
};

[[nodiscard]] const std::vector<Rewording>& rewordings();

/// The words of a finding as all of them would have said it.
[[nodiscard]] std::string meant(std::string_view words);

}  // namespace engagelint::domain
