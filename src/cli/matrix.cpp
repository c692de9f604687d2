// `engagelint matrix`: who may do what, to whom and where, as one grid.
#include <fstream>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "render/layout.hpp"
#include "render/matrix.hpp"

namespace engagelint {
namespace {

/// "staff, volunteers" -> the two words.
std::vector<std::string> listed(const std::string& words) {
  std::vector<std::string> out;
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(',', at), words.size());
    std::string word = words.substr(at, end - at);
    word.erase(0, word.find_first_not_of(' '));
    word.erase(word.find_last_not_of(' ') + 1);
    if (!word.empty()) out.push_back(std::move(word));
    at = end + 1;
  }
  return out;
}

std::string rendered(const Matrix& matrix, const Context& context) {
  const Options& options = context.options;
  switch (options.format) {
    case Format::csv: return matrix_csv(matrix);
    case Format::json: return matrix_json(matrix);
    case Format::svg: return matrix_svg(matrix);
    case Format::html: return matrix_html(matrix);
    default: break;
  }
  const bool automatic = context.around.terminal && !context.around.no_color && options.output.empty();
  const bool color = options.color == Color::always || (options.color == Color::automatic && automatic);
  return matrix_text(matrix, color, context.around.width);
}

}  // namespace

int matrix(const Context& context) {
  const Options& options = context.options;
  const PolicySet set = read_policy_set(context, options.paths);
  if (set.status != 0) return set.status;
  const Matrix grid =
      make_matrix(set.now, set.then, {listed(options.who), listed(options.action), listed(options.to), listed(options.on)});
  if (grid.error) {
    context.err << "engagelint: " << render::printable(*grid.error) << '\n' << render::printable(grid.hint) << '\n';
    return status::usage;
  }
  const std::string text = rendered(grid, context);
  if (options.output.empty()) {
    context.out << text;
    return status::ok;
  }
  std::ofstream file(options.output, std::ios::binary);
  file << text;
  file.close();
  if (file.good()) return status::ok;
  context.err << "engagelint: `" << options.output << "` could not be written\n";
  return status::usage;
}

}  // namespace engagelint
