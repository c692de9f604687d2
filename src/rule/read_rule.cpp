// One rule file -> RuleStorage. Everything wrong with a file is told, each at its place; a file with a notice gives no rule.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "rule/facts.hpp"
#include "rule/keys.hpp"
#include "rule/storage.hpp"
#include "rule/template.hpp"
#include "source/nearest.hpp"
#include "yaml/yaml.hpp"

namespace engagelint {
namespace {

using Words = std::span<const std::string_view>;

bool among(std::string_view word, Words words) { return std::find(words.begin(), words.end(), word) != words.end(); }

std::string hint_for(std::string_view word, Words known) {
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? fmt::format("one of: {}", fmt::join(known, ", ")) : fmt::format("did you mean `{}`?", meant);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  return text;
}

bool is_kebab(std::string_view id) {
  bool gap = true;
  for (const char c : id) {
    if (c == '-' && gap) return false;
    if (c != '-' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) return false;
    gap = c == '-';
  }
  return !gap;
}

bool is_version(std::string_view text) {
  int dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (!digit && (text[i] != '.' || i == 0 || i + 1 == text.size() || text[i - 1] == '.')) return false;
    dots += digit ? 0 : 1;
  }
  return dots == 2;
}

class Reader {
 public:
  Reader(const SourceFile& file, const expr::ConceptTable& concepts, RuleStorage& into, std::vector<Notice>& notices)
      : file_(file), concepts_(concepts), into_(into), rule_(into.rule), notices_(notices) {}

  void read(const Node& root) {
    check_keys(root, keys::rule, "a rule");
    check_required(root);
    read_head(root);
    read_conditions(root);
    rule_.message = template_of(root, "message");
    rule_.why = template_of(root, "why");
    rule_.instead = template_of(root, "instead");
    rule_.counter = trimmed(text_of(root, "counter"));
    rule_.leave_it_when = trimmed(text_of(root, "leave-it-when"));
    each(root, "arguments", [this](const Node& item) { read_argument(item); });
    read_labels(root);
    each(root, "rewrites", [this](const Node& item) { read_rewrite(item); });
    read_insert(root);
    read_examples(root);
    rule_.arguments = into_.arguments;
    rule_.related = into_.related;
    rule_.rewrites = into_.rewrites;
    rule_.flags = into_.flags;
    rule_.silent = into_.silent;
    rule_.todo = into_.todo;
  }

  void refuse(Span span, std::string message, std::string hint = {}) {
    notices_.push_back({.kind = NoticeKind::bad_rule,
                        .path = std::string(file_.path()),
                        .file = &file_,
                        .span = span,
                        .message = std::move(message),
                        .hint = std::move(hint)});
  }

 private:
  void check_keys(const Node& map, Words known, std::string_view what) {
    // That a key stands twice is told by the YAML reader.
    for (const Entry& entry : map.entries) {
      const std::string_view name = entry.key->text.value;
      if (!among(name, known))
        refuse(entry.key->place(), fmt::format("unknown key `{}` in {}", name, what), hint_for(name, known));
    }
  }

  /// A missing key is marked at the key that it should follow.
  void check_required(const Node& root) {
    for (const std::string_view key : keys::required) {
      if (root.find(key) != nullptr) continue;
      const auto at = std::find(keys::rule.begin(), keys::rule.end(), key);
      const Entry* before = nullptr;
      for (auto other = at; other != keys::rule.begin() && before == nullptr;) before = root.find(*--other);
      if (before != nullptr) {
        refuse(before->key->place(), fmt::format("the rule has no `{}`", key),
               fmt::format("add it after `{}`", before->key->text.value));
      } else {
        refuse({root.span.begin, root.span.begin}, fmt::format("the rule has no `{}`", key), "add it at the top");
      }
    }
  }

  /// The scalar under a key, or null; anything but text is told.
  const Node* scalar(const Node& map, std::string_view key) {
    const Entry* entry = map.find(key);
    if (entry == nullptr) return nullptr;
    if (entry->value->kind == NodeKind::scalar && !trimmed(entry->value->text.value).empty()) return entry->value;
    const bool empty = entry->value->kind == NodeKind::null || entry->value->kind == NodeKind::scalar;
    refuse(empty ? entry->key->place() : entry->value->place(),
           empty ? fmt::format("`{}` is empty", key) : fmt::format("`{}` is text, not a {}", key, name_of(entry->value->kind)));
    return nullptr;
  }

  std::string_view text_of(const Node& map, std::string_view key) {
    const Node* node = scalar(map, key);
    return node != nullptr ? into_.keep(node->text.value) : std::string_view{};
  }

  /// One of a closed list; empty where it is absent or was refused.
  std::string_view word_of(const Node& map, std::string_view key, Words known) {
    const Node* node = scalar(map, key);
    if (node == nullptr) return {};
    const std::string_view word = node->text.value;
    if (among(word, known)) return *std::find(known.begin(), known.end(), word);
    refuse(node->place(), fmt::format("`{}` is never `{}`", key, word), hint_for(word, known));
    return {};
  }

  std::size_t index_of(const Node& map, std::string_view key, Words known, std::size_t otherwise) {
    const std::string_view word = word_of(map, key, known);
    return word.empty() ? otherwise : static_cast<std::size_t>(std::find(known.begin(), known.end(), word) - known.begin());
  }

  void refuse_inside(const Node& node, const std::vector<expr::Problem>& problems) {
    for (const expr::Problem& problem : problems) refuse(node.text.to_source(problem.span), problem.message, problem.hint);
  }

  std::string_view template_of(const Node& map, std::string_view key) {
    const Node* node = scalar(map, key);
    if (node == nullptr) return {};
    refuse_inside(*node, check_template(node->text.value));
    return trimmed(into_.keep(node->text.value));
  }

  template <typename Visit>
  void each(const Node& map, std::string_view key, Visit visit) {
    const Entry* entry = map.find(key);
    if (entry == nullptr) return;
    if (entry->value->kind != NodeKind::sequence || entry->value->items.empty()) {
      refuse(entry->key->place(), fmt::format("`{}` is a list with at least one entry", key));
      return;
    }
    for (const Node* item : entry->value->items) visit(*item);
  }

  bool is_mapping(const Node& node, std::string_view what, Words known) {
    if (node.kind == NodeKind::mapping) {
      check_keys(node, known, what);
      return true;
    }
    refuse(node.place(), fmt::format("{} is written with the keys {}", what, fmt::join(known, ", ")));
    return false;
  }

  void need(const Node& map, std::string_view what, Words wanted) {
    for (const std::string_view key : wanted) {
      if (map.find(key) == nullptr) refuse(map.place(), fmt::format("{} needs `{}`", what, key));
    }
  }

  void read_head(const Node& root) {
    const std::string_view path = file_.path();
    const std::string_view name = path.substr(path.find_last_of('/') + 1);
    const std::string_view stem = name.substr(0, name.find_last_of('.'));
    const std::string_view folder = path.substr(0, path.size() - std::min(path.size(), name.size() + 1));
    rule_.info = {text_of(root, "id"), into_.keep(folder.substr(folder.find_last_of('/') + 1)), trimmed(text_of(root, "title"))};
    if (const Entry* id = root.find("id"); id != nullptr && !rule_.info.id.empty()) {
      into_.id_place = id->value->place();
      if (!is_kebab(rule_.info.id)) {
        refuse(into_.id_place, fmt::format("`{}` is no id", rule_.info.id), "small letters and digits, joined by hyphens");
      } else if (rule_.info.id != stem) {
        refuse(into_.id_place, fmt::format("the id is `{}` and the file is `{}`", rule_.info.id, name), "both are the same");
      }
    }
    rule_.severity = static_cast<Severity>(index_of(root, "severity", keys::severities, 1));
    rule_.scope = static_cast<Scope>(index_of(root, "scope", keys::scopes, 0));
    rule_.additional = word_of(root, "additional", keys::truths) == "true";
    if (const Node* since = scalar(root, "since")) {
      rule_.since = into_.keep(since->text.value);
      if (!is_version(rule_.since))
        refuse(since->place(), fmt::format("`{}` is no version", rule_.since), "three numbers: 0.1.0");
    }
    if (const Node* rank = scalar(root, "rank")) {
      const std::string& text = rank->text.value;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rule_.rank);
      if (error != std::errc{} || end != text.data() + text.size() || rule_.rank < 1) {
        refuse(rank->place(), fmt::format("`rank` is never `{}`", text), "a whole number from 1");
      }
    }
  }

  expr::Program condition(const Node& root, std::string_view key, expr::CompiledProgram& into) {
    const Node* node = scalar(root, key);
    const Entry* scope = root.find("scope");
    // Without its scope nothing can be said about the names of a condition.
    if (node == nullptr || scope == nullptr || !among(scope->value->text.value, keys::scopes)) return {};
    expr::Compiled compiled = expr::compile(node->text.value, schema_of(rule_.scope, concepts_));
    refuse_inside(*node, compiled.problems);
    into = std::move(compiled.program);
    return into.view();
  }

  void read_conditions(const Node& root) {
    rule_.when = condition(root, "when", into_.when);
    if (const Entry* when = root.find("when")) rule_.when_text = trimmed(into_.keep(when->value->text.value));
    rule_.lower_when = condition(root, "lower-when", into_.lower_when);
    rule_.raise_when = condition(root, "raise-when", into_.raise_when);
  }

  void read_argument(const Node& node) {
    if (!is_mapping(node, "an argument", keys::argument)) return;
    need(node, "an argument", keys::argument);
    into_.arguments.push_back({word_of(node, "id", keys::arguments), word_of(node, "stands", keys::stands)});
  }

  [[nodiscard]] Words places() const {
    switch (rule_.scope) {
      case Scope::norm: return keys::norm_places;
      case Scope::clause: return keys::clause_places;
      case Scope::account: return keys::account_places;
      case Scope::policy: return keys::policy_places;
    }
    return {};
  }

  void read_labels(const Node& root) {
    rule_.primary = places().front();
    const Entry* labels = root.find("labels");
    if (labels == nullptr || !is_mapping(*labels->value, "`labels`", keys::labels)) return;
    const std::string_view primary = word_of(*labels->value, "primary", places());
    if (!primary.empty()) rule_.primary = primary;
    const Entry* related = labels->value->find("related");
    if (related == nullptr) return;
    if (related->value->kind != NodeKind::mapping) {
      refuse(related->key->place(), "`related` maps places to words");
      return;
    }
    check_keys(*related->value, places(), fmt::format("labels of scope {}", name_of(rule_.scope)));
    for (const Entry& entry : related->value->entries) {
      const std::string_view place = entry.key->text.value;
      if (among(place, places())) into_.related.push_back({into_.keep(place), template_of(*related->value, place)});
    }
  }

  void read_rewrite(const Node& node) {
    if (!is_mapping(node, "a rewrite", keys::rewrite)) return;
    need(node, "a rewrite", keys::rewrite);
    into_.rewrites.push_back({static_cast<FixLevel>(index_of(node, "level", keys::levels, 0)),
                              static_cast<FixKind>(index_of(node, "kind", keys::kinds, 2)), template_of(node, "title"),
                              template_of(node, "text")});
  }

  void read_insert(const Node& root) {
    const Entry* insert = root.find("insert");
    if (insert == nullptr) return;
    if (rule_.scope != Scope::policy) refuse(insert->key->place(), "`insert` is for rules of scope policy only");
    if (!is_mapping(*insert->value, "`insert`", keys::insert)) return;
    need(*insert->value, "`insert`", std::array<std::string_view, 2>{"at", "draft"});
    rule_.insert_at = word_of(*insert->value, "at", keys::insert_places);
    rule_.insert_title_words = template_of(*insert->value, "title-words");
    rule_.insert_draft = template_of(*insert->value, "draft");
  }

  void read_examples(const Node& root) {
    const Entry* examples = root.find("examples");
    if (examples == nullptr || !is_mapping(*examples->value, "`examples`", keys::examples)) return;
    for (const std::string_view key : {"flags", "silent"}) {
      if (examples->value->find(key) == nullptr)
        refuse(examples->key->place(), fmt::format("the rule has no examples under `{}`", key));
    }
    each(*examples->value, "flags", [this](const Node& item) { read_example(item, into_.flags); });
    each(*examples->value, "silent", [this](const Node& item) { read_example(item, into_.silent); });
    const Entry* todo = examples->value->find("todo");
    const bool none = todo == nullptr || todo->value->kind == NodeKind::null ||
                      (todo->value->kind == NodeKind::sequence && todo->value->items.empty());
    if (!none) each(*examples->value, "todo", [this](const Node& item) { read_example(item, into_.todo); });
  }

  void read_example(const Node& node, std::vector<Example>& into) {
    if (node.kind == NodeKind::scalar && !node.text.value.empty()) {
      into.push_back({.clause = into_.keep(node.text.value), .title = {}, .policy = {}, .quote = {}, .why = {}});
      return;
    }
    if (!is_mapping(node, "an example", keys::example)) return;
    const bool clause = node.find("clause") != nullptr;
    const bool policy = node.find("policy") != nullptr;
    if (clause == policy) refuse(node.place(), "an example is a `clause` or a `policy`, one of them");
    if (policy && node.find("title") != nullptr) refuse(node.find("title")->key->place(), "`title` is the title of a `clause`");
    into.push_back({.clause = text_of(node, "clause"),
                    .title = text_of(node, "title"),
                    .policy = text_of(node, "policy"),
                    .quote = text_of(node, "quote"),
                    .why = trimmed(text_of(node, "why"))});
  }

  const SourceFile& file_;
  const expr::ConceptTable& concepts_;
  RuleStorage& into_;
  Rule& rule_;
  std::vector<Notice>& notices_;
};

}  // namespace

std::shared_ptr<RuleStorage> read_rule(const SourceFile& file, const expr::ConceptTable& concepts, std::vector<Notice>& notices) {
  const std::size_t before = notices.size();
  YamlFile yaml = read_yaml(file);
  for (Notice& notice : yaml.notices) {
    notice.kind = NoticeKind::bad_rule;
    notices.push_back(std::move(notice));
  }
  auto storage = std::make_shared<RuleStorage>();
  Reader reader(file, concepts, *storage, notices);
  if (yaml.documents.size() != 1 || yaml.documents.front().root->kind != NodeKind::mapping) {
    if (notices.size() == before) reader.refuse({0, 0}, "a rule file is one YAML mapping", "docs/rule-format.md shows one");
    return nullptr;
  }
  if (yaml.documents.front().complete) reader.read(*yaml.documents.front().root);
  std::stable_sort(notices.begin() + static_cast<std::ptrdiff_t>(before), notices.end(),
                   [](const Notice& a, const Notice& b) { return a.span.value_or(Span{}) < b.span.value_or(Span{}); });
  return notices.size() == before ? storage : nullptr;
}

}  // namespace engagelint
