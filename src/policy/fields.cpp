#include <array>
#include <utility>

#include "policy/reader.hpp"

namespace engagelint {

namespace {

constexpr std::array<std::pair<std::string_view, Modality>, 6> modal_keys{{{"may", Modality::permit},
                                                                           {"only-may", Modality::restrict_to},
                                                                           {"must", Modality::require},
                                                                           {"must-not", Modality::prohibit},
                                                                           {"should", Modality::recommend},
                                                                           {"should-not", Modality::discourage}}};

Modality modality_of(std::string_view key) {
  for (const auto& [name, modality] : modal_keys) {
    if (key == name) return modality;
  }
  return Modality::none;
}

std::optional<ModalField> read_modal(const Keys& keys) {
  std::optional<ModalField> found;
  std::string_view taken;
  for (const Entry& entry : keys.node().entries) {
    const std::string_view key = entry.key->text.value;
    const Modality modality = modality_of(key);
    if (modality == Modality::none || keys.find(key) != &entry) continue;
    if (found) {
      keys.notes().add(NoticeKind::bad_schema, entry.key->place(),
                       "a clause has one of " + quoted(taken) + " and " + quoted(key) + ", not both",
                       "write two clauses; only " + quoted(taken) + " is read");
      continue;
    }
    taken = key;
    found = ModalField{modality, entry.key->span, keys.texts(key)};
    if (found->acts.empty() && entry.value->kind == NodeKind::sequence && entry.value->items.empty()) {
      keys.notes().add(NoticeKind::bad_schema, entry.value->place(), quoted(key) + " names nothing",
                       "name what is done: `" + std::string(key) + ": reply`");
    }
  }
  if (found && found->acts.empty()) found.reset();
  return found;
}

}  // namespace

std::string_view name_of(Modality modality) {
  switch (modality) {
    case Modality::none: return "none";
    case Modality::permit: return "permit";
    case Modality::require: return "require";
    case Modality::prohibit: return "prohibit";
    case Modality::recommend: return "recommend";
    case Modality::discourage: return "discourage";
    case Modality::exempt: return "exempt";
    case Modality::restrict_to: return "restrict-to";
    case Modality::sanction: return "sanction";
    case Modality::define: return "define";
  }
  return "none";
}

Fields read_fields(const Keys& keys) {
  Fields fields;
  fields.modal = read_modal(keys);
  fields.who = keys.texts("who");
  fields.to = keys.texts("to");
  fields.on = keys.texts("on");
  fields.about = keys.texts("about");
  fields.unless = keys.texts("unless");
  fields.condition = keys.texts("if");
  fields.within = keys.texts("within");
  fields.after = keys.texts("after");
  fields.because = keys.texts("because");
  return fields;
}

std::vector<Acceptance> read_accept(const Keys& keys) {
  std::vector<Acceptance> out;
  const Entry* entry = keys.find("accept");
  if (entry == nullptr) return out;
  constexpr std::array<std::string_view, 4> known{"rule", "because", "by", "until"};
  std::vector<const Node*> nodes;
  if (entry->value->kind == NodeKind::mapping) {
    nodes.push_back(entry->value);
  } else if (const Node* list = keys.list("accept")) {
    nodes = list->items;
  }
  Notes& notes = keys.notes();
  for (const Node* node : nodes) {
    if (node->kind != NodeKind::mapping) {
      notes.add(NoticeKind::bad_schema, node->place(), "an entry of `accept` is a mapping", "write `rule:` and `because:`");
      continue;
    }
    const Keys own(*node, "an entry of `accept`", notes);
    own.check(known);
    const std::optional<Text> rule = own.text("rule"), because = own.text("because"), by = own.text("by"),
                              until = own.date("until");
    for (const std::string_view needed : {"rule", "because"}) {
      if (own.find(needed) != nullptr) continue;
      notes.add(NoticeKind::bad_schema, node->place(), "an entry of `accept` lacks " + quoted(needed),
                needed == "rule" ? "name the rule whose finding is kept"
                                 : "say why the clause is kept; without it nothing is accepted");
    }
    // An end that cannot be read must not become no end.
    if (!rule || !because || (own.find("until") != nullptr && !until)) continue;
    out.push_back({node->place(), rule->value, because->value, by ? by->value : "", until ? until->value : ""});
  }
  return out;
}

}  // namespace engagelint
