#include "engine/relate.hpp"

#include <algorithm>

#include "engine/fixes.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

struct Opposite {
  std::string_view field, value;
  std::string_view rule;  ///< the kind of clause that says the opposite
};

constexpr Opposite opposites[] = {{"approval", "none", "per-post-approval"},
                                  {"links", "optional", "link-only-posting"},
                                  {"ownership", "person", "account-ownership-grab"},
                                  {"tracking", "false", "tracking-mandate"}};

constexpr std::pair<std::string_view, std::string_view> pairs[] = {
    {"acc-approval", "per-post-approval"},  {"acc-ghost", "ghostwriting"},           {"acc-tracking", "tracking-mandate"},
    {"acc-link-only", "link-only-posting"}, {"acc-owner", "account-ownership-grab"}, {"acc-broadcast", "broadcast-only"},
    {"acc-org-only", "org-account-only"}};

/// A clause that is limited to some staff or to other accounts says nothing of this one.
bool reaches_all(const Norm& norm, const Vocabulary& words) {
  if (norm.confidence == Confidence::low || norm.situation) return false;
  return std::all_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) {
    if (mention.role == Role::actor) {
      return mention.concept_id == words.staff || mention.concept_id == words.you || mention.concept_id == words.individual;
    }
    if (mention.role != Role::channel) return true;
    return mention.concept_id == words.social_media || is_a(mention.concept_id, words.personal_account);
  });
}

void name_each_other(Finding& left, Finding& right) {
  left.related.push_back({.span = right.span, .words = right.message, .rule = right.rule.id});
  right.related.push_back({.span = left.span, .words = left.message, .rule = left.rule.id});
}

}  // namespace

void find_disagreements(Subject& subject, const std::vector<Finding>& findings, const std::vector<std::size_t>& norms) {
  if (subject.policy.accounts.empty()) return;
  for (const Opposite& opposite : opposites) {
    const Finding* clause = nullptr;
    for (std::size_t i = 0; i < norms.size() && clause == nullptr; ++i) {
      if (findings[i].rule.id == opposite.rule && norms[i] != no_norm &&
          reaches_all(subject.reading.norms[norms[i]], subject.words))
        clause = &findings[i];
    }
    if (clause == nullptr) continue;
    for (AccountTraits& account : subject.accounts) {
      const Text* field = account_field(account, opposite.field);
      if (!account.by_person || account.contradicted != nullptr || field == nullptr) continue;
      if (!same_words(field->value, opposite.value)) continue;
      account.contradicted = field;
      account.contradiction = {clause->span, clause->quote};
    }
  }
}

void relate_accounts(std::vector<Finding>& findings) {
  for (const auto& [account_rule, clause_rule] : pairs) {
    const auto of = [](std::string_view id) { return [id](const Finding& finding) { return finding.rule.id == id; }; };
    const auto account = std::find_if(findings.begin(), findings.end(), of(account_rule));
    const auto clause = std::find_if(findings.begin(), findings.end(), of(clause_rule));
    if (account != findings.end() && clause != findings.end()) name_each_other(*account, *clause);
  }
}

}  // namespace engagelint
