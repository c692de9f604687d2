// Which norms may give or take something, and which pairs of them are worth a closer look: by concepts and words alone.
// Errs on the quiet side; what the norms of a pair do is asked of src/permission afterwards.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "permission/permission.hpp"

namespace engagelint {

struct Stance {
  std::uint32_t norm = 0;  ///< index into Reading::norms
  std::uint32_t acts = 0;  ///< bits of Action, and rather one too many
  bool gives = false;      ///< a permission or a duty; otherwise a ban or an approval
  bool gate = false;       ///< an approval that comes first
};

[[nodiscard]] std::optional<Stance> stance_of(const Norm& norm, std::uint32_t index);
/// Equal for norms that say the same in the same section of the same policy.
[[nodiscard]] std::vector<std::uint64_t> signature_of(const Norm& norm, std::int32_t section, const void* policy);
/// Whether what is taken reaches as far as what is given.
[[nodiscard]] bool may_clash(const PolicyReading& taker, const Stance& take, const PolicyReading& giver, const Stance& give);
/// Whether the words around it, and the titles above it, make it neither an exception nor a case.
[[nodiscard]] bool stands_alone(const PolicyReading& policy, const Stance& stance);

}  // namespace engagelint
