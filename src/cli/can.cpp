// `engagelint can`: one question to one policy, or to several that hold together.
#include <algorithm>
#include <ostream>

#include "cli/answers.hpp"
#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "permission/explain.hpp"
#include "permission/question.hpp"
#include "render/layout.hpp"

namespace engagelint {
namespace {

using render::Ink;
using render::Paint;

/// A plain question may stand among the paths: it has blanks or a question mark, and no file is called so.
std::string take_question(const Context& context, std::vector<std::string>& paths) {
  if (!context.options.ask.empty()) return context.options.ask;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::string word = paths[i];
    const bool looks = word.find(' ') != std::string::npos || word.ends_with('?');
    std::string error;
    if (!looks || context.files.read(word, error) || context.files.walk(word)) continue;
    paths.erase(paths.begin() + static_cast<std::ptrdiff_t>(i));
    return word;
  }
  return {};
}

int usage(const Context& context, const std::string& message, const std::string& hint) {
  context.err << "engagelint: " << render::printable(message) << '\n';
  if (!hint.empty()) context.err << render::printable(hint) << '\n';
  return status::usage;
}

int status_of(Answer answer) {
  switch (answer) {
    case Answer::permitted: return status::ok;
    case Answer::gated: return status::gated;
    case Answer::forbidden: return status::forbidden;
    case Answer::silent: return status::silent;
    case Answer::conflicting: break;
  }
  return status::conflicting;
}

std::string headline(const Decision& decision) {
  switch (decision.answer) {
    case Answer::permitted: return "yes";
    case Answer::gated: {
      std::string out = "only after " + (decision.gates.empty() ? std::string("a wait") : in_words(decision.gates));
      if (decision.delay_hours > 0) out += ", which takes " + duration(decision.delay_hours);
      return out;
    }
    case Answer::forbidden: return decision.discouraged ? "no, it is advised against" : "no";
    case Answer::silent: return "the policy is silent";
    case Answer::conflicting: return "the policy says both yes and no";
  }
  return "";
}

Ink ink_of(Answer answer) {
  if (answer == Answer::permitted) return Ink::good;
  if (answer == Answer::forbidden) return Ink::error;
  return answer == Answer::silent ? Ink::note : Ink::warning;
}

/// Where the norm stands, the author's words, and how they were read.
void print_reason(const Reason& reason, std::span<const PolicyReading> policies, const Context& context, const Paint& paint) {
  const PolicyReading& policy = policies[reason.policy];
  const Support said = support_of(policy, reason);
  const LineColumn at = policy.policy->file->locate(said.span.begin, ColumnUnit::code_point);
  std::string lead = "  " + std::string(policy.policy->file->path()) + ':' + std::to_string(at.line) + ':' +
                     std::to_string(at.column) + (said.sentence == nullptr ? " " : " clause ") + said.name;
  if (reason.ground != Ground::none) lead += ", which does not decide: " + std::string(in_words(reason.ground));
  context.out << paint(reason.standing == Standing::decided ? Ink::strong : Ink::faint, render::printable(lead)) << '\n';
  if (reason.standing == Standing::decided && said.sentence != nullptr && said.sentence->item != -2)
    context.out << render::hang("    | ", std::string(said.sentence->words), context.around.width);
  context.out << render::hang("    = ", said.reading, context.around.width);
}

void print_decision(const Decision& decision, const QuestionWords& words, std::span<const PolicyReading> policies,
                    const Context& context, const Paint& paint) {
  context.out << render::hang("because: ", because(decision, policies), context.around.width);
  // What speaks of a part of the question is told where nothing else does.
  constexpr std::size_t shown = 6;
  std::size_t printed = 0;
  std::size_t more = 0;
  for (const Reason& reason : decision.reasons) {
    const bool aside = reason.standing == Standing::partial && printed >= shown;
    if (aside) {
      ++more;
      continue;
    }
    print_reason(reason, policies, context, paint);
    ++printed;
  }
  if (more > 0)
    context.out << "  and " << render::count(more, "more norm") << " on narrower cases (--format json has them all)\n";
  const std::string change = to_change(decision, words, policies);
  if (!change.empty()) context.out << render::hang("for a yes: ", change, context.around.width);
}

void print_text(const AskedQuestion& asked, const Answers& answers, const PolicySet& set, const Context& context) {
  const Options& options = context.options;
  const bool automatic = context.around.terminal && !context.around.no_color;
  const Paint paint(options.color == Color::always || (options.color == Color::automatic && automatic));
  const std::string question = in_words(asked.words) + "?";
  if (!set.what_if()) {
    context.out << paint(ink_of(answers.now.answer), headline(answers.now)) << "  (" << render::printable(question) << ")\n";
    print_decision(answers.now, asked.words, set.now, context, paint);
    return;
  }
  context.out << render::printable(question) << '\n';
  context.out << "now:  " << paint(ink_of(answers.now.answer), headline(answers.now)) << '\n';
  context.out << "then: " << paint(ink_of(answers.then.answer), headline(answers.then)) << '\n';
  print_decision(answers.then, asked.words, set.then, context, paint);
}

}  // namespace

int can(const Context& context) {
  std::vector<std::string> paths = context.options.paths;
  const std::string sentence = take_question(context, paths);
  const Options& options = context.options;
  const bool flags = !options.who.empty() || !options.action.empty() || !options.to.empty() || !options.on.empty();
  if (paths.empty())
    return usage(context, "name a policy to ask", "as in `engagelint can policy.yaml \"may staff reply to members?\"`");
  if (flags && !sentence.empty()) return usage(context, "ask by flags or by a sentence, not by both", "");
  const PolicySet set = read_policy_set(context, paths);
  if (set.status != 0) return set.status;
  const AskedQuestion asked = sentence.empty()
                                  ? read_question(QuestionWords{options.who, options.action, options.to, options.on}, set.now)
                                  : read_question(sentence, set.now);
  if (asked.error) return usage(context, *asked.error, asked.hint);
  Answers answers;
  answers.now = Permissions(set.now).decide(asked.question);
  if (set.what_if()) answers.then = Permissions(set.then).decide(asked.question);
  if (options.format == Format::json) {
    context.out << answer_json(asked, answers, set);
  } else {
    print_text(asked, answers, set, context);
  }
  return status_of(set.what_if() ? answers.then.answer : answers.now.answer);
}

}  // namespace engagelint
