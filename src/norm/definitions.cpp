#include "norm/definitions.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/units.hpp"
#include "source/prose.hpp"

namespace engagelint::norm {
namespace {

constexpr std::size_t longest_term = 40;  // bytes; what is longer is a quotation
constexpr std::size_t looked_at = 14;     // words of what a term is said to cover
constexpr std::size_t window = 240;       // bytes that hold so many: a clause of any length is read in one pass
constexpr std::size_t most_terms = 64;    // each is looked for at every word of the policy

struct Quoted {
  std::size_t begin = 0, end = 0;  ///< of the words inside
  std::size_t next = 0;            ///< behind the closing mark
};

/// The next pair of double quotation marks from `at` with a short text between them.
std::optional<Quoted> next_quoted(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> marks{"\"", "\u201C", "\u201D"};
  const auto mark_at = [&](std::size_t i) {
    for (const auto mark : marks) {
      if (text.substr(i, mark.size()) == mark) return mark.size();
    }
    return std::size_t{0};
  };
  for (auto i = at; i < text.size(); ++i) {
    if (text[i] != '"' && text[i] != '\xE2') continue;
    const auto open = mark_at(i);
    if (open == 0) continue;
    for (auto j = i + open; j < text.size() && j - i <= longest_term + open; ++j) {
      if (const auto close = mark_at(j); close != 0) return Quoted{i + open, j, j + close};
    }
  }
  return std::nullopt;
}

/// What stands behind the first of `heads` that the text begins with.
std::optional<std::string_view> behind_any(std::string_view text, std::initializer_list<std::string_view> heads) {
  for (const auto head : heads) {
    if (text.starts_with(head)) return text.substr(head.size());
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  return text;
}

bool names_somebody(Concept x) { return (is_a(x, c::actor_) && !is_a(x, c::organization_)) || is_a(x, c::audience_); }

std::vector<Unit> units_of(std::string_view text) {
  std::vector<Token> tokens;
  std::vector<Unit> units;
  add_units(text, {0, static_cast<Offset>(text.size())}, 0, {}, tokens, units);
  choose_classes(units);
  return units;
}

bool is_noun(const Unit& unit) { return unit.cls == 'n' || unit.cls == 'p'; }

/// The reading of a noun by which it names people.
std::optional<Tag> named_by(const Unit& unit) {
  if (!is_noun(unit)) return std::nullopt;
  for (const Tag& tag : unit.tags) {
    if (names_somebody(Concept{tag.concept_id})) return tag;
  }
  return std::nullopt;
}

/// The people that `text` is about: those that its first noun names. Of "an account held by an employee" that is nobody.
std::optional<Tag> first_named(std::string_view text) {
  const auto units = units_of(text);
  const auto noun = std::find_if(units.begin(), units.end(), is_noun);
  if (noun == units.end()) return std::nullopt;
  // "all employees" is one pronoun to the lexicon.
  const auto words = text.substr(noun->begin, noun->end - noun->begin);
  const auto blank = words.rfind(' ');
  return noun->cls == 'p' && blank != std::string_view::npos ? first_named(words.substr(blank + 1)) : named_by(*noun);
}

/// The people named last in `text`.
std::optional<Tag> last_named(std::string_view text) {
  const auto units = units_of(text);
  for (auto i = units.size(); i-- > 0 && units.size() - i <= looked_at;) {
    if (const auto named = named_by(units[i])) return named;
  }
  return std::nullopt;
}

/// False for "Restricted Matter", "Channel": words of other things keep their meaning.
bool may_name_somebody(std::string_view term) {
  const auto units = units_of(term);
  const auto named = [](const Unit& unit) { return named_by(unit).has_value(); };
  if (units.empty()) return false;
  return units.back().unknown || !is_noun(units.back()) || std::any_of(units.begin(), units.end(), named);
}

/// "Colleague" means …; "our people" refers to …
std::optional<Tag> explained_behind(std::string_view text) {
  const auto meaning =
      behind_any(trimmed(text), {"means ", "mean ", "shall mean ", "refers to ", "refer to ", "includes ", "include ", "covers ",
                                 "denotes ", "denote ", "is any ", "are all ", "stands for "});
  if (!meaning) return std::nullopt;
  const auto near = meaning->substr(0, window);
  return first_named(near.substr(0, near.find_first_of(".;")));
}

/// … employees and volunteers ("Colleagues"), (together, the "Team")
std::optional<Tag> explained_before(std::string_view text) {
  constexpr std::size_t introduction = 40;  // "(together with their assistants, the "
  const auto near = text.substr(text.size() - std::min(text.size(), introduction));
  const auto bracket = near.rfind('(');
  if (bracket == std::string_view::npos || near.find(')', bracket) != std::string_view::npos) return std::nullopt;
  text.remove_suffix(near.size() - bracket);
  text = text.substr(text.size() - std::min(text.size(), window));
  const auto start = text.find_last_of(".;:");
  return last_named(start == std::string_view::npos ? text : text.substr(start + 1));
}

void read(std::string_view text, std::vector<Definition>& out) {
  for (auto quoted = next_quoted(text, 0); quoted && out.size() < most_terms; quoted = next_quoted(text, quoted->next)) {
    const auto term = text.substr(quoted->begin, quoted->end - quoted->begin);
    if (std::any_of(out.begin(), out.end(), [&](const Definition& known) { return known.term == term; })) continue;
    auto meaning = explained_behind(text.substr(quoted->next));
    if (!meaning) meaning = explained_before(text.substr(0, quoted->begin));
    if (meaning && may_name_somebody(term)) out.push_back({term, *meaning});
  }
}

}  // namespace

std::vector<Definition> definitions_of(const PolicyDocument& policy) {
  std::vector<Definition> out;
  for (const Clause& clause : policy.clauses) {
    if (clause.text) read(clause.text->value, out);
    for (const ClauseItem& item : clause.items) read(item.text.value, out);
  }
  return out;
}

std::vector<std::string> other_numbers(std::string_view term) {
  std::vector<std::string> out;
  const std::string text(term);
  if (text.ends_with("ies") && text.size() > 4) out.push_back(text.substr(0, text.size() - 3) + "y");
  if (text.ends_with("s") && !text.ends_with("ss")) {
    out.push_back(text.substr(0, text.size() - 1));
  } else if (text.ends_with("y")) {
    out.push_back(text.substr(0, text.size() - 1) + "ies");
  } else {
    out.push_back(text + "s");
  }
  return out;
}

}  // namespace engagelint::norm
