// cli: arguments and streams -> exit status. The only folder that knows of a command line.
// In: words, streams, what is known of the terminal. Out: what a command prints, and its exit status:
// 0 nothing to report, 1 findings, 2 wrong usage or configuration, 3 no policy there, 4 a policy that could not be read.
// Refuses words it does not know, naming the nearest it does.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace engagelint {

/// What main() knows and tests choose.
struct Surroundings {
  bool terminal = false;  ///< standard output is one
  bool no_color = false;  ///< NO_COLOR is set
  std::size_t width = 100;
  std::string today;  ///< ISO date, in universal time
};

/// The whole program. `words` are the arguments without the program's name.
[[nodiscard]] int run(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err,
                      const Surroundings& around);

}  // namespace engagelint
