// Aliases and merge keys of a tree, with the limits that keep a small file from growing without end.
#include <algorithm>
#include <unordered_set>

#include "yaml/scalar.hpp"
#include "yaml/tree.hpp"

namespace engagelint::yaml {

namespace {

Offset alias_end(std::string_view source, Offset at) {
  ++at;
  while (at < source.size() && !is_blank(source[at]) && !is_break(source[at]) &&
         std::string_view("[]{},").find(source[at]) == std::string_view::npos) {
    ++at;
  }
  return std::min(at, static_cast<Offset>(source.size()));
}

bool is_merge_key(const Node& key) {
  return key.kind == NodeKind::scalar && !key.alias && key.text.style == ScalarStyle::plain && key.text.value == "<<";
}

}  // namespace

void TreeBuilder::charge(std::uint32_t weight, Span place) {
  alias_weight_ += std::min(weight, max_alias_weight + 1);
  if (alias_weight_ <= max_alias_weight) return;
  notes_.add(NoticeKind::limit, place, "aliases make this file grow past " + std::to_string(max_alias_weight) + " entries",
             "write the clauses out, or use fewer aliases", true);
  throw Stop{};
}

void TreeBuilder::alias(Offset at, std::size_t anchor) {
  const Span place{at, alias_end(source_, at)};
  if (anchor >= anchors_.size() || anchors_[anchor].node == nullptr || anchors_[anchor].open) {
    notes_.add(NoticeKind::bad_yaml, place, "this alias stands inside what it names, so it would never end",
               "write the text out here", true);
    attach(add(NodeKind::null, place), place.end);
    return;
  }
  const Anchor& named = anchors_[anchor];
  charge(named.node->weight, place);
  if (static_cast<std::size_t>(named.node->height) + frames_.size() > max_height) {
    notes_.add(NoticeKind::limit, place, "aliases nest too deeply here", "write the text out", true);
    throw Stop{};
  }
  const Node& definition = *named.node;
  Node& node = out_.nodes.emplace_back(definition);
  node.alias = std::make_shared<const Alias>(Alias{place, definition.span, named.name});
  attach(node, place.end);
}

void TreeBuilder::merge_from(Node& mapping, const Node& source, Span place, std::vector<Entry>& merged) {
  if (source.kind != NodeKind::mapping) {
    notes_.add(NoticeKind::bad_schema, place, "`<<` takes a mapping, or a list of mappings",
               "name the anchor of a mapping: `<<: *name`");
    return;
  }
  charge(source.weight, place);
  for (const Entry& entry : source.entries)
    merged.push_back({entry.key, entry.value, source.alias ? source.alias.get() : entry.merged});
  mapping.height = std::max(mapping.height, source.height);
}

/// The nearest key wins: a mapping's own, then those of the first mapping merged.
void TreeBuilder::merge(Node& mapping) {
  if (std::none_of(mapping.entries.begin(), mapping.entries.end(), [](const Entry& entry) { return is_merge_key(*entry.key); }))
    return;
  std::vector<Entry> own, merged;
  for (const Entry& entry : mapping.entries) {
    if (!is_merge_key(*entry.key)) {
      own.push_back(entry);
    } else if (entry.value->kind == NodeKind::sequence) {
      for (const Node* item : entry.value->items) merge_from(mapping, *item, item->place(), merged);
    } else {
      merge_from(mapping, *entry.value, entry.value->place(), merged);
    }
  }
  std::unordered_set<std::string_view> seen;
  for (const Entry& entry : own) seen.insert(entry.key->text.value);
  for (const Entry& entry : merged) {
    if (!seen.insert(entry.key->text.value).second) continue;
    own.push_back(entry);
    mapping.weight += 1 + entry.value->weight;
  }
  mapping.entries = std::move(own);
}

}  // namespace engagelint::yaml
