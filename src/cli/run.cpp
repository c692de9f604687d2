#include <istream>
#include <iterator>
#include <ostream>
#include <utility>

#include "cli/cli.hpp"
#include "cli/commands.hpp"

namespace engagelint {
namespace {

/// Standard input is read when it is asked for, and once.
class DiskAndInput final : public Files {
 public:
  explicit DiskAndInput(std::istream& in) : in_(in), disk_(disk()) {}

  std::optional<std::string> read(const std::string& path, std::string& error) const override {
    if (path != "-") return disk_->read(path, error);
    return std::string(std::istreambuf_iterator<char>(in_), {});
  }
  std::optional<std::vector<std::string>> walk(const std::string& path) const override {
    if (path == "-") return std::nullopt;
    auto found = disk_->walk(path);
    // `engagelint check` and `engagelint check FOLDER` name a file alike: fingerprints and annotations hold its path.
    if (found && path == ".") {
      for (std::string& each : *found) {
        if (each.starts_with("./")) each.erase(0, 2);
      }
    }
    return found;
  }

 private:
  std::istream& in_;
  std::unique_ptr<Files> disk_;
};

int dispatch(const Context& context) {
  switch (context.options.command) {
    case Command::check: return check(context);
    case Command::read: return read(context);
    case Command::explain: return explain(context);
    case Command::rules: return list_rules(context);
    case Command::rules_test: return test_rule_examples(context);
    case Command::debug_spans: return debug_spans(context);
    case Command::debug_verdicts: return debug_verdicts(context);
    case Command::can: return can(context);
    case Command::matrix: return matrix(context);
    case Command::route: return show_route(context);
    case Command::diff: return diff(context);
    case Command::scenarios: return run_scenario_files(context);
    case Command::init: return init(context);
    case Command::none: break;
  }
  return status::usage;
}

}  // namespace

std::unique_ptr<Files> disk_and(std::istream& in) { return std::make_unique<DiskAndInput>(in); }

int run(const std::vector<std::string>& words, std::istream& in, std::ostream& out, std::ostream& err,
        const Surroundings& around) {
  const Parsed parsed = parse_options(words);
  out << parsed.out;
  err << parsed.err;
  if (!parsed.run) return parsed.status;
  const std::unique_ptr<Files> files = disk_and(in);
  const int result = dispatch({parsed.options, around, *files, out, err});
  out.flush();
  if (out.good()) return result;
  err << "engagelint: the output could not be written\n";
  return status::usage;
}

}  // namespace engagelint
