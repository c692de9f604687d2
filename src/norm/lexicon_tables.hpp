// What the generator (lexicon_main.cpp) writes: see build/…/lexicon_tables.cpp. Row 0 of every table is empty.
#pragma once

#include "norm/lexicon.hpp"

namespace engagelint::norm::tables {

extern const std::uint16_t concepts;
extern const char letters[];                 // every word and concept name, one after the other
extern const std::uint32_t concept_names[];  // offsets into letters; one more than there are concepts
extern const std::uint32_t ancestor_words;
extern const std::uint64_t ancestors[];
extern const std::uint32_t slot_mask;
extern const std::uint16_t slots[];
extern const WordRow words[];
extern const Tag tags[];
extern const Phrase phrases[];
extern const std::uint16_t tails[];

}  // namespace engagelint::norm::tables
