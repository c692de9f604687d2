#include <nlohmann/json.hpp>

#include "cli/answers.hpp"
#include "permission/explain.hpp"

namespace engagelint {
namespace {

using CanJson = nlohmann::ordered_json;

CanJson range_json(const SourceFile& file, Span span) {
  const auto place = [&](Offset offset) -> CanJson {
    const LineColumn at = file.locate(offset, ColumnUnit::code_point);
    return {{"line", at.line}, {"column", at.column}, {"offset", offset}};
  };
  return {{"start", place(span.begin)}, {"end", place(span.end)}};
}

CanJson or_null(const std::string& text) { return text.empty() ? CanJson(nullptr) : CanJson(text); }

CanJson reasons_json(const Decision& decision, std::span<const PolicyReading> policies, Standing standing) {
  CanJson list = CanJson::array();
  for (const Reason& reason : decision.reasons) {
    if (reason.standing != standing) continue;
    const PolicyReading& policy = policies[reason.policy];
    const Support said = support_of(policy, reason);
    CanJson entry{{"clause", said.name},
                  {"path", policy.policy->file->path()},
                  {"document", policy.policy->document},
                  {"range", range_json(*policy.policy->file, said.span)},
                  {"reading", said.reading},
                  {"says", name_of(reason.speaks)}};
    if (reason.ground != Ground::none) entry["not-deciding"] = in_words(reason.ground);
    list.push_back(std::move(entry));
  }
  return list;
}

CanJson decision_json(const Decision& decision, const QuestionWords& words, std::span<const PolicyReading> policies) {
  CanJson gates = CanJson::array();
  for (const Gate& gate : decision.gates) gates.push_back({{"kind", name_of(gate.kind)}, {"by", or_null(gate.by)}});
  CanJson out{{"answer", name_of(decision.answer)}};
  if (decision.answer == Answer::forbidden) out["strength"] = decision.discouraged ? "discouraged" : "prohibited";
  out["approvals"] = std::move(gates);
  out["delay"] = decision.delay_hours > 0 ? CanJson(duration(decision.delay_hours)) : CanJson(nullptr);
  out["delay-hours"] = decision.delay_hours > 0 ? CanJson(decision.delay_hours) : CanJson(nullptr);
  out["because"] = because(decision, policies);
  out["clauses"] = reasons_json(decision, policies, Standing::decided);
  out["overruled"] = reasons_json(decision, policies, Standing::overruled);
  out["partial"] = reasons_json(decision, policies, Standing::partial);
  out["to-change"] = or_null(to_change(decision, words, policies));
  return out;
}

}  // namespace

std::string answer_json(const AskedQuestion& asked, const Answers& answers, const PolicySet& set) {
  CanJson out{{"schema", "engagelint/can/1"},
              {"question",
               {{"who", asked.words.who},
                {"action", name_of(asked.question.action)},
                {"to", or_null(asked.words.to)},
                {"on", or_null(asked.words.on)}}}};
  const bool then = set.what_if();
  out.update(then ? decision_json(answers.then, asked.words, set.then) : decision_json(answers.now, asked.words, set.now));
  // The answer is the one that would be; what it is today stands beside it.
  if (then) out["before"] = decision_json(answers.now, asked.words, set.now);
  return out.dump(2, ' ', false, CanJson::error_handler_t::replace) + '\n';
}

}  // namespace engagelint
