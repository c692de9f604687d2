#include <array>

#include "policy/reader.hpp"

namespace engagelint {

namespace {

constexpr std::array<std::string_view, 20> clause_keys{
    "id",         "title", "text", "list",  "who",    "may", "only-may", "must",  "must-not", "should",
    "should-not", "to",    "on",   "about", "unless", "if",  "within",   "after", "because",  "accept"};
constexpr std::array<std::string_view, 5> section_keys{"id", "title", "clauses", "sections", "accept"};

/// The alias that put these words here, if one did: of the node, of its merged keys, or of its text alone.
std::optional<Span> alias_of(const Node& node) {
  if (node.alias) return node.alias->place;
  for (const std::string_view key : {"text", "list"}) {
    const Entry* entry = node.kind == NodeKind::mapping ? node.find(key) : nullptr;
    if (entry == nullptr) continue;
    if (entry->merged != nullptr) return entry->merged->place;
    if (entry->value->alias) return entry->value->alias->place;
  }
  return std::nullopt;
}

bool knows_a_key(const Node& mapping, Words known) {
  for (const std::string_view key : known) {
    if (mapping.find(key) != nullptr) return true;
  }
  return false;
}

/// How many clauses a policy or section has, those of its sections with them.
std::size_t count_clauses(const Node& body) {
  if (body.kind != NodeKind::mapping) return 0;
  std::size_t count = 0;
  if (const Entry* own = body.find("clauses")) count += own->value->items.size();
  if (const Entry* sections = body.find("sections")) {
    for (const auto& section : sections->value->items) count += count_clauses(*section);
  }
  return count;
}

bool has_words(const Clause& clause) { return clause.text || !clause.items.empty() || !clause.fields.empty(); }

}  // namespace

void PolicyReader::claim(const std::string& id, Span place, bool aliased) {
  const auto [known, fresh] = ids_.try_emplace(id, place);
  // What an alias puts elsewhere keeps its id: the author wrote it once.
  if (fresh || aliased) return;
  const LineColumn first = notes_.file().locate(known->second.begin, ColumnUnit::code_point);
  notes_.add(NoticeKind::bad_schema, place, "the id " + quoted(id) + " is taken",
             "it stands on line " + std::to_string(first.line) + " already; give one of them another id");
}

std::string PolicyReader::id_of(const Keys& keys, const std::string& position_id, const std::optional<Span>& alias) {
  const std::optional<Text> own = keys.text("id");
  if (!own) return position_id;
  const Entry* entry = keys.find("id");
  claim(own->value, own->span, alias.has_value() || entry->merged != nullptr);
  return own->value;
}

void PolicyReader::read_body(const Keys& keys, const Place& place) {
  // A clause is large, and to move those that were read costs more than to count them all.
  if (out_.clauses.empty()) out_.clauses.reserve(count_clauses(keys.node()));
  for (const Entry& entry : keys.node().entries) {
    const std::string_view key = entry.key->text.value;
    if ((key != "clauses" && key != "sections") || keys.find(key) != &entry) continue;
    const Node* list = keys.list(key);
    if (list == nullptr) continue;
    Place inside = place;
    if (list->alias) inside.alias = list->alias->place;
    if (entry.merged != nullptr) inside.alias = entry.merged->place;
    if (key == "clauses") {
      read_clauses(*list, inside);
    } else {
      read_sections(*list, inside);
    }
  }
}

void PolicyReader::read_sections(const Node& list, const Place& place) {
  for (std::size_t at = 0; at < list.items.size(); ++at) read_section(*list.items[at], place, at + 1);
}

void PolicyReader::read_section(const Node& node, const Place& place, std::size_t position) {
  if (node.kind != NodeKind::mapping) {
    notes_.add(NoticeKind::bad_schema, node.place(), "a section is a mapping, not " + std::string(name_of(node.kind)),
               "write `title:` and `clauses:`");
    return;
  }
  const Keys keys(node, "a section", notes_);
  keys.check(section_keys);
  Place inside = place;
  if (node.alias) inside.alias = node.alias->place;
  Section section;
  const std::string position_id = (place.id.empty() ? "" : place.id + "/") + "sections/" + std::to_string(position);
  section.id = id_of(keys, position_id, inside.alias);
  section.title = keys.text("title");
  section.parent = place.section;
  section.span = node.span;
  section.indent = clause_indent(node, notes_.file());
  inside.id = section.id;
  inside.section = static_cast<std::int32_t>(out_.sections.size());
  inside.accept = read_accept(keys);
  inside.accept.insert(inside.accept.end(), place.accept.begin(), place.accept.end());
  out_.sections.push_back(std::move(section));
  read_body(keys, inside);
}

void PolicyReader::read_clauses(const Node& list, const Place& place) {
  for (std::size_t at = 0; at < list.items.size(); ++at) read_clause(*list.items[at], place, at + 1);
}

void PolicyReader::read_clause(const Node& node, const Place& place, std::size_t position) {
  Clause clause;
  clause.id = (place.id.empty() ? "clauses" : place.id) + "/" + std::to_string(position);
  clause.span = node.span;
  clause.section = place.section;
  clause.alias = alias_of(node);
  if (!clause.alias) clause.alias = place.alias;
  if (node.kind == NodeKind::scalar) {
    clause.text = text_of(node, "a clause", notes_);
    if (!clause.text) return;
  } else if (node.kind != NodeKind::mapping) {
    notes_.add(NoticeKind::bad_schema, node.place(),
               node.kind == NodeKind::null ? "this clause is empty" : "a clause is a text or a mapping, not a list",
               "write a text, or `text:`");
    return;
  } else if (!knows_a_key(node, clause_keys)) {
    clause.text = text_with_colon(node, notes_);
    if (!clause.text) read_clause_keys(node, clause);
  } else {
    read_clause_keys(node, clause);
  }
  clause.accept.insert(clause.accept.end(), place.accept.begin(), place.accept.end());
  out_.clauses.push_back(std::move(clause));
}

void PolicyReader::read_clause_keys(const Node& node, Clause& clause) {
  const Keys keys(node, "a clause", notes_);
  keys.check(clause_keys);
  clause.id = id_of(keys, clause.id, clause.alias);
  clause.title = keys.text("title");
  clause.text = keys.text("text");
  read_items(keys, clause);
  clause.fields = read_fields(keys);
  clause.accept = read_accept(keys);
  // Where a key that would say something stands, what is wrong with it has been said.
  constexpr std::array<std::string_view, 8> saying{"text", "list", "may", "only-may", "must", "must-not", "should", "should-not"};
  if (has_words(clause) || knows_a_key(node, saying) || !out_.complete) return;
  notes_.add(NoticeKind::bad_schema, node.place(), "this clause says nothing",
             "give it `text`, `list`, or one of `may`, `must`, `must-not`, `should`");
}

void PolicyReader::read_items(const Keys& keys, Clause& clause) {
  const Entry* entry = keys.find("list");
  if (entry != nullptr && entry->value->kind == NodeKind::scalar) {
    notes_.add(NoticeKind::bad_schema, entry->value->place(), "`list` is a list, not a text",
               "begin every entry with `- `, or call it `text`");
    if (std::optional<Text> text = text_of(*entry->value, "`list`", notes_))
      clause.items.push_back({clause.id + "/1", std::move(*text)});
    return;
  }
  const Node* list = keys.list("list");
  if (list == nullptr) return;
  for (std::size_t at = 0; at < list->items.size(); ++at) {
    const Node& item = *list->items[at];
    std::optional<Text> text = text_with_colon(item, notes_);
    if (!text) text = text_of(item, "an entry of `list`", notes_);
    if (text) clause.items.push_back({clause.id + "/" + std::to_string(at + 1), std::move(*text)});
  }
}

}  // namespace engagelint
