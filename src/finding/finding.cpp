#include "finding/finding.hpp"

#include <algorithm>
#include <tuple>

namespace engagelint {

namespace {

/// FNV-1a, 64 bits: the same on every machine and for ever, which std::hash does not promise.
class Hash {
 public:
  void add(char c) {
    state_ ^= static_cast<unsigned char>(c);
    state_ *= 0x100000001B3U;
  }
  void add(std::string_view text) {
    for (const char c : text) add(c);
    add('\0');
  }
  [[nodiscard]] std::string hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (unsigned shift = 64; shift > 0; shift -= 4) out.push_back(digits[(state_ >> (shift - 4)) & 0xFU]);
    return out;
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Lower case, every run of anything but letters and digits one blank: re-wrapping or new punctuation is the same clause.
std::string normal_words(std::string_view quote) {
  std::string out;
  for (char c : quote) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (is_word_byte(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "note";
}

std::string_view name_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::low: return "low";
    case Confidence::medium: return "medium";
    case Confidence::high: return "high";
  }
  return "low";
}

std::string_view name_of(FixKind kind) {
  switch (kind) {
    case FixKind::mechanical: return "mechanical";
    case FixKind::changes_policy: return "changes-policy";
    case FixKind::show_only: return "show-only";
  }
  return "show-only";
}

std::string_view name_of(FixLevel level) {
  switch (level) {
    case FixLevel::small: return "small";
    case FixLevel::middle: return "middle";
    case FixLevel::bold: return "bold";
  }
  return "small";
}

std::string_view name_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::unreadable_file: return "unreadable-file";
    case NoticeKind::bad_yaml: return "bad-yaml";
    case NoticeKind::bad_schema: return "bad-schema";
    case NoticeKind::bad_rule: return "bad-rule";
    case NoticeKind::bad_usage: return "bad-usage";
    case NoticeKind::not_a_policy: return "not-a-policy";
    case NoticeKind::retired: return "retired";
    case NoticeKind::limit: return "limit";
  }
  return "bad-yaml";
}

Summary summarize(const Report& report) {
  Summary sum;
  sum.files = static_cast<std::uint32_t>(report.files.size());
  for (const FileReport& file : report.files) {
    sum.unread += file.unread;
    for (const Finding& finding : file.findings) {
      if (finding.accepted) {
        ++sum.accepted;
      } else if (finding.severity == Severity::error) {
        ++sum.errors;
      } else if (finding.severity == Severity::warning) {
        ++sum.warnings;
      } else {
        ++sum.notes;
      }
    }
  }
  return sum;
}

std::string fingerprint(const Finding& finding, std::string_view path) {
  Hash hash;
  hash.add(finding.rule.id);
  // A finding about the whole policy quotes nothing that stays: its place is its rule and file alone.
  if (finding.clause || finding.account) hash.add(normal_words(finding.quote));
  if (finding.account) hash.add(*finding.account);
  hash.add(path);
  return hash.hex();
}

void order(FileReport& report) {
  // A finding is large: their places are sorted, and each is moved once.
  std::vector<Finding*> sorted;
  sorted.reserve(report.findings.size());
  for (Finding& finding : report.findings) sorted.push_back(&finding);
  std::stable_sort(sorted.begin(), sorted.end(), [](const Finding* left, const Finding* right) {
    return std::tie(left->span.begin, left->rule.id, left->span.end) <
           std::tie(right->span.begin, right->rule.id, right->span.end);
  });
  std::vector<Finding> ordered;
  ordered.reserve(sorted.size());
  for (Finding* finding : sorted) ordered.push_back(std::move(*finding));
  report.findings = std::move(ordered);
}

}  // namespace engagelint
