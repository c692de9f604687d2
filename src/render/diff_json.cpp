#include <nlohmann/json.hpp>

#include "render/diff.hpp"

namespace engagelint {
namespace {

using DiffJson = nlohmann::ordered_json;

DiffJson or_null(const std::string& text) { return text.empty() ? DiffJson(nullptr) : DiffJson(text); }

DiffJson range_json(const SourceFile& file, Span span) {
  const auto place = [&](Offset offset) -> DiffJson {
    const LineColumn at = file.locate(offset, ColumnUnit::code_point);
    return {{"line", at.line}, {"column", at.column}, {"offset", offset}};
  };
  return {{"start", place(span.begin)}, {"end", place(span.end)}};
}

DiffJson clauses_json(const std::vector<ChangedClause>& clauses) {
  DiffJson list = DiffJson::array();
  for (const ChangedClause& each : clauses) {
    list.push_back({{"clause", each.clause},
                    {"path", each.file->path()},
                    {"range", range_json(*each.file, each.span)},
                    {"reading", each.reading}});
  }
  return list;
}

DiffJson change_json(const Change& change) {
  const bool quiet = change.kind == ChangeKind::reworded || change.kind == ChangeKind::moved;
  return {{"effect", name_of(change.kind)},
          {"direction", name_of(change.direction)},
          {"who", or_null(change.who)},
          {"action", or_null(change.action)},
          {"to", or_null(change.to)},
          {"on", or_null(change.on)},
          {"before", quiet ? DiffJson(nullptr) : DiffJson(name_of(change.before))},
          {"after", quiet ? DiffJson(nullptr) : DiffJson(name_of(change.after))},
          {"old", clauses_json(change.old_clauses)},
          {"new", clauses_json(change.new_clauses)}};
}

DiffJson findings_json(const std::vector<FoundThere>& findings) {
  DiffJson list = DiffJson::array();
  for (const FoundThere& each : findings) {
    const Finding& finding = *each.finding;
    list.push_back({{"rule", finding.rule.id},
                    {"severity", name_of(finding.severity)},
                    {"clause", finding.clause ? DiffJson(*finding.clause) : DiffJson(nullptr)},
                    {"account", finding.account ? DiffJson(*finding.account) : DiffJson(nullptr)},
                    {"message", finding.message},
                    {"path", each.file->path()},
                    {"range", range_json(*each.file, finding.span)}});
  }
  return list;
}

DiffJson hours_json(double hours) {
  const auto whole = static_cast<long>(hours);
  return static_cast<double>(whole) == hours ? DiffJson(whole) : DiffJson(hours);
}

DiffJson way_json(const Way& way) {
  return {
      {"handoffs", way.handoffs}, {"approvals", way.approvals}, {"delay", hours_json(way.delay)}, {"ends", name_of(way.ends)}};
}

DiffJson ways_json(const Route* route) {
  if (route == nullptr) return nullptr;
  return {{"shortest", way_json(route->shortest)}, {"longest", way_json(route->longest)}};
}

}  // namespace

std::string diff_json(const DiffReport& report) {
  DiffJson changes = DiffJson::array();
  for (const Change& change : report.changes->changes) changes.push_back(change_json(change));
  const DiffJson json{
      {"schema", "engagelint/diff/1"},
      {"old", report.old_name},
      {"new", report.new_name},
      {"changes", std::move(changes)},
      {"tightened", report.changes->tightened},
      {"loosened", report.changes->loosened},
      {"route", {{"before", ways_json(report.old_route)}, {"after", ways_json(report.new_route)}}},
      {"clauses", {{"added", clauses_json(report.changes->added)}, {"removed", clauses_json(report.changes->removed)}}},
      {"findings", {{"added", findings_json(report.added)}, {"gone", findings_json(report.gone)}}}};
  return json.dump(2, ' ', false, DiffJson::error_handler_t::replace) + '\n';
}

}  // namespace engagelint
