#include "render/diff.hpp"
#include "render/layout.hpp"
#include "render/route.hpp"

namespace engagelint::render {

std::string diff_verdict(const Comparison& changes) {
  std::size_t words_only = 0;
  std::size_t otherwise = 0;
  for (const Change& change : changes.changes) {
    const bool quiet = change.kind == ChangeKind::reworded || change.kind == ChangeKind::moved;
    words_only += quiet ? 1 : 0;
    otherwise += !quiet && change.direction == Direction::neither ? 1 : 0;
  }
  std::string out;
  const auto add = [&](std::size_t number, std::string_view one, std::string_view many) {
    if (number > 0) out += (out.empty() ? "" : ", ") + std::to_string(number) + " " + std::string(number == 1 ? one : many);
  };
  add(changes.tightened, "change takes something away", "changes take something away");
  add(changes.loosened, "change gives something", "changes give something");
  add(otherwise, "asks somebody else", "ask somebody else");
  add(words_only, "clause is reworded or moved without effect", "clauses are reworded or moved without effect");
  return out.empty() ? "nothing changes in what people may do" : out;
}

std::string way_words(const DiffReport& report) {
  if (report.old_route == nullptr || report.new_route == nullptr) return {};
  const std::string before = figures_of(report.old_route->shortest);
  const std::string after = figures_of(report.new_route->shortest);
  return before == after ? "" : before + " → " + after;
}

std::string_view heading_of(ChangeKind kind) {
  constexpr std::string_view words[] = {"No longer allowed",   "Only after a step now",   "Allowed now",
                                        "No longer spoken of", "Reworded without effect", "Moved"};
  return words[static_cast<std::size_t>(kind)];
}

std::string asked_words(const Change& change) {
  std::string out = change.who + ": " + change.action;
  if (!change.to.empty()) out += (change.action == "engage" || change.action == "connect" ? " with " : " to ") + change.to;
  if (!change.on.empty()) out += " on " + change.on;
  return out;
}

std::string place_words(const ChangedClause& clause) {
  std::string out = printable(clause.clause);
  if (clause.file != nullptr && !clause.span.empty())
    out += " (line " + std::to_string(clause.file->locate(clause.span.begin, ColumnUnit::code_point).line) + ")";
  return out;
}

std::string place_words(const std::vector<ChangedClause>& clauses) {
  std::string out;
  for (const ChangedClause& clause : clauses) out += (out.empty() ? "" : ", ") + place_words(clause);
  return out.empty() ? "no clause" : out;
}

}  // namespace engagelint::render
