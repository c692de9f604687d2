#include "engine/accept.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "source/prose.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

struct Use {
  const Acceptance* acceptance = nullptr;
  bool met = false;
  std::string_view instead;  ///< the finding under which the accepted rule stands
};

class Acceptances {
 public:
  explicit Acceptances(const PolicyDocument& policy) : policy_(policy) {
    for (const Acceptance& acceptance : policy.accept) add(acceptance);
    for (const Account& account : policy.accounts) {
      for (const Acceptance& acceptance : account.accept) add(acceptance);
    }
    for (const Clause& clause : policy.clauses) {
      // One on a section stands behind each of its clauses: it is one and the same.
      for (const Acceptance& acceptance : clause.accept) add(acceptance);
    }
    if (uses_.empty()) return;
    for (const Clause& clause : policy.clauses) {
      clauses_.emplace(clause.id, &clause);
      for (const ClauseItem& item : clause.items) clauses_.emplace(item.id, &clause);
    }
  }

  [[nodiscard]] bool empty() const { return uses_.empty(); }

  void mark(Finding& finding, std::string_view today) {
    if (finding.clause) {
      const auto found = clauses_.find(*finding.clause);
      if (found != clauses_.end()) try_all(found->second->accept, finding, today);
    } else if (finding.account) {
      for (const Account& account : policy_.accounts) {
        if (account.handle && account.handle->value == *finding.account) try_all(account.accept, finding, today);
      }
      for (const Clause& clause : policy_.clauses) {
        if (clause.span.begin <= finding.span.begin && finding.span.end <= clause.span.end)
          try_all(clause.accept, finding, today);
      }
    }
    try_all(policy_.accept, finding, today);
  }

  void notice(const RuleSet& rules, std::string_view today, std::vector<Notice>& notices) const {
    for (const auto& [span, use] : uses_) {
      Notice notice{.kind = NoticeKind::bad_schema,
                    .path = std::string(policy_.file->path()),
                    .file = policy_.file,
                    .span = span,
                    .message = {},
                    .hint = {}};
      explain(use, rules, today, notice);
      if (!notice.message.empty()) notices.push_back(std::move(notice));
    }
  }

 private:
  static bool ended(const Acceptance& acceptance, std::string_view today) { return is_before(acceptance.until, today); }

  void add(const Acceptance& acceptance) {
    uses_.try_emplace(acceptance.span, Use{.acceptance = &acceptance, .met = false, .instead = {}});
  }

  void try_all(const std::vector<Acceptance>& list, Finding& finding, std::string_view today) {
    for (const Acceptance& acceptance : list) {
      Use& use = uses_.find(acceptance.span)->second;
      if (acceptance.rule != finding.rule.id) {
        const bool under = std::any_of(finding.related.begin(), finding.related.end(),
                                       [&](const Label& label) { return label.rule == acceptance.rule; });
        if (under) use.instead = finding.rule.id;
        continue;
      }
      use.met = true;
      const bool reasoned = acceptance.because.find_first_not_of(" \t\n") != std::string::npos;
      if (reasoned && !finding.accepted && !ended(acceptance, today)) finding.accepted = acceptance;
    }
  }

  static void explain(const Use& use, const RuleSet& rules, std::string_view today, Notice& notice) {
    const Acceptance& acceptance = *use.acceptance;
    if (acceptance.rule.empty()) return;
    if (rules.find(acceptance.rule) == nullptr) {
      std::vector<std::string_view> known;
      for (const Rule* rule : rules.rules) known.push_back(rule->info.id);
      const std::string_view near = nearest(acceptance.rule, known);
      notice.message = fmt::format("`accept` names `{}`, which is no rule", acceptance.rule);
      if (!near.empty()) notice.hint = fmt::format("did you mean `{}`?", near);
    } else if (!use.met) {
      notice.message = fmt::format("`accept` names `{}`, and there is no such finding here", acceptance.rule);
      notice.hint = use.instead.empty() ? "it can be taken out" : fmt::format("the finding here is `{}`", use.instead);
    } else if (ended(acceptance, today)) {
      notice.message = fmt::format("the acceptance of `{}` ended on {}", acceptance.rule, acceptance.until);
      notice.hint = "look at the clause again: change it, or set a new date in `until`";
    } else if (acceptance.because.find_first_not_of(" \t\n") == std::string::npos) {
      notice.message = fmt::format("the acceptance of `{}` gives no reason, so the finding stands", acceptance.rule);
      notice.hint = "say why in `because`";
    }
  }

  const PolicyDocument& policy_;
  std::map<Span, Use> uses_;
  std::unordered_map<std::string_view, const Clause*> clauses_;
};

}  // namespace

void accept_findings(const PolicyDocument& policy, const RuleSet& rules, std::string_view today, std::vector<Finding>& findings,
                     std::vector<Notice>& notices) {
  Acceptances acceptances(policy);
  if (acceptances.empty()) return;
  for (Finding& finding : findings) acceptances.mark(finding, today);
  acceptances.notice(rules, today, notices);
}

}  // namespace engagelint
