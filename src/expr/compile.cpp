// Looks up every name of a parsed condition, checks its type, and writes the code.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "expr/code.hpp"
#include "expr/expr.hpp"
#include "expr/needs.hpp"
#include "expr/tree.hpp"
#include "source/nearest.hpp"

namespace engagelint::expr {
namespace {

std::string_view spoken(Type type) {
  switch (type) {
    case Type::boolean: return "yes or no";
    case Type::number: return "a number";
    case Type::word: return "a word";
    case Type::concepts: return "a list of concepts";
  }
  return {};
}

std::string usage(const FactInfo& fact) {
  const std::string_view first = fact.words.substr(0, fact.words.find(' '));
  switch (fact.type) {
    case Type::boolean: return fmt::format("write `{0}` or `not {0}`", fact.name);
    case Type::number: return fmt::format("compare it: {} > 0", fact.name);
    case Type::word: return fmt::format("compare it: {} == {}", fact.name, first.empty() ? "\"word\"" : first);
    case Type::concepts: return fmt::format("write `has {0}`, or `{0} is` and a concept", fact.name);
  }
  return {};
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> out;
  while (!words.empty()) {
    const std::size_t cut = std::min(words.find(' '), words.size());
    if (cut > 0) out.push_back(words.substr(0, cut));
    words.remove_prefix(std::min(cut + 1, words.size()));
  }
  return out;
}

std::string hint_for(std::string_view word, std::span<const std::string_view> known, std::string_view otherwise) {
  const std::string_view meant = nearest(word, known);
  return meant.empty() ? std::string(otherwise) : fmt::format("did you mean `{}`?", meant);
}

class Compiler {
 public:
  Compiler(const Tree& tree, const Schema& schema, Compiled& out) : tree_(tree), schema_(schema), out_(out) {}

  void write(std::uint32_t index) {
    const Node& node = tree_.nodes[index];
    switch (node.kind) {
      case NodeKind::test: write_test(tree_.tests[node.children.front()]); break;
      case NodeKind::negation:
        write(node.children.front());
        emit(instruction(Operation::negate));
        break;
      case NodeKind::conjunction: write_chain(node, Operation::skip_if_false); break;
      case NodeKind::disjunction: write_chain(node, Operation::skip_if_true); break;
    }
  }

 private:
  struct Known {
    const FactInfo* info = nullptr;  // null: unknown, and said so
    std::uint32_t index = 0;
  };

  void emit(std::uint32_t word) { out_.program.code.push_back(word); }

  void refuse(Span span, std::string message, std::string hint) {
    out_.problems.push_back({span, std::move(message), std::move(hint)});
  }

  /// About how long a part takes: a search in a text outweighs all tests of facts.
  std::uint32_t cost(std::uint32_t index) const {
    const Node& node = tree_.nodes[index];
    if (node.kind == NodeKind::test) {
      const Test& test = tree_.tests[node.children.front()];
      switch (test.form) {
        case Form::bare:
        case Form::has: return 4;
        case Form::contains: return 200 * static_cast<std::uint32_t>(test.operands.size());
        default: return 8;
      }
    }
    std::uint32_t first = 0, all = 0;
    for (const std::uint32_t child : node.children) {
      const std::uint32_t one = cost(child);
      first = all == 0 ? one : std::min(first, one);
      all += one;
    }
    // What stands behind an `and` is mostly not reached.
    return node.kind == NodeKind::conjunction ? first + (all - first) / 4 : all;
  }

  /// No test changes anything, so what is cheap goes first.
  std::vector<std::uint32_t> in_order(const Node& node) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> costs;
    for (const std::uint32_t child : node.children) costs.emplace_back(cost(child), child);
    std::stable_sort(costs.begin(), costs.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::uint32_t> children;
    children.reserve(costs.size());
    for (const auto& [_, child] : costs) children.push_back(child);
    return children;
  }

  void write_chain(const Node& node, Operation skip) {
    std::vector<std::size_t> holes;
    const std::vector<std::uint32_t> children = in_order(node);
    for (const std::uint32_t child : children) {
      if (child != children.front()) {
        emit(instruction(skip));
        holes.push_back(out_.program.code.size());
        emit(0);
      }
      write(child);
    }
    for (const std::size_t hole : holes) out_.program.code[hole] = static_cast<std::uint32_t>(out_.program.code.size());
  }

  Known find(std::string_view name) const {
    for (std::size_t i = 0; i < schema_.facts.size(); ++i) {
      if (schema_.facts[i].name == name) return {&schema_.facts[i], static_cast<std::uint32_t>(i)};
    }
    return {};
  }

  Known look_up(const Operand& operand) {
    const Known known = find(operand.text);
    if (known.info == nullptr) {
      std::vector<std::string_view> names;
      for (const FactInfo& fact : schema_.facts) names.push_back(fact.name);
      refuse(operand.span, fmt::format("unknown name `{}`", operand.text),
             hint_for(operand.text, names, "docs/rule-format.md lists the names of each scope"));
    }
    return known;
  }

  /// Looks a name up and says so where it is of another type.
  Known look_up(const Operand& operand, Type type, std::string_view operation) {
    const Known known = look_up(operand);
    if (known.info == nullptr || known.info->type == type) return known;
    refuse(operand.span,
           fmt::format("`{}` needs {}, and `{}` is {}", operation, spoken(type), operand.text, spoken(known.info->type)),
           usage(*known.info));
    return {};
  }

  std::uint32_t add_word(std::string_view word) {
    auto& words = out_.program.words;
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::uint32_t>(found - words.begin());
    out_.program.word_storage.push_back(std::make_unique<const std::string>(word));
    words.push_back(*out_.program.word_storage.back());
    return static_cast<std::uint32_t>(words.size() - 1);
  }

  void write_test(const Test& test) {
    switch (test.form) {
      case Form::bare: write_bare(test.operands.front()); break;
      case Form::has: write_has(test.operands.front()); break;
      case Form::is:
      case Form::any: write_is(test, Operation::any_is); break;
      case Form::all: write_is(test, Operation::all_are); break;
      case Form::in: write_in(test); break;
      case Form::contains: write_contains(test); break;
      case Form::compare: write_compare(test); break;
    }
  }

  void write_bare(const Operand& operand) {
    if (operand.kind != OperandKind::name) {
      refuse(operand.span, "a number alone is not yes or no", "compare it: count(norm.approver) >= 2");
      return;
    }
    const Known known = look_up(operand);
    if (known.info == nullptr) return;
    if (known.info->type != Type::boolean) {
      refuse(operand.span, fmt::format("`{}` is {}, not yes or no", operand.text, spoken(known.info->type)), usage(*known.info));
    }
    emit(instruction(Operation::truth, known.index));
  }

  void write_has(const Operand& operand) {
    const Known known = look_up(operand);
    if (known.info == nullptr) return;
    if (known.info->type == Type::boolean || known.info->type == Type::number) {
      refuse(operand.span,
             fmt::format("`has` needs a list of concepts or a word, and `{}` is {}", operand.text, spoken(known.info->type)),
             usage(*known.info));
    }
    emit(instruction(known.info->type == Type::word ? Operation::has_word : Operation::has_concepts, known.index));
  }

  void write_is(const Test& test, Operation operation) {
    const Known known = subject(test, Type::concepts, "is");
    bool found = true;
    for (std::size_t i = 1; i < test.operands.size(); ++i) found = find_concept(test.operands[i]) != 0 && found;
    if (!found) return;
    const std::vector<std::uint32_t> set = concepts_below(test, schema_.concepts);
    // Concepts of a kind stand side by side, so most words are empty at both ends.
    const auto empty = [](std::uint32_t word) { return word == 0; };
    const auto begin = std::find_if_not(set.begin(), set.end(), empty);
    const auto end = std::find_if_not(set.rbegin(), std::make_reverse_iterator(begin), empty).base();
    emit(instruction(operation, known.index));
    emit(static_cast<std::uint32_t>(end - begin));
    emit(static_cast<std::uint32_t>(begin - set.begin()));
    out_.program.code.insert(out_.program.code.end(), begin, end);
  }

  Known subject(const Test& test, Type type, std::string_view operation) {
    const Operand& operand = test.operands.front();
    if (operand.kind == OperandKind::name) return look_up(operand, type, operation);
    refuse(operand.span, fmt::format("`{}` needs {}, not a number", operation, spoken(type)), "");
    return {};
  }

  std::uint16_t find_concept(const Operand& operand) {
    const ConceptTable& table = schema_.concepts;
    const std::uint16_t found =
        operand.kind == OperandKind::number || table.find == nullptr ? std::uint16_t{0} : table.find(operand.text);
    if (found != 0) return found;
    std::vector<std::string_view> names;
    for (std::uint16_t id = 1; id <= table.count; ++id) names.push_back(table.name(id));
    refuse(operand.span, fmt::format("unknown concept `{}`", operand.text),
           hint_for(operand.text, names, "the files under rules/lexicon list the concepts"));
    return 0;
  }

  /// A word that a fact is held against: of its closed list, where it has one.
  std::uint32_t word_for(const Operand& operand, const FactInfo* fact) {
    if (fact != nullptr && !fact->words.empty()) {
      const std::vector<std::string_view> listed = split(fact->words);
      if (std::find(listed.begin(), listed.end(), operand.text) == listed.end()) {
        refuse(operand.span, fmt::format("`{}` is never `{}`", fact->name, operand.text),
               hint_for(operand.text, listed, fmt::format("one of: {}", fact->words)));
      }
    }
    return add_word(operand.text);
  }

  void write_words(const Test& test, Operation operation, const Known& known, const FactInfo* closed_list) {
    emit(instruction(operation, known.index));
    emit(static_cast<std::uint32_t>(test.operands.size() - 1));
    for (std::size_t i = 1; i < test.operands.size(); ++i) emit(word_for(test.operands[i], closed_list));
  }

  void write_in(const Test& test) {
    const Known known = subject(test, Type::word, "in");
    write_words(test, Operation::one_of, known, known.info);
  }

  void write_contains(const Test& test) {
    const Known known = subject(test, Type::word, "contains");
    if (known.info != nullptr && !known.info->words.empty()) {
      refuse(test.operands.front().span, fmt::format("`{}` is one of a closed list of words, not text", known.info->name),
             usage(*known.info));
    }
    write_words(test, Operation::contains, known, nullptr);
  }

  bool is_number(const Operand& operand) const {
    if (operand.kind == OperandKind::number || operand.kind == OperandKind::count) return true;
    const Known known = operand.kind == OperandKind::name ? find(operand.text) : Known{};
    return known.info != nullptr && known.info->type == Type::number;
  }

  std::uint32_t number_word(const Operand& operand) {
    if (operand.kind == OperandKind::number) {
      out_.program.numbers.push_back(operand.number);
      return static_cast<std::uint32_t>(Number::constant) | static_cast<std::uint32_t>(out_.program.numbers.size() - 1) << 8U;
    }
    if (operand.kind == OperandKind::count) {
      return static_cast<std::uint32_t>(Number::count) | look_up(operand, Type::concepts, "count").index << 8U;
    }
    return static_cast<std::uint32_t>(Number::fact) | find(operand.text).index << 8U;
  }

  void write_compare(const Test& test) {
    const Operand& left = test.operands.front();
    const Operand& right = test.operands.back();
    if (is_number(left) && is_number(right)) {
      if (left.kind == OperandKind::number && right.kind == OperandKind::number) {
        refuse({left.span.begin, right.span.end}, "two numbers always compare the same", "name a fact on one side");
      }
      emit(instruction(Operation::compare, 0, static_cast<std::uint32_t>(test.comparison)));
      emit(number_word(left));
      emit(number_word(right));
      return;
    }
    const bool ordered = test.comparison != Comparison::equal && test.comparison != Comparison::unequal;
    if (left.kind != OperandKind::name) {
      refuse(right.span, fmt::format("`{}` is compared with a number", right.text), "name a number fact, or count(…) of a list");
      return;
    }
    const Known known = look_up(left);
    if (known.info == nullptr) return;
    if (known.info->type == Type::number) {
      refuse(right.span, fmt::format("`{}` is a number and is compared with one", left.text),
             "write digits, a number fact, or count(…) of a list");
    } else if (known.info->type != Type::word) {
      refuse(left.span, fmt::format("`{}` is {} and is not compared", left.text, spoken(known.info->type)), usage(*known.info));
    } else if (ordered) {
      refuse(test.operation, fmt::format("words are compared with == and != only, and `{}` is a word", left.text), "");
    } else {
      compare_words(test, known);
    }
  }

  void compare_words(const Test& test, const Known& known) {
    const Operand& right = test.operands.back();
    const Known other = right.kind == OperandKind::name ? find(right.text) : Known{};
    if (right.kind == OperandKind::number || right.kind == OperandKind::count) {
      refuse(right.span, fmt::format("`{}` is a word and is compared with one", known.info->name), usage(*known.info));
    } else if (other.info != nullptr && other.info->type == Type::word) {
      emit(instruction(Operation::same_word, known.index));
      emit(other.index);
    } else if (right.kind == OperandKind::name && right.text.find('.') != std::string_view::npos) {
      look_up(right, Type::word, "==");
    } else {
      write_words(test, Operation::one_of, known, known.info);
    }
    if (test.comparison == Comparison::unequal) emit(instruction(Operation::negate));
  }

  const Tree& tree_;
  const Schema& schema_;
  Compiled& out_;
};

}  // namespace

Compiled compile(std::string_view condition, const Schema& schema) {
  Compiled out;
  Tree tree;
  if (auto problem = parse(condition, tree)) {
    out.problems.push_back(std::move(*problem));
    return out;
  }
  Compiler(tree, schema, out).write(tree.root);
  std::sort(out.problems.begin(), out.problems.end(), [](const Problem& a, const Problem& b) { return a.span < b.span; });
  if (out.problems.empty()) {
    out.program.needs = needs_of(tree, schema);
    out.program.values = values_of(tree, schema.facts);
  } else {
    out.program = {};
  }
  return out;
}

}  // namespace engagelint::expr
