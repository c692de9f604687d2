// Where missing parts would be inserted: line starts, in the order that the format has.
#include <algorithm>

#include "policy/reader.hpp"

namespace engagelint {

namespace {

Offset line_start(std::string_view text, Offset at) {
  const std::size_t found = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return found == std::string_view::npos ? 0 : static_cast<Offset>(found + 1);
}

Offset next_line(std::string_view text, Offset at) {
  const std::size_t found = text.find('\n', at);
  return static_cast<Offset>(found == std::string_view::npos ? text.size() : found + 1);
}

std::uint32_t column(std::string_view text, Offset at) { return at - line_start(text, at); }

/// Comment lines directly above belong to the key below them.
Offset above_comments(std::string_view text, Offset at) {
  while (at > 0) {
    const Offset line = line_start(text, at - 1);
    const std::size_t first = text.find_first_not_of(" \t", line);
    if (first >= at || text[first] != '#') break;
    at = line;
  }
  return at;
}

bool is_block_list(const Entry* entry) {
  return entry != nullptr && entry->merged == nullptr && entry->value->kind == NodeKind::sequence && !entry->value->flow &&
         !entry->value->alias && !entry->value->items.empty();
}

}  // namespace

void find_insertions(const Node& root, PolicyDocument& out) {
  const std::string_view text = out.file->text();
  out.end = next_line(text, root.span.end);
  out.after_effective = out.people_at = out.sections_at = out.end;
  if (root.kind != NodeKind::mapping || root.flow) return;
  for (const std::string_view key : {"effective", "status", "organization", "title", "social-media-policy"}) {
    const Entry* entry = root.find(key);
    if (entry == nullptr || entry->merged != nullptr) continue;
    out.after_effective = next_line(text, std::max(entry->key->span.end, entry->value->place().end));
    break;
  }
  const auto before = [&](std::initializer_list<std::string_view> keys) {
    Offset first = out.end;
    for (const std::string_view key : keys) {
      const Entry* entry = root.find(key);
      if (entry != nullptr && entry->merged == nullptr)
        first = std::min(first, above_comments(text, line_start(text, entry->key->span.begin)));
    }
    return first;
  };
  const Entry* people = root.find("people");
  out.people_at = is_block_list(people) ? next_line(text, people->value->span.end) : before({"accounts", "sections", "clauses"});
  const Entry* sections = root.find("sections");
  out.sections_at = is_block_list(sections) ? line_start(text, sections->value->span.begin) : before({"sections", "clauses"});
}

std::uint32_t clause_indent(const Node& section, const SourceFile& file) {
  const Entry* clauses = section.find("clauses");
  if (is_block_list(clauses)) return column(file.text(), clauses->value->span.begin);
  return column(file.text(), section.span.begin) + 2;
}

}  // namespace engagelint
