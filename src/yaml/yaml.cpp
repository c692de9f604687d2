#include "yaml/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "source/utf8.hpp"
#include "yaml/break_off.hpp"
#include "yaml/prescan.hpp"
#include "yaml/tree.hpp"

namespace engagelint {

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::null: return "nothing";
    case NodeKind::scalar: return "text";
    case NodeKind::sequence: return "list";
    case NodeKind::mapping: return "mapping";
  }
  return "nothing";
}

const Entry* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [key](const Entry& entry) {
    return entry.key->kind == NodeKind::scalar && entry.key->text.value == key;
  });
  return found == entries.end() ? nullptr : &*found;
}

namespace {

/// Lets a stream read bytes that stand elsewhere, without a copy.
class BytesInPlace : public std::streambuf {
 public:
  explicit BytesInPlace(std::string_view bytes) {
    char* const begin = const_cast<char*>(bytes.data());  // std::streambuf's interface; nothing is written
    setg(begin, begin, begin + bytes.size());
  }
};

/// yaml-cpp's events, with offsets into the file in place of its marks.
class Events : public YAML::EventHandler {
 public:
  Events(yaml::TreeBuilder& tree, Offset bom, Offset size) : tree_(tree), bom_(bom), size_(size) {}

  [[nodiscard]] Offset offset(const YAML::Mark& mark) const {
    if (mark.pos < 0) return size_;
    return std::min(static_cast<Offset>(mark.pos) + bom_, size_);
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    // yaml-cpp 0.7 hands out the same document for ever on `,` alone (jbeder/yaml-cpp#1040).
    if (mark.pos <= last_document_) throw YAML::ParserException(mark, YAML::ErrorMsg::UNKNOWN_TOKEN);
    last_document_ = mark.pos;
    tree_.begin_document();
  }
  void OnDocumentEnd() override { tree_.end_document(); }
  void OnAnchor(const YAML::Mark& /*mark*/, const std::string& name) override { tree_.name_anchor(name); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { tree_.null({offset(mark), anchor, "?"}); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override { tree_.alias(offset(mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    tree_.scalar({offset(mark), anchor, tag}, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    tree_.begin_collection(NodeKind::sequence, {offset(mark), anchor, tag}, style == YAML::EmitterStyle::Flow);
  }
  void OnSequenceEnd() override { tree_.end_collection(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    tree_.begin_collection(NodeKind::mapping, {offset(mark), anchor, tag}, style == YAML::EmitterStyle::Flow);
  }
  void OnMapEnd() override { tree_.end_collection(); }

 private:
  yaml::TreeBuilder& tree_;
  Offset bom_;
  Offset size_;
  int last_document_ = -1;
};

void parse(std::string_view source, YamlFile& out, Notes& notes) {
  BytesInPlace bytes(source);
  std::istream stream(&bytes);
  yaml::TreeBuilder tree(source, out, notes);
  Events events(tree, static_cast<Offset>(bom_length(source)), static_cast<Offset>(source.size()));
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const YAML::Exception& broken) {
    yaml::BreakOff why = yaml::explain(broken.msg, events.offset(broken.mark), source, tree);
    notes.add(why.kind, why.span, std::move(why.message), std::move(why.hint), true);
    tree.break_off();
  } catch (const yaml::Stop&) {
    tree.break_off();
  }
}

}  // namespace

YamlFile read_yaml(const SourceFile& file) {
  YamlFile out;
  Notes notes(file, out.notices);
  std::string clean;
  if (!yaml::prescan(notes, clean)) return out;
  parse(clean.empty() ? file.text() : std::string_view(clean), out, notes);
  return out;
}

}  // namespace engagelint
