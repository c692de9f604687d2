#include "engine/subject.hpp"

#include <algorithm>

#include "engine/account_traits.hpp"
#include "engine/cross.hpp"
#include "engine/hand_offs.hpp"
#include "engine/loose_ends.hpp"
#include "engine/policy_traits.hpp"
#include "engine/scope.hpp"

namespace engagelint {

std::span<const Norm> norms_of(const Reading& reading, std::uint32_t sentence) {
  const auto before = [](const Norm& norm, std::uint32_t number) { return norm.sentence < number; };
  const auto first = std::lower_bound(reading.norms.begin(), reading.norms.end(), sentence, before);
  return {first, std::lower_bound(first, reading.norms.end(), sentence + 1, before)};
}

Subject study(const PolicyDocument& policy, const Reading& reading, const Beside& beside, const Vocabulary& words,
              std::string_view today) {
  Subject subject{.policy = policy, .reading = reading, .words = words, .norms = {}, .accounts = {}, .clauses = {}, .whole = {}};
  subject.norms.reserve(reading.norms.size());
  for (const Norm& norm : reading.norms) {
    NormTraits& traits = subject.norms.emplace_back(scope_of(norm, words));
    traits.permits = permits_engagement(norm, words);
    traits.hollow = traits.permits && is_hollow(norm, reading);
  }
  subject.accounts = account_traits(policy);
  count_accounts(policy, subject.accounts, subject.whole);
  find_parts(subject, today);
  subject.clauses = clause_traits(policy, reading, subject.norms);
  count_restrictions(reading, subject.norms, subject.whole);
  find_loose_ends(policy, reading, subject.norms, subject.whole, subject.clauses);
  find_contradictions({&policy, &reading}, beside, words, subject.clauses);
  find_hand_offs(policy, reading, subject.clauses);
  return subject;
}

}  // namespace engagelint
