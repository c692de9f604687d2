// What a condition cannot do without: sets of concepts of which each must have one in the lists. Most rules are passed over
// by these few bits, before any of their code runs. The same for the word that tells norms apart, what they do.
#include "expr/needs.hpp"

#include <algorithm>
#include <bit>

namespace engagelint::expr {
namespace {

using Set = std::vector<std::uint32_t>;

constexpr std::size_t most = 3;  // more sets than these turn away next to nothing

std::size_t size_of(const Set& set) {
  std::size_t size = 0;
  for (const std::uint32_t word : set) size += static_cast<std::size_t>(std::popcount(word));
  return size;
}

bool smaller(const Set& left, const Set& right) { return size_of(left) < size_of(right); }

class Finder {
 public:
  Finder(const Tree& tree, const ConceptTable& table) : tree_(tree), table_(table) {}

  std::vector<Set> of(std::uint32_t index) const {
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
  std::vector<Set> of_test(const Test& test) const {
    if (test.form != Form::is && test.form != Form::any && test.form != Form::all) return {};
    return {concepts_below(test, table_)};
  }

  std::vector<Set> of_all(const Node& node) const {
    std::vector<Set> out;
    for (const std::uint32_t child : node.children) {
      for (Set& set : of(child)) out.push_back(std::move(set));
    }
    return out;
  }

  /// One of the parts holds, so what is needed is what one of them needs: the tightest of each, together.
  std::vector<Set> of_either(const Node& node) const {
    Set either;
    for (const std::uint32_t child : node.children) {
      const std::vector<Set> sets = of(child);
      if (sets.empty()) return {};
      const Set& tightest = *std::min_element(sets.begin(), sets.end(), smaller);
      either.resize(tightest.size());
      for (std::size_t i = 0; i < tightest.size(); ++i) either[i] |= tightest[i];
    }
    return {either};
  }

  const Tree& tree_;
  const ConceptTable& table_;
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

std::vector<std::uint32_t> needs_of(const Tree& tree, const ConceptTable& table) {
  std::vector<Set> sets = Finder(tree, table).of(tree.root);
  std::stable_sort(sets.begin(), sets.end(), smaller);
  Set out;
  for (std::size_t i = 0; i < std::min(sets.size(), most); ++i) out.insert(out.end(), sets[i].begin(), sets[i].end());
  return out;
}

bool may_hold(const Program& program, std::span<const std::uint32_t> present, std::uint32_t value) {
  if ((program.values >> (value % 32U) & 1U) == 0) return false;
  for (std::size_t at = 0; at + present.size() <= program.needs.size(); at += present.size()) {
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < present.size(); ++i) met |= program.needs[at + i] & present[i];
    if (met == 0) return false;
  }
  return true;
}

}  // namespace engagelint::expr
