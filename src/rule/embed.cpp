#include "rule/embed.hpp"

#include <fmt/format.h>

#include <iterator>

namespace engagelint {
namespace {

/// A string literal. A line break ends a piece, so that the file reads like the rule.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += i + 1 < text.size() ? "\\n\"\n    \"" : "\\n";
    } else if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') {
      out += fmt::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string_view enumerator(FixLevel level) {
  constexpr std::string_view names[] = {"small", "middle", "bold"};
  return names[static_cast<std::size_t>(level)];
}

std::string_view enumerator(FixKind kind) {
  constexpr std::string_view names[] = {"mechanical", "changes_policy", "show_only"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view enumerator(Severity severity) {
  constexpr std::string_view names[] = {"note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view enumerator(Scope scope) {
  constexpr std::string_view names[] = {"norm", "clause", "account", "policy"};
  return names[static_cast<std::size_t>(scope)];
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void write(const Rule& rule, std::size_t number) {
    number_ = number;
    const std::string arguments = array("Argument", "arguments", rule.arguments, [](const Argument& a) {
      return fmt::format("{{{}, {}}}", quoted(a.id), quoted(a.stands));
    });
    const std::string related = array("RelatedLabel", "related", rule.related, [](const RelatedLabel& r) {
      return fmt::format("{{{}, {}}}", quoted(r.place), quoted(r.words));
    });
    const std::string rewrites = array("Rewrite", "rewrites", rule.rewrites, [](const Rewrite& r) {
      return fmt::format("{{FixLevel::{}, FixKind::{}, {}, {}}}", enumerator(r.level), enumerator(r.kind), quoted(r.title),
                         quoted(r.text));
    });
    const std::string flags = examples("flags", rule.flags);
    const std::string silent = examples("silent", rule.silent);
    const std::string todo = examples("todo", rule.todo);
    const std::string when = program("when", rule.when);
    const std::string lower = program("lower", rule.lower_when);
    const std::string raise = program("raise", rule.raise_when);
    auto to = std::back_inserter(row_);
    fmt::format_to(to, "    {{.info = {{{}, {}, {}}},\n", quoted(rule.info.id), quoted(rule.info.family),
                   quoted(rule.info.title));
    fmt::format_to(to, "     .severity = Severity::{}, .scope = Scope::{}, .rank = {}, .additional = {}, .since = {},\n",
                   enumerator(rule.severity), enumerator(rule.scope), rule.rank, rule.additional, quoted(rule.since));
    fmt::format_to(to, "     .arguments = {}, .when = {}, .lower_when = {}, .raise_when = {},\n", arguments, when, lower, raise);
    fmt::format_to(to, "     .when_text = {},\n     .message = {},\n     .why = {},\n     .instead = {},\n",
                   quoted(rule.when_text), quoted(rule.message), quoted(rule.why), quoted(rule.instead));
    fmt::format_to(to, "     .primary = {}, .related = {},\n     .counter = {},\n     .leave_it_when = {},\n",
                   quoted(rule.primary), related, quoted(rule.counter), quoted(rule.leave_it_when));
    fmt::format_to(to, "     .rewrites = {}, .flags = {}, .silent = {}, .todo = {},\n", rewrites, flags, silent, todo);
    fmt::format_to(to, "     .insert_title_words = {}, .insert_draft = {}, .insert_at = {},\n", quoted(rule.insert_title_words),
                   quoted(rule.insert_draft), quoted(rule.insert_at));
    fmt::format_to(to, "     .measured = {{{}, {}}}}},\n", rule.measured.right, rule.measured.of);
  }

  [[nodiscard]] const std::string& rows() const { return row_; }

 private:
  /// Writes an array and returns the expression that views it: C++ knows no array without elements.
  template <typename Items, typename Print>
  std::string array(std::string_view type, std::string_view name, const Items& items, Print print) {
    if (items.empty()) return "{}";
    const std::string symbol = fmt::format("{}_{}", name, number_);
    out_ += fmt::format("constexpr {} {}[] = {{", type, symbol);
    std::size_t column = 0;
    for (const auto& item : items) out_ += fmt::format("{}{}", column++ % 8 == 0 ? "\n    " : " ", print(item) + ",");
    out_ += "};\n";
    return symbol;
  }

  std::string examples(std::string_view name, std::span<const Example> items) {
    return array("Example", name, items, [](const Example& e) {
      return fmt::format("{{{}, {}, {}, {}, {}}}", quoted(e.clause), quoted(e.title), quoted(e.policy), quoted(e.quote),
                         quoted(e.why));
    });
  }

  std::string program(std::string_view name, const expr::Program& code) {
    const std::string words =
        array("std::uint32_t", fmt::format("{}_code", name), code.code, [](std::uint32_t w) { return fmt::format("{}U", w); });
    const std::string numbers =
        array("double", fmt::format("{}_numbers", name), code.numbers, [](double n) { return fmt::format("{:#.17g}", n); });
    const std::string pool =
        array("std::string_view", fmt::format("{}_words", name), code.words, [](std::string_view w) { return quoted(w); });
    const std::string needs =
        array("std::uint32_t", fmt::format("{}_needs", name), code.needs, [](std::uint32_t w) { return fmt::format("{}U", w); });
    return fmt::format("{{{}, {}, {}, {}, {}U}}", words, numbers, pool, needs, code.values);
  }

  std::string& out_;
  std::string row_;
  std::size_t number_ = 0;
};

}  // namespace

std::string write_builtin(const RuleSet& rules) {
  std::string out =
      "// Written by src/rule/embed_main.cpp from rules.\n#include <array>\n\n#include \"rule/rule.hpp\"\n\nnamespace engagelint "
      "{\nnamespace {\n\n";
  Writer writer(out);
  for (std::size_t i = 0; i < rules.rules.size(); ++i) writer.write(*rules.rules[i], i);
  out +=
      fmt::format("constexpr std::array<Rule, {}> rules{{{{\n{}}}}};\n\n}}  // namespace\n\n", rules.rules.size(), writer.rows());
  return out +
         "RuleSet builtin_rules() {\n"
         "  RuleSet out;\n"
         "  out.rules.reserve(rules.size());\n"
         "  for (const Rule& rule : rules) out.rules.push_back(&rule);\n"
         "  return out;\n"
         "}\n\n"
         "}  // namespace engagelint\n";
}

}  // namespace engagelint
