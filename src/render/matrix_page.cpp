// The grid as a page of HTML. On a narrow screen each action becomes a card.
#include "render/matrix.hpp"
#include "render/matrix_style.hpp"

namespace engagelint {
namespace {

using render::escaped;

constexpr std::string_view layout =
    "body{margin:0;padding:1.5rem;background:var(--page);color:var(--ink);font:16px/1.45 system-ui,sans-serif}\n"
    "main{max-width:75rem;margin:auto}h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}\n"
    "p{margin:.25rem 0;color:var(--soft)}\n"
    "ul.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0;padding:0}\n"
    "ul.legend li{padding:.2rem .6rem;border-radius:.3rem}\n"
    "table{border-collapse:separate;border-spacing:3px;width:100%;table-layout:fixed}\n"
    "th{font-weight:600;text-align:left;padding:.3rem .4rem;overflow-wrap:anywhere}thead th.on{font-weight:400;color:var(--soft)}\n"
    "td{padding:.35rem .5rem;border-radius:.3rem;overflow-wrap:anywhere;vertical-align:top}\n"
    "td b{font-size:1.1em;margin-right:.3em}td small{display:block;font-size:.8rem}\n"
    "td.changed{outline:3px solid var(--ink);outline-offset:-3px}\n"
    "@media(max-width:44rem){body{padding:1rem}thead{display:none}table,tbody,tr,th,td{display:block}\n"
    "tr{margin:0 0 1rem;padding:.5rem;border:1px solid var(--line);border-radius:.4rem}tr th{padding:0 0 .3rem}\n"
    "td{margin-top:3px;display:flex;flex-wrap:wrap;gap:.4em;align-items:baseline}td::before{content:attr(data-where);flex:0 0 45%}\n"
    "td small{display:inline}}\n";

std::string where(const MatrixColumn& column) {
  const std::string to = column.to.empty() ? "anyone" : column.to;
  return column.on.empty() ? to : to + ", " + column.on;
}

std::string cell_html(const MatrixCell& cell, const MatrixColumn& column) {
  std::string out = "<td class=\"" + std::string(name_of(cell.answer)) + (cell.before ? " changed" : "") + "\" data-where=\"" +
                    escaped(where(column)) + "\" title=\"" + escaped(cell.question + "? " + cell.because) + "\">";
  if (cell.before) out += std::string(symbol(*cell.before)) + " → ";
  out += "<b>" + std::string(symbol(cell.answer)) + "</b>" + std::string(short_word(cell.answer));
  if (!cell.clauses.empty()) {
    out += "<small>";
    for (std::size_t i = 0; i < cell.clauses.size(); ++i) out += (i == 0 ? "" : ", ") + escaped(cell.clauses[i]);
    out += "</small>";
  }
  return out + "</td>";
}

/// Audiences over places; neighbours that go to the same people share a heading.
std::string head_html(const Matrix& matrix) {
  std::string out = "<thead>\n<tr><th></th>";
  for (std::size_t i = 0; i < matrix.columns.size();) {
    std::size_t end = i + 1;
    while (end < matrix.columns.size() && matrix.columns[end].to == matrix.columns[i].to) ++end;
    out += "<th scope=\"colgroup\" colspan=\"" + std::to_string(end - i) + "\">" +
           escaped(matrix.columns[i].to.empty() ? "anyone" : matrix.columns[i].to) + "</th>";
    i = end;
  }
  out += "</tr>\n<tr><th></th>";
  for (const MatrixColumn& column : matrix.columns)
    out += "<th scope=\"col\" class=\"on\">" + escaped(column.on.empty() ? "anywhere" : column.on) + "</th>";
  return out + "</tr>\n</thead>\n";
}

}  // namespace

std::string matrix_html(const Matrix& matrix) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Who may do what: " +
      escaped(matrix.title) + "</title>\n<style>\n" + std::string(render::palette) + std::string(layout) +
      "</style>\n</head>\n<body><main>\n<h1>" + escaped(matrix.title) +
      "</h1>\n<p>Who may do what, to whom and where. Each answer names the clause that decides it.</p>\n<ul class=\"legend\">";
  for (const Answer answer : {Answer::permitted, Answer::gated, Answer::forbidden, Answer::conflicting, Answer::silent})
    out += "<li class=\"" + std::string(name_of(answer)) + "\">" + std::string(symbol(answer)) + " " +
           std::string(render::legend(answer)) + "</li>";
  out += "</ul>\n";
  if (matrix.what_if) out += "<p>What if: a framed answer would be another than today, which stands before it.</p>\n";
  for (const MatrixBlock& block : matrix.blocks) {
    std::string who;
    for (const std::string& one : block.who) who += (who.empty() ? "" : ", ") + one;
    out += "<h2>" + escaped(who) + "</h2>\n<table>\n" + head_html(matrix) + "<tbody>\n";
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      out += "<tr><th scope=\"row\">" + escaped(matrix.actions[row]) + "</th>";
      for (std::size_t i = 0; i < matrix.columns.size(); ++i) out += cell_html(block.rows[row][i], matrix.columns[i]);
      out += "</tr>\n";
    }
    out += "</tbody>\n</table>\n";
  }
  return out + "</main></body>\n</html>\n";
}

}  // namespace engagelint
