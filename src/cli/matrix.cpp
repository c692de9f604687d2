#include "cli/commands.hpp"

namespace engagelint {
int matrix(const Context& context) {
  static_cast<void>(context);
  return status::usage;
}
}  // namespace engagelint
