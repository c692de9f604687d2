// Words -> a question. The words are those of docs/permissions.md, of the policy (its audience, glossary, people, handles), and
// of the lexicon; a plain question is read as a sentence of a policy would be.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "permission/permission.hpp"

namespace engagelint {

/// As somebody typed them; empty is left open.
struct QuestionWords {
  std::string who, action, to, on;
};

struct AskedQuestion {
  Question question;
  QuestionWords words;               ///< as they are shown: "staff", "reply", "members", "Instagram"
  std::optional<std::string> error;  ///< "`repli` is not known as an action"
  std::string hint;                  ///< "did you mean `reply`?", where a known word is near
};

/// From flags. An action must be named; who is staff unless it says otherwise.
[[nodiscard]] AskedQuestion read_question(const QuestionWords& words, std::span<const PolicyReading> policies);
/// From a sentence: "may volunteers reply to members on Instagram?"
[[nodiscard]] AskedQuestion read_question(std::string_view sentence, std::span<const PolicyReading> policies);

/// "may volunteers reply to members on Instagram": the question in plain words.
[[nodiscard]] std::string in_words(const QuestionWords& words);

}  // namespace engagelint
