// A scenario: documents, then commands with what is expected of them. tests/cli/README.md shows one.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace scenario {

struct Step {
  std::string command;  ///< `NO_COLOR=1 engagelint check - < policy.yaml`
  std::string out, err;
  int status = 0;
  std::vector<std::pair<std::string, std::string>> files;  ///< expected after the command
};

struct Scenario {
  std::vector<std::pair<std::string, std::string>> documents;  ///< name and content as written
  std::vector<Step> steps;
};

/// Reads the text of a *.scenario file. Sets `problem` where a part is not known.
[[nodiscard]] Scenario parse(const std::string& text, std::string& problem);
[[nodiscard]] std::string print(const Scenario& scenario);

/// Writes the documents below the current folder. A name that ends in " bytes" holds `\xNN` for bytes.
void write_documents(const Scenario& scenario);
/// Runs one command in the current folder; returns the step as it turned out.
[[nodiscard]] Step run_step(const Step& step);

}  // namespace scenario
