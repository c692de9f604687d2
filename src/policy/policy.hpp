// policy: one YAML document -> one PolicyDocument.
// In: the spanned tree of src/yaml. Out: clauses, accounts and people with every string in its place, and notices.
// Refuses nothing it can read around: unknown keys, wrong types and duplicates are notices, the rest goes on.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "finding/finding.hpp"
#include "source/source.hpp"

namespace engagelint {

enum class Modality : std::uint8_t {
  none,
  permit,
  require,
  prohibit,
  recommend,
  discourage,
  exempt,
  restrict_to,
  sanction,
  define
};

[[nodiscard]] std::string_view name_of(Modality modality);

/// One modality key of a structured clause and the act it is on: `must-not: reply`.
struct ModalField {
  Modality modality = Modality::none;  ///< only-may is restrict_to
  Span key;
  std::vector<Text> acts;  ///< a scalar or a list
};

/// The structured half of a clause. A key may hold one value or a list.
struct Fields {
  std::optional<ModalField> modal;
  std::vector<Text> who, to, on, about, unless, condition, within, after, because;  ///< `condition` is the key `if`
  [[nodiscard]] bool empty() const { return !modal.has_value(); }
};

struct ClauseItem {
  std::string id;  ///< clause id, slash, position
  Text text;
};

struct Clause {
  std::string id;  ///< the author's, or the position id of policy-format.md
  std::optional<Text> title;
  std::optional<Text> text;
  std::vector<ClauseItem> items;
  Fields fields;
  std::vector<Acceptance> accept;  ///< its own and, behind them, those of the sections around it
  Span span;                       ///< the whole clause
  std::optional<Span> alias;       ///< where an alias put it, when its words stand elsewhere
  std::int32_t section = -1;       ///< index into PolicyDocument::sections
};

struct Section {
  std::string id;
  std::optional<Text> title;
  std::int32_t parent = -1;
  Span span;
  std::uint32_t indent = 0;  ///< column of its clauses' dashes, for drafted clauses
};

struct Person {
  std::optional<Text> name, role, speaks_for;
  std::vector<Text> handles;
  Span span;
};

struct Account {
  std::optional<Text> handle, network, held_by, purpose, replies, response_within, person, written_by, disclosed, names_employer,
      links, tracking, approval, ownership, successor;
  std::optional<std::vector<Text>> administrators;
  std::vector<Acceptance> accept;
  Span span;
};

struct PolicyDocument {
  const SourceFile* file = nullptr;
  std::uint32_t document = 1;  ///< position in the file, 1-based
  std::optional<Text> title, organization, status, effective, review, audience;
  std::optional<Text> part_of;  ///< the file of the common policy that this one belongs to, from this file's folder
  std::vector<std::pair<Text, Text>> glossary;
  std::vector<Person> people;
  std::vector<Account> accounts;
  std::vector<Section> sections;
  std::vector<Clause> clauses;  ///< in file order; structure is in Clause::section
  std::vector<Acceptance> accept;
  Span span;
  bool retired = false;  ///< `status: retired`: shown, counted, not linted
  bool complete = true;  ///< false: YAML broke off inside, so that what is missing may only not have been reached
  /// Where a new top-level key or list entry would go (byte offset of a line start), for missing parts.
  Offset after_effective = 0, people_at = 0, sections_at = 0, end = 0;
};

}  // namespace engagelint
