// Reads one policy for a test down to its norms, and shows them in short.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "norm/concepts.hpp"
#include "norm/norm.hpp"
#include "norm/units.hpp"
#include "policy/read_policy.hpp"

namespace engagelint::test {

inline const std::string policy_head = "social-media-policy: 1\ntitle: t\n";

/// A policy and its norms; everything they point into is kept.
struct Norms {
  SourceFile file;
  PolicyFile policies;
  Reading reading;
  explicit Norms(std::string yaml)
      : file("a.yaml", std::move(yaml)), policies(read_policy(file)), reading(read_norms(policy())) {}
  [[nodiscard]] const PolicyDocument& policy() const { return policies.policies.at(0); }
  [[nodiscard]] std::string_view bytes(Span span) const { return file.text(span); }
  [[nodiscard]] const Norm& norm(std::size_t at) const { return reading.norms.at(at); }

  /// Modalities in order without statements: "prohibit, permit".
  [[nodiscard]] std::string modalities() const {
    std::string out;
    for (const Norm& one : reading.norms) {
      if (one.modality == Modality::define || one.modality == Modality::none) continue;
      out += (out.empty() ? "" : ", ") + std::string(name_of(one.modality));
    }
    return out;
  }
  /// The first norm that is no statement.
  [[nodiscard]] const Norm* first() const {
    for (const Norm& one : reading.norms) {
      if (one.modality != Modality::define && one.modality != Modality::none) return &one;
    }
    return nullptr;
  }
  [[nodiscard]] bool unread() const {
    bool out = false;
    for (const Sentence& sentence : reading.sentences) out = out || sentence.unread;
    return out;
  }
};

inline std::string double_quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// A clause that is one text.
inline Norms read(std::string_view sentence, std::string_view before = "") {
  return Norms(policy_head + std::string(before) + "clauses:\n  - " + double_quoted(sentence) + "\n");
}

/// A clause with a title and one item.
inline Norms read_item(std::string_view title, std::string_view item) {
  return Norms(policy_head + "clauses:\n  - title: " + double_quoted(title) + "\n    list:\n      - " + double_quoted(item) +
               "\n");
}

/// True where a mention of that role is the concept or below it.
inline bool has(const Norm& norm, Role role, std::string_view concept_id) {
  const Concept sought = find_concept(concept_id);
  for (const Mention& mention : norm.mentions) {
    if (mention.role == role && is_a(mention.concept_id, sought)) return true;
  }
  return false;
}

/// The same over all norms of the policy.
inline bool any_has(const Norms& read, Role role, std::string_view concept_id) {
  for (const Norm& norm : read.reading.norms) {
    if (has(norm, role, concept_id)) return true;
  }
  return false;
}

/// One class letter a unit.
inline std::string classes(std::string_view text) {
  std::vector<norm::Token> scratch;
  std::vector<norm::Unit> units;
  norm::add_units(text, {0, static_cast<Offset>(text.size())}, 0, {}, scratch, units);
  norm::choose_classes(units);
  std::string out;
  for (const auto& unit : units) out += unit.cls;
  return out;
}

/// The class of the unit that says `word`, alone or in a phrase; '?' where no unit does.
inline char class_of(std::string_view text, std::string_view word) {
  std::vector<norm::Token> scratch;
  std::vector<norm::Unit> units;
  norm::add_units(text, {0, static_cast<Offset>(text.size())}, 0, {}, scratch, units);
  norm::choose_classes(units);
  for (const auto& unit : units) {
    if (text.substr(unit.begin, unit.end - unit.begin).find(word) != std::string_view::npos) return unit.cls;
  }
  return '?';
}

}  // namespace engagelint::test
