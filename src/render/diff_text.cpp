#include "render/diff.hpp"
#include "render/layout.hpp"

namespace engagelint {
namespace {

using render::Ink;
using render::Paint;

Ink ink_of(Direction direction) {
  switch (direction) {
    case Direction::tightened: return Ink::error;
    case Direction::loosened: return Ink::good;
    case Direction::neither: break;
  }
  return Ink::plain;
}

bool quiet(const Change& change) { return change.kind == ChangeKind::reworded || change.kind == ChangeKind::moved; }

class DiffText {
 public:
  explicit DiffText(const DiffTextOptions& options) : width_(options.width), paint_(options.color) {}

  std::string of(const DiffReport& report) {
    hang("", render::printable(report.old_name) + " → " + render::printable(report.new_name));
    out_ += render::diff_verdict(*report.changes) + '\n';
    if (const std::string way = render::way_words(report); !way.empty()) hang("from a question to an answer: ", way);
    const ChangeKind* last = nullptr;
    for (const Change& change : report.changes->changes) {
      if (last == nullptr || *last != change.kind) out_ += '\n' + paint_(Ink::strong, render::heading_of(change.kind)) + '\n';
      last = &change.kind;
      change_lines(change);
    }
    clauses("New clauses, without effect on who may talk with whom", report.changes->added);
    clauses("Clauses that are gone, without effect on who may talk with whom", report.changes->removed);
    findings("Findings that are new", report.added);
    findings("Findings that are gone", report.gone);
    return std::move(out_);
  }

 private:
  void hang(const std::string& lead, const std::string& text) { out_ += render::hang(lead, text, width_); }

  void change_lines(const Change& change) {
    if (quiet(change)) {
      const std::string places = render::place_words(change.old_clauses) + " → " + render::place_words(change.new_clauses);
      hang("  " + places + "  ", render::printable(change.new_clauses.front().reading));
      return;
    }
    const char* sign = change.direction == Direction::tightened ? "- " : change.direction == Direction::loosened ? "+ " : "~ ";
    out_ += "  " + paint_(ink_of(change.direction), sign + render::printable(render::asked_words(change))) + '\n';
    side("was", change.was, change.old_clauses);
    side("now", change.is, change.new_clauses);
  }

  void side(const std::string& name, const std::string& answer, const std::vector<ChangedClause>& clauses) {
    const std::string by = clauses.empty() ? "" : ", by " + render::place_words(clauses);
    hang("      " + name + "  ", render::printable(answer) + by);
    if (clauses.empty()) return;
    hang("           ", render::printable(clauses.front().reading));
  }

  void clauses(std::string_view title, const std::vector<ChangedClause>& all) {
    if (all.empty()) return;
    out_ += '\n' + paint_(Ink::strong, title) + '\n';
    for (const ChangedClause& each : all) hang("  " + render::place_words(each) + "  ", render::printable(each.reading));
  }

  void findings(std::string_view title, const std::vector<FoundThere>& all) {
    if (all.empty()) return;
    out_ += '\n' + paint_(Ink::strong, title) + '\n';
    for (const FoundThere& each : all) {
      const LineColumn at = each.file->locate(each.finding->span.begin, ColumnUnit::code_point);
      hang("  line " + std::to_string(at.line) + " " + std::string(name_of(each.finding->severity)) + "[" +
               std::string(each.finding->rule.id) + "]: ",
           render::printable(each.finding->message));
    }
  }

  std::size_t width_;
  Paint paint_;
  std::string out_;
};

}  // namespace

std::string diff_text(const DiffReport& report, const DiffTextOptions& options) { return DiffText(options).of(report); }

}  // namespace engagelint
