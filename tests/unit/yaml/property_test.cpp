// For any document: the text is what yaml-cpp reads, and every character of it leads back to the bytes that say it.
#include <doctest/doctest.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>
#include <string>
#include <vector>

#include "documents.hpp"
#include "source/utf8.hpp"
#include "yaml/yaml.hpp"

using namespace engagelint;
using namespace engagelint::test;

namespace {

/// yaml-cpp's own values in the order of their events; absent ones are empty.
class Values : public YAML::EventHandler {
 public:
  std::vector<std::string> all;
  int last = -1;

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (mark.pos <= last) throw YAML::ParserException(mark, "again");
    last = mark.pos;
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { all.emplace_back(); }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { all.emplace_back("*"); }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& value) override {
    all.push_back(value);
  }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
  void OnMapEnd() override {}
};

bool read_values(const std::string& document, Values& values) {
  std::istringstream in(document);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(values)) {
    }
  } catch (const YAML::Exception&) {
    return false;
  }
  return true;
}

/// yaml-cpp 0.7 makes bytes that are no UTF-8 of \N and \_; ours is the character.
std::string repaired(const std::string& value) {
  std::string out;
  for (std::size_t at = 0; at < value.size();) {
    const auto byte = static_cast<unsigned char>(value[at]);
    const std::size_t length = byte >= 0xC2 ? character_length(value, at) : 1;
    if (byte == 0x85 || byte == 0xA0) out += '\xC2';
    out += value.substr(at, length);
    at += length;
  }
  return out;
}

/// A carriage return that stands alone is read as a line end.
bool same(std::string_view bytes, std::string_view piece) {
  std::string clean(bytes);
  for (std::size_t at = 0; at < clean.size() && at < piece.size(); ++at) {
    if (clean[at] == '\r' && piece[at] == '\n') clean[at] = '\n';
  }
  return clean == piece;
}

std::string_view kept(char c) {
  switch (c) {
    case 'n': return "\n";
    case 't': return "\t";
    case '"': return "\"";
    case '\\': return "\\";
    case ' ': return " ";
    case '/': return "/";
    default: return {};
  }
}

/// Whether these bytes of the file can stand for that piece of the text; written apart from the decoder.
bool says(std::string_view bytes, std::string_view piece, ScalarStyle style) {
  if (bytes == piece) return true;
  if (style == ScalarStyle::single_quoted && bytes == "''") return piece == "'";
  if (style == ScalarStyle::double_quoted && bytes.starts_with('\\') && bytes.size() >= 2 && bytes[1] != '\n' &&
      bytes[1] != '\r') {
    if (const std::string_view plain = kept(bytes[1]); !plain.empty()) return piece == plain;
    if (bytes == "\\x41") return piece == "A";
    if (bytes == "\\u201c") return piece == "\u201c";
    if (bytes == "\\U0001F600") return piece == "\U0001F600";
    return bytes.size() == 2 && piece.size() <= 3;
  }
  // A fold: breaks and blanks only, for a blank or for line breaks, never more than stand there.
  std::size_t breaks = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '\n' || (c == '\r' && !bytes.substr(at).starts_with("\r\n"))) ++breaks;
    if (c != '\n' && c != '\r' && c != ' ' && c != '\t' && c != '\\') return false;
  }
  if (piece == " ") return breaks == 1;
  return piece.find_first_not_of('\n') == std::string_view::npos && piece.size() <= breaks;
}

void check_text(const SourceFile& file, const Text& text) {
  REQUIRE(text.span.end <= file.text().size());
  REQUIRE(text.span.begin <= text.span.end);
  if (!text.exact) return;
  Offset decoded = 0, source = text.span.begin;
  for (const TextMap::Run& run : text.map.runs()) {
    REQUIRE(run.decoded == decoded);
    REQUIRE(run.source >= source);
    decoded += run.decoded_length;
    source = run.source + run.source_length;
    REQUIRE(source <= file.text().size());
    const std::string_view bytes = file.text({run.source, source});
    const std::string_view piece = std::string_view(text.value).substr(run.decoded, run.decoded_length);
    REQUIRE_MESSAGE((run.copied ? same(bytes, piece) : says(bytes, piece, text.style)),
                    "'" << bytes << "' for '" << piece << "'");
  }
  REQUIRE(decoded == text.value.size());
}

struct Counts {
  int scalars = 0, inexact = 0, documents = 0;
};

void check_document(const std::string& document, Counts& counts) {
  CAPTURE(document);
  const SourceFile file("random.yaml", document);
  const YamlFile read = read_yaml(file);
  for (const Notice& notice : read.notices) {
    REQUIRE(notice.span.has_value());
    REQUIRE(notice.span->begin <= notice.span->end);
    REQUIRE(notice.span->end <= document.size());
  }
  for (const Node& node : read.nodes) {
    REQUIRE(node.span.begin <= node.span.end);
    REQUIRE(node.span.end <= document.size());
    for (const Node* item : node.items)
      REQUIRE((item->alias || (item->span.begin >= node.span.begin && item->span.end <= node.span.end)));
    if (node.kind != NodeKind::scalar) continue;
    ++counts.scalars;
    if (!node.text.exact) ++counts.inexact;
    check_text(file, node.text);
  }
  ++counts.documents;
}

void check_values(const std::string& document) {
  CAPTURE(document);
  Values values;
  if (!read_values(document, values)) return;
  const SourceFile file("random.yaml", document);
  const YamlFile read = read_yaml(file);
  std::vector<std::string> ours;
  for (const Node& node : read.nodes) {
    if (node.alias) {
      ours.emplace_back("*");
    } else if (node.kind == NodeKind::scalar) {
      ours.push_back(node.text.value);
    } else if (node.kind == NodeKind::null && &node != &read.nodes.front()) {
      ours.emplace_back();
    }
  }
  REQUIRE(ours.size() == values.all.size());
  for (std::size_t at = 0; at < ours.size(); ++at) {
    if (ours[at] != values.all[at]) REQUIRE(ours[at] == repaired(values.all[at]));
  }
}

}  // namespace

TEST_CASE("every character of a generated document leads back to its bytes") {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
    Random random(seed);
    const std::string document = random_document(random);
    check_document(document, counts);
    check_values(document);
  }
  CHECK(counts.inexact == 0);
  CHECK(counts.scalars > 20'000);
}

TEST_CASE("damage never makes a wrong span") {
  Counts counts;
  for (std::uint64_t seed = 1; seed <= 2500; ++seed) {
    Random random(seed);
    check_document(damaged(random_document(random), random), counts);
  }
  CHECK(counts.documents == 2500);
  CHECK(counts.inexact * 100 < counts.scalars);
}
