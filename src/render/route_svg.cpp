// The menu as a picture: a column of rows, each choice one step to the right of what it follows.
#include <fmt/format.h>

#include <algorithm>

#include "render/layout.hpp"
#include "render/markup.hpp"
#include "render/route.hpp"

namespace engagelint {
namespace {

using render::escaped;
using render::MenuRow;

/// For light and dark; a colour-blind reader tells them apart, and the signs say the same.
std::string_view colors() {
  return ":root{--page:#ffffff;--ink:#1b1f24;--faint:#57606a;--line:#8c959f;--card:#f3f5f7;"
         "--person:#006b4f;--team:#0b5cad;--generic:#8f5600;--dead:#a3260f}"
         "@media(prefers-color-scheme:dark){:root{--page:#14171a;--ink:#e8eaed;--faint:#a5adb6;--line:#6b7580;--card:#22272c;"
         "--person:#4fd1a5;--team:#7fb9f5;--generic:#f0b34e;--dead:#ff8f73}}";
}

constexpr std::size_t width = 560, margin = 16, step_in = 30, line_height = 19, pad = 7, gap = 7;
/// Cells of a line that fit into so many units, at 14 units a letter of a proportional face.
std::size_t letters_in(std::size_t units) { return std::max<std::size_t>(12, units * 10 / 76); }

std::string_view color_of(const MenuRow& row) {
  if (row.kind != StepKind::answer && row.kind != StepKind::dead_end) return "var(--line)";
  switch (row.ends) {
    case Ending::person: return "var(--person)";
    case Ending::team: return "var(--team)";
    case Ending::generic: return "var(--generic)";
    case Ending::dead_end: return "var(--dead)";
  }
  return "var(--line)";
}

/// A sign for each end that does not lean on colour: a person, several, an envelope, a cross.
std::string sign(Ending ends, double x, double y) {
  switch (ends) {
    case Ending::person:
      return fmt::format("<g fill='var(--person)'><circle cx='{0}' cy='{1}' r='4'/><path d='M{2} {3}a7 7 0 0 1 14 0z'/></g>", x,
                         y - 5, x - 7, y + 8);
    case Ending::team:
      return fmt::format(
          "<g fill='var(--team)'><circle cx='{0}' cy='{2}' r='3'/><circle cx='{1}' cy='{2}' r='3'/>"
          "<path d='M{3} {4}a5 5 0 0 1 10 0zM{5} {4}a5 5 0 0 1 10 0z'/></g>",
          x - 5, x + 5, y - 4, x - 10, y + 7, x);
    case Ending::generic:
      return fmt::format(
          "<g fill='none' stroke='var(--generic)' stroke-width='2'><path d='M{} {}h16v12h-16z'/><path d='M{} {}l8 6 8-6'/></g>",
          x - 8, y - 6, x - 8, y - 6);
    case Ending::dead_end:
      return fmt::format("<path d='M{} {}l12 12m0-12l-12 12' stroke='var(--dead)' stroke-width='3' stroke-linecap='round'/>",
                         x - 6, y - 6);
  }
  return "";
}

struct Drawn {
  std::size_t left = 0, top = 0, height = 0, key_x = 0;
};

class Picture {
 public:
  std::string of(const RouteReport& report) {
    rows_ = render::menu_of(*report.now);
    heading(report);
    for (std::size_t i = 0; i < rows_.size(); ++i) row(i);
    if (report.now->cut) line(margin, "… and more; the figures are of all ways", "faint");
    y_ += 10;
    way("shortest", report.now->shortest);
    way("longest", report.now->longest);
    if (report.before != nullptr) {
      way("today, shortest", report.before->shortest);
      way("today, longest", report.before->longest);
    }
    legend();
    return frame(report);
  }

 private:
  void line(std::size_t x, const std::string& text, const std::string& style) {
    body_ += fmt::format("<text x='{}' y='{}' class='{}'>{}</text>\n", x, y_ + 14, style, escaped(text));
    y_ += line_height;
  }

  void lines(std::size_t x, const std::string& text, const std::string& style) {
    for (const std::string& part : render::wrap(text, letters_in(width - margin - x))) line(x, part, style);
  }

  void heading(const RouteReport& report) {
    lines(margin, report.title.empty() ? report.path : report.title, "title");
    lines(margin,
          report.before == nullptr ? "The menu that a member with a question meets"
                                   : "The menu that a member with a question would meet",
          "faint");
    y_ += 8;
  }

  void row(std::size_t index) {
    const MenuRow& row = rows_[index];
    const bool end = row.kind == StepKind::answer || row.kind == StepKind::dead_end;
    Drawn at;
    // Deep menus stay on the page: after some steps they no longer move to the right.
    at.left = margin + std::min<std::size_t>(row.depth, 8) * step_in;
    at.top = y_;
    const std::size_t text_x = at.left + (row.key.empty() && !end ? 12 : 34) + (end && !row.key.empty() ? 26 : 0);
    const std::vector<std::string> words = render::wrap(row.words, letters_in(width - margin - text_x - 8));
    at.height = words.size() * line_height + 2 * pad + (row.where.empty() ? 0 : line_height - 3);
    connect(row, at);
    body_ += fmt::format("<rect x='{}' y='{}' width='{}' height='{}' rx='8' fill='var(--card)' stroke='{}' stroke-width='{}'/>\n",
                         at.left, at.top, width - margin - at.left, at.height, color_of(row), end ? 2 : 1);
    const double middle = static_cast<double>(at.top) + static_cast<double>(at.height) / 2;
    double sign_x = static_cast<double>(at.left) + 18;
    if (!row.key.empty()) {
      body_ += fmt::format(
          "<rect x='{}' y='{}' width='22' height='22' rx='6' class='key'/><text x='{}' y='{}' class='press'>{}</text>\n",
          at.left + 7, middle - 11, at.left + 18, middle + 5, row.key);
      sign_x += 26;
    }
    if (end) body_ += sign(row.ends, sign_x, middle) + '\n';
    y_ += pad;
    for (const std::string& part : words) line(text_x, part, row.depth == 0 ? "entry" : "words");
    if (!row.where.empty()) {
      y_ -= 2;
      line(text_x, row.where, "where");
      y_ -= 1;
    }
    y_ = at.top + at.height + gap;
    drawn_.push_back(at);
  }

  void connect(const MenuRow& row, const Drawn& at) {
    if (row.depth == 0 || row.parent >= drawn_.size()) return;
    const Drawn& parent = drawn_[row.parent];
    const std::size_t x = parent.left + 14;
    if (x >= at.left) return;
    const std::size_t to = at.top + at.height / 2;
    lines_ += fmt::format("<path d='M{} {}V{}H{}' class='line'/>\n", x, parent.top + parent.height, to, at.left);
  }

  void way(const std::string& name, const Way& each) {
    line(margin, name, "entry");
    lines(margin + 12, render::told(each), "words");
    lines(margin + 12, render::figures_of(each), "faint");
    y_ += 6;
  }

  void legend() {
    y_ += 6;
    const std::pair<Ending, const char*> entries[] = {{Ending::person, "a person answers"},
                                                      {Ending::team, "a team answers, nobody by name"},
                                                      {Ending::generic, "a mailbox, form or page: no person"},
                                                      {Ending::dead_end, "no answer"}};
    for (const auto& [ends, words] : entries) {
      body_ += sign(ends, margin + 12, static_cast<double>(y_ + 9)) + '\n';
      line(margin + 32, words, "faint");
      y_ += 3;
    }
  }

  std::string frame(const RouteReport& report) const {
    const std::size_t height = y_ + margin;
    return fmt::format(
               "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {0} {1}' width='{0}' height='{1}' role='img' aria-label='{2}'>\n"
               "<style>{3}"
               "text{{font:14px system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif;fill:var(--ink)}}"
               ".title{{font-size:18px;font-weight:600}}.entry{{font-weight:600}}.faint{{fill:var(--faint)}}.where{{font-size:12px;fill:var(--faint)}}"
               ".key{{fill:var(--page);stroke:var(--line)}}.press{{font-weight:600;text-anchor:middle}}.line{{fill:none;stroke:var(--line)}}"
               "</style>\n<rect width='{0}' height='{1}' fill='var(--page)'/>\n",
               width, height, escaped(report.title + ": the way of a member's question"), colors()) +
           lines_ + body_ + "</svg>\n";
  }

  std::vector<MenuRow> rows_;
  std::vector<Drawn> drawn_;
  std::string lines_, body_;
  std::size_t y_ = margin;
};

}  // namespace

std::string route_svg(const RouteReport& report) { return Picture().of(report); }

std::string route_html(const RouteReport& report) {
  std::string table;
  const auto rows = [&](const std::vector<Way>& ways) {
    for (const Way& way : ways) {
      table +=
          fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", escaped(render::told(way)),
                      way.handoffs, way.approvals, way.delay > 0 ? fmt::format("{:g} h", way.delay) : "–", name_of(way.ends));
    }
  };
  rows(report.now->ways);
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>{0}: from a question to a person</title>\n"
      "<style>{1}\nbody{{margin:0 auto;max-width:60rem;padding:1rem;background:var(--page);color:var(--ink);"
      "font:16px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',sans-serif}}"
      "svg{{max-width:100%;height:auto;display:block;margin:0 auto}}table{{border-collapse:collapse;width:100%}}"
      "th,td{{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}}"
      "td:nth-child(n+2):nth-child(-n+4){{text-align:right}}th:nth-child(n+2):nth-child(-n+4){{text-align:right}}"
      "@media(max-width:40rem){{thead{{display:none}}td{{display:inline-block;border:0;padding:.1rem .6rem .1rem 0;color:var(--faint)}}"
      "td:first-child{{display:block;color:inherit;padding-top:.5rem}}tr{{display:block;border-bottom:1px solid var(--line);padding-bottom:.5rem}}"
      "td:nth-child(2)::before{{content:'hand-offs '}}td:nth-child(3)::before{{content:'approvals '}}td:nth-child(4)::before{{content:'waiting '}}"
      "td:nth-child(5)::before{{content:'ends: '}}}}.wide{{overflow-x:auto}}footer{{color:var(--faint);margin-top:1rem}}</style>\n</head>\n<body>\n<main>\n{2}"
      "<h2>Every way</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>way</th><th>hand-offs</th><th>approvals</th><th>waiting</th><th>ends</th></tr></thead>\n"
      "<tbody>\n{3}</tbody>\n</table></div>\n</main>\n<footer>Read from {4} by engagelint. Nothing here was sent anywhere.</footer>\n</body>\n</html>\n",
      escaped(report.title.empty() ? report.path : report.title), colors(), route_svg(report), table, escaped(report.path));
}

}  // namespace engagelint
