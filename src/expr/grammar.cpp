// The grammar of conditions, its messages, and the actions that build the tree. The only file here that knows PEGTL.
#include <charconv>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>
#include <tao/pegtl/contrib/limit_depth.hpp>

#include "expr/tree.hpp"

namespace engagelint::expr {
namespace grammar {

using namespace tao::pegtl;

// clang-format off
struct comment        : seq<one<'#'>, until<eolf>> {};
struct blanks         : star<sor<space, comment>> {};
struct letter         : sor<alnum, one<'_'>> {};
struct word_end       : not_at<sor<letter, seq<one<'-', '.'>, letter>>> {};

struct word_and       : seq<TAO_PEGTL_STRING("and"), word_end> {};
struct word_or        : seq<TAO_PEGTL_STRING("or"), word_end> {};
struct word_not       : seq<TAO_PEGTL_STRING("not"), word_end> {};
struct word_is        : seq<TAO_PEGTL_STRING("is"), word_end> {};
struct word_in        : seq<TAO_PEGTL_STRING("in"), word_end> {};
struct word_has       : seq<TAO_PEGTL_STRING("has"), word_end> {};
struct word_all       : seq<TAO_PEGTL_STRING("all"), word_end> {};
struct word_any       : seq<TAO_PEGTL_STRING("any"), word_end> {};
struct word_count     : seq<TAO_PEGTL_STRING("count"), word_end> {};
struct word_contains  : seq<TAO_PEGTL_STRING("contains"), word_end> {};
struct reserved       : sor<word_and, word_or, word_not, word_is, word_in,
                            word_has, word_all, word_any, word_count, word_contains> {};

struct name_letters   : seq<alpha, star<letter>, star<one<'-', '.'>, plus<letter>>> {};
struct name           : seq<not_at<reserved>, name_letters, blanks> {};
struct digits         : seq<opt<one<'-'>>, plus<digit>, opt<one<'.'>, plus<digit>>, word_end> {};
struct number         : seq<digits, blanks> {};
struct quoted_letters : star<not_one<'"', '\n'>> {};
struct closing_quote  : one<'"'> {};
struct quoted         : seq<one<'"'>, quoted_letters, must<closing_quote>, blanks> {};

struct opening        : seq<one<'('>, blanks> {};
struct closing        : seq<one<')'>, blanks> {};
struct list_end       : seq<one<']'>, blanks> {};
struct list_comma     : seq<one<','>, blanks> {};
struct value          : sor<number, quoted, name> {};
struct list           : seq<one<'['>, blanks, must<value>, star<list_comma, must<value>>, must<list_end>> {};
struct values         : sor<list, value> {};

struct is_sign        : seq<word_is, blanks> {};
struct in_sign        : seq<word_in, blanks> {};
struct contains_sign  : seq<word_contains, blanks> {};
struct equal          : string<'=', '='> {};
struct unequal        : string<'!', '='> {};
struct at_most        : string<'<', '='> {};
struct at_least       : string<'>', '='> {};
struct less           : one<'<'> {};
struct greater        : one<'>'> {};
struct compare_sign   : seq<sor<equal, unequal, at_most, at_least, less, greater>, blanks> {};

struct counted        : seq<word_count, blanks, must<opening>, must<name>, must<closing>> {};
struct operand        : sor<counted, number, name> {};
struct other_operand  : sor<counted, number, quoted, name> {};
struct is_negated     : failure {};
struct is_rest        : seq<is_sign, not_at<seq<at<word_not>, must<is_negated>>>, must<values>> {};
struct in_rest        : seq<in_sign, must<list>> {};
struct contains_rest  : seq<contains_sign, must<values>> {};
struct compare_rest   : seq<compare_sign, must<other_operand>> {};
struct statement      : seq<operand, opt<sor<is_rest, in_rest, contains_rest, compare_rest>>> {};
struct has_sign       : seq<word_has, blanks> {};
struct has            : seq<has_sign, must<name>> {};
struct all_sign       : seq<word_all, blanks> {};
struct any_sign       : seq<word_any, blanks> {};
struct quantified_is  : seq<word_is, blanks> {};
struct quantifier     : sor<all_sign, any_sign> {};
struct quantified     : seq<quantifier, must<opening>, must<name>, must<quantified_is>, must<values>, must<closing>> {};
struct test           : sor<has, quantified, statement> {};

struct alternatives;
struct unary;
struct group          : seq<opening, must<alternatives>, must<closing>> {};
struct negated        : seq<word_not, blanks, must<unary>> {};
struct unary          : sor<negated, group, test> {};
struct and_more       : seq<word_and, blanks, must<unary>> {};
struct both           : seq<unary, star<and_more>> {};
struct or_more        : seq<word_or, blanks, must<both>> {};
struct alternatives   : seq<both, star<or_more>> {};
struct end            : eof {};
struct condition      : seq<blanks, must<alternatives>, must<end>> {};
// clang-format on

}  // namespace grammar

namespace {

/// What is said where a `must` is not met; a hint may follow a line break.
struct Messages {
  template <typename Rule>
  static constexpr const char* message = nullptr;
  template <typename Rule>
  static constexpr bool raise_on_failure = false;
};

// clang-format off
template <> constexpr const char* Messages::message<grammar::alternatives> = "expected a condition";
template <> constexpr const char* Messages::message<grammar::both> = "expected a condition";
template <> constexpr const char* Messages::message<grammar::unary> = "expected a condition";
template <> constexpr const char* Messages::message<grammar::end> = "expected `and`, `or` or the end of the condition";
template <> constexpr const char* Messages::message<grammar::opening> = "expected `(`";
template <> constexpr const char* Messages::message<grammar::closing> = "expected `)`";
template <> constexpr const char* Messages::message<grammar::list> = "expected a list\nwrite it in brackets: [one, other]";
template <> constexpr const char* Messages::message<grammar::list_end> = "expected `,` or `]`";
template <> constexpr const char* Messages::message<grammar::closing_quote> = "expected `\"` before the end of the line";
template <> constexpr const char* Messages::message<grammar::name> = "expected the name of a fact";
template <> constexpr const char* Messages::message<grammar::value> = "expected a name, a number or a word in quotes";
template <> constexpr const char* Messages::message<grammar::values> = "expected a name, a word in quotes, or a list of them";
template <> constexpr const char* Messages::message<grammar::other_operand> = "expected a name, a number or a word in quotes";
template <> constexpr const char* Messages::message<grammar::quantified_is> = "expected `is`";
template <> constexpr const char* Messages::message<grammar::is_negated> =
    "`is not` is not part of the language\nput `not` first: not norm.act is reply";
// clang-format on

template <typename Rule>
using control = tao::pegtl::must_if<Messages>::control<Rule>;

struct Builder {
  Tree& tree;
  const char* start;
  Test test = {};
  std::vector<std::uint32_t> open = {};  // nodes that nothing contains yet

  void add(Node node) {
    open.push_back(static_cast<std::uint32_t>(tree.nodes.size()));
    tree.nodes.push_back(std::move(node));
  }

  // A chain of one connective is one flat node, so that a long condition is not a deep one.
  void join(NodeKind kind) {
    const std::uint32_t right = open.back();
    open.pop_back();
    const std::uint32_t left = open.back();
    if (tree.nodes[left].kind == kind) {
      tree.nodes[left].children.push_back(right);
      return;
    }
    open.pop_back();
    add({kind, {left, right}});
  }

  template <typename Input>
  [[nodiscard]] Span span_of(const Input& in) const {
    return {static_cast<Offset>(in.begin() - start), static_cast<Offset>(in.end() - start)};
  }

  template <typename Input>
  void sign(Form form, const Input& in) {
    test.form = form;
    test.operation = span_of(in);
    while (test.operation.end > test.operation.begin && static_cast<unsigned char>(start[test.operation.end - 1]) <= ' ') {
      --test.operation.end;
    }
  }
};

template <typename Rule>
struct action : tao::pegtl::nothing<Rule> {};

template <>
struct action<grammar::unary> : tao::pegtl::limit_depth<64> {};

template <>
struct action<grammar::name_letters> {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    b.test.operands.push_back({OperandKind::name, b.span_of(in), in.string_view(), 0});
  }
};

template <>
struct action<grammar::quoted_letters> {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    const Span inside = b.span_of(in);
    b.test.operands.push_back({OperandKind::quoted, {inside.begin - 1, inside.end + 1}, in.string_view(), 0});
  }
};

template <>
struct action<grammar::digits> {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    double value = 0;
    std::from_chars(in.begin(), in.end(), value);
    b.test.operands.push_back({OperandKind::number, b.span_of(in), in.string_view(), value});
  }
};

template <>
struct action<grammar::counted> {
  static void apply0(Builder& b) { b.test.operands.back().kind = OperandKind::count; }
};

template <Form form>
struct sign_action {
  template <typename Input>
  static void apply(const Input& in, Builder& b) {
    b.sign(form, in);
  }
};

// clang-format off
template <> struct action<grammar::is_sign>       : sign_action<Form::is> {};
template <> struct action<grammar::in_sign>       : sign_action<Form::in> {};
template <> struct action<grammar::contains_sign> : sign_action<Form::contains> {};
template <> struct action<grammar::compare_sign>  : sign_action<Form::compare> {};
template <> struct action<grammar::has_sign>      : sign_action<Form::has> {};
template <> struct action<grammar::all_sign>      : sign_action<Form::all> {};
template <> struct action<grammar::any_sign>      : sign_action<Form::any> {};
// clang-format on

template <Comparison comparison>
struct comparison_action {
  static void apply0(Builder& b) { b.test.comparison = comparison; }
};

// clang-format off
template <> struct action<grammar::equal>    : comparison_action<Comparison::equal> {};
template <> struct action<grammar::unequal>  : comparison_action<Comparison::unequal> {};
template <> struct action<grammar::less>     : comparison_action<Comparison::less> {};
template <> struct action<grammar::at_most>  : comparison_action<Comparison::at_most> {};
template <> struct action<grammar::greater>  : comparison_action<Comparison::greater> {};
template <> struct action<grammar::at_least> : comparison_action<Comparison::at_least> {};
// clang-format on

template <>
struct action<grammar::test> {
  static void apply0(Builder& b) {
    b.add({NodeKind::test, {static_cast<std::uint32_t>(b.tree.tests.size())}});
    b.tree.tests.push_back(std::move(b.test));
    b.test = {};
  }
};

template <>
struct action<grammar::negated> {
  static void apply0(Builder& b) {
    const std::uint32_t inner = b.open.back();
    b.open.pop_back();
    b.add({NodeKind::negation, {inner}});
  }
};

template <>
struct action<grammar::and_more> {
  static void apply0(Builder& b) { b.join(NodeKind::conjunction); }
};

template <>
struct action<grammar::or_more> {
  static void apply0(Builder& b) { b.join(NodeKind::disjunction); }
};

/// The word or sign at a place, so that more than a point can be marked.
Span token_at(std::string_view text, std::size_t at) {
  const auto in_word = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           c == '_' || c == '-' || c == '.';
  };
  std::size_t end = at;
  while (end < text.size() && in_word(text[end])) ++end;
  if (end == at && end < text.size()) end += text.substr(at, 2) == "&&" || text.substr(at, 2) == "||" ? 2U : 1U;
  return {static_cast<Offset>(at), static_cast<Offset>(end)};
}

std::string habit_hint(std::string_view token) {
  if (token == "&&" || token == "&" || token == "AND") return "write `and`";
  if (token == "||" || token == "|" || token == "OR") return "write `or`";
  if (token == "!" || token == "NOT") return "write `not`";
  if (token == "=") return "write `==`";
  if (token == "'") return "words stand in double quotes";
  return {};
}

Problem to_problem(std::string_view condition, std::string_view said, std::size_t at) {
  Problem problem;
  const std::size_t cut = said.find('\n');
  problem.message = said.substr(0, cut);
  if (cut != std::string_view::npos) problem.hint = said.substr(cut + 1);
  if (said.find("nesting depth") != std::string_view::npos) {
    problem.message = "nested too deeply";
    problem.hint = "at most 64 levels of parentheses and `not`";
  }
  problem.span = token_at(condition, at);
  if (problem.hint.empty()) problem.hint = habit_hint(condition.substr(at, problem.span.end - problem.span.begin));
  return problem;
}

}  // namespace

std::optional<Problem> parse(std::string_view condition, Tree& tree) {
  tao::pegtl::memory_input<> in(condition.data(), condition.data() + condition.size(), "");
  Builder builder{tree, condition.data()};
  try {
    if (!tao::pegtl::parse<grammar::condition, action, control>(in, builder)) return Problem{{0, 0}, "expected a condition", ""};
  } catch (const tao::pegtl::parse_error& error) {
    return to_problem(condition, error.message(), error.positions().front().byte);
  }
  tree.root = builder.open.back();
  return std::nullopt;
}

std::size_t grammar_problems() { return tao::pegtl::analyze<grammar::condition>(0); }

}  // namespace engagelint::expr
