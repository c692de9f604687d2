#include "render/digest.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "render/layout.hpp"

namespace engagelint::render {
namespace {

bool is_weightier(const Finding* left, const Finding* right) {
  return std::tuple(right->severity, left->span.begin) < std::tuple(left->severity, right->span.begin);
}

struct Tally {
  const FileReport* report = nullptr;
  const Finding* first = nullptr;
  std::uint32_t errors = 0;
  std::uint32_t findings = 0;
};

/// A clause or an account of one policy; findings about the whole policy are one place of their own.
std::string key_of(const Finding& finding) {
  if (finding.clause) return "c" + *finding.clause;
  if (finding.account) return "a" + *finding.account;
  return "p";
}

/// Missing parts are many steps, not one: a clause or an account is the better start.
std::tuple<bool, std::uint32_t, std::uint32_t> weight_of(const Tally& tally) {
  return {tally.first->clause || tally.first->account, tally.errors, tally.findings};
}

std::vector<Tally> tallies_of(const FileReport& report) {
  std::vector<Tally> tallies;
  std::unordered_map<std::string, std::size_t> places;
  for (const Finding& finding : report.findings) {
    if (finding.accepted || finding.severity == Severity::note) continue;
    const auto [place, added] = places.try_emplace(key_of(finding), tallies.size());
    if (added) tallies.push_back({&report, &finding, 0, 0});
    Tally& tally = tallies[place->second];
    ++tally.findings;
    if (finding.severity == Severity::error) ++tally.errors;
  }
  return tallies;
}

}  // namespace

Digest digest(const FileReport& report, bool notes) {
  Digest result;
  std::unordered_map<std::string_view, std::size_t> rules;
  for (const Finding& finding : report.findings) {
    if (finding.accepted) {
      result.accepted.push_back(&finding);
    } else if (finding.severity == Severity::note && !notes) {
      ++result.notes;
    } else if (!finding.clause && !finding.account) {
      result.missing.push_back(&finding);
    } else {
      const auto [group, added] = rules.try_emplace(finding.rule.id, result.groups.size());
      if (added) result.groups.emplace_back();
      result.groups[group->second].findings.push_back(&finding);
    }
  }
  for (Group& group : result.groups) std::stable_sort(group.findings.begin(), group.findings.end(), is_weightier);
  std::stable_sort(result.groups.begin(), result.groups.end(),
                   [](const Group& left, const Group& right) { return is_weightier(left.findings[0], right.findings[0]); });
  std::stable_sort(result.missing.begin(), result.missing.end(), is_weightier);
  return result;
}

std::optional<Start> start(const Report& report) {
  std::optional<Tally> best;
  std::uint32_t all = 0;
  for (const FileReport& file : report.files) {
    for (const Tally& tally : tallies_of(file)) {
      all += tally.findings;
      if (!best || weight_of(tally) > weight_of(*best)) best = tally;
    }
  }
  if (!best) return std::nullopt;
  return Start{best->report, best->first, best->findings, all};
}

std::string totals(const Report& report) {
  const Summary sum = summarize(report);
  std::string text = count(sum.errors, "error") + ", " + count(sum.warnings, "warning") + ", " + count(sum.notes, "note");
  if (sum.accepted > 0) text += ", " + std::to_string(sum.accepted) + " accepted";
  return text + " in " + count(sum.files, "policy", "policies");
}

std::string sentences_read(std::uint64_t total, std::uint64_t unread) {
  return std::to_string(total - std::min(unread, total)) + " of " + count(total, "sentence") + " read";
}

std::string sentences_read(const Report& report) {
  std::uint64_t total = 0;
  std::uint64_t unread = 0;
  for (const FileReport& file : report.files) {
    total += file.sentences;
    unread += file.unread;
  }
  return sentences_read(total, unread);
}

std::string place_name(const Finding& finding) {
  if (finding.clause) return "clause " + printable(*finding.clause);
  if (finding.account) return "account " + printable(*finding.account);
  return "the policy as a whole";
}

}  // namespace engagelint::render
