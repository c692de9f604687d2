#include <nlohmann/json.hpp>
#include <unordered_map>

#include "render/digest.hpp"
#include "render/render.hpp"

namespace engagelint {
namespace {

using SarifJson = nlohmann::ordered_json;

std::string_view sarif_level(Severity severity) { return name_of(severity); }

/// A path as a URI: relative ones stay relative, bytes outside the unreserved set are escaped.
std::string uri_of(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  while (path.starts_with("./")) path.remove_prefix(2);
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      uri += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return uri;
}

SarifJson sarif_region(const SourceFile& file, Span span) {
  const LineColumn begin = file.locate(span.begin, ColumnUnit::code_point);
  const LineColumn end = file.locate(span.end, ColumnUnit::code_point);
  return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line},
          {"endColumn", end.column}, {"byteOffset", span.begin},    {"byteLength", span.end - span.begin}};
}

SarifJson sarif_location(const SourceFile& file, Span span) {
  SarifJson physical{{"artifactLocation", {{"uri", uri_of(file.path())}}}, {"region", sarif_region(file, span)}};
  return {{"physicalLocation", std::move(physical)}};
}

/// The rules of the run, and those that only findings know.
class RuleTable {
 public:
  explicit RuleTable(std::span<const RuleText> rules) {
    for (const RuleText& rule : rules) add(rule.id, rule.title, rule.help, rule.severity);
  }
  std::size_t index_of(const Finding& finding) {
    return add(finding.rule.id, finding.rule.title, finding.why + '\n' + finding.instead, finding.severity);
  }
  SarifJson take() { return std::move(rows_); }

 private:
  std::size_t add(std::string_view id, std::string_view title, const std::string& help, Severity severity) {
    const auto [known, added] = index_.try_emplace(std::string(id), rows_.size());
    if (added) {
      rows_.push_back({{"id", id},
                       {"shortDescription", {{"text", title}}},
                       {"help", {{"text", help}}},
                       {"defaultConfiguration", {{"level", sarif_level(severity)}}}});
    }
    return known->second;
  }

  SarifJson rows_ = SarifJson::array();
  std::unordered_map<std::string, std::size_t> index_;
};

SarifJson sarif_fixes(const SourceFile& file, const Finding& finding) {
  SarifJson fixes = SarifJson::array();
  for (const Fix& fix : finding.fixes) {
    if (fix.edits.empty() || fix.kind == FixKind::show_only) continue;
    SarifJson replacements = SarifJson::array();
    for (const Edit& edit : fix.edits) {
      replacements.push_back(
          {{"deletedRegion", sarif_region(file, edit.span)}, {"insertedContent", {{"text", edit.replacement}}}});
    }
    SarifJson change{{"artifactLocation", {{"uri", uri_of(file.path())}}}, {"replacements", std::move(replacements)}};
    const std::string words = fix.title + (fix.kind == FixKind::mechanical ? " (keeps the meaning)" : " (changes the policy)");
    SarifJson changes = SarifJson::array();
    changes.push_back(std::move(change));
    fixes.push_back({{"description", {{"text", words}}}, {"artifactChanges", std::move(changes)}});
  }
  return fixes;
}

SarifJson sarif_suppressions(const SourceFile& file, const Acceptance& accepted) {
  std::string why = accepted.because;
  if (!accepted.by.empty()) why += " (" + accepted.by + ')';
  SarifJson one{{"kind", "inSource"}, {"status", "accepted"}, {"justification", why}};
  one["location"] = sarif_location(file, accepted.span);
  SarifJson all = SarifJson::array();
  all.push_back(std::move(one));
  return all;
}

SarifJson sarif_related(const SourceFile& file, const Finding& finding) {
  SarifJson related = SarifJson::array();
  for (const Label& label : finding.related) {
    SarifJson place = sarif_location(label.file != nullptr ? *label.file : file, label.span);
    place["id"] = related.size();
    const std::string words = label.rule.empty() ? label.words : std::string(label.rule) + ": " + label.words;
    place["message"] = {{"text", words.empty() ? "related words" : words}};
    related.push_back(std::move(place));
  }
  return related;
}

SarifJson sarif_result(const SourceFile& file, const Finding& finding, RuleTable& rules) {
  std::string message = finding.message + ". Why: " + finding.why + ". Instead: " + finding.instead;
  if (finding.confidence != Confidence::high) message += ". Confidence: " + std::string(name_of(finding.confidence));
  SarifJson locations = SarifJson::array();
  locations.push_back(sarif_location(file, finding.span));
  SarifJson result{{"ruleId", finding.rule.id},
                   {"ruleIndex", rules.index_of(finding)},
                   {"level", sarif_level(finding.severity)},
                   {"message", {{"text", message}}},
                   {"locations", std::move(locations)}};
  if (!finding.related.empty()) result["relatedLocations"] = sarif_related(file, finding);
  result["partialFingerprints"] = {{"engagelint/v1", fingerprint(finding, file.path())}};
  if (SarifJson fixes = sarif_fixes(file, finding); !fixes.empty()) result["fixes"] = std::move(fixes);
  if (finding.accepted) result["suppressions"] = sarif_suppressions(file, *finding.accepted);
  result["properties"] = {{"confidence", name_of(finding.confidence)}, {"place", render::place_name(finding)}};
  return result;
}

SarifJson sarif_notice(const Notice& notice) {
  const std::string_view level = notice.fatal ? "error" : notice.kind == NoticeKind::retired ? "note" : "warning";
  const std::string words = notice.message + (notice.hint.empty() ? "" : ". Hint: " + notice.hint);
  SarifJson result{{"descriptor", {{"id", name_of(notice.kind)}}}, {"level", level}, {"message", {{"text", words}}}};
  SarifJson locations = SarifJson::array();
  if (notice.file != nullptr && notice.span) {
    locations.push_back(sarif_location(*notice.file, *notice.span));
  } else if (!notice.path.empty()) {
    SarifJson physical{{"artifactLocation", {{"uri", uri_of(notice.path)}}}};
    locations.push_back({{"physicalLocation", std::move(physical)}});
  }
  if (!locations.empty()) result["locations"] = std::move(locations);
  return result;
}

SarifJson sarif_invocation(const Report& report) {
  bool whole = true;
  SarifJson notices = SarifJson::array();
  for (const Notice& notice : report.notices) {
    whole = whole && !notice.fatal;
    notices.push_back(sarif_notice(notice));
  }
  SarifJson invocation{{"executionSuccessful", whole}, {"toolExecutionNotifications", std::move(notices)}};
  SarifJson all = SarifJson::array();
  all.push_back(std::move(invocation));
  return all;
}

SarifJson sarif_totals(const Report& report) {
  const Summary sum = summarize(report);
  return {{"files", sum.files}, {"errors", sum.errors},     {"warnings", sum.warnings},
          {"notes", sum.notes}, {"accepted", sum.accepted}, {"unread", sum.unread}};
}

}  // namespace

std::string to_sarif(const Report& report, std::span<const RuleText> rules) {
  RuleTable table(rules);
  SarifJson results = SarifJson::array();
  for (const FileReport& file : report.files) {
    for (const Finding& finding : file.findings) results.push_back(sarif_result(*file.file, finding, table));
  }
  SarifJson driver{{"name", "engagelint"}, {"version", version()}, {"semanticVersion", version()}, {"rules", table.take()}};
  SarifJson run{{"tool", {{"driver", std::move(driver)}}},
                {"columnKind", "unicodeCodePoints"},
                {"invocations", sarif_invocation(report)},
                {"results", std::move(results)},
                {"properties", {{"summary", sarif_totals(report)}}}};
  SarifJson runs = SarifJson::array();
  runs.push_back(std::move(run));
  const SarifJson log{
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", std::move(runs)}};
  return log.dump(2, ' ', false, SarifJson::error_handler_t::replace) + '\n';
}

}  // namespace engagelint
