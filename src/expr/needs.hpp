// Which concepts a condition cannot hold without. Internal to src/expr; expr.hpp has the question itself.
#pragma once

#include <cstdint>
#include <vector>

#include "expr/tree.hpp"

namespace engagelint::expr {

/// The concepts that a test with `is` names and those below them, as a bit set. Names that the table does not know add nothing.
[[nodiscard]] std::vector<std::uint32_t> concepts_below(const Test& test, const ConceptTable& table);
/// Program::needs and Program::values of a condition whose names were all found.
[[nodiscard]] std::vector<std::uint32_t> needs_of(const Tree& tree, const Schema& schema);
[[nodiscard]] std::uint32_t values_of(const Tree& tree, std::span<const FactInfo> facts);

}  // namespace engagelint::expr
