// reader: the state of reading one document; each part has its own source file.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "policy/keys.hpp"

namespace engagelint {

class PolicyReader {
 public:
  PolicyReader(const Node& root, PolicyDocument& out, Notes& notes) : root_(root), out_(out), notes_(notes) {}
  void read();

 private:
  /// What a list of clauses or sections inherits from around it.
  struct Place {
    std::string id;  ///< of the section around, empty at the top
    std::int32_t section = -1;
    std::optional<Span> alias;       ///< the alias that put the whole section here
    std::vector<Acceptance> accept;  ///< of the sections around, nearest first
  };

  void read_head(const Keys& keys);
  void read_glossary(const Keys& keys);
  void read_body(const Keys& keys, const Place& place);
  void read_sections(const Node& list, const Place& place);
  void read_section(const Node& node, const Place& place, std::size_t position);
  void read_clauses(const Node& list, const Place& place);
  void read_clause(const Node& node, const Place& place, std::size_t position);
  void read_clause_keys(const Node& node, Clause& clause);
  void read_items(const Keys& keys, Clause& clause);
  void read_people(const Keys& keys);
  void read_accounts(const Keys& keys);
  void require_parts();

  [[nodiscard]] std::string id_of(const Keys& keys, const std::string& position_id, const std::optional<Span>& alias);
  void claim(const std::string& id, Span place, bool aliased);

  const Node& root_;
  PolicyDocument& out_;
  Notes& notes_;
  std::unordered_map<std::string, Span> ids_;
};

/// The modality key and its conditions.
[[nodiscard]] Fields read_fields(const Keys& keys);
/// Entries of `accept`; what lacks `rule` or `because` is noticed and not taken.
[[nodiscard]] std::vector<Acceptance> read_accept(const Keys& keys);
/// Fills the places where missing parts would be inserted.
void find_insertions(const Node& root, PolicyDocument& out);
/// Column of the clauses' dashes in a section.
[[nodiscard]] std::uint32_t clause_indent(const Node& section, const SourceFile& file);

}  // namespace engagelint
