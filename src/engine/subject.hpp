// What judging one policy needs in one place: the policy, its reading, and what was worked out from them once.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/contradictions.hpp"
#include "engine/engine.hpp"
#include "engine/traits.hpp"
#include "engine/vocabulary.hpp"

namespace engagelint {

struct Subject {
  const PolicyDocument& policy;
  const Reading& reading;
  const Vocabulary& words;
  std::vector<NormTraits> norms;  ///< as long as reading.norms
  std::vector<AccountTraits> accounts;
  TraitsByClause clauses;
  PolicyTraits whole;

  [[nodiscard]] std::string_view text(Span span) const { return policy.file->text(span); }
};

/// Those of one sentence, which stand side by side.
[[nodiscard]] std::span<const Norm> norms_of(const Reading& reading, std::uint32_t sentence);

[[nodiscard]] Subject study(const PolicyDocument& policy, const Reading& reading, const Beside& beside, const Vocabulary& words,
                            std::string_view today);

}  // namespace engagelint
