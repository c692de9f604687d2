// Policies of any size for timing: sentences from templates, the same on every machine for the same seed.
#pragma once

#include <cstdint>
#include <string>

namespace bench {

/// A policy of so many clauses; about a third of them hold a sentence that a rule speaks up at. 48 clauses are about 12 KB.
[[nodiscard]] std::string policy(std::uint64_t seed, unsigned clauses);
/// Clauses until the text has about so many bytes.
[[nodiscard]] std::string policy_of_size(std::uint64_t seed, std::size_t bytes);

}  // namespace bench
