// What a condition says before its names are looked up. Internal to src/expr.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "expr/expr.hpp"

namespace engagelint::expr {

enum class OperandKind : std::uint8_t { name, number, quoted, count };

struct Operand {
  OperandKind kind = OperandKind::name;
  Span span;
  std::string_view text;  ///< a name, a quoted word without its quotes, or the name inside `count()`
  double number = 0;
};

enum class Form : std::uint8_t { bare, compare, in, is, has, all, any, contains };
enum class Comparison : std::uint8_t { equal, unequal, less, at_most, greater, at_least };

/// One statement about facts. The first operand is what it speaks of, the others are what it is held against.
struct Test {
  Form form = Form::bare;
  Comparison comparison = Comparison::equal;
  Span operation;  ///< the words `is`, `in`, `==` …
  std::vector<Operand> operands;
};

enum class NodeKind : std::uint8_t { conjunction, disjunction, negation, test };

struct Node {
  NodeKind kind = NodeKind::test;
  std::vector<std::uint32_t> children;  ///< indices into Tree::nodes; of a test: its index in Tree::tests
};

struct Tree {
  std::vector<Node> nodes;
  std::vector<Test> tests;
  std::uint32_t root = 0;
};

/// Fills `tree`, whose views point into `condition`, or says what is wrong with the text.
[[nodiscard]] std::optional<Problem> parse(std::string_view condition, Tree& tree);

/// Number of places where the grammar could loop without reading on; for its test.
[[nodiscard]] std::size_t grammar_problems();

}  // namespace engagelint::expr
