#include "permission/clause_match.hpp"

#include <algorithm>
#include <map>

#include "source/prose.hpp"

namespace engagelint::compare_parts {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

void add(std::string& out, const std::vector<Text>& texts, std::string_view key) {
  for (const Text& text : texts) out += " " + std::string(key) + ":" + normal(text.value);
}

std::string words_in(const Clause& clause) {
  std::string out;
  if (clause.title) out += normal(clause.title->value);
  if (clause.text) out += normal(clause.text->value);
  for (const ClauseItem& item : clause.items) out += "-" + normal(item.text.value);
  const Fields& fields = clause.fields;
  if (fields.modal) {
    out += name_of(fields.modal->modality);
    add(out, fields.modal->acts, "act");
  }
  add(out, fields.who, "who");
  add(out, fields.to, "to");
  add(out, fields.on, "on");
  add(out, fields.about, "about");
  add(out, fields.unless, "unless");
  add(out, fields.condition, "if");
  add(out, fields.within, "within");
  add(out, fields.after, "after");
  add(out, fields.because, "because");
  return out;
}

/// Ids that a writer gave; those by position say where a clause stands and not which one it is.
bool own_id(const Clause& clause) { return clause.id.find('/') == std::string::npos; }

/// The words of a clause, each once, in order of the alphabet.
std::vector<std::string> vocabulary(const std::string& text) {
  std::vector<std::string> words = words_of(text);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// Share of words that both have, of the words that either has.
double alike(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  std::size_t common = 0;
  for (auto a = left.begin(), b = right.begin(); a != left.end() && b != right.end();) {
    if (*a == *b) {
      ++common;
      ++a;
      ++b;
    } else {
      ++(*a < *b ? a : b);
    }
  }
  const std::size_t all = left.size() + right.size() - common;
  return all == 0 ? 0 : static_cast<double>(common) / static_cast<double>(all);
}

class Matcher {
 public:
  Matcher(const std::vector<ClauseText>& before, const std::vector<ClauseText>& after)
      : before_(before), after_(after), to_(after.size(), none), taken_(before.size(), false) {}

  Matching run() {
    by([](const ClauseText& text) { return text.clause->id + "\n" + text.words; }, true);
    by([](const ClauseText& text) { return text.heading + "\n" + text.words; }, true);
    by([](const ClauseText& text) { return text.words; }, true);
    // Nearly the same words outweigh a number, which an insertion above may have changed.
    by_likeness(0.7);
    by([](const ClauseText& text) { return text.clause->id; }, false);
    by_likeness(0.5);
    return result();
  }

 private:
  /// Pairs those of equal key, in order.
  template <class Key>
  void by(const Key& key, bool any_id) {
    std::map<std::string, std::vector<std::size_t>> known;
    for (std::size_t i = before_.size(); i-- > 0;) {
      if (!taken_[i] && (any_id || own_id(*before_[i].clause))) known[key(before_[i])].push_back(i);
    }
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (to_[j] != none || (!any_id && !own_id(*after_[j].clause))) continue;
      const auto found = known.find(key(after_[j]));
      if (found == known.end() || found->second.empty()) continue;
      pair(found->second.back(), j);
      found->second.pop_back();
    }
  }

  /// What is left is compared with everything that is left; a rewritten policy has too much left to be the same at all.
  void by_likeness(double enough) {
    constexpr std::size_t most = 400;
    std::vector<std::size_t> open;
    std::vector<std::vector<std::string>> known;
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (taken_[i]) continue;
      open.push_back(i);
      known.push_back(vocabulary(before_[i].words));
    }
    if (open.size() > most) return;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (to_[j] != none) continue;
      const std::vector<std::string> own = vocabulary(after_[j].words);
      double best = 0;
      std::size_t with = none;
      for (std::size_t k = 0; k < open.size(); ++k) {
        const double how = taken_[open[k]] ? 0 : alike(known[k], own);
        if (how < enough || how <= best) continue;
        best = how;
        with = open[k];
      }
      if (with != none) pair(with, j);
    }
  }

  void pair(std::size_t i, std::size_t j) {
    to_[j] = i;
    taken_[i] = true;
  }

  Matching result() const {
    Matching out;
    for (std::size_t j = 0; j < after_.size(); ++j) {
      if (to_[j] == none) {
        out.added.push_back(j);
        continue;
      }
      const ClauseText& old = before_[to_[j]];
      out.pairs.push_back({to_[j], j, old.words == after_[j].words, elsewhere(old.heading, after_[j].heading)});
    }
    for (std::size_t i = 0; i < before_.size(); ++i) {
      if (!taken_[i]) out.removed.push_back(i);
    }
    mark_out_of_order(out.pairs);
    return out;
  }

  /// Under another title; a title that is new in place of one that is gone is the same title reworded.
  bool elsewhere(const std::string& old, const std::string& now) const {
    if (old == now) return false;
    const auto has = [](const std::vector<ClauseText>& all, const std::string& heading) {
      return std::any_of(all.begin(), all.end(), [&](const ClauseText& each) { return each.heading == heading; });
    };
    return has(after_, old) || has(before_, now);
  }

  /// The longest run of clauses that kept their order stayed; the others moved. Patience sorting.
  static void mark_out_of_order(std::vector<Pair>& pairs) {
    std::vector<std::size_t> tails;
    std::vector<std::size_t> previous(pairs.size(), none);
    for (std::size_t j = 0; j < pairs.size(); ++j) {
      if (pairs[j].moved) continue;
      const auto at = std::lower_bound(tails.begin(), tails.end(), pairs[j].before,
                                       [&](std::size_t tail, std::size_t value) { return pairs[tail].before < value; });
      if (at != tails.begin()) previous[j] = *(at - 1);
      if (at == tails.end()) {
        tails.push_back(j);
      } else {
        *at = j;
      }
    }
    std::vector<bool> stayed(pairs.size(), false);
    for (std::size_t j = tails.empty() ? none : tails.back(); j != none; j = previous[j]) stayed[j] = true;
    for (std::size_t j = 0; j < pairs.size(); ++j) pairs[j].moved = pairs[j].moved || !stayed[j];
  }

  const std::vector<ClauseText>& before_;
  const std::vector<ClauseText>& after_;
  std::vector<std::size_t> to_;
  std::vector<bool> taken_;
};

}  // namespace

std::vector<ClauseText> texts_of(std::span<const PolicyReading> policies) {
  std::vector<ClauseText> out;
  for (std::uint32_t i = 0; i < policies.size(); ++i) {
    const PolicyDocument& policy = *policies[i].policy;
    for (const Clause& clause : policy.clauses) {
      std::string heading;
      for (std::int32_t at = clause.section; at >= 0; at = policy.sections[static_cast<std::size_t>(at)].parent) {
        const Section& section = policy.sections[static_cast<std::size_t>(at)];
        heading.insert(0, (section.title ? normal(section.title->value) : std::string()) + "/");
      }
      out.push_back({i, &clause, policy.file, words_in(clause), heading});
    }
  }
  return out;
}

Matching match(const std::vector<ClauseText>& before, const std::vector<ClauseText>& after) {
  return Matcher(before, after).run();
}

ChangedClause changed(const ClauseText& text) {
  std::string words = text.clause->title ? one_line(text.clause->title->value) : "";
  if (text.clause->text) words += (words.empty() ? "" : ": ") + one_line(text.clause->text->value);
  constexpr std::size_t most = 80;
  if (words.size() > most) {
    std::size_t end = words.rfind(' ', most);
    if (end == std::string::npos) end = most;
    words = words.substr(0, end) + " …";
  }
  return {text.clause->id, text.file, text.clause->span, words};
}

}  // namespace engagelint::compare_parts
