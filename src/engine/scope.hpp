// How far a norm reaches, and what that does to the severity of a finding.
#pragma once

#include <string_view>

#include "engine/traits.hpp"
#include "engine/vocabulary.hpp"
#include "finding/finding.hpp"
#include "norm/norm.hpp"

namespace engagelint {

[[nodiscard]] NormTraits scope_of(const Norm& norm, const Vocabulary& words);
/// A known ground and a scope no wider than it, or friendship with minors, which needs none: nothing is said.
[[nodiscard]] inline bool exempt(const NormTraits& traits) {
  return (traits.known_ground && traits.narrow) || traits.close_to_minors;
}

/// What the law or ethics behind a ground ask for, in a few words; empty where none is known. No legal advice.
[[nodiscard]] std::string_view covered_by(Concept ground);

[[nodiscard]] Severity lower(Severity severity);
[[nodiscard]] Severity higher(Severity severity);
/// Grounds and confidence never make a finding stronger.
[[nodiscard]] Severity limit_by_scope(Severity severity, const NormTraits& traits, Confidence confidence);

}  // namespace engagelint
