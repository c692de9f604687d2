// Tokens -> units: words and fixed phrases, each with the readings of the lexicon and one class chosen from its neighbours.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "norm/concepts.hpp"
#include "norm/lexicon.hpp"

namespace engagelint::norm {

/// Text that a reading is made from: the sentence itself, and the heading that carries it.
struct Source {
  const Text* text = nullptr;
  Span part;  ///< in the decoded text
};

/// A word or phrase. Classes after the choice: M N B H D A F T o d p s u w c i P a m n j as in grammar.yaml, V finite or base
/// verb, G gerund, E participle, ' possessive, and marks , ; : . ? ! - ( ) " ~ for themselves.
struct Unit {
  Offset begin = 0;
  Offset end = 0;  ///< in the decoded text of its source
  std::span<const Tag> tags;
  std::uint32_t hash = 0;
  char cls = 'n';
  Form form = Form::base;
  std::uint8_t source = 0;
  bool phrase = false;
  bool unknown = false;
  bool capital = false;
  char kind = 'w';
};

/// Words of this policy alone: its glossary, people, audience and organisation.
struct LocalPhrase {
  std::vector<std::uint32_t> hashes;
  std::vector<Tag> tags;
};
using LocalWords = std::vector<LocalPhrase>;

/// Adds the units of one source to `out` and chooses their classes once all sources are in (`choose`).
void add_units(std::string_view text, Span part, std::uint8_t source, const LocalWords& local, std::vector<Token>& scratch,
               std::vector<Unit>& out);
/// The same from tokens that find_markers read of the text.
void add_units(std::string_view text, const std::vector<Token>& tokens, std::uint8_t source, const LocalWords& local,
               std::vector<Unit>& out);
void choose_classes(std::vector<Unit>& units);

/// Whether a reading belongs to the class that was chosen.
[[nodiscard]] inline bool fits(const Unit& unit, const Tag& tag) {
  switch (unit.cls) {
    case 'V': return tag.cls == 'V' && tag.form != Form::gerund;
    case 'G': return (tag.cls == 'V' && tag.form == Form::gerund) || (tag.cls == 'n');
    case 'E': return tag.cls == 'V' && (tag.form == Form::past || tag.form == Form::participle);
    case 'j': return tag.cls == 'j' || tag.cls == 'V' || tag.cls == 'n';
    case 'a':
    case 't': return tag.cls == 'a' || tag.cls == 'n';
    default: return tag.cls == unit.cls;
  }
}
/// True where one of the unit's readings of its class is the concept or below it.
[[nodiscard]] inline bool means(const Unit& unit, Concept concept_id) {
  for (const auto& tag : unit.tags) {
    if (is_a(Concept{tag.concept_id}, concept_id) && fits(unit, tag)) return true;
  }
  return false;
}
/// The same over all readings, whatever the class.
[[nodiscard]] inline bool may_mean(const Unit& unit, Concept concept_id) {
  for (const auto& tag : unit.tags) {
    if (is_a(Concept{tag.concept_id}, concept_id)) return true;
  }
  return false;
}

/// A time, a choice or a "whatever" of several words, which stands in the sentence as an adverb does.
[[nodiscard]] bool stands_as_adverb(const Unit& unit);

/// Leaves the tokens of the part in `scratch`. Signs of text that sets no norm, or sets one for everything under it (the classes
/// x, Y and Z of grammar.yaml), and the `signs` of concepts, which change no word's class.
void find_markers(std::string_view text, Span part, std::vector<Token>& scratch, std::vector<std::uint16_t>& out,
                  std::vector<Concept>& signs);

}  // namespace engagelint::norm
