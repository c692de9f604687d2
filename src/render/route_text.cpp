#include "render/layout.hpp"
#include "render/route.hpp"

namespace engagelint {
namespace {

using render::Ink;
using render::MenuRow;
using render::Paint;

bool ends_way(const MenuRow& row) { return row.kind == StepKind::answer || row.kind == StepKind::dead_end; }

/// A mark that does not lean on colour.
std::string mark_of(const MenuRow& row) {
  if (!ends_way(row)) return "";
  switch (row.ends) {
    case Ending::person: return "☺ ";
    case Ending::team: return "∴ ";
    case Ending::generic: return "□ ";
    case Ending::dead_end: return "× ";
  }
  return "";
}

Ink ink_of(const MenuRow& row) {
  if (row.kind == StepKind::ask && row.depth == 0) return Ink::strong;
  if (!ends_way(row)) return Ink::plain;
  switch (row.ends) {
    case Ending::person: return Ink::good;
    case Ending::team: return Ink::note;
    case Ending::generic: return Ink::warning;
    case Ending::dead_end: return Ink::error;
  }
  return Ink::plain;
}

void append_row(std::string& out, const MenuRow& row, const RouteTextOptions& options, const Paint& paint) {
  const std::string indent(2 + row.depth * 4, ' ');
  const std::string key = row.key.empty() ? "" : row.key + "  ";
  const std::string mark = mark_of(row);
  const std::size_t lead = render::cells(indent) + render::cells(key) + render::cells(mark);
  const std::string where = row.where.empty() ? "" : "  [" + row.where + "]";
  const std::size_t room = options.width > lead + 20 ? options.width - lead : 20;
  const std::vector<std::string> lines = render::wrap(row.words + where, room);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0) {
      out += indent + key + paint(ink_of(row), mark + lines[i]);
    } else {
      out += std::string(lead, ' ') + paint(ink_of(row), lines[i]);
    }
    out += '\n';
  }
}

void append_way(std::string& out, const std::string& title, const Way& way, const RouteTextOptions& options) {
  out += render::hang(title, render::told(way), options.width);
  out += render::hang(std::string(render::cells(title), ' '), render::figures_of(way), options.width);
}

bool best(const Way& way) { return way.ends == Ending::person && way.handoffs + way.approvals == 0 && way.delay <= 0; }

std::string verdict(const Route& route) {
  if (best(route.longest)) return "a member reaches a person at once, wherever they ask";
  if (best(route.shortest)) return "a member can reach a person at once";
  if (route.shortest.ends == Ending::person) return "a member reaches a person, but not at once";
  if (route.shortest.ends == Ending::team) return "a member reaches a team, and nobody by name";
  return "a member reaches no person";
}

}  // namespace

std::string route_text(const RouteReport& report, const RouteTextOptions& options) {
  const Paint paint(options.color);
  const Route& route = *report.now;
  std::string out = render::printable(report.path);
  if (!report.title.empty()) out += ": " + render::printable(report.title);
  out += report.before != nullptr ? "\nThe menu that a member with a question would meet:\n\n"
                                  : "\nThe menu that a member with a question meets:\n\n";
  for (const MenuRow& row : render::menu_of(route)) append_row(out, row, options, paint);
  if (route.cut) out += "  …  and more; the figures below are of all\n";
  out += '\n';
  append_way(out, "shortest  ", route.shortest, options);
  append_way(out, "longest   ", route.longest, options);
  if (report.before != nullptr) {
    out += '\n';
    append_way(out, "today, shortest  ", report.before->shortest, options);
    append_way(out, "today, longest   ", report.before->longest, options);
  }
  out += '\n' + verdict(route) + '\n';
  return out;
}

}  // namespace engagelint
