#include "engine/cross.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <string>

#include "engine/account_traits.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

bool letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

constexpr std::array<std::string_view, 4> part_kinds{"section", "clause", "annex", "appendix"};

class CrossChecks {
 public:
  CrossChecks(const PolicyDocument& policy, const Reading& reading, const std::vector<NormTraits>& norms)
      : policy_(policy), reading_(reading), norms_(norms) {}

  TraitsByClause run() {
    find_hollow_permission();
    for (std::size_t i = 0; i < policy_.clauses.size(); ++i) {
      const Clause& clause = policy_.clauses[i];
      if (clause.text) read_text(i, *clause.text);
      for (const ClauseItem& item : clause.items) read_text(i, item.text);
    }
    return std::move(clauses_);
  }

 private:
  ClauseTraits& clause_of(const Norm& norm) { return clauses_[norm.clause]; }

  static Place place_of(const Norm& norm) { return {norm.span, one_line(norm.quote)}; }

  void find_hollow_permission() {
    const Norm* first = nullptr;
    for (std::size_t i = 0; i < norms_.size(); ++i) {
      const Norm& norm = reading_.norms[i];
      if (!norms_[i].permits || norm.modality == Modality::require) continue;
      if (!norms_[i].hollow) return;
      if (first == nullptr) first = &norm;
    }
    if (first == nullptr) return;
    clause_of(*first).hollow_permission = true;
    clause_of(*first).permission = place_of(*first);
  }

  void read_text(std::size_t index, const Text& text) {
    find_dead_reference(index, text);
    find_unlisted_handle(index, text);
  }

  bool is_there(std::string_view kind, std::string_view label) {
    const auto [known, fresh] = references_.try_emplace(std::string(kind) + " " + std::string(label), false);
    if (fresh) known->second = look_up(kind, label);
    return known->second;
  }

  bool look_up(std::string_view kind, std::string_view label) const {
    const std::string name = normal(label);
    const std::string inside = name.substr(1, name.size() - 2);
    const auto named = [&](const auto& thing) {
      const std::string id = normal(thing.id);
      if (id == name || id.starts_with(" " + inside + ".") || id.starts_with(" " + inside + "/")) return true;
      return thing.title && (says(normal(thing.title->value), std::string(kind) + " " + inside) ||
                             normal(thing.title->value).starts_with(" " + inside));
    };
    if (std::any_of(policy_.sections.begin(), policy_.sections.end(), named)) return true;
    if (std::any_of(policy_.clauses.begin(), policy_.clauses.end(), named)) return true;
    // Sections without ids of their own are counted as a reader counts them.
    const bool counted = inside.find_first_not_of("0123456789") == std::string::npos && inside.size() < 4;
    return counted && kind == "section" && !inside.empty() &&
           static_cast<std::size_t>(std::stoul(inside)) <= policy_.sections.size();
  }

  /// "see section 7", "as set out in annex B": only numbered or lettered parts of this document, never of a law.
  void find_dead_reference(std::size_t index, const Text& text) {
    const std::string& value = text.value;
    if (!names_a_part(value)) return;
    const std::string flat = normal_in_place(value);
    for (const std::string_view kind : part_kinds) {
      for (std::size_t at = flat.find(kind); at != std::string::npos; at = flat.find(kind, at + 1)) {
        const std::size_t begin = at + kind.size() + 1;
        if ((at > 0 && letter(flat[at - 1])) || begin >= value.size() || flat[begin - 1] != ' ') continue;
        std::size_t end = begin;
        while (end < value.size() &&
               (letter(value[end]) || (value[end] == '.' && end + 1 < value.size() && letter(value[end + 1]))))
          ++end;
        const std::string_view label = std::string_view(value).substr(begin, end - begin);
        const bool numbered = !label.empty() && (std::isdigit(static_cast<unsigned char>(label[0])) != 0 ||
                                                 (label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z'));
        if (!numbered || !refers_here(flat, at, end) || is_there(kind, label)) continue;
        // The first of the clause is told.
        ClauseTraits& traits = clauses_[index];
        if (traits.dead_reference) return;
        traits.dead_reference = true;
        const Span decoded{static_cast<Offset>(at), static_cast<Offset>(end)};
        traits.reference = {text.to_source(decoded), one_line(std::string_view(value).substr(at, end - at))};
      }
    }
  }

  /// Whether a number or a single capital letter stands behind one of the words: most texts have none, and need no second look.
  static bool names_a_part(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (text[i - 1] != ' ' && text[i - 1] != '\n' && text[i - 1] != '\t') continue;
      const bool digit = text[i] >= '0' && text[i] <= '9';
      const bool capital = text[i] >= 'A' && text[i] <= 'Z' && (i + 1 == text.size() || !letter(text[i + 1]));
      if (!digit && !capital) continue;
      for (const std::string_view kind : part_kinds) {
        if (i > kind.size() && normal_in_place(text.substr(i - 1 - kind.size(), kind.size())) == kind) return true;
      }
    }
    return false;
  }

  /// Lower case with every byte in its place.
  static std::string normal_in_place(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      if (c == '\n' || c == '\t') c = ' ';
    }
    return out;
  }

  static bool refers_here(const std::string& flat, std::size_t begin, std::size_t end) {
    const std::string before = " " + flat.substr(begin > 28 ? begin - 28 : 0, begin > 28 ? 28 : begin);
    const std::size_t stop = std::min(flat.find(". ", end), flat.size());
    const std::string sentence =
        " " + flat.substr(begin > 120 ? begin - 120 : 0, (begin > 120 ? 120 : begin) + (stop - begin)) + " ";
    if (says(sentence,
             "act |act,|act.|code|regulation|rule |law|nlra|u.s.c|usc|cfr|ordinance|constitution|statute|gdpr|directive|handbook|"
             "contract|agreement|rights|http|www")) {
      return false;
    }
    if (flat.compare(end, 4, " of ") == 0 && flat.compare(end, 9, " of this ") != 0) return false;
    return says(before, "see |see also |in |under |to |with |per |set out in|listed in|described in");
  }

  bool is_listed(std::string_view handle) const {
    const auto same = [&](const Text& text) { return same_handle(text.value, handle); };
    return std::any_of(policy_.accounts.begin(), policy_.accounts.end(),
                       [&](const Account& a) { return a.handle && same(*a.handle); }) ||
           std::any_of(policy_.people.begin(), policy_.people.end(),
                       [&](const Person& p) { return std::any_of(p.handles.begin(), p.handles.end(), same); });
  }

  void find_unlisted_handle(std::size_t index, const Text& text) {
    const std::string& value = text.value;
    for (std::size_t at = value.find('@'); at != std::string::npos; at = value.find('@', at + 1)) {
      std::size_t end = at + 1;
      while (end < value.size() && letter(value[end])) ++end;
      const std::string_view handle = std::string_view(value).substr(at, end - at);
      const bool mailbox = (at > 0 && (letter(value[at - 1]) || value[at - 1] == '.')) ||
                           (end + 1 < value.size() && value[end] == '.' && letter(value[end + 1]));
      if (handle.size() < 3 || mailbox || is_listed(handle) || is_example(index, value, at, handle)) continue;
      // The first of the clause is told, and one handle is one gap, however often the text names it.
      if (handles_.contains(normal(handle))) continue;
      ClauseTraits& traits = clauses_[index];
      if (traits.unlisted_handle) return;
      handles_.insert(normal(handle));
      traits.unlisted_handle = true;
      traits.handle = {text.to_source({static_cast<Offset>(at), static_cast<Offset>(end)}), std::string(handle)};
    }
  }

  bool is_example(std::size_t index, const std::string& value, std::size_t at, std::string_view handle) const {
    if (says(normal(handle), "@your|@name|@handle|@example|@our|@username|@user|@someone|@mention")) return true;
    const std::size_t start = at > 40 ? at - 40 : 0;
    const std::string before = normal(value.substr(start, at - start));
    if (says(before, "e.g.|such as|for example|for instance|like |means|example")) return true;
    const std::string_view ahead = std::string_view(value).substr(0, at);
    const std::size_t opened = ahead.rfind("\xE2\x80\x9C");
    const bool curly = opened != std::string_view::npos && ahead.find("\xE2\x80\x9D", opened) == std::string_view::npos;
    if (std::count(ahead.begin(), ahead.end(), '"') % 2 == 1 || curly ||
        (at > 0 && (value[at - 1] == '\'' || static_cast<unsigned char>(value[at - 1]) >= 0x80)))
      return true;
    const Clause& clause = policy_.clauses[index];
    std::string title = clause.title ? clause.title->value : "";
    if (clause.section >= 0) {
      if (const auto& around = policy_.sections[static_cast<std::size_t>(clause.section)].title) title += " " + around->value;
    }
    return says(normal(title), "definition|example|glossary|terms");
  }

  const PolicyDocument& policy_;
  const Reading& reading_;
  const std::vector<NormTraits>& norms_;
  TraitsByClause clauses_;
  std::map<std::string, bool> references_;
  std::set<std::string> handles_;
};

}  // namespace

TraitsByClause clause_traits(const PolicyDocument& policy, const Reading& reading, const std::vector<NormTraits>& norms) {
  return CrossChecks(policy, reading, norms).run();
}

}  // namespace engagelint
