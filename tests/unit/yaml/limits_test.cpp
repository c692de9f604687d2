#include <doctest/doctest.h>

#include <string>

#include "yaml/yaml.hpp"

using namespace engagelint;

namespace {

/// The only limit notice of a file.
std::string limit_of(const std::string& text) {
  const SourceFile file("a.yaml", text);
  const YamlFile read = read_yaml(file);
  std::string message;
  int limits = 0;
  for (const Notice& notice : read.notices) {
    if (notice.kind != NoticeKind::limit) continue;
    ++limits;
    CHECK(notice.fatal);
    message = notice.message;
  }
  CHECK(limits == 1);
  return message;
}

std::string laughs(int levels, int width) {
  std::string text = "a0: &a0 [x]\n";
  for (int level = 1; level < levels; ++level) {
    text += "a" + std::to_string(level) + ": &a" + std::to_string(level) + " [";
    for (int at = 0; at < width; ++at) text += (at > 0 ? ", *a" : "*a") + std::to_string(level - 1);
    text += "]\n";
  }
  return text;
}

}  // namespace

TEST_CASE("aliases that multiply are stopped") {
  CHECK(limit_of(laughs(30, 9)) == "aliases make this file grow past 100000 entries");
}

TEST_CASE("aliases to long texts are stopped") {
  std::string text = "a: &a \"" + std::string(1'000'000, 'x') + "\"\nb:\n";
  for (int at = 0; at < 1000; ++at) text += "- *a\n";
  CHECK(limit_of(text) == "aliases make this file grow past 100000 entries");
}

TEST_CASE("merge keys that multiply are stopped") {
  std::string text = "a: &a {";
  for (int at = 0; at < 2000; ++at) text += "k" + std::to_string(at) + ": v, ";
  text += "z: z}\nb:\n";
  for (int at = 0; at < 200; ++at) text += "- <<: *a\n";
  CHECK(limit_of(text) == "aliases make this file grow past 100000 entries");
}

TEST_CASE("aliases that nest without end are stopped") { CHECK(limit_of(laughs(1000, 1)) == "aliases nest too deeply here"); }

TEST_CASE("deep nesting is refused in plain words") {
  CHECK(limit_of(std::string(100'000, '[')) == "this is nested too deeply");
  std::string block;
  for (std::size_t depth = 0; depth < 600; ++depth) block += std::string(depth, ' ') + "a:\n";
  CHECK(limit_of(block) == "this is nested too deeply");
}

TEST_CASE("a file of commas and brackets alone is refused before it fills the memory") {
  std::string text = "[";
  for (int at = 0; at < 600'000; ++at) text += "a,";
  const std::string message = limit_of(text + "a]");
  CHECK(message.starts_with("the file has too many entries: "));
}

TEST_CASE("an empty file has no document") {
  for (const std::string text : {"", "\n", "# remark\n", "\xEF\xBB\xBF"}) {
    const YamlFile read = read_yaml(SourceFile("a.yaml", text));
    CHECK(read.documents.empty());
    CHECK(read.notices.empty());
  }
}

TEST_CASE("every file of up to three odd bytes ends") {
  const std::string bytes = ",:-?[]{}#&*!|>'\"%@ \na";
  std::size_t read = 0;
  for (const char a : bytes) {
    for (const char b : bytes) {
      for (const char c : bytes) {
        const SourceFile file("a.yaml", std::string{a, b, c});
        const YamlFile yaml = read_yaml(file);
        for (const Notice& notice : yaml.notices) REQUIRE(notice.span->end <= 3);
        for (const Node& node : yaml.nodes) REQUIRE((node.span.begin <= node.span.end && node.span.end <= 3));
        CHECK(mark_spans(file, yaml.documents).size() > 3);
        ++read;
      }
    }
  }
  CHECK(read == 21 * 21 * 21);
}
