// Rewrites of rules -> fixes of findings. An edit is offered only where it leaves a readable file and says nothing else away.
#pragma once

#include <vector>

#include "engine/subject.hpp"
#include "engine/values.hpp"

namespace engagelint {

[[nodiscard]] std::vector<Fix> norm_fixes(const Subject& subject, const Rule& rule, const Norm& norm, const Values& values);
[[nodiscard]] std::vector<Fix> account_fixes(const Rule& rule, const AccountTraits& account, const Values& values);
/// The draft of a missing part, and where it goes.
[[nodiscard]] std::vector<Fix> insertion_fixes(const Subject& subject, const Rule& rule, const Values& values, Span& place);
/// Everything else: text for a person.
[[nodiscard]] std::vector<Fix> shown_fixes(const Rule& rule, const Values& values);

/// A field of an account by its key in the file: "replies", "held-by".
[[nodiscard]] const Text* account_field(const AccountTraits& account, std::string_view key);

}  // namespace engagelint
