// The first file of scenarios: what a policy answers today to the questions that its people ask most.
#include <tuple>

#include "permission/explain.hpp"
#include "permission/matrix.hpp"
#include "permission/scenarios.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

/// In double quotes, whatever it is.
std::string yaml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : one_line(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out + '"';
}

class Writer {
 public:
  explicit Writer(std::span<const PolicyReading> policies) : policies_(policies), permissions_(policies) {}

  std::string run(std::string_view policy) {
    out_ = "# Questions to " + one_line(policy) +
           ", with the answers it gives today. `engagelint init` wrote them, `engagelint scenarios` asks them.\n" +
           "# Put the answer that should hold in place of one: the run then says which clause stands in its way.\n"
           "# Answers: permitted, gated (an approval or another step first), forbidden, silent, conflicting.\n" +
           std::string(scenarios_marker) + ": 1\npolicy: " + yaml_text(policy) + "\nscenarios:\n";
    if (policies_.empty()) return out_ + "  []\n";
    const Matrix grid = make_matrix(policies_, {}, {});
    const std::string members = grid.columns.empty() ? "members" : grid.columns.front().to;
    for (const char* action : {"reply", "post", "mention", "connect", "message", "join", "identify"})
      ask({"staff", action, members, ""});
    for (const MatrixColumn& column : grid.columns) {
      if (column.to != members) ask({"staff", "reply", column.to, ""});
      if (!column.on.empty() && column.to == members) ask({"staff", "reply", members, column.on});
    }
    for (const MatrixBlock& block : grid.blocks) {
      for (const std::string& who : block.who) {
        if (who != "staff") ask({who, "reply", members, ""});
      }
    }
    return out_;
  }

 private:
  /// In plain words where they are read as the same question, and by its parts otherwise.
  std::string asks(const QuestionWords& words, const Question& meant) const {
    const std::string plain_words = in_words(words) + "?";
    const AskedQuestion again = read_question(std::string_view(plain_words), policies_);
    const auto parts = [](const Question& each) {
      return std::tie(each.who, each.person, each.action, each.audience, each.audience_word, each.account, each.network);
    };
    if (!again.error && parts(again.question) == parts(meant)) return "question: " + yaml_text(plain_words);
    std::string out = "who: " + yaml_text(words.who) + "\n    action: " + words.action;
    if (!words.to.empty()) out += "\n    to: " + yaml_text(words.to);
    if (!words.on.empty()) out += "\n    on: " + yaml_text(words.on);
    return out;
  }

  void ask(const QuestionWords& words) {
    const AskedQuestion asked = read_question(words, policies_);
    if (asked.error) return;
    const Decision decision = permissions_.decide(asked.question);
    out_ += "  - " + asks(words, asked.question) + "\n    answer: " + std::string(name_of(decision.answer)) + '\n';
    for (const Reason& reason : decision.reasons) {
      if (reason.standing != Standing::decided) continue;
      const PolicyReading& policy = policies_[reason.policy];
      out_ += "    clause: " + yaml_text(support_of(policy, reason).name) + '\n';
      break;
    }
  }

  std::span<const PolicyReading> policies_;
  Permissions permissions_;
  std::string out_;
};

}  // namespace

std::string first_scenarios(std::string_view policy, std::span<const PolicyReading> policies) {
  return Writer(policies).run(policy);
}

}  // namespace engagelint
