// A policy of a few clauses, and questions to it in one line: "volunteers reply members twitter".
#pragma once

#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "norm/norm.hpp"
#include "permission/explain.hpp"
#include "permission/permission.hpp"
#include "permission/question.hpp"
#include "policy/read_policy.hpp"

namespace engagelint::test {

/// Reads `clauses` as the list of a policy whose audience is members.
class Asking {
 public:
  explicit Asking(const std::string& clauses, const std::string& head = "audience: members\n")
      : source_(std::make_unique<SourceFile>("p.yaml", "social-media-policy: 1\ntitle: T\n" + head + "clauses:\n" + clauses)),
        file_(read_policy(*source_)) {
    for (const PolicyDocument& policy : file_.policies) readings_.push_back(std::make_unique<Reading>(read_norms(policy)));
    for (std::size_t i = 0; i < readings_.size(); ++i) policies_.push_back({&file_.policies[i], readings_[i].get()});
    permissions_ = std::make_unique<Permissions>(policies_);
  }

  static Asking prose(const std::vector<std::string>& sentences) {
    std::string clauses;
    for (const std::string& sentence : sentences) clauses += "  - \"" + sentence + "\"\n";
    return Asking(clauses);
  }

  /// who action [to [on]]; `-` is left open.
  [[nodiscard]] Decision decide(const std::string& words) const {
    std::istringstream in(words);
    QuestionWords question;
    for (std::string* word : {&question.who, &question.action, &question.to, &question.on}) {
      in >> *word;
      if (*word == "-") word->clear();
    }
    return decide(question);
  }

  [[nodiscard]] Decision decide(const QuestionWords& question) const {
    const AskedQuestion asked = read_question(question, policies_);
    if (asked.error) throw std::runtime_error(*asked.error);
    return permissions_->decide(asked.question);
  }

  /// "gated: approval by Legal"
  [[nodiscard]] std::string ask(const std::string& words) const { return in_line(decide(words)); }
  /// The same where a name or a place has two words.
  [[nodiscard]] std::string permissions_of(const std::string& who, const std::string& action, const std::string& on) const {
    return in_line(decide(QuestionWords{who, action, "", on}));
  }

  [[nodiscard]] static std::string in_line(const Decision& decision) {
    std::string out{name_of(decision.answer)};
    if (decision.discouraged) out += " (discouraged)";
    if (!decision.gates.empty()) out += ": " + in_words(std::span<const Gate>(decision.gates));
    if (decision.delay_hours > 0) out += ", " + duration(decision.delay_hours);
    return out;
  }

  [[nodiscard]] const std::vector<PolicyReading>& policies() const { return policies_; }

 private:
  std::unique_ptr<SourceFile> source_;
  PolicyFile file_;
  std::vector<std::unique_ptr<Reading>> readings_;
  std::vector<PolicyReading> policies_;
  std::unique_ptr<Permissions> permissions_;
};

/// Each question of `rows` to a policy that says just that, and the answer that is due.
inline void check(const std::string& sentence, const std::vector<std::pair<std::string, std::string>>& rows) {
  const Asking policy = Asking::prose({sentence});
  for (const auto& [question, answer] : rows) {
    CAPTURE(sentence);
    CAPTURE(question);
    CHECK(policy.ask(question) == answer);
  }
}

}  // namespace engagelint::test
