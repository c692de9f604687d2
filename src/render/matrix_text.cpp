// The grid for a terminal, and as CSV.
#include <algorithm>

#include "render/layout.hpp"
#include "render/matrix.hpp"

namespace engagelint {
namespace {

using render::cells;
using render::Ink;
using render::Paint;

Ink ink_of(Answer answer) {
  switch (answer) {
    case Answer::permitted: return Ink::good;
    case Answer::gated:
    case Answer::conflicting: return Ink::warning;
    case Answer::forbidden: return Ink::error;
    case Answer::silent: break;
  }
  return Ink::faint;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

/// "✗ 2.3/1", "✓ 2.1 +2", "✗>✓ 2.1" under a what-if.
std::string shown(const MatrixCell& cell) {
  std::string out;
  if (cell.before) out += std::string(symbol(*cell.before)) + ">";
  out += symbol(cell.answer);
  if (cell.clauses.empty()) return out;
  out += " " + render::printable(cell.clauses.front());
  if (cell.clauses.size() > 1) out += " +" + std::to_string(cell.clauses.size() - 1);
  return out;
}

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t taken = cells(text);
  return taken >= width ? text : text + std::string(width - taken, ' ');
}

/// Cut to a number of cells, with an ellipsis.
std::string cut(const std::string& text, std::size_t width) {
  if (cells(text) <= width) return text;
  std::string out;
  std::size_t taken = 0;
  for (const render::Glyph& glyph : render::glyphs(text)) {
    if (taken + glyph.cells + 1 > width) break;
    out += glyph.shown;
    taken += glyph.cells;
  }
  return out + "…";
}

class TextTable {
 public:
  TextTable(const Matrix& matrix, const Paint& paint, std::size_t width) : matrix_(matrix), paint_(paint), width_(width) {
    for (const std::string& action : matrix.actions) label_ = std::max(label_, cells(action));
    label_ += 2;
  }

  std::string block(const MatrixBlock& block) const {
    std::string out;
    std::size_t from = 0;
    while (from < matrix_.columns.size()) {
      const std::size_t to = fits(block, from);
      out += part(block, from, to);
      from = to;
    }
    return out;
  }

 private:
  static constexpr std::size_t widest = 24, gap = 2;

  std::size_t width_of(const MatrixBlock& block, std::size_t column) const {
    std::size_t width = std::max(cells(matrix_.columns[column].to), cells(place(column)));
    for (const auto& row : block.rows) width = std::max(width, cells(shown(row[column])));
    return std::min(width, widest) + gap;
  }

  std::string place(std::size_t column) const {
    return matrix_.columns[column].on.empty() ? "anywhere" : matrix_.columns[column].on;
  }

  std::size_t fits(const MatrixBlock& block, std::size_t from) const {
    std::size_t taken = label_;
    std::size_t to = from;
    while (to < matrix_.columns.size()) {
      taken += width_of(block, to);
      if (taken > width_ + gap && to > from) break;
      ++to;
    }
    return to;
  }

  std::string part(const MatrixBlock& block, std::size_t from, std::size_t to) const {
    std::string audience(label_, ' ');
    std::string where(label_, ' ');
    for (std::size_t i = from; i < to; ++i) {
      const std::size_t width = width_of(block, i);
      const bool repeated = i > from && matrix_.columns[i].to == matrix_.columns[i - 1].to;
      const std::string whom = matrix_.columns[i].to.empty() ? "anyone" : matrix_.columns[i].to;
      audience += padded(repeated ? "" : cut(render::printable(whom), width - gap), width);
      where += padded(cut(render::printable(place(i)), width - gap), width);
    }
    std::string out = trimmed(audience) + '\n' + paint_(Ink::faint, trimmed(where)) + '\n';
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      std::string line = padded(matrix_.actions[row], label_);
      for (std::size_t i = from; i < to; ++i) {
        const MatrixCell& cell = block.rows[row][i];
        const std::size_t width = width_of(block, i);
        const std::string text = cut(shown(cell), width - gap);
        const std::string pad = i + 1 < to ? std::string(width - cells(text), ' ') : "";
        line += paint_(ink_of(cell.answer), text) + pad;
      }
      out += line + '\n';
    }
    return out;
  }

  static std::string trimmed(std::string text) {
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
  }

  const Matrix& matrix_;
  const Paint& paint_;
  std::size_t width_;
  std::size_t label_ = 0;
};

std::string quoted(const std::string& field) {
  if (field.find_first_of(",\"\n\r") == std::string::npos) return field;
  std::string out = "\"";
  for (const char ch : field) {
    if (ch == '"') out += '"';
    out += ch;
  }
  return out + '"';
}

}  // namespace

std::string matrix_text(const Matrix& matrix, bool color, std::size_t width) {
  const Paint paint(color);
  const TextTable table(matrix, paint, width);
  std::string out = render::printable(matrix.title) + '\n';
  for (const MatrixBlock& block : matrix.blocks) {
    out += '\n' + render::hang("", paint(Ink::strong, render::printable(joined(block.who, ", "))), width);
    out += table.block(block);
  }
  out += "\n✓ yes   ◷ only after an approval or another step   ✗ no   · the policy is silent   ≠ it says both\n";
  out += "beside it the clause that decides; +1: and one more\n";
  if (matrix.what_if) out += "✗>✓: what it is now, and what it would be\n";
  return out;
}

std::string matrix_csv(const Matrix& matrix) {
  std::string out = "who,action,to,on,answer,before,clauses,because\n";
  for (const MatrixBlock& block : matrix.blocks) {
    for (const std::string& who : block.who) {
      for (std::size_t row = 0; row < block.rows.size(); ++row) {
        for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
          const MatrixCell& cell = block.rows[row][i];
          out += quoted(who) + ',' + matrix.actions[row] + ',' + quoted(matrix.columns[i].to) + ',' +
                 quoted(matrix.columns[i].on) + ',' + std::string(name_of(cell.answer)) + ',' +
                 (cell.before ? std::string(name_of(*cell.before)) : "") + ',' + quoted(joined(cell.clauses, " ")) + ',' +
                 quoted(cell.because) + '\n';
        }
      }
    }
  }
  return out;
}

}  // namespace engagelint
