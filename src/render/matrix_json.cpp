#include <nlohmann/json.hpp>

#include "render/matrix.hpp"

namespace engagelint {

std::string matrix_json(const Matrix& matrix) {
  using MatrixJson = nlohmann::ordered_json;
  const auto or_null = [](const std::string& text) { return text.empty() ? MatrixJson(nullptr) : MatrixJson(text); };
  MatrixJson cells = MatrixJson::array();
  for (const MatrixBlock& block : matrix.blocks) {
    for (const std::string& who : block.who) {
      for (std::size_t row = 0; row < block.rows.size(); ++row) {
        for (std::size_t i = 0; i < matrix.columns.size(); ++i) {
          const MatrixCell& cell = block.rows[row][i];
          MatrixJson entry{{"who", who},
                           {"action", matrix.actions[row]},
                           {"to", or_null(matrix.columns[i].to)},
                           {"on", or_null(matrix.columns[i].on)},
                           {"answer", name_of(cell.answer)}};
          if (cell.discouraged) entry["strength"] = "discouraged";
          if (matrix.what_if) entry["before"] = name_of(cell.before.value_or(cell.answer));
          entry["clauses"] = cell.clauses;
          entry["because"] = cell.because;
          cells.push_back(std::move(entry));
        }
      }
    }
  }
  const MatrixJson out{{"schema", "engagelint/matrix/1"}, {"title", matrix.title}, {"cells", std::move(cells)}};
  return out.dump(2, ' ', false, MatrixJson::error_handler_t::replace) + '\n';
}

}  // namespace engagelint
