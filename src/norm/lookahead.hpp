// What stands ahead in a sentence, which tells whether a comma, an "and" or a verb begins something new. Internal to pieces.cpp.
#pragma once

#include <vector>

#include "norm/grammar.hpp"
#include "norm/units.hpp"

namespace engagelint::norm {

/// Questions about chunks from a place on; `i` and `next` are indices of chunks, and may be past the end.
class Lookahead {
 protected:
  Lookahead(const std::vector<Unit>& units, const std::vector<Chunk>& chunks) : units_(units), chunks_(chunks) {}

  const Unit& unit(std::uint32_t chunk) const { return units_[chunks_[chunk].first]; }
  [[nodiscard]] bool auxiliary(std::uint32_t i) const;
  /// A new statement begins here: [noun] verb with an auxiliary, before any mark.
  [[nodiscard]] bool statement_ahead(std::uint32_t i, bool own_subject) const;
  [[nodiscard]] bool finite(std::uint32_t k) const;
  /// "In private use you must not post": the one verb there is, and so the statement's own.
  [[nodiscard]] bool only_modal(std::uint32_t verb) const;
  [[nodiscard]] bool anything(std::uint32_t i) const;
  /// A modal that still waits for its verb: "may, with the approval of A, respond".
  [[nodiscard]] bool dangling(std::uint32_t i) const;
  [[nodiscard]] bool please_ahead(std::uint32_t i) const;
  [[nodiscard]] bool imperative_ahead(std::uint32_t i) const;
  /// "post, comment or reply": verbs under one modal.
  [[nodiscard]] bool verb_list(std::uint32_t i) const;
  [[nodiscard]] bool auxiliary_ahead(std::uint32_t i) const;
  /// A bracket closes further on.
  [[nodiscard]] bool closes(std::uint32_t i) const;

  const std::vector<Unit>& units_;
  const std::vector<Chunk>& chunks_;
};

}  // namespace engagelint::norm
