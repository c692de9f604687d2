// For a comment on a pull request: a verdict, a table of what changes for people, the rest folded away.
#include "render/diff.hpp"
#include "render/layout.hpp"

namespace engagelint {
namespace {

/// Words that mean no markup: in a table, in a list, anywhere.
std::string plain_words(std::string_view text) {
  std::string out;
  for (const char c : render::printable(text)) {
    if (std::string_view("\\`*_{}[]<>|#~@&!").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string_view mark_of(Direction direction) {
  switch (direction) {
    case Direction::tightened: return "▼ less";
    case Direction::loosened: return "▲ more";
    case Direction::neither: break;
  }
  return "– other";
}

std::string cell(const std::string& answer, const std::vector<ChangedClause>& clauses) {
  return plain_words(answer) + (clauses.empty() ? "" : ", by " + plain_words(render::place_words(clauses)));
}

void folded(std::string& out, const std::string& title, const std::string& list) {
  if (list.empty()) return;
  // A reader who wants the rest opens it; the comment stays short.
  out += "\n<details><summary>" + title + "</summary>\n\n" + list + "\n</details>\n";
}

std::string clause_list(const std::vector<ChangedClause>& clauses) {
  std::string out;
  for (const ChangedClause& each : clauses)
    out += "- " + plain_words(render::place_words(each)) + ": " + plain_words(each.reading) + '\n';
  return out;
}

std::string finding_list(const std::vector<FoundThere>& findings) {
  std::string out;
  for (const FoundThere& each : findings) {
    const LineColumn at = each.file->locate(each.finding->span.begin, ColumnUnit::code_point);
    out += "- line " + std::to_string(at.line) + ", " + std::string(name_of(each.finding->severity)) + " `" +
           std::string(each.finding->rule.id) + "`: " + plain_words(each.finding->message) + '\n';
  }
  return out;
}

}  // namespace

std::string diff_markdown(const DiffReport& report) {
  const Comparison& changes = *report.changes;
  std::string out = "### What this change means for talking with members\n\n" + plain_words(report.old_name) + " → " +
                    plain_words(report.new_name) + "\n\n**" + render::diff_verdict(changes) + "**\n";
  if (const std::string way = render::way_words(report); !way.empty())
    out += "\nFrom a question to an answer: " + plain_words(way) + '\n';
  std::string rows;
  std::string quiet;
  for (const Change& change : changes.changes) {
    if (change.kind == ChangeKind::reworded || change.kind == ChangeKind::moved) {
      quiet += "- " + std::string(change.kind == ChangeKind::moved ? "moved" : "reworded") + ": " +
               plain_words(render::place_words(change.old_clauses)) + " → " +
               plain_words(render::place_words(change.new_clauses)) + '\n';
      continue;
    }
    rows += "| " + std::string(mark_of(change.direction)) + " | " + plain_words(render::asked_words(change)) + " | " +
            cell(change.was, change.old_clauses) + " | " + cell(change.is, change.new_clauses) + " |\n";
  }
  if (!rows.empty()) out += "\n| | who: what | was | now |\n| --- | --- | --- | --- |\n" + rows;
  const std::string added = finding_list(report.added);
  if (!added.empty()) out += "\n**Findings that are new**\n\n" + added;
  const std::string gone = finding_list(report.gone);
  if (!gone.empty()) out += "\n**Findings that are gone**\n\n" + gone;
  folded(out, "Reworded or moved, without effect", quiet);
  folded(out, "New clauses, without effect on who may talk with whom", clause_list(changes.added));
  folded(out, "Clauses that are gone, without effect on who may talk with whom", clause_list(changes.removed));
  out += "\n_By engagelint: how clauses are read, not legal advice._\n";
  return out;
}

}  // namespace engagelint
