// The floor: reads files and parses them with yaml-cpp's events, on as many threads as there are cores, and does nothing else.
//   engagelint_parse_only [--one-thread] PATH...      files or folders
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

struct Counter final : YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { ++events; }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { ++events; }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override { ++events; }
  void OnMapEnd() override {}
  std::size_t events = 0;
};

std::size_t parse(const std::string& path) {
  Counter counter;
  try {
    std::ifstream file(path, std::ios::binary);
    YAML::Parser parser(file);
    // The generated policies are one document each.
    parser.HandleNextDocument(counter);
  } catch (const YAML::Exception&) {
    return 0;
  }
  return counter.events;
}

}  // namespace

int main(int count, char** words) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  unsigned threads = std::thread::hardware_concurrency();
  for (int index = 1; index < count; ++index) {
    if (std::string_view(words[index]) == "--one-thread") {
      threads = 1;
      continue;
    }
    if (!fs::is_directory(words[index])) {
      paths.emplace_back(words[index]);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(words[index])) {
      if (entry.is_regular_file()) paths.push_back(entry.path().string());
    }
  }
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> events = 0;
  const auto work = [&] {
    for (std::size_t index = next++; index < paths.size(); index = next++) events += parse(paths[index]);
  };
  std::vector<std::thread> helpers;
  for (unsigned index = 1; index < threads && index < paths.size(); ++index) helpers.emplace_back(work);
  work();
  for (std::thread& helper : helpers) helper.join();
  std::printf("%zu events\n", events.load());
  return events > 0 ? 0 : 1;
}
