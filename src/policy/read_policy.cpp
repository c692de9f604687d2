#include "policy/read_policy.hpp"

#include <algorithm>
#include <array>

#include "policy/reader.hpp"
#include "source/nearest.hpp"
#include "source/utf8.hpp"

namespace engagelint {

namespace {

constexpr std::array<std::string_view, 14> policy_keys{"social-media-policy",
                                                       "title",
                                                       "organization",
                                                       "status",
                                                       "effective",
                                                       "review",
                                                       "audience",
                                                       "part-of",
                                                       "glossary",
                                                       "people",
                                                       "accounts",
                                                       "sections",
                                                       "clauses",
                                                       "accept"};
constexpr std::array<std::string_view, 3> statuses{"draft", "adopted", "retired"};

Span first_line(const SourceFile& file) {
  const Span line = file.line(1);
  const auto bom = static_cast<Offset>(bom_length(file.text()));
  return {std::min(bom, line.end), line.end};
}

void note_no_marker(const Node& root, Notes& notes) {
  constexpr std::array<std::string_view, 1> marker{marker_key};
  for (const Entry& entry : root.entries) {
    if (entry.key->kind != NodeKind::scalar || nearest(entry.key->text.value, marker).empty()) continue;
    notes.add(NoticeKind::not_a_policy, entry.key->place(), "no key " + quoted(marker_key) + " marks this file as a policy",
              did_you_mean(marker_key));
    return;
  }
  const std::string write = "write " + quoted(std::string(marker_key) + ": 1") + " on its first line";
  if (root.kind == NodeKind::null) {
    notes.add(NoticeKind::not_a_policy, {root.span.begin, root.span.begin}, "the file is empty", write);
  } else {
    notes.add(NoticeKind::not_a_policy, first_line(notes.file()), "no key " + quoted(marker_key) + " marks this file as a policy",
              write);
  }
}

void check_version(const Entry& marker, Notes& notes) {
  if (marker.value->kind == NodeKind::scalar && marker.value->text.value == "1") return;
  const Span place = marker.value->place().empty() ? marker.key->place() : marker.value->place();
  notes.add(NoticeKind::bad_schema, place, "this version of the format is not known; the file is read as version 1",
            "write " + quoted(std::string(marker_key) + ": 1"));
}

}  // namespace

void PolicyReader::read() {
  const Keys keys(root_, "a policy", notes_);
  keys.check(policy_keys);
  check_version(*keys.find(marker_key), notes_);
  out_.span = root_.span;
  read_head(keys);
  find_insertions(root_, out_);
  if (out_.retired) return;
  read_glossary(keys);
  read_people(keys);
  read_accounts(keys);
  read_body(keys, {});
  out_.accept = read_accept(keys);
  if (out_.complete) require_parts();
}

void PolicyReader::read_head(const Keys& keys) {
  out_.title = keys.text("title");
  out_.organization = keys.text("organization");
  out_.status = keys.one_of("status", statuses);
  out_.effective = keys.date("effective");
  out_.review = keys.date("review");
  out_.audience = keys.text("audience");
  out_.part_of = keys.text("part-of");
  out_.retired = out_.status && out_.status->value == "retired";
  if (out_.retired) notes_.add(NoticeKind::retired, out_.status->span, "this policy is retired and was not read", {});
  if (out_.effective && out_.review && out_.review->value < out_.effective->value) {
    notes_.add(NoticeKind::bad_schema, out_.review->span, "the review lies before the day that the policy takes effect",
               "check both dates");
  }
}

void PolicyReader::read_glossary(const Keys& keys) {
  const Entry* entry = keys.find("glossary");
  if (entry == nullptr) return;
  if (entry->value->kind != NodeKind::mapping) {
    const Span place = entry->value->place().empty() ? entry->key->place() : entry->value->place();
    notes_.add(NoticeKind::bad_schema, place, "`glossary` is a mapping of words to words", "write `Portmates: staff`");
    return;
  }
  for (const Entry& word : entry->value->entries) {
    if (word.key->kind != NodeKind::scalar) continue;
    if (std::optional<Text> means = text_of(*word.value, "the word " + quoted(word.key->text.value), notes_)) {
      out_.glossary.emplace_back(word.key->text, std::move(*means));
    }
  }
}

void PolicyReader::require_parts() {
  const Span marker = root_.find(marker_key)->key->place();
  if (root_.find("title") == nullptr)
    notes_.add(NoticeKind::bad_schema, marker, "the policy has no `title`", "write `title: Social media policy`");
  if (out_.clauses.empty() && out_.sections.empty() && out_.accounts.empty() && out_.people.empty()) {
    notes_.add(NoticeKind::bad_schema, marker, "the policy has no clause, section, account or person",
               "write `clauses:` and begin the first with `- `");
  }
}

PolicyFile read_policy(const SourceFile& file) { return read_policy(file, read_yaml(file)); }

PolicyFile read_policy(const SourceFile& file, const YamlFile& yaml) {
  PolicyFile out;
  out.notices = yaml.notices;
  Notes notes(file, out.notices);
  std::uint32_t position = 0;
  for (const YamlDocument& document : yaml.documents) {
    ++position;
    const Node& root = *document.root;
    if (root.kind != NodeKind::mapping || root.find(marker_key) == nullptr) continue;
    PolicyDocument policy;
    policy.file = &file;
    policy.document = position;
    policy.complete = document.complete;
    PolicyReader(root, policy, notes).read();
    out.policies.push_back(std::move(policy));
  }
  out.unreadable = std::ranges::any_of(out.notices, [](const Notice& notice) { return notice.fatal; });
  if (!out.is_policy()) {
    const Node nothing;
    note_no_marker(yaml.documents.empty() ? nothing : *yaml.documents.front().root, notes);
  }
  std::ranges::stable_sort(out.notices, {}, [](const Notice& notice) { return notice.span ? notice.span->begin : 0; });
  return out;
}

bool may_be_policy(std::string_view bytes) {
  for (std::size_t at = bytes.find(marker_key); at != std::string_view::npos; at = bytes.find(marker_key, at + 1)) {
    const std::size_t line = at == 0 ? 0 : bytes.rfind('\n', at - 1) + 1;  // npos + 1 is 0
    std::string_view before = bytes.substr(line, at - line);
    if (line == 0) before.remove_prefix(bom_length(before));
    const std::size_t behind = bytes.find_first_not_of("\"' \t", at + marker_key.size());
    const bool starts = before.find_first_not_of(" \t\"'{?-") == std::string_view::npos;
    if (starts && behind != std::string_view::npos && bytes[behind] == ':') return true;
  }
  return false;
}

}  // namespace engagelint
