// One sentence made into another that no longer keeps staff from members: denied, freed, put on visitors, quoted, repealed, moved
// into an exception, or narrowed to what the law covers. Each works on the words alone and only where the result is plain
// English that says what is meant; elsewhere there is no mutant.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engagelint::mutation {

/// What the mutators need to know of a sentence; read from it once.
struct Sample {
  std::string text;                 ///< with its full stop
  bool one = false;                 ///< the text is one sentence
  bool single = false;              ///< the text is one sentence and sets one norm
  bool statement = false;           ///< it has a subject and a verb: "It is not true that …" can stand before it
  bool opens_with_name = false;     ///< its first word keeps its capital
  bool bans_talk = false;           ///< forbids to post, reply, share or engage, and names neither a topic nor a case
  std::vector<std::string> actors;  ///< words that name the staff it is on, as they stand
};

/// The sentence, as the reader takes it.
[[nodiscard]] Sample describe(std::string_view text);

struct Mutator {
  std::string_view name;
  std::string_view example;  ///< what "Staff must not reply to members." becomes
  bool kept;                 ///< the finding must stay, not go
  std::optional<std::string> (*mutate)(const Sample& sentence);
};

[[nodiscard]] const std::vector<Mutator>& mutators();

}  // namespace engagelint::mutation
