// Findings that a person has looked at and keeps: marked, never dropped, and not counted.
#pragma once

#include <string_view>
#include <vector>

#include "finding/finding.hpp"
#include "policy/policy.hpp"
#include "rule/rule.hpp"

namespace engagelint {

/// Marks what `accept` names. One that has ended, names no rule or meets no finding is a notice with what was meant.
void accept_findings(const PolicyDocument& policy, const RuleSet& rules, std::string_view today, std::vector<Finding>& findings,
                     std::vector<Notice>& notices);

}  // namespace engagelint
