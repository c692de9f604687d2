// The stopwatch: whole processes, in turn, so that a busy machine is busy for both. Prints medians and the median ratio.
//   engagelint_bench FOLDER-OF-PROGRAMS [--rounds N] [--files N] [--big-mb N]
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "policies.hpp"

extern char** environ;

namespace {

namespace fs = std::filesystem;

struct Run {
  double milliseconds = 0;
  double megabytes = 0;  ///< most memory held
  int status = -1;
};

Run timed(const std::vector<std::string>& command) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions{};
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  Run run;
  if (posix_spawn(&child, words[0], &actions, nullptr, words.data(), environ) == 0) {
    rusage usage{};
    int status = 0;
    wait4(child, &status, 0, &usage);
    run.milliseconds = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    run.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  posix_spawn_file_actions_destroy(&actions);
  return run;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Both programs in turn on one path, the parser with one thread and with as many as `check` uses. False where one of them did
/// not run, or read nothing.
bool compare(const std::string& name, const fs::path& programs, const fs::path& path, unsigned rounds, double megabytes) {
  const std::vector<std::string> check{(programs / "engagelint").string(), "check", path.string()};
  const std::string parser = (programs / "engagelint_parse_only").string();
  const std::vector<std::vector<std::string>> commands{check, {parser, "--one-thread", path.string()}, {parser, path.string()}};
  std::array<std::vector<double>, 3> times, memory;
  std::array<std::vector<double>, 2> ratios;
  for (unsigned round = 0; round <= rounds; ++round) {
    std::array<Run, 3> runs;
    for (std::size_t turn = 0; turn < runs.size(); ++turn) {
      const std::size_t which = (turn + round) % runs.size();
      runs[which] = timed(commands[which]);
    }
    if (runs[0].status < 0 || runs[0].status > 1 || runs[1].status != 0 || runs[2].status != 0) {
      std::fprintf(stderr, "%s: check ended with %d, the parser with %d\n", name.c_str(), runs[0].status, runs[1].status);
      return false;
    }
    if (round == 0) continue;  // the first warms the caches
    for (std::size_t which = 0; which < runs.size(); ++which) {
      times[which].push_back(runs[which].milliseconds);
      memory[which].push_back(runs[which].megabytes);
      if (which > 0) ratios[which - 1].push_back(runs[0].milliseconds / runs[which].milliseconds);
    }
  }
  std::printf(
      "%-18s check %8.2f ms  %5.1f MB/s  %5.1f MB memory   parser %8.2f ms  %5.1f MB memory   ratio %.2f"
      "   parser in threads %8.2f ms   ratio %.2f\n",
      name.c_str(), median(times[0]), megabytes * 1000 / median(times[0]), median(memory[0]), median(times[1]), median(memory[1]),
      median(ratios[0]), median(times[2]), median(ratios[1]));
  std::fflush(stdout);
  return true;
}

double write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
  return static_cast<double>(text.size()) / 1e6;
}

unsigned long number_after(int count, char** words, const std::string& option, unsigned long otherwise) {
  for (int index = 1; index + 1 < count; ++index) {
    if (words[index] == option) return std::strtoul(words[index + 1], nullptr, 10);
  }
  return otherwise;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("usage: engagelint_bench FOLDER-OF-PROGRAMS [--rounds N] [--files N] [--big-mb N]\n", stderr);
    return 2;
  }
  const fs::path programs = words[1];
  const auto rounds = static_cast<unsigned>(number_after(count, words, "--rounds", 11));
  const auto files = number_after(count, words, "--files", 1000);
  const auto big = number_after(count, words, "--big-mb", 0);
  std::string folder = (fs::temp_directory_path() / "engagelint-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 2;
  const fs::path root = folder;
  fs::create_directories(root / "repo");
  const double single = write(root / "single.yaml", bench::policy(20091101, 48));
  double repo = 0;
  for (unsigned long index = 0; index < files; ++index) {
    repo += write(root / "repo" / ("policy-" + std::to_string(index) + ".yaml"),
                  bench::policy(20091102 + index, static_cast<unsigned>(34 + index % 13)));
  }
  std::printf("whole processes, medians of %u rounds in turn; MB/s of policy text\n", rounds);
  bool good = compare("1 file, " + std::to_string(static_cast<int>(single * 1000)) + " KB", programs, root / "single.yaml",
                      rounds, single);
  good = compare(std::to_string(files) + " files, " + std::to_string(static_cast<int>(repo)) + " MB", programs, root / "repo",
                 std::min(rounds, 7U), repo) &&
         good;
  if (big > 0) {
    const double size = write(root / "big.yaml", bench::policy_of_size(20096101, big * 1'000'000));
    good = compare("1 file, " + std::to_string(big) + " MB", programs, root / "big.yaml", std::min(rounds, 5U), size) && good;
  }
  fs::remove_all(root);
  return good ? 0 : 1;
}
