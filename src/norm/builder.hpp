// Pieces of one sentence -> norms with every role in its place.
#pragma once

#include "norm/pieces.hpp"
#include "norm/verbs.hpp"

namespace engagelint::norm {

/// What surrounds a sentence and carries into it.
struct Context {
  Modality carried = Modality::none;  ///< from a heading that is only a sign ("Never", "What you can do")
  bool quoted = false;                ///< reported, repealed, quoted or an example: sets no norm
  bool defining = false;
  bool savings = false;        ///< "nothing in this policy prevents …"
  bool visitors = false;       ///< rules for visitors of a page
  bool approval = false;       ///< heading: approval is needed for the items
  bool no_approval = false;    ///< heading: no approval is needed for the items
  bool heading_words = false;  ///< the heading stands in front of the sentence's own words
};

/// Everything one sentence is read from. Reused between sentences so that nothing is allocated twice.
struct Workspace {
  std::vector<Source> sources;
  std::vector<Token> tokens;
  std::vector<Unit> units;
  std::string classes;
  std::vector<Chunk> chunks;
  std::vector<Piece> pieces;
  std::vector<std::uint16_t> markers;
  std::vector<Concept> signs;
  bool question = false;  ///< an employee asks: "you" is the organisation
};

/// Fills `classes` and `chunks` from units whose classes are chosen.
void chunk_units(Workspace& work);

/// Appends the norms of one sentence; clause and sentence indices are the caller's. Returns whether a sign of a norm was seen.
bool build_norms(const Workspace& work, const Context& context, std::vector<Norm>& out);

}  // namespace engagelint::norm
