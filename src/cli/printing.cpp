// What every command that draws something does in the end.
#include <cstdio>
#include <fstream>
#include <ostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "render/layout.hpp"

namespace engagelint {

bool paints(const Context& context) {
  const Options& options = context.options;
  const bool automatic = context.around.terminal && !context.around.no_color && options.output.empty();
  return options.color == Color::always || (options.color == Color::automatic && automatic);
}

int write_out(const Context& context, const std::string& text) {
  const std::string& path = context.options.output;
  if (path.empty()) {
    context.out << text;
    return status::ok;
  }
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file.good()) return status::ok;
  context.err << "engagelint: `" << render::printable(path) << "` could not be written\n";
  return status::usage;
}

int write_new(const Context& context, const std::string& path, const std::string& text) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wbx"), &std::fclose);
  const bool whole = file && std::fwrite(text.data(), 1, text.size(), file.get()) == text.size() && std::fflush(file.get()) == 0;
  if (whole) return status::ok;
  context.err << "engagelint: `" << render::printable(path) << "` could not be written\n";
  return status::usage;
}

std::string names_of(const PolicySet& set) {
  std::string names;
  const auto add = [&](std::string_view path) {
    if (names.find(path) == std::string::npos) names += (names.empty() ? "" : ", ") + std::string(path);
  };
  for (const PolicyReading& each : set.now) add(each.policy->file->path());
  // Where all are retired, what was named is what is spoken of.
  if (names.empty()) {
    for (const ReadFile& each : set.read.files) add(each.source->path());
  }
  return names;
}

}  // namespace engagelint
