// A grid of answers -> text, CSV, JSON, SVG and HTML. Colour never stands alone: each answer has a symbol and names its clause.
#pragma once

#include <cstddef>
#include <string>

#include "permission/matrix.hpp"

namespace engagelint {

/// For a terminal: a table a group of people, split where it would be wider than `width`.
[[nodiscard]] std::string matrix_text(const Matrix& matrix, bool color, std::size_t width);
/// who,action,to,on,answer,before,clauses,because; one line an answer, RFC 4180.
[[nodiscard]] std::string matrix_csv(const Matrix& matrix);
/// "engagelint/matrix/1": docs/commands/matrix.md.
[[nodiscard]] std::string matrix_json(const Matrix& matrix);
/// One picture that stands alone; light or dark as the reader's screen is.
[[nodiscard]] std::string matrix_svg(const Matrix& matrix);
/// One page that stands alone: no script, no font or picture from elsewhere.
[[nodiscard]] std::string matrix_html(const Matrix& matrix);

}  // namespace engagelint
