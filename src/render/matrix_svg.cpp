// The grid as one picture.
#include <algorithm>

#include "render/layout.hpp"
#include "render/matrix.hpp"
#include "render/matrix_style.hpp"

namespace engagelint {
namespace render {

// Blue, amber and vermilion of the set by Okabe and Ito, lightened for text on them; the symbol says the same.
const std::string_view palette =
    ":root{--page:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--yes:#cfe5f7;--yes-ink:#0a3d66;--ask:#ffe6a8;--ask-ink:#5a3e00;"
    "--no:#f7c4ac;--no-ink:#6b2300;--both:#e6d0e4;--both-ink:#5a2252;--none:#eff1f3;--none-ink:#57606a}\n"
    "@media(prefers-color-scheme:dark){:root{--page:#12161b;--ink:#e6eaee;--soft:#a3adb8;--line:#39424d;--yes:#0e4a78;--yes-ink:#dceefc;"
    "--ask:#6b5000;--ask-ink:#ffedbf;--no:#8a3410;--no-ink:#ffe3d6;--both:#6a3a63;--both-ink:#f7e3f4;--none:#232a32;--none-ink:#a3adb8}}\n"
    ".permitted{background:var(--yes);fill:var(--yes);color:var(--yes-ink)}.gated{background:var(--ask);fill:var(--ask);color:var(--ask-ink)}\n"
    ".forbidden{background:var(--no);fill:var(--no);color:var(--no-ink)}.conflicting{background:var(--both);fill:var(--both);color:var(--both-ink)}\n"
    ".silent{background:var(--none);fill:var(--none);color:var(--none-ink)}\n";

std::string_view legend(Answer answer) {
  constexpr std::string_view words[] = {"yes", "only after an approval or another step", "no", "the policy is silent",
                                        "it says both"};
  return words[static_cast<std::size_t>(answer)];
}

}  // namespace render

namespace {

using render::escaped;

constexpr int margin = 24, label = 110, cell_width = 118, cell_height = 40, pad = 4, head = 44, title_height = 34,
              legend_height = 60;
constexpr std::string_view text_style =
    "svg{background:var(--page)}text{font-family:system-ui,sans-serif;font-size:13px;fill:var(--ink)}.t{font-size:19px;font-weight:600}"
    ".w{font-size:15px;font-weight:600}.s{font-size:11px}.soft{fill:var(--soft)}"
    "text.permitted{fill:var(--yes-ink)}text.gated{fill:var(--ask-ink)}text.forbidden{fill:var(--no-ink)}"
    "text.conflicting{fill:var(--both-ink)}text.silent{fill:var(--none-ink)}.changed{stroke:var(--ink);stroke-width:2.5}\n";

std::string at(int x, int y) { return " x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\""; }

std::string text(int x, int y, std::string_view kind, const std::string& words) {
  return "<text" + at(x, y) + " class=\"" + std::string(kind) + "\">" + escaped(words) + "</text>\n";
}

/// What fits into a cell, cut with an ellipsis: letters are taken to be half as wide as they are high.
std::string fitted(const std::string& words, std::size_t most) {
  const auto glyphs = render::glyphs(words);
  if (glyphs.size() <= most) return words;
  std::string out;
  for (std::size_t i = 0; i + 1 < most; ++i) out += glyphs[i].shown;
  return out + "…";
}

std::string cell(const MatrixCell& one, int x, int y) {
  const std::string kind{name_of(one.answer)};
  std::string out = "<g><title>" + escaped(one.question + "? " + one.because) + "</title><rect" + at(x, y) + " width=\"" +
                    std::to_string(cell_width - pad) + "\" height=\"" + std::to_string(cell_height - pad) +
                    "\" rx=\"4\" class=\"" + kind + (one.before ? " changed" : "") + "\"/>\n";
  std::string answer = one.before ? std::string(symbol(*one.before)) + " → " : "";
  answer += std::string(symbol(one.answer)) + " " + std::string(short_word(one.answer));
  out += text(x + 8, y + (one.clauses.empty() ? 23 : 16), kind, answer);
  if (!one.clauses.empty()) {
    std::string clauses = one.clauses.front();
    for (std::size_t i = 1; i < one.clauses.size(); ++i) clauses += ", " + one.clauses[i];
    out += text(x + 8, y + 30, "s " + kind, fitted(clauses, 17));
  }
  return out + "</g>\n";
}

}  // namespace

std::string matrix_svg(const Matrix& matrix) {
  const int columns = static_cast<int>(matrix.columns.size());
  const int rows = static_cast<int>(matrix.actions.size());
  const int block_height = 30 + head + rows * cell_height + 12;
  const int width = std::max(2 * margin + label + columns * cell_width, 560);
  const int height = margin + title_height + static_cast<int>(matrix.blocks.size()) * block_height + legend_height + margin;
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + std::to_string(width) + " " +
                    std::to_string(height) + "\" width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) +
                    "\" role=\"img\">\n<title>Who may do what: " + escaped(matrix.title) + "</title>\n<style>\n" +
                    std::string(render::palette) + std::string(text_style) +
                    "</style>\n<rect width=\"100%\" height=\"100%\" style=\"fill:var(--page)\"/>\n";
  int y = margin + 18;
  out += text(margin, y, "t", fitted(matrix.title, static_cast<std::size_t>(width) / 11));
  y += title_height - 12;
  for (const MatrixBlock& block : matrix.blocks) {
    std::string who;
    for (const std::string& one : block.who) who += (who.empty() ? "" : ", ") + one;
    y += 26;
    out += text(margin, y, "w", fitted(who, static_cast<std::size_t>(width) / 9));
    y += 22;
    for (int i = 0; i < columns; ++i) {
      const MatrixColumn& column = matrix.columns[static_cast<std::size_t>(i)];
      const int x = margin + label + i * cell_width;
      const bool first = i == 0 || matrix.columns[static_cast<std::size_t>(i) - 1].to != column.to;
      if (first) out += text(x, y, "", fitted(column.to.empty() ? "anyone" : column.to, 16));
      out += text(x, y + 16, "s soft", fitted(column.on.empty() ? "anywhere" : column.on, 17));
    }
    y += 24;
    for (int row = 0; row < rows; ++row) {
      out += text(margin, y + 23, "", matrix.actions[static_cast<std::size_t>(row)]);
      for (int i = 0; i < columns; ++i)
        out += cell(block.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(i)], margin + label + i * cell_width, y);
      y += cell_height;
    }
    y += block_height - 72 - rows * cell_height;
  }
  int x = margin;
  y += 20;
  for (const Answer answer : {Answer::permitted, Answer::gated, Answer::forbidden, Answer::conflicting, Answer::silent}) {
    const std::string words = std::string(symbol(answer)) + " " + std::string(render::legend(answer));
    const int wide = 16 + static_cast<int>(render::cells(words)) * 7;
    if (x + wide > width - margin) {
      x = margin;
      y += 30;
    }
    out += "<rect" + at(x, y) + " width=\"" + std::to_string(wide) + "\" height=\"24\" rx=\"4\" class=\"" +
           std::string(name_of(answer)) + "\"/>\n";
    out += text(x + 8, y + 16, name_of(answer), words);
    x += wide + 8;
  }
  return out + "</svg>\n";
}

}  // namespace engagelint
