#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include <fmt/format.h>

#include "cli/cli.hpp"

int main(int count, char** words) {
  engagelint::Surroundings around;
  winsize size{};
  around.terminal = isatty(STDOUT_FILENO) == 1;
  if (around.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) around.width = size.ws_col;
  const char* no_color = std::getenv("NO_COLOR");
  around.no_color = no_color != nullptr && *no_color != '\0';
  // Universal time, so that the same policy gives the same findings here and in CI.
  const std::chrono::year_month_day now(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  around.today = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(now.year()), static_cast<unsigned>(now.month()),
                             static_cast<unsigned>(now.day()));
  return engagelint::run({words + 1, words + count}, std::cin, std::cout, std::cerr, around);
}
