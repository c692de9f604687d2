// What a condition cannot do without: facts of which one must hold one of some concepts. Most rules are passed over by these
// few bits, before any of their code runs. The same for the word that tells norms apart, what they do.
#include "expr/needs.hpp"

#include <algorithm>
#include <bit>

namespace engagelint::expr {
namespace {

using Set = std::vector<std::uint32_t>;

/// One of these facts has one of the concepts beside it.
struct Need {
  std::vector<std::pair<std::uint32_t, Set>> either;

  [[nodiscard]] std::size_t size() const {
    std::size_t size = 0;
    for (const auto& [fact, set] : either) {
      for (const std::uint32_t word : set) size += static_cast<std::size_t>(std::popcount(word));
    }
    return size;
  }
  void add(std::uint32_t fact, const Set& set) {
    const auto known = std::find_if(either.begin(), either.end(), [fact](const auto& each) { return each.first == fact; });
    if (known == either.end()) {
      either.emplace_back(fact, set);
    } else {
      for (std::size_t i = 0; i < set.size(); ++i) known->second[i] |= set[i];
    }
  }
};

constexpr std::size_t most = 3;  // more than these turn away next to nothing

bool smaller(const Need& left, const Need& right) { return left.size() < right.size(); }

class Finder {
 public:
  Finder(const Tree& tree, const Schema& schema) : tree_(tree), schema_(schema) {}

  std::vector<Need> of(std::uint32_t index) const {
    const Node& node = tree_.nodes[index];
    switch (node.kind) {
      case NodeKind::test: return of_test(tree_.tests[node.children.front()]);
      case NodeKind::conjunction: return of_all(node);
      case NodeKind::disjunction: return of_either(node);
      case NodeKind::negation: break;  // what must not stand there is not needed
    }
    return {};
  }

 private:
  std::vector<Need> of_test(const Test& test) const {
    if (test.form != Form::is && test.form != Form::any && test.form != Form::all) return {};
    const auto fact = std::find_if(schema_.facts.begin(), schema_.facts.end(),
                                   [&](const FactInfo& known) { return known.name == test.operands.front().text; });
    if (fact == schema_.facts.end()) return {};
    Need need;
    need.add(static_cast<std::uint32_t>(fact - schema_.facts.begin()), concepts_below(test, schema_.concepts));
    return {std::move(need)};
  }

  std::vector<Need> of_all(const Node& node) const {
    std::vector<Need> out;
    for (const std::uint32_t child : node.children) {
      for (Need& need : of(child)) out.push_back(std::move(need));
    }
    return out;
  }

  /// One of the parts holds, so what is needed is what one of them needs: the tightest of each, together.
  std::vector<Need> of_either(const Node& node) const {
    Need either;
    for (const std::uint32_t child : node.children) {
      const std::vector<Need> needs = of(child);
      if (needs.empty()) return {};
      for (const auto& [fact, set] : std::min_element(needs.begin(), needs.end(), smaller)->either) either.add(fact, set);
    }
    return {std::move(either)};
  }

  const Tree& tree_;
  const Schema& schema_;
};

constexpr std::uint32_t any_value = ~0U;

/// Which words of the first closed list a part of a condition leaves open.
class ValueFinder {
 public:
  ValueFinder(const Tree& tree, std::span<const FactInfo> facts) : tree_(tree), facts_(facts) {
    const auto closed = std::find_if(facts.begin(), facts.end(), [](const FactInfo& fact) { return !fact.words.empty(); });
    if (closed != facts.end()) list_ = &*closed;
  }

  std::uint32_t of(std::uint32_t index) const {
    const Node& node = tree_.nodes[index];
    if (list_ == nullptr || node.kind == NodeKind::negation) return any_value;
    if (node.kind == NodeKind::test) return of_test(tree_.tests[node.children.front()]);
    const bool both = node.kind == NodeKind::conjunction;
    std::uint32_t values = both ? any_value : 0;
    for (const std::uint32_t child : node.children) values = both ? values & of(child) : values | of(child);
    return values;
  }

 private:
  std::uint32_t of_test(const Test& test) const {
    const std::string_view name = test.operands.front().text;
    if (test.form == Form::bare) {
      const auto fact = std::find_if(facts_.begin(), facts_.end(), [&](const FactInfo& known) { return known.name == name; });
      return fact == facts_.end() || fact->only_where.empty() ? any_value : bits_of(fact->only_where);
    }
    const bool compared = test.form == Form::compare && test.comparison == Comparison::equal;
    if (name != list_->name || (!compared && test.form != Form::in)) return any_value;
    std::uint32_t values = 0;
    for (std::size_t i = 1; i < test.operands.size(); ++i) values |= bits_of(test.operands[i].text);
    return values == 0 ? any_value : values;
  }

  /// Of words separated by blanks.
  std::uint32_t bits_of(std::string_view words) const {
    std::uint32_t bits = 0, bit = 1;
    for (std::string_view list = list_->words; !list.empty(); bit <<= 1U) {
      const std::string_view word = next_word(list);
      for (std::string_view rest = words; !rest.empty();) bits |= next_word(rest) == word ? bit : 0U;
    }
    return bits;
  }

  static std::string_view next_word(std::string_view& list) {
    const std::string_view word = list.substr(0, list.find(' '));
    list.remove_prefix(std::min(word.size() + 1, list.size()));
    return word;
  }

  const Tree& tree_;
  std::span<const FactInfo> facts_;
  const FactInfo* list_ = nullptr;
};

}  // namespace

std::uint32_t values_of(const Tree& tree, std::span<const FactInfo> facts) { return ValueFinder(tree, facts).of(tree.root); }

std::vector<std::uint32_t> concepts_below(const Test& test, const ConceptTable& table) {
  Set set(table.count / 32U + 1U, 0);
  for (std::size_t i = 1; i < test.operands.size(); ++i) {
    const std::uint16_t wanted = table.find(test.operands[i].text);
    for (std::uint16_t id = 1; wanted != 0 && id <= table.count; ++id) {
      if (table.is_a(id, wanted)) set[id / 32U] |= 1U << (id % 32U);
    }
  }
  return set;
}

std::vector<std::uint32_t> needs_of(const Tree& tree, const Schema& schema) {
  std::vector<Need> needs = Finder(tree, schema).of(tree.root);
  std::stable_sort(needs.begin(), needs.end(), smaller);
  std::vector<std::uint32_t> out;
  for (std::size_t i = 0; i < std::min(needs.size(), most); ++i) {
    const std::size_t head = out.size();
    out.push_back(0);
    for (const auto& [fact, set] : needs[i].either) {
      for (std::uint32_t word = 0; word < set.size(); ++word) {
        if (set[word] != 0) out.insert(out.end(), {fact * static_cast<std::uint32_t>(set.size()) + word, set[word]});
      }
    }
    out[head] = static_cast<std::uint32_t>(out.size());
  }
  return out;
}

void Presence::read(std::span<const Fact> facts) {
  bits_.resize(facts.size() * words_);
  for (std::size_t fact = 0; fact < facts.size(); ++fact) {
    const auto* list = std::get_if<std::span<const std::uint16_t>>(&facts[fact]);
    if (list == nullptr) continue;
    std::uint32_t* const set = bits_.data() + fact * words_;
    std::fill_n(set, words_, 0U);
    for (const std::uint16_t id : *list) set[id / 32U] |= 1U << (id % 32U);
  }
}

bool may_hold(const Program& program, const Presence& presence, std::uint32_t value) {
  if ((program.values >> (value % 32U) & 1U) == 0) return false;
  for (std::size_t at = 0; at < program.needs.size();) {
    const std::size_t end = program.needs[at];
    std::uint32_t met = 0;
    for (++at; at < end; at += 2) met |= presence.bits_[program.needs[at]] & program.needs[at + 1];
    if (met == 0) return false;
  }
  return true;
}

}  // namespace engagelint::expr
