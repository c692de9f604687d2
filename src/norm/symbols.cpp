#include "norm/symbols.hpp"

#include <algorithm>
#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {
namespace {

// Who is meant matters to a rule, what this organisation calls them does not.
constexpr std::array stand_ins{c::gatekeeper_, c::staff_, c::served_, c::visitors_, c::organization_, c::network_};
// Pronouns are as telling as the words around them.
constexpr std::array own_words{c::you_staff_, c::we_, c::individual_, c::named_person_};

constexpr auto stand_in_bits = [] {
  std::array<std::uint64_t, c::ancestor_words> bits{};
  for (const Concept wider : stand_ins) {
    const auto id = static_cast<std::size_t>(wider);
    bits[id / 64] |= std::uint64_t{1} << (id % 64);
  }
  return bits;
}();

/// Whether the concept is a kind of any of them, in one look: most words are of none.
bool has_stand_in(const Tag& tag) {
  const std::uint64_t* ancestors = tables::ancestors + tag.concept_id * c::ancestor_words;
  std::uint64_t shared = 0;
  for (std::size_t word = 0; word < c::ancestor_words; ++word) shared |= ancestors[word] & stand_in_bits[word];
  return shared != 0;
}

std::uint32_t stand_in(const Unit& unit) {
  if (std::none_of(unit.tags.begin(), unit.tags.end(), has_stand_in)) return 0;
  for (const Concept wider : stand_ins) {
    for (const Tag& tag : unit.tags) {
      const Concept x{tag.concept_id};
      if (!is_a(x, wider) || !fits(unit, tag)) continue;
      for (const Concept own : own_words) {
        if (x == own) return 0;
      }
      return static_cast<std::uint32_t>(wider);
    }
  }
  return 0;
}

std::uint32_t symbol_of(const Token& token) {
  // Numbers, handles, addresses and blanks stand for any other of their kind; marks for themselves.
  if (token.kind != 'w') return static_cast<unsigned char>(token.kind) + 0x10000U;
  return token.stem;
}

}  // namespace

Symbols add_symbols(const std::vector<Token>& tokens, const std::vector<Unit>& units, std::uint8_t source,
                    std::vector<std::uint32_t>& out) {
  Symbols run{static_cast<std::uint32_t>(out.size()), 0};
  std::size_t at = 0;
  for (const Unit& unit : units) {
    if (unit.source != source) continue;
    while (at < tokens.size() && tokens[at].begin < unit.begin) ++at;
    const std::uint32_t common = stand_in(unit);
    if (common != 0) out.push_back(common);
    for (; at < tokens.size() && tokens[at].end <= unit.end; ++at) {
      if (common == 0) out.push_back(symbol_of(tokens[at]));
    }
  }
  run.end = static_cast<std::uint32_t>(out.size());
  return run;
}

}  // namespace engagelint::norm
