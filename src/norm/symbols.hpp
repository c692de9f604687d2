// Words -> one number each, by which sentences of different organisations can be compared.
#pragma once

#include <vector>

#include "norm/units.hpp"

namespace engagelint::norm {

/// Appends the symbols of one source to `out` and returns where they stand. `units` have their classes; those of other sources
/// are passed over. `tokens` are the source's.
Symbols add_symbols(const std::vector<Token>& tokens, const std::vector<Unit>& units, std::uint8_t source,
                    std::vector<std::uint32_t>& out);

/// Whether the symbol stands for no word: a mark, a number, a handle or an address.
[[nodiscard]] constexpr bool is_mark(std::uint32_t symbol) { return symbol >> 8U == 0x100U; }

}  // namespace engagelint::norm
