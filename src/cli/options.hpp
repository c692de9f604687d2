// What a command line asks for, without the library that reads it.
#pragma once

#include <string>
#include <vector>

#include "finding/finding.hpp"

namespace engagelint {

enum class Command : std::uint8_t {
  none,
  check,
  read,
  explain,
  rules,
  rules_test,
  debug_spans,
  debug_verdicts,
  can,
  matrix,
  route,
  diff,
  scenarios,
  init
};
enum class Format : std::uint8_t { text, json, github, sarif, csv, svg, html, markdown, junit, tap };
enum class FailOn : std::uint8_t { note, warning, error, never };
/// What of a comparison makes the exit status 1.
enum class DiffFailOn : std::uint8_t { never, tightening, findings, change };
enum class Color : std::uint8_t { automatic, always, never };

struct Options {
  Command command = Command::none;
  std::vector<std::string> paths;
  std::string rule;    ///< for explain
  std::string output;  ///< a file; empty: standard output
  std::string rules;   ///< a folder of rules beside the built-in ones; for `rules test` instead of them
  std::vector<std::string> select, ignore;
  std::string who, action, to, on, ask;    ///< for can; for matrix a list of each
  std::vector<std::string> without, with;  ///< what if these clauses were not, or those of these files were
  Format format = Format::text;
  FailOn fail_on = FailOn::error;
  DiffFailOn diff_fail_on = DiffFailOn::never;
  Color color = Color::automatic;
  bool all = false;
  bool stats = false;
};

/// Either options, or what to print instead of running: help and version on standard output, usage on standard error.
struct Parsed {
  Options options;
  bool run = false;
  int status = 0;
  std::string out, err;
};

[[nodiscard]] Parsed parse_options(const std::vector<std::string>& words);

}  // namespace engagelint
