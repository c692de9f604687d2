#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <iostream>

#include "cli/cli.hpp"

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  engagelint::Surroundings around;
  winsize size{};
  around.terminal = isatty(STDOUT_FILENO) == 1;
  if (around.terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) around.width = size.ws_col;
  const char* no_color = std::getenv("NO_COLOR");
  around.no_color = no_color != nullptr && *no_color != '\0';
  char today[11] = "";
  const std::time_t now = std::time(nullptr);
  if (std::strftime(today, sizeof today, "%Y-%m-%d", std::localtime(&now)) != 0) around.today = today;
  return engagelint::run({words + 1, words + count}, std::cin, std::cout, std::cerr, around);
}
