#include <algorithm>
#include <ostream>
#include <string>

#include "cli/commands.hpp"
#include "render/layout.hpp"

namespace engagelint {
namespace {

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::norm: return "what a sentence or a structured clause asks";
    case Scope::clause: return "a clause";
    case Scope::account: return "an account";
    case Scope::policy: return "the policy as a whole";
  }
  return "a clause";
}

class Page {
 public:
  explicit Page(std::size_t width) : width_(std::min<std::size_t>(width, 100)) {}

  void line(std::string_view text) { out_.append(text) += '\n'; }
  void heading(std::string_view text) {
    out_ += '\n';
    line(text);
  }
  void text(std::string_view words) {
    if (!words.empty()) out_ += render::hang("  ", words, width_);
  }
  void item(std::string_view lead, std::string_view words) { out_ += render::hang("  " + std::string(lead), words, width_); }
  void section(std::string_view title, std::string_view words) {
    if (words.empty()) return;
    heading(title);
    text(words);
  }
  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

/// The words of an example: its clause under its title, or the whole policy.
std::string words_of(const Example& example) {
  std::string words(example.clause.empty() ? example.policy : example.clause);
  if (!example.title.empty()) words = std::string(example.title) + ": " + words;
  return words;
}

void examples(Page& page, std::string_view title, std::span<const Example> list) {
  if (list.empty()) return;
  page.heading(title);
  for (const Example& example : list) {
    page.item("- ", words_of(example));
    if (!example.why.empty()) page.item("    ", "(" + std::string(example.why) + ")");
  }
}

/// Where it found nothing, there is nothing to say.
std::string measured(const Measured& count) {
  return "measured on the development corpus: right " + std::to_string(count.right) + " of " + render::count(count.of, "finding");
}

}  // namespace

std::string to_explain(const Rule& rule, std::size_t width) {
  Page page(width);
  page.line(std::string(rule.info.id) + " (" + std::string(name_of(rule.severity)) + ", " + std::string(rule.info.family) + ")");
  page.text(rule.info.title);
  page.heading("what it matches");
  page.text("It looks at " + std::string(name_of(rule.scope)) + ", where:");
  page.item("  ", rule.when_text);
  page.section("what it says", rule.message);
  page.section("why it matters", rule.why);
  if (!rule.arguments.empty()) {
    page.heading("what it rests on");
    for (const Argument& argument : rule.arguments) {
      page.item("- ",
                std::string(argument.id) + (argument.stands == "says" ? " (the post says it)" : " (derived from the post)"));
    }
  }
  page.section("the fair reason for such a clause", rule.counter);
  page.section("leave it when", rule.leave_it_when);
  page.section("what to write instead", rule.instead);
  for (const Rewrite& rewrite : rule.rewrites) {
    page.item(std::string(name_of(rewrite.level)) + ": ", rewrite.title);
    page.item("    ", rewrite.text);
  }
  if (rule.measured.of != 0) page.section("how sure it is", measured(rule.measured));
  examples(page, "speaks up at", rule.flags);
  examples(page, "stays silent at", rule.silent);
  examples(page, "still misses", rule.todo);
  return page.take();
}

std::string short_help(const Rule& rule) {
  std::string help = "Why it matters: " + std::string(rule.why) + ".\n\nInstead: " + std::string(rule.instead) + ".";
  if (!rule.counter.empty()) help += "\n\nThe fair reason for such a clause: " + std::string(rule.counter);
  if (!rule.leave_it_when.empty()) help += "\n\nLeave it when: " + std::string(rule.leave_it_when);
  return help;
}

int explain(const Context& context) {
  const RuleSet rules = rules_for(context.options.rules);
  for (const Notice& notice : rules.notices) print_notice(context.err, notice);
  if (has_bad_rule(rules)) return status::usage;
  const Rule* rule = rules.find(context.options.rule);
  if (rule == nullptr) {
    context.err << "engagelint: there is no rule `" << render::printable(context.options.rule) << "`\n"
                << rule_hint(rules, context.options.rule) << '\n';
    return status::usage;
  }
  context.out << to_explain(*rule, context.around.width);
  return status::ok;
}

}  // namespace engagelint
