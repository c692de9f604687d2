#include "scenario.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string_view>

#include "cli/cli.hpp"

namespace scenario {
namespace {

namespace fs = std::filesystem;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Words of a command; 'single quotes' keep blanks together.
std::vector<std::string> split(std::string_view command) {
  std::vector<std::string> words;
  bool open = false;
  bool quoted = false;
  for (const char c : command) {
    if (c == '\'') {
      quoted = !quoted;
      if (!open) words.emplace_back();
      open = true;
    } else if (!quoted && (c == ' ' || c == '\n')) {
      open = false;
    } else {
      if (!open) words.emplace_back();
      open = true;
      words.back() += c;
    }
  }
  return words;
}

std::string decoded(const std::string& text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.compare(at, 2, "\\x") == 0) {
      bytes += static_cast<char>(std::strtoul(text.substr(at + 2, 2).c_str(), nullptr, 16));
      at += 3;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

/// Where a part's text goes; null where the part is not known.
std::string* place_of(const std::string& part, Scenario& scenario, std::string& status) {
  const auto named = [&](std::string_view prefix) {
    return part.starts_with(prefix) ? part.substr(prefix.size()) : std::string();
  };
  if (const std::string name = named("document "); !name.empty()) return &scenario.documents.emplace_back(name, "").second;
  if (part == "command") return &scenario.steps.emplace_back().command;
  if (scenario.steps.empty()) return nullptr;
  Step& step = scenario.steps.back();
  if (part == "stdout") return &step.out;
  if (part == "stderr") return &step.err;
  if (part == "status") return &status;
  if (const std::string name = named("file "); !name.empty()) return &step.files.emplace_back(name, "").second;
  return nullptr;
}

}  // namespace

Scenario parse(const std::string& text, std::string& problem) {
  Scenario scenario;
  std::string ignored;
  std::string status;
  std::string* place = &ignored;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.size() > 8 && line.starts_with("====") && line.ends_with("====")) {
      if (!status.empty()) scenario.steps.back().status = std::atoi(status.c_str());
      status.clear();
      place = place_of(line.substr(4, line.size() - 8), scenario, status);
      if (place == nullptr) {
        problem = "a part that is not known: " + line;
        return scenario;
      }
    } else {
      *place += line + '\n';
    }
  }
  if (!status.empty()) scenario.steps.back().status = std::atoi(status.c_str());
  return scenario;
}

std::string print(const Scenario& scenario) {
  std::string text;
  for (const auto& [name, content] : scenario.documents) text += "====document " + name + "====\n" + content;
  for (const Step& step : scenario.steps) {
    text += "====command====\n" + step.command + "====stdout====\n" + step.out + "====stderr====\n" + step.err;
    text += "====status====\n" + std::to_string(step.status) + '\n';
    for (const auto& [name, content] : step.files) text += "====file " + name + "====\n" + content;
  }
  return text;
}

void write_documents(const Scenario& scenario) {
  for (const auto& [name, content] : scenario.documents) {
    const bool bytes = name.ends_with(" bytes");
    const fs::path path = bytes ? name.substr(0, name.size() - 6) : name;
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << (bytes ? decoded(content) : content);
  }
}

Step run_step(const Step& step) {
  engagelint::Surroundings around;
  around.today = "2010-05-01";
  std::vector<std::string> words;
  std::istringstream in;
  const std::vector<std::string> all = split(step.command);
  for (std::size_t at = 0; at < all.size(); ++at) {
    if (all[at] == "<" && at + 1 < all.size()) {
      in.str(read_file(all[++at]));
    } else if (words.empty() && all[at] == "NO_COLOR=1") {
      around.no_color = true;
    } else if (words.empty() && all[at] == "TERMINAL=1") {
      around.terminal = true;
    } else if (words.empty() && all[at].starts_with("COLUMNS=")) {
      around.width = std::strtoul(all[at].c_str() + 8, nullptr, 10);
    } else {
      words.push_back(all[at]);
    }
  }
  if (!words.empty()) words.erase(words.begin());  // the program's name
  std::ostringstream out;
  std::ostringstream err;
  Step result = step;
  result.status = engagelint::run(words, in, out, err, around);
  result.out = out.str();
  result.err = err.str();
  for (auto& [name, content] : result.files) content = read_file(name);
  return result;
}

}  // namespace scenario
