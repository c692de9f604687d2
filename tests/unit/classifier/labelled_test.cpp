#include "classifier/labelled.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

using namespace engagelint;
using namespace engagelint::classifier;

namespace {

class File {
 public:
  explicit File(const std::string& text) : path_((std::filesystem::temp_directory_path() / "engagelint-labelled.tsv").string()) {
    std::ofstream(path_) << text;
  }
  ~File() { std::remove(path_.c_str()); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("a labelled file: three columns, comments passed over") {
  const File file("# comment\n\nengagement-ban\tDon'ts\treply to members\n-\t\tYou may answer.\n");
  const auto lines = read_labelled(file.path());
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].label == "engagement-ban");
  CHECK(lines[0].title == "Don'ts");
  CHECK(lines[0].text == "reply to members");
  CHECK(lines[1].title.empty());
  CHECK(lines[1].where == file.path() + ":4");
}

TEST_CASE("marks are taken out and kept as a place") {
  const File file("engagement-ban\t\tWe like talk. «Do not reply.» Thank you.\n");
  const auto line = read_labelled(file.path()).at(0);
  CHECK(line.text == "We like talk. Do not reply. Thank you.");
  CHECK(line.text.substr(line.marked.begin, line.marked.end - line.marked.begin) == "Do not reply.");
  const LabelledReading read = read_clause(line);
  REQUIRE(read.reading.sentences.size() == 3);
  CHECK(label_of(line, read, 0) == "-");
  CHECK(label_of(line, read, 1) == "engagement-ban");
  CHECK(label_of(line, read, 2) == "-");
}

TEST_CASE("a line that cannot be read is named with its place") {
  for (const char* text : {"-\tonly two\n", "-\ta\tb\tc\td\n", "none\n"}) {
    const File file(text);
    CHECK_THROWS_WITH_AS(read_labelled(file.path()),
                         (file.path() + ":1: expected label, title, text and perhaps a section, with tabs between them").c_str(),
                         std::runtime_error);
  }
  CHECK_THROWS_AS(read_labelled("/nowhere.tsv"), std::runtime_error);
}

TEST_CASE("a blocking clause of several sentences says which one") {
  const File file("engagement-ban\t\tWe like talk. Do not reply.\n");
  const auto line = read_labelled(file.path()).at(0);
  CHECK_THROWS_AS(static_cast<void>(label_of(line, read_clause(line), 0)), std::runtime_error);
}

TEST_CASE("what goes on from its lead is read as an item of a list") {
  const LabelledReading item = read_clause({"-", "Employees must not:", "Reply to members", "", {}, ""});
  REQUIRE(item.reading.norms.size() == 1);
  CHECK(item.reading.norms[0].modality == Modality::prohibit);
  const LabelledReading text = read_clause({"-", "Replies", "Reply to members.", "", {}, ""});
  REQUIRE(text.reading.norms.size() == 1);
  CHECK(text.reading.norms[0].modality == Modality::require);
}
