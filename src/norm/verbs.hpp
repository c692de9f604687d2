// One verb chunk -> what it does to its act: permits, requires, forbids …
#pragma once

#include "norm/grammar.hpp"
#include "norm/units.hpp"

namespace engagelint::norm {

struct VerbReading {
  Modality modality = Modality::none;
  bool negated = false;  ///< a plain "do not", "never", "is not" without a modal
  bool passive = false;
  bool modal = false;       ///< carries a modal, an "is to" or a deontic word
  bool asked = false;       ///< the subject stands inside: a question
  bool weak = false;        ///< might, could, would
  bool reserved = false;    ///< "is reserved for", "is limited to"
  bool says = false;        ///< the deontic verb is the main one: "prohibits", "requires"
  bool future = false;      ///< "will": a duty only when staff are the subject
  bool be = false;          ///< a form of be is the only verb
  bool refused = false;     ///< decline, turn down
  bool right_kept = false;  ///< "reserves the right to"
  std::int32_t main = -1;   ///< unit of the main verb
  std::int32_t deontic = -1;
};

/// `negative_subject`: no employee, nobody, nothing.
[[nodiscard]] VerbReading read_verb(const std::vector<Unit>& units, const Chunk& chunk, bool negative_subject);

}  // namespace engagelint::norm
