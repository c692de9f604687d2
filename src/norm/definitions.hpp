// What a policy says that its own words mean: "Colleague" means any employee or volunteer; our nurses and porters ("Carers").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "norm/lexicon.hpp"
#include "policy/policy.hpp"

namespace engagelint::norm {

/// A word for people that the policy explains in its text.
struct Definition {
  std::string_view term;  ///< as it stands between the quotation marks
  Tag meaning;            ///< the first of whom it is said to cover
};

/// Those of all clauses, in the order of the text, each term once and no more than 64. Words for other things than people are
/// left as they are.
[[nodiscard]] std::vector<Definition> definitions_of(const PolicyDocument& policy);

/// The plural of a singular, the singular of a plural; several where the ending leaves it open.
[[nodiscard]] std::vector<std::string> other_numbers(std::string_view term);

}  // namespace engagelint::norm
