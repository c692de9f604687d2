#include <nlohmann/json.hpp>

#include "render/render.hpp"

namespace engagelint {
namespace {

using Json = nlohmann::ordered_json;

Json json_place(const SourceFile& file, Offset offset) {
  const LineColumn at = file.locate(offset, ColumnUnit::code_point);
  return {{"line", at.line}, {"column", at.column}, {"offset", offset}};
}

Json json_range(const SourceFile& file, Span span) {
  return {{"start", json_place(file, span.begin)}, {"end", json_place(file, span.end)}};
}

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
Json or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json json_related(const SourceFile& own, const Label& label) {
  const SourceFile& file = label.file != nullptr ? *label.file : own;
  return {
      {"rule", or_null(label.rule)}, {"message", label.words}, {"path", file.path()}, {"range", json_range(file, label.span)}};
}

Json json_fix(const SourceFile& file, const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) edits.push_back({{"range", json_range(file, edit.span)}, {"replacement", edit.replacement}});
  return {{"kind", name_of(fix.kind)}, {"level", name_of(fix.level)}, {"title", fix.title}, {"edits", std::move(edits)}};
}

Json json_accepted(const SourceFile& file, const std::optional<Acceptance>& accepted) {
  if (!accepted) return nullptr;
  return {{"because", accepted->because},
          {"by", or_null(std::string_view(accepted->by))},
          {"until", or_null(std::string_view(accepted->until))},
          {"range", json_range(file, accepted->span)}};
}

Json json_finding(const SourceFile& file, const Finding& finding) {
  Json related = Json::array();
  for (const Label& label : finding.related) related.push_back(json_related(file, label));
  Json fixes = Json::array();
  for (const Fix& fix : finding.fixes) fixes.push_back(json_fix(file, fix));
  return {{"rule", finding.rule.id},
          {"severity", name_of(finding.severity)},
          {"confidence", name_of(finding.confidence)},
          {"clause", or_null(finding.clause)},
          {"account", or_null(finding.account)},
          {"message", finding.message},
          {"why", finding.why},
          {"instead", finding.instead},
          {"arguments", finding.arguments},
          {"quote", finding.quote},
          {"range", json_range(file, finding.span)},
          {"related", std::move(related)},
          {"reading", finding.reading},
          {"fixes", std::move(fixes)},
          {"fingerprint", fingerprint(finding, file.path())},
          {"accepted", json_accepted(file, finding.accepted)}};
}

/// As it stands that deep in the report. No text of JSON holds a line break, so each is one of the layout.
std::string laid_out(const Json& json, std::size_t depth) {
  const std::string flat = json.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string out;
  out.reserve(flat.size() * 2);
  for (const char c : flat) {
    out += c;
    if (c == '\n') out.append(depth, ' ');
  }
  return out;
}

/// A list whose entries are built and written one by one: a report of many findings is never held as a tree.
template <class Entry, class Write>
void append_list(std::string& out, const std::vector<Entry>& entries, std::size_t depth, const Write& write) {
  if (entries.empty()) {
    out += "[]";
    return;
  }
  std::string_view before = "[\n";
  for (const Entry& entry : entries) {
    out += before;
    out.append(depth + 2, ' ');
    write(entry, depth + 2);
    before = ",\n";
  }
  out += '\n';
  out.append(depth, ' ');
  out += ']';
}

void append_policy(std::string& out, const FileReport& report, std::size_t depth) {
  const Json head{{"path", report.file->path()},
                  {"document", report.document},
                  {"policy", {{"title", report.title}, {"organization", report.organization}, {"status", report.status}}},
                  {"clauses", report.clauses},
                  {"sentences", {{"total", report.sentences}, {"normative", report.normative}, {"unread", report.unread}}},
                  {"findings", Json::array()}};
  out += laid_out(head, depth);
  // The findings are the last key: they go where the empty list stands.
  out.resize(out.rfind("[]"));
  append_list(out, report.findings, depth + 2,
              [&](const Finding& finding, std::size_t at) { out += laid_out(json_finding(*report.file, finding), at); });
  out += '\n';
  out.append(depth, ' ');
  out += '}';
}

Json json_notice(const Notice& notice) {
  const bool placed = notice.file != nullptr && notice.span.has_value();
  return {{"kind", name_of(notice.kind)},
          {"path", notice.path},
          {"range", placed ? json_range(*notice.file, *notice.span) : Json(nullptr)},
          {"message", notice.message},
          {"hint", notice.hint}};
}

}  // namespace

std::string to_json(const Report& report) {
  const Summary sum = summarize(report);
  const Json tool{{"name", "engagelint"}, {"version", version()}};
  const Json summary{{"files", sum.files}, {"errors", sum.errors},     {"warnings", sum.warnings},
                     {"notes", sum.notes}, {"accepted", sum.accepted}, {"unread", sum.unread}};
  std::string out = "{\n  \"schema\": \"engagelint/report/1\",\n  \"tool\": " + laid_out(tool, 2) + ",\n  \"files\": ";
  append_list(out, report.files, 2, [&](const FileReport& file, std::size_t at) { append_policy(out, file, at); });
  out += ",\n  \"notices\": ";
  append_list(out, report.notices, 2, [&](const Notice& notice, std::size_t at) { out += laid_out(json_notice(notice), at); });
  out += ",\n  \"summary\": " + laid_out(summary, 2) + "\n}\n";
  return out;
}

std::string_view version() { return ENGAGELINT_VERSION; }

}  // namespace engagelint
