// yaml: the text of a file -> trees of spanned nodes, and notices.
// In: a SourceFile. Out: one tree a document; every node knows its first and last byte, every scalar is Text whose
// map leads from each decoded character back to its bytes. Nothing is typed: `no`, `2.10` and dates are words.
// Aliases and merge keys are resolved and say where they stand; the number of nodes they may add is limited.
// Refuses bytes that are no text. What YAML reads otherwise than a person means is a notice, and reading goes on;
// YAML that breaks off is a fatal notice, and what stood before it is still delivered.
// Example: `a: [b, 'c']` -> mapping with one entry, key Text "a", value a sequence of Text "b" and Text "c".
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.hpp"
#include "source/source.hpp"

namespace engagelint {

enum class NodeKind : std::uint8_t { null, scalar, sequence, mapping };

[[nodiscard]] std::string_view name_of(NodeKind kind);

/// How a node came to stand where an alias put it.
struct Alias {
  Span place;          ///< `*name`
  Span definition;     ///< the node after `&name`
  std::string anchor;  ///< name
};

struct Node;

struct Entry {
  const Node* key = nullptr;
  const Node* value = nullptr;    ///< never null: an absent value is a node of kind null
  const Alias* merged = nullptr;  ///< where `<<` put it, for entries that are written elsewhere
};

/// A null node is an absent value (`key:` with nothing behind it, or `~`); an empty scalar was written as `""`.
struct Node {
  NodeKind kind = NodeKind::null;
  bool flow = false;                   ///< written in brackets or braces
  Text text;                           ///< of a scalar
  Span span;                           ///< without anchor, tag and trailing line break; for an aliased node, of the definition
  std::shared_ptr<const Alias> alias;  ///< set where an alias put this node
  std::vector<const Node*> items;      ///< of a sequence
  std::vector<Entry> entries;          ///< of a mapping, in file order; merged ones behind its own
  std::uint32_t weight = 1;            ///< nodes below and text, aliases counted in full
  std::uint16_t height = 1;            ///< nesting below

  /// The first entry with this key.
  [[nodiscard]] const Entry* find(std::string_view key) const;
  /// Where it stands in the file as a reader of the file sees it: the alias, where there is one.
  [[nodiscard]] Span place() const { return alias ? alias->place : span; }
};

struct YamlDocument {
  const Node* root = nullptr;  ///< never null
  bool complete = true;        ///< false: YAML broke off inside
};

/// Owns the nodes; may be moved, not copied.
struct YamlFile {
  std::deque<Node> nodes;
  std::vector<YamlDocument> documents;
  std::vector<Notice> notices;

  YamlFile() = default;
  YamlFile(YamlFile&&) = default;
  YamlFile& operator=(YamlFile&&) = default;
};

/// What aliases and merge keys may add to one file, in nodes (64 bytes of text count as one more).
inline constexpr std::uint32_t max_alias_weight = 100'000;
/// Nodes of one file: `few` and one for every 16 bytes. Policies have one for every 27; more is no policy, and no memory.
inline constexpr std::size_t few_nodes = 400'000;
/// Nesting, aliases followed.
inline constexpr std::uint16_t max_height = 400;

/// Reads every document of a file. Never throws for a bad file. The notices point into `file`, which must outlive them.
[[nodiscard]] YamlFile read_yaml(const SourceFile& file);

/// The file again with every node marked at its first and last byte, and every text with its runs below.
[[nodiscard]] std::string mark_spans(const SourceFile& file, const std::vector<YamlDocument>& documents);

}  // namespace engagelint
