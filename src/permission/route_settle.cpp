// The ways agree with `engagelint can`: where clauses on answering speak against each other, what it decides holds.
#include <algorithm>

#include "permission/explain.hpp"
#include "permission/route_clauses.hpp"
#include "source/prose.hpp"

namespace engagelint::route {
namespace {

bool of_staff(const std::string& key) { return key == who::staff || key == who::everyone; }

Basis basis_of(const Reason& reason, std::span<const PolicyReading> policies) {
  const PolicyReading& policy = policies[reason.policy];
  const Support said = support_of(policy, reason);
  return {said.name, {policy.policy->file, said.span}};
}

const Reason* deciding(const Decision& decision) {
  const auto found = std::find_if(decision.reasons.begin(), decision.reasons.end(),
                                  [](const Reason& each) { return each.standing == Standing::decided; });
  return found == decision.reasons.end() ? nullptr : &*found;
}

void close(const Decision& decision, std::span<const PolicyReading> policies, Sayings& sayings) {
  sayings.closed = true;
  const bool said = std::any_of(sayings.bans.begin(), sayings.bans.end(),
                                [](const Ban& ban) { return ban.when.empty() && of_staff(ban.on); }) ||
                    std::any_of(sayings.answers.begin(), sayings.answers.end(), [](const Answering& each) { return each.only; });
  const Reason* reason = deciding(decision);
  if (!said && reason != nullptr)
    sayings.bans.push_back({std::string(who::staff), "", "staff may not answer", basis_of(*reason, policies), true});
}

void gate(const Decision& decision, std::span<const PolicyReading> policies, Sayings& sayings) {
  const bool said =
      std::any_of(sayings.gatings.begin(), sayings.gatings.end(), [](const Gating& each) { return of_staff(each.on); }) ||
      std::any_of(sayings.answers.begin(), sayings.answers.end(), [](const Answering& each) { return !each.gates.empty(); });
  const Reason* reason = deciding(decision);
  if (said || reason == nullptr) return;
  const Basis basis = basis_of(*reason, policies);
  Gating gating{std::string(who::staff), true, {}, basis};
  for (const Gate& each : decision.gates) {
    if (each.kind != GateKind::approval) continue;
    gating.gates.push_back({each.by.empty() ? "" : "team" + normal(each.by), each.by, 0, basis.clause, basis.at});
  }
  if (!gating.gates.empty()) sayings.gatings.push_back(std::move(gating));
}

}  // namespace

void settle(std::span<const PolicyReading> policies, Sayings& sayings) {
  if (policies.empty()) return;
  const Question asked{.who = words().staff, .action = Action::reply, .audience = words().served};
  const Decision decision = Permissions(policies).decide(asked);
  switch (decision.answer) {
    case Answer::forbidden: close(decision, policies, sayings); break;
    case Answer::gated: gate(decision, policies, sayings); [[fallthrough]];
    case Answer::permitted:
      std::erase_if(sayings.bans, [](const Ban& ban) { return ban.act && ban.when.empty() && of_staff(ban.on); });
      break;
    case Answer::silent:
    case Answer::conflicting: break;
  }
}

}  // namespace engagelint::route
