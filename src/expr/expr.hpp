// expr: the condition language of rules. Text -> checked Program -> yes or no over named facts.
// It knows nothing of policies: facts come as an array of values, concepts as numbers with an "is a kind of" test.
// `norm.bans and norm.act is reply and not norm.narrow` ; `account.replies == off` ; `count(norm.approver) >= 2`
// Refuses unknown names (with the nearest known one) and wrong types, at their exact place.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "source/source.hpp"

namespace engagelint::expr {

enum class Type : std::uint8_t { boolean, number, word, concepts };

/// One name that a condition may use. Its index in the schema is its index in the facts.
struct FactInfo {
  std::string_view name;  ///< "norm.act"
  Type type = Type::boolean;
  std::string_view words = {};  ///< for Type::word with a closed list: allowed values separated by blanks; empty: any
  std::string_view doc = {};    ///< one line for docs/rule-format.md
  /// Of a boolean: it is false but where the first fact with a closed list is one of these.
  std::string_view only_where = {};
};

/// The concepts that conditions may name; ids run from 1 to `count`. Plain functions, so that expr knows nothing of the lexicon.
struct ConceptTable {
  std::uint16_t (*find)(std::string_view) = nullptr;  ///< 0: unknown
  std::string_view (*name)(std::uint16_t) = nullptr;
  bool (*is_a)(std::uint16_t concept_id, std::uint16_t ancestor) = nullptr;
  std::uint16_t count = 0;
};

/// What conditions of one scope may speak of.
struct Schema {
  std::span<const FactInfo> facts;
  ConceptTable concepts;
};

/// Value of a fact: boolean, number, word, list of concepts. Must be of the type its FactInfo says.
using Fact = std::variant<bool, double, std::string_view, std::span<const std::uint16_t>>;

/// A checked condition: code with pools of numbers and words. Plain views, so that built-in ones are constants.
/// `is` is compiled to a bit set of concepts, so running needs no lexicon.
struct Program {
  std::span<const std::uint32_t> code;
  std::span<const double> numbers;
  std::span<const std::string_view> words;
  /// What it cannot hold without, one after the other: where the next one begins, then pairs of a word of Presence and bits of
  /// which one must be there in one of the pairs.
  std::span<const std::uint32_t> needs;
  /// Bit n: it may hold where the first fact with a closed list is that list's word n.
  std::uint32_t values = ~0U;
};

/// Owns what a Program compiled at run time points to.
struct CompiledProgram {
  std::vector<std::uint32_t> code;
  std::vector<double> numbers;
  std::vector<std::unique_ptr<const std::string>> word_storage;  ///< each in its own place, so that moving keeps `words` valid
  std::vector<std::string_view> words;
  std::vector<std::uint32_t> needs;
  std::uint32_t values = ~0U;
  [[nodiscard]] Program view() const { return {code, numbers, words, needs, values}; }
};

struct Problem {
  Span span;  ///< in the condition's text
  std::string message;
  std::string hint;
};

struct Compiled {
  CompiledProgram program;
  std::vector<Problem> problems;  ///< empty when it compiled
};

[[nodiscard]] Compiled compile(std::string_view condition, const Schema& schema);
/// Facts are in the order of the schema. Never throws; allocates nothing. A program without code is false.
[[nodiscard]] bool run(const Program& program, std::span<const Fact> facts);

/// The concepts of each fact as a bit set. Its memory is used again for the next facts.
class Presence {
 public:
  /// `count`: of the concepts, as in ConceptTable.
  explicit Presence(std::uint16_t count) : words_(count / 32U + 1U) {}
  void read(std::span<const Fact> facts);

 private:
  friend bool may_hold(const Program& program, const Presence& presence, std::uint32_t value);
  std::size_t words_;                ///< that a set takes
  std::vector<std::uint32_t> bits_;  ///< the sets of all facts, in their order; of other facts nothing is known
};
/// False where the condition cannot hold because of the concepts or of that word alone; cheaper than run, which need not be asked
/// then. `value`: the index of the first closed list's word.
[[nodiscard]] bool may_hold(const Program& program, const Presence& presence, std::uint32_t value);

}  // namespace engagelint::expr
