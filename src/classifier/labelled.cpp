#include "classifier/labelled.hpp"

#include <fstream>
#include <stdexcept>

namespace engagelint::classifier {
namespace {

constexpr std::string_view open_mark = "«";
constexpr std::string_view close_mark = "»";

Text text_of(std::string_view value) {
  Text text;
  text.value = value;
  const auto size = static_cast<Offset>(value.size());
  text.span = {0, size};
  text.map = TextMap({0, 0, size, size, true});
  return text;
}

// Takes the marks out and says what stood between them.
Span take_marks(std::string& text) {
  const auto open = text.find(open_mark);
  const auto close = text.find(close_mark);
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  text.erase(close, close_mark.size());
  text.erase(open, open_mark.size());
  return {static_cast<Offset>(open), static_cast<Offset>(close - open_mark.size())};
}

// What goes on from its lead is an item of a list; a text under a heading speaks for itself.
bool is_item(const Labelled& labelled) {
  if (labelled.title.empty() || labelled.text.empty()) return false;
  const char first = labelled.text.front();
  return labelled.title.back() == ':' || (first >= 'a' && first <= 'z');
}

}  // namespace

std::vector<Labelled> read_labelled(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": could not be opened");
  std::vector<Labelled> out;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::string where = path + ":" + std::to_string(number);
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    if (columns.size() != 3 && columns.size() != 4)
      throw std::runtime_error(where + ": expected label, title, text and perhaps a section, with tabs between them");
    columns.resize(4);
    Labelled labelled{columns[0], columns[1], columns[2], columns[3], {}, where};
    labelled.marked = take_marks(labelled.text);
    out.push_back(std::move(labelled));
  }
  return out;
}

LabelledReading read_clause(const Labelled& labelled) {
  LabelledReading out{std::make_unique<PolicyDocument>(), {}};
  Clause clause;
  clause.id = "clause";
  if (!labelled.title.empty()) clause.title = text_of(labelled.title);
  if (is_item(labelled)) {
    clause.items.push_back({"clause/1", text_of(labelled.text)});
  } else {
    clause.text = text_of(labelled.text);
  }
  if (!labelled.section.empty()) {
    out.policy->sections.push_back({"section", text_of(labelled.section), -1, {}, 0});
    clause.section = 0;
  }
  out.policy->clauses.push_back(std::move(clause));
  out.reading = read_norms(*out.policy);
  return out;
}

std::string_view label_of(const Labelled& labelled, const LabelledReading& read, std::size_t index) {
  if (labelled.marked.empty()) {
    if (labelled.label != "-" && read.reading.sentences.size() > 1)
      throw std::runtime_error(labelled.where + ": expected « and » around the words that the label is about");
    return labelled.label;
  }
  const Span sentence = read.reading.sentences[index].span;
  const bool inside = sentence.begin < labelled.marked.end && labelled.marked.begin < sentence.end;
  return inside ? std::string_view(labelled.label) : std::string_view("-");
}

}  // namespace engagelint::classifier
