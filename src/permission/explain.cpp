#include "permission/explain.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace engagelint {
namespace {

/// "clause 2.1", "clauses 2.1 and 3", "clauses 2.1, 3 and 2 more".
std::string clauses(const std::vector<std::string>& names) {
  if (names.empty()) return "no clause";
  const bool keys = std::all_of(names.begin(), names.end(), [](const std::string& name) { return name.starts_with("account "); });
  std::string out = keys ? "" : names.size() == 1 ? "clause " : "clauses ";
  constexpr std::size_t shown = 3;
  for (std::size_t i = 0; i < names.size() && i < shown; ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (names.size() > shown) out += " and " + std::to_string(names.size() - shown) + " more";
  return out;
}

/// Names without repeats of the reasons that stand so and would answer so.
std::vector<std::string> names(const Decision& decision, std::span<const PolicyReading> policies, Standing standing,
                               std::initializer_list<Answer> speaks) {
  std::vector<std::string> out;
  for (const Reason& reason : decision.reasons) {
    if (reason.standing != standing || std::find(speaks.begin(), speaks.end(), reason.speaks) == speaks.end()) continue;
    std::string name = clause_name(policies, reason);
    if (std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }
  return out;
}

std::string verb(const std::vector<std::string>& names, std::string_view one, std::string_view many) {
  return std::string(names.size() == 1 ? one : many);
}

/// ", and goes before clause 3, which is more general"
std::string overruled(const Decision& decision, std::span<const PolicyReading> policies) {
  const auto lost = names(decision, policies, Standing::overruled, {Answer::permitted, Answer::gated, Answer::forbidden});
  if (lost.empty()) return "";
  Ground ground = Ground::none;
  for (const Reason& reason : decision.reasons) {
    if (reason.standing == Standing::overruled && ground == Ground::none) ground = reason.ground;
  }
  switch (ground) {
    case Ground::more_specific: return "; " + clauses(lost) + verb(lost, " is", " are") + " more general";
    case Ground::exception: return "; it is an exception to " + clauses(lost);
    case Ground::exempted: return "; the approval of " + clauses(lost) + " is waived";
    case Ground::savings: return "; " + clauses(lost) + verb(lost, " keeps", " keep") + " rights and lifts no ban";
    default:
      return decision.answer == Answer::gated || decision.answer == Answer::forbidden
                 ? "; what " + clauses(lost) + verb(lost, " says", " say") + " holds within that"
                 : "";
  }
}

std::string sentence_for(const QuestionWords& words) {
  std::string out = in_words(words);
  const std::string who = words.who.empty() ? "staff" : words.who;
  out = out.substr(4 + who.size());
  std::string start = who;
  if (!start.empty() && start[0] >= 'a' && start[0] <= 'z') start[0] = static_cast<char>(start[0] - 'a' + 'A');
  return start + " may" + out + ".";
}

}  // namespace

std::string clause_of(const PolicyReading& policy, const Norm& norm) {
  if (norm.clause >= policy.policy->clauses.size()) return "";
  const Clause& clause = policy.policy->clauses[norm.clause];
  if (norm.sentence >= policy.reading->sentences.size()) return clause.id;
  const std::int32_t item = policy.reading->sentences[norm.sentence].item;
  return item >= 0 && static_cast<std::size_t>(item) < clause.items.size() ? clause.items[static_cast<std::size_t>(item)].id
                                                                           : clause.id;
}

Support support_of(const PolicyReading& policy, const Reason& reason) {
  if (reason.account < 0) {
    const Norm& norm = policy.reading->norms[reason.norm];
    return {clause_of(policy, norm), paraphrase(norm), norm.span, &policy.reading->sentences[norm.sentence]};
  }
  const Account& account = policy.policy->accounts[static_cast<std::size_t>(reason.account)];
  std::string reading;
  const auto add = [&](std::string_view key, const std::optional<Text>& text) {
    if (text) reading += (reading.empty() ? "" : ", ") + std::string(key) + ": " + text->value;
  };
  add("network", account.network);
  add("held-by", account.held_by);
  add("replies", account.replies);
  add("approval", account.approval);
  return {"account " + (account.handle ? account.handle->value : std::string("without a handle")), reading, account.span,
          nullptr};
}

std::string clause_name(std::span<const PolicyReading> policies, const Reason& reason) {
  const PolicyReading& policy = policies[reason.policy];
  std::string name = support_of(policy, reason).name;
  const bool several = std::any_of(policies.begin(), policies.end(),
                                   [&](const PolicyReading& other) { return other.policy->file != policy.policy->file; });
  if (several && policy.policy->file != nullptr) name += " of " + std::string(policy.policy->file->path());
  return name;
}

std::string because(const Decision& decision, std::span<const PolicyReading> policies) {
  const auto decided =
      names(decision, policies, Standing::decided, {Answer::permitted, Answer::gated, Answer::forbidden, Answer::conflicting});
  const std::string who = clauses(decided);
  switch (decision.answer) {
    case Answer::permitted: return who + verb(decided, " permits", " permit") + " it" + overruled(decision, policies);
    case Answer::gated: {
      std::string wait = in_words(decision.gates);
      if (wait.empty()) wait = "a wait";
      return who + verb(decided, " asks", " ask") + " for " + wait + " first" + overruled(decision, policies);
    }
    case Answer::forbidden:
      return who +
             (decision.discouraged ? verb(decided, " advises", " advise") + " against it"
                                   : verb(decided, " does", " do") + " not allow it") +
             overruled(decision, policies);
    case Answer::conflicting: {
      const auto yes = names(decision, policies, Standing::decided, {Answer::permitted});
      const auto no = names(decision, policies, Standing::decided, {Answer::forbidden, Answer::gated});
      if (yes.empty() || no.empty()) return who + " say different things, and none is more specific";
      if (yes == no) return "the text and the keys of " + clauses(yes) + " say different things";
      return clauses(yes) + verb(yes, " permits", " permit") + " what " + clauses(no) + verb(no, " does", " do") +
             " not, and neither is more specific";
    }
    case Answer::silent: break;
  }
  const auto partial = names(decision, policies, Standing::partial, {Answer::permitted, Answer::gated, Answer::forbidden});
  if (partial.empty()) return "no clause speaks of it";
  return "no clause speaks of all of it; " + clauses(partial) + verb(partial, " speaks", " speak") + " of a part";
}

std::string to_change(const Decision& decision, const QuestionWords& words, std::span<const PolicyReading> policies) {
  const auto decided = clauses(names(decision, policies, Standing::decided, {Answer::gated, Answer::forbidden}));
  const std::string sentence = "\"" + sentence_for(words) + "\"";
  switch (decision.answer) {
    case Answer::permitted: return "";
    case Answer::gated: return "say beside " + decided + " when nobody needs to be asked, or name who may go ahead: " + sentence;
    case Answer::forbidden: return "reword " + decided + ", or let a clause that is as specific as the question say: " + sentence;
    case Answer::conflicting: return "keep one of the two, or say in which case each of them holds";
    case Answer::silent: break;
  }
  return "add a clause: " + sentence;
}

std::string in_words(const Gate& gate) {
  std::string out{name_of(gate.kind)};
  if (gate.kind == GateKind::notice) return gate.by.empty() ? out : out + " to " + gate.by;
  if (gate.kind == GateKind::delay) return "a wait";
  return gate.by.empty() ? out : out + " by " + gate.by;
}

std::string in_words(std::span<const Gate> gates) {
  std::string out;
  for (const Gate& gate : gates) out += (out.empty() ? "" : ", then ") + in_words(gate);
  return out;
}

std::string_view in_words(Ground ground) {
  switch (ground) {
    case Ground::none: return "";
    case Ground::more_specific: return "another clause is more specific";
    case Ground::exception: return "another clause is an exception to it";
    case Ground::exempted: return "the approval is waived";
    case Ground::savings: return "it keeps a right and lifts no ban";
    case Ground::lifted: return "another clause limits it";
    case Ground::narrower: return "it speaks of a narrower case than was asked";
    case Ground::content: return "it speaks of some content or of manner only";
    case Ground::situation: return "it speaks of some case or time only";
    case Ground::unclear: return "it is not plain that this is a rule on it";
  }
  return "";
}

std::string duration(double hours) {
  const bool days = hours >= 24 && std::fmod(hours, 24) == 0;
  const double number = days ? hours / 24 : hours;
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text + (days ? " day" : " hour") + (number == 1 ? "" : "s");
}

}  // namespace engagelint
