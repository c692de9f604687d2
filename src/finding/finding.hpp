// finding: what can be said. In: nothing. Out: the types that every later phase fills and every renderer prints.
// A Finding is about the policy (exit status 1); a Notice is about the run (exit status 2, 3 or 4).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace engagelint {

enum class Severity : std::uint8_t { note, warning, error };
enum class Confidence : std::uint8_t { low, medium, high };

[[nodiscard]] std::string_view name_of(Severity severity);
[[nodiscard]] std::string_view name_of(Confidence confidence);

/// What a reader is shown of a rule; owned by the RuleSet, which outlives the report.
struct RuleInfo {
  std::string_view id;      ///< kebab-case, the pattern and not the cure; never reused
  std::string_view family;  ///< the folder it stands in
  std::string_view title;
};

/// A place with words of its own. `rule` is set where the label stands for a weaker rule on the same norm.
struct Label {
  Span span;
  std::string words;
  std::string_view rule = {};
  const SourceFile* file = nullptr;  ///< null: the finding's own file
};

enum class FixKind : std::uint8_t { mechanical, changes_policy, show_only };
enum class FixLevel : std::uint8_t { small, middle, bold };

[[nodiscard]] std::string_view name_of(FixKind kind);
[[nodiscard]] std::string_view name_of(FixLevel level);

struct Edit {
  Span span;
  std::string replacement;
};

struct Fix {
  FixKind kind = FixKind::show_only;
  FixLevel level = FixLevel::small;
  std::string title;
  std::vector<Edit> edits;  ///< sorted, not overlapping; empty where only text is offered
};

/// A person looked at a finding and keeps the clause.
struct Acceptance {
  Span span;
  std::string rule;
  std::string because;
  std::string by;
  std::string until;  ///< ISO date, empty: no end
};

struct Finding {
  RuleInfo rule;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  std::optional<std::string> clause;   ///< author's or position id; empty for whole-policy and account findings
  std::optional<std::string> account;  ///< handle
  std::string message;                 ///< the effect on a member
  std::string why;
  std::string instead;
  std::vector<std::string> arguments;
  Span span;          ///< the primary place
  std::string quote;  ///< the words of `span` as a reader reads them, folding undone
  std::vector<Label> related;
  std::string reading;  ///< canonical paraphrase of the norm, empty where there is none
  std::vector<Fix> fixes;
  std::optional<Acceptance> accepted;
};

enum class NoticeKind : std::uint8_t {
  unreadable_file,  ///< not opened, not UTF-8
  bad_yaml,         ///< YAML that breaks off, or that YAML reads otherwise than a person means
  bad_schema,       ///< unknown key, wrong type, duplicate key or id, value outside a closed list
  bad_rule,
  bad_usage,
  not_a_policy,  ///< no marker key, an empty file, a pattern that matched nothing
  retired,
  limit,  ///< too deep, too many aliases, too large
};

[[nodiscard]] std::string_view name_of(NoticeKind kind);  ///< kebab-case, as in the JSON report

struct Notice {
  NoticeKind kind = NoticeKind::bad_yaml;
  std::string path;
  const SourceFile* file = nullptr;  ///< null where the file could not be opened
  std::optional<Span> span;
  std::string message;
  std::string hint;
  bool fatal = false;  ///< the file (or the rest of it) could not be read: exit status 4
};

/// One policy document and what was found in it.
struct FileReport {
  const SourceFile* file = nullptr;
  std::uint32_t document = 1;
  std::string title, organization, status, audience;
  std::uint32_t clauses = 0;
  std::uint32_t sentences = 0;  ///< of clause texts and list items, not titles
  std::uint32_t normative = 0;
  std::uint32_t unread = 0;
  std::vector<std::string> credits;  ///< what members can do now, one line each, from enabling norms
  std::vector<Finding> findings;     ///< ordered by offset, then rule
};

struct Report {
  std::vector<std::shared_ptr<const SourceFile>> sources;  ///< keeps every span valid
  std::vector<FileReport> files;                           ///< in the order of paths given, then document
  std::vector<Notice> notices;
  std::uint32_t paths_without_policy = 0;  ///< exit status 3 when not 0
  std::uint32_t retired = 0;
};

struct Summary {
  std::uint32_t files = 0, errors = 0, warnings = 0, notes = 0, accepted = 0, unread = 0;
};

/// Accepted findings are counted as accepted only.
[[nodiscard]] Summary summarize(const Report& report);
/// Stable over renumbering and moving: rule, normalised words of the quote, and the file's path are hashed. 16 hex digits.
[[nodiscard]] std::string fingerprint(const Finding& finding, std::string_view path);
/// Sorts findings by offset then rule.
void order(FileReport& report);

}  // namespace engagelint
