#include "engine/fixes.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/insert.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

Fix show(const Rewrite& rewrite, const Values& values) {
  const std::string title = fill(rewrite.title, values);
  const std::string text = one_line(fill(rewrite.text, values));
  return {.kind = FixKind::show_only,
          .level = rewrite.level,
          .title = text.empty()    ? title
                   : title.empty() ? text
                                   : fmt::format("{}: {}", title, text),
          .edits = {}};
}

/// The words as they must stand inside that scalar; nothing where they cannot.
std::optional<std::string> encoded(const Text& text, const std::string& words) {
  switch (text.style) {
    case ScalarStyle::literal:
    case ScalarStyle::folded: return words;
    case ScalarStyle::single_quoted: {
      std::string out;
      for (const char c : words) out += c == '\'' ? std::string("''") : std::string(1, c);
      return out;
    }
    case ScalarStyle::double_quoted: {
      std::string out;
      for (const char c : words) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
      return out;
    }
    case ScalarStyle::plain: break;
  }
  const bool safe = words.find(": ") == std::string::npos && words.find(" #") == std::string::npos && !words.ends_with(':') &&
                    words.find_first_of("[]{},") == std::string::npos &&
                    std::string_view("-?:&*!|>'\"%@`#").find(words.front()) == std::string_view::npos;
  return safe ? std::optional(words) : std::nullopt;
}

/// A sentence may be replaced where it is a clause's own prose and carries this norm alone.
const Text* replaceable(const Subject& subject, const Norm& norm) {
  if (norm.sentence >= subject.reading.sentences.size() || norm.via == Via::field) return nullptr;
  const Sentence& sentence = subject.reading.sentences[norm.sentence];
  const Clause& clause = subject.policy.clauses[norm.clause];
  if (sentence.item != -1 || !clause.text || !clause.text->exact || clause.alias || sentence.span.empty()) return nullptr;
  const auto norms = norms_of(subject.reading, norm.sentence);
  const bool alone = std::all_of(norms.begin(), norms.end(), [&](const Norm& other) { return &other == &norm; });
  return alone ? &*clause.text : nullptr;
}

}  // namespace

std::vector<Fix> norm_fixes(const Subject& subject, const Rule& rule, const Norm& norm, const Values& values) {
  std::vector<Fix> fixes;
  const Text* text = nullptr;
  if (std::any_of(rule.rewrites.begin(), rule.rewrites.end(), [](const Rewrite& r) { return r.kind != FixKind::show_only; })) {
    text = replaceable(subject, norm);
  }
  for (const Rewrite& rewrite : rule.rewrites) {
    Fix fix = show(rewrite, values);
    const std::string words = one_line(fill(rewrite.text, values));
    if (rewrite.kind != FixKind::show_only && text != nullptr && !words.empty() && !has_gap(words)) {
      if (auto replacement = encoded(*text, words)) {
        fix.kind = rewrite.kind;
        fix.edits.push_back({.span = subject.reading.sentences[norm.sentence].span, .replacement = std::move(*replacement)});
      }
    }
    fixes.push_back(std::move(fix));
  }
  return fixes;
}

std::vector<Fix> account_fixes(const Rule& rule, const AccountTraits& account, const Values& values) {
  std::vector<Fix> fixes;
  for (const Rewrite& rewrite : rule.rewrites) {
    Fix fix = show(rewrite, values);
    const std::string line = fill(rewrite.text, values);
    const std::size_t colon = line.find(": ");
    if (rewrite.kind != FixKind::show_only && colon != std::string::npos && !has_gap(line)) {
      // "replies: on": the value of a key that stands in the file is replaced, nothing else.
      if (const Text* field = account_field(account, line.substr(0, colon))) {
        const std::string value = one_line(line.substr(colon + 2));
        const bool quoted = field->style == ScalarStyle::double_quoted || field->style == ScalarStyle::single_quoted;
        fix.kind = rewrite.kind;
        fix.edits.push_back({.span = field->span, .replacement = quoted ? fmt::format("\"{}\"", value) : value});
      }
    }
    fixes.push_back(std::move(fix));
  }
  return fixes;
}

std::vector<Fix> insertion_fixes(const Subject& subject, const Rule& rule, const Values& values, Span& place) {
  const std::string draft = fill(rule.insert_draft, values);
  Insertion insertion = insertion_for(subject, rule.insert_at, fill(rule.insert_title_words, values),
                                      rule.insert_at.starts_with("clause") ? one_line(draft) : draft);
  place = insertion.place;
  std::vector<Fix> fixes;
  Fix fix{.kind = FixKind::show_only, .level = FixLevel::small, .title = fmt::format("add: {}", one_line(draft)), .edits = {}};
  if (insertion.edit && !has_gap(draft)) {
    fix.kind = FixKind::changes_policy;
    fix.edits.push_back(std::move(*insertion.edit));
  }
  fixes.push_back(std::move(fix));
  for (Fix& shown : shown_fixes(rule, values)) fixes.push_back(std::move(shown));
  return fixes;
}

std::vector<Fix> shown_fixes(const Rule& rule, const Values& values) {
  std::vector<Fix> fixes;
  for (const Rewrite& rewrite : rule.rewrites) fixes.push_back(show(rewrite, values));
  return fixes;
}

const Text* account_field(const AccountTraits& account, std::string_view key) {
  if (account.entry == nullptr) return nullptr;
  const Account& entry = *account.entry;
  const std::pair<std::string_view, const std::optional<Text>*> fields[] = {
      {"handle", &entry.handle},       {"network", &entry.network},
      {"held-by", &entry.held_by},     {"purpose", &entry.purpose},
      {"replies", &entry.replies},     {"response-within", &entry.response_within},
      {"person", &entry.person},       {"written-by", &entry.written_by},
      {"disclosed", &entry.disclosed}, {"names-employer", &entry.names_employer},
      {"links", &entry.links},         {"tracking", &entry.tracking},
      {"approval", &entry.approval},   {"ownership", &entry.ownership},
      {"successor", &entry.successor}};
  for (const auto& [name, field] : fields) {
    if (name == key && *field) return &**field;
  }
  return nullptr;
}

}  // namespace engagelint
