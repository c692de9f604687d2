// Classes of words -> chunks: the grammar of normative English, over one letter a word.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace engagelint::norm {

enum class ChunkKind : std::uint8_t {
  noun,         // the prior written approval of the director
  verb,         // may not, under any circumstances, reply
  infinitive,   // to reply
  gerund,       // replying
  preposition,  // on, with, about
  to,           // to, where no verb follows
  condition,    // if, when, until, because …
  exception,    // unless, except, without, subject to
  relative,     // who, which, that
  joint,        // and, or, but
  only,
  negation,  // a "not" or "never" of its own
  please,
  adverb,
  deontic,     // allowed, prohibited, required: without a verb before it
  participle,  // supplied, approved
  mark,        // , ; : - ( ) " ? !
  other
};

/// A run of units with one job. `first` and `last` are indices of units, `last` past the end.
struct Chunk {
  ChunkKind kind = ChunkKind::other;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// Reads the class letters of one sentence. Every letter ends up in exactly one chunk. Linear: no rule looks further than its own
/// run.
void read_chunks(std::string_view classes, std::vector<Chunk>& out);

/// Number of problems that PEGTL's analysis finds in the grammars of this folder (a rule that could loop without consuming).
[[nodiscard]] std::size_t analyze_grammar();

}  // namespace engagelint::norm
