// A decision in words: one sentence why, and what would have to change for a yes. Tone: docs/messages.md.
#pragma once

#include <span>
#include <string>

#include "permission/permission.hpp"
#include "permission/question.hpp"

namespace engagelint {

/// "2.3/2", or the keys' clause; of a list item, the item's.
[[nodiscard]] std::string clause_of(const PolicyReading& policy, const Norm& norm);
/// What a reason rests on: a norm, or the keys of an account.
struct Support {
  std::string name;     ///< "2.3/2", "account @ana"
  std::string reading;  ///< how it was read
  Span span;
  const Sentence* sentence = nullptr;  ///< the author's words; null for keys
};
[[nodiscard]] Support support_of(const PolicyReading& policy, const Reason& reason);
/// Its name with its file where several files hold together: "2.1 of common.yaml".
[[nodiscard]] std::string clause_name(std::span<const PolicyReading> policies, const Reason& reason);
/// "because you have to ask Communications first": one sentence without a full stop.
[[nodiscard]] std::string because(const Decision& decision, std::span<const PolicyReading> policies);
/// What would make the answer a yes; empty where it is one.
[[nodiscard]] std::string to_change(const Decision& decision, const QuestionWords& words,
                                    std::span<const PolicyReading> policies);
/// "approval by Communications", "training".
[[nodiscard]] std::string in_words(const Gate& gate);
/// "approval by Legal, then training"; empty for none.
[[nodiscard]] std::string in_words(std::span<const Gate> gates);
/// Why a norm did not decide: "narrower than what was asked".
[[nodiscard]] std::string_view in_words(Ground ground);
/// "3 days", "36 hours".
[[nodiscard]] std::string duration(double hours);

}  // namespace engagelint
