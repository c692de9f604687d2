#include "engine/insert.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "source/prose.hpp"

namespace engagelint {
namespace {

Offset line_start(std::string_view text, Offset at) {
  while (at > 0 && text[at - 1] != '\n') --at;
  return at;
}

Offset next_line(std::string_view text, Offset at) {
  if (at > 0 && at <= text.size() && text[at - 1] == '\n') return at;
  const std::size_t end = text.find('\n', at);
  return static_cast<Offset>(end == std::string_view::npos ? text.size() : end + 1);
}

/// The blanks before the dash that begins this entry; nothing where it stands in flow style or on a dash of something else.
std::optional<std::uint32_t> dash_indent(std::string_view text, Offset at) {
  const Offset start = line_start(text, at);
  std::uint32_t indent = 0;
  while (start + indent < text.size() && text[start + indent] == ' ') ++indent;
  const Offset dash = start + indent;
  if (dash >= text.size() || text[dash] != '-') return std::nullopt;
  Offset after = dash + 1;
  while (after < text.size() && text[after] == ' ') ++after;
  return at == dash || at == after ? std::optional(indent) : std::nullopt;
}

bool is_plain(std::string_view text) {
  if (text.empty() || std::string_view("-?:,[]{}#&*!|>'\"%@`").find(text.front()) != std::string_view::npos) return false;
  return text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos && !text.ends_with(':');
}

std::string scalar(std::string_view text, bool quoted) {
  if (!quoted && is_plain(text)) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

/// "2.4" after "2.3", the first that is free.
std::string next_id(const PolicyDocument& policy, std::string id) {
  const std::size_t digits = id.find_last_not_of("0123456789") + 1;
  if (digits == id.size() || id.size() - digits > 6) return {};
  for (unsigned long number = std::stoul(id.substr(digits)) + 1;; ++number) {
    const std::string candidate = id.substr(0, digits) + std::to_string(number);
    const auto taken = [&](const auto& thing) { return thing.id == candidate; };
    if (std::none_of(policy.clauses.begin(), policy.clauses.end(), taken) &&
        std::none_of(policy.sections.begin(), policy.sections.end(), taken)) {
      return candidate;
    }
  }
}

std::string drafted_clause(const Subject& subject, const Clause& sibling, const Clause& last, std::uint32_t indent,
                           std::string_view draft) {
  const std::string_view source = subject.text(sibling.span);
  const std::string blanks(indent, ' ');
  const std::size_t id_at = source.find("id:");
  // Only where the siblings carry ids of their own is one made up.
  if (id_at == std::string_view::npos || source.substr(0, id_at).find_first_not_of("- {") != std::string_view::npos) {
    const bool quoted = !source.empty() && (source.front() == '"' || source.starts_with("- \""));
    return fmt::format("{}- {}\n", blanks, scalar(draft, quoted));
  }
  const std::string id = next_id(subject.policy, last.id);
  const std::string text = fmt::format("text: {}\n", scalar(draft, source.find("text: \"") != std::string_view::npos));
  if (id.empty()) return fmt::format("{}- {}", blanks, text);
  const bool quoted_id = source.substr(id_at).starts_with("id: \"");
  return fmt::format("{0}- id: {1}\n{0}  {2}", blanks, quoted_id ? "\"" + id + "\"" : id, text);
}

/// -2: none, -1: the clauses outside sections.
std::int32_t home_section(const Subject& subject, std::string_view title_words) {
  const PolicyDocument& policy = subject.policy;
  const auto has_clauses = [&](std::int32_t section) {
    return std::any_of(policy.clauses.begin(), policy.clauses.end(),
                       [&](const Clause& clause) { return clause.section == section; });
  };
  const std::vector<std::string> wanted = words_of(title_words);
  for (std::size_t i = 0; i < policy.sections.size(); ++i) {
    const auto index = static_cast<std::int32_t>(i);
    if (!policy.sections[i].title || !has_clauses(index)) continue;
    const std::string title = normal(policy.sections[i].title->value);
    if (std::any_of(wanted.begin(), wanted.end(), [&](const std::string& word) { return says(title, word); })) return index;
  }
  for (const Norm& norm : subject.reading.norms) {
    const bool engages = std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) {
      return mention.role == Role::act && is_a(mention.concept_id, subject.words.engage);
    });
    if (engages) return policy.clauses[norm.clause].section;
  }
  return policy.sections.empty() ? -1 : -2;
}

Insertion into_list(const Subject& subject, std::int32_t section, bool first, std::string_view draft) {
  const PolicyDocument& policy = subject.policy;
  const Clause* begin = nullptr;
  const Clause* end = nullptr;
  for (const Clause& clause : policy.clauses) {
    if (clause.section != section) continue;
    if (begin == nullptr) begin = &clause;
    end = &clause;
  }
  const std::string_view text = policy.file->text();
  const Clause& sibling = first ? *begin : *end;
  const Offset at = first ? line_start(text, sibling.span.begin) : next_line(text, sibling.span.end);
  const auto indent = dash_indent(text, sibling.span.begin);
  Insertion insertion{.place = {at, at}, .edit = std::nullopt};
  if (!indent || sibling.alias) return insertion;
  std::string words = drafted_clause(subject, sibling, *end, *indent, draft);
  if (at > 0 && text[at - 1] != '\n') words.insert(0, "\n");
  insertion.edit = Edit{.span = {at, at}, .replacement = std::move(words)};
  return insertion;
}

Insertion into_new_section(const Subject& subject, std::string_view draft) {
  const PolicyDocument& policy = subject.policy;
  const std::string_view text = policy.file->text();
  const Offset begin = policy.sections.front().span.begin;
  const Offset at = line_start(text, begin);
  const auto indent = dash_indent(text, begin);
  Insertion insertion{.place = {at, at}, .edit = std::nullopt};
  if (!indent) return insertion;
  const std::string title = fmt::format("Talking with {}", policy.audience ? one_line(policy.audience->value) : "members");
  insertion.edit = Edit{.span = {at, at},
                        .replacement = fmt::format("{0}- title: {1}\n{0}  clauses:\n{0}    - {2}\n", std::string(*indent, ' '),
                                                   scalar(title, false), scalar(draft, false))};
  return insertion;
}

std::string indented(std::string_view draft, std::uint32_t indent) {
  std::string out;
  while (!draft.empty()) {
    const std::size_t end = draft.find('\n');
    if (const std::string_view line = draft.substr(0, end); !line.empty())
      out += std::string(indent, ' ') + std::string(line) + "\n";
    draft = end == std::string_view::npos ? std::string_view{} : draft.substr(end + 1);
  }
  return out;
}

Insertion into_people(const Subject& subject, std::string_view draft) {
  const PolicyDocument& policy = subject.policy;
  const std::string_view text = policy.file->text();
  if (policy.people.empty()) {
    const Offset at = policy.people_at;
    return {.place = {at, at}, .edit = Edit{.span = {at, at}, .replacement = "people:\n" + indented(draft, 2)}};
  }
  const Person& last = policy.people.back();
  const Offset at = next_line(text, last.span.end);
  const auto indent = dash_indent(text, last.span.begin);
  Insertion insertion{.place = {at, at}, .edit = std::nullopt};
  if (indent) insertion.edit = Edit{.span = {at, at}, .replacement = indented(draft, *indent)};
  return insertion;
}

}  // namespace

Insertion insertion_for(const Subject& subject, std::string_view at, std::string_view title_words, std::string_view draft) {
  const PolicyDocument& policy = subject.policy;
  if (at == "people") return into_people(subject, draft);
  if (at == "review") {
    const Offset place = policy.after_effective;
    return {.place = {place, place}, .edit = Edit{.span = {place, place}, .replacement = indented(draft, 0)}};
  }
  const std::int32_t section = home_section(subject, title_words);
  return section == -2 ? into_new_section(subject, draft) : into_list(subject, section, at == "clause-first", draft);
}

}  // namespace engagelint
