// Chunks of one sentence -> pieces: what is said, under which condition, except when, because of what.
#pragma once

#include "norm/grammar.hpp"
#include "norm/units.hpp"

namespace engagelint::norm {

enum class PieceKind : std::uint8_t {
  main,
  condition,
  exception,
  approval,
  reason,
  until,
  before,
  after,
  concession,
  relative,
  aside
};

struct Piece {
  PieceKind kind = PieceKind::main;
  std::vector<std::uint32_t> chunks;  ///< indices; a main piece may be interrupted and go on
  std::int32_t head = -1;             ///< chunk that opened it
  bool has_verb = false;
  bool inherits = false;  ///< "…, but shall not": subject and modal of the main piece before
  bool after_colon = false;
  bool complement = false;  ///< opened by the "that" of the statement before
  std::int32_t of = -1;     ///< main piece that it belongs to
};

void split_pieces(const std::vector<Unit>& units, const std::vector<Chunk>& chunks, std::vector<Piece>& out);

}  // namespace engagelint::norm
