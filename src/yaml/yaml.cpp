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
#include "yaml/outline.hpp"
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
  Events(yaml::TreeBuilder& tree, std::string_view source, const std::vector<yaml::Cut>& cuts)
      : tree_(tree),
        source_(source),
        cuts_(cuts),
        bom_(static_cast<Offset>(bom_length(source))),
        size_(static_cast<Offset>(source.size())) {}

  [[nodiscard]] Offset offset(const YAML::Mark& mark) const {
    if (mark.pos < 0) return size_;
    return std::min(yaml::place_in_file(cuts_, static_cast<Offset>(mark.pos) + bom_), size_);
  }
  /// False where a text that the outline left out came as no text of its own.
  [[nodiscard]] bool all_cuts_came() const { return next_cut_ == cuts_.size(); }

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
    const Offset at = offset(mark);
    const yaml::Cut* cut = next_cut_ < cuts_.size() && cuts_[next_cut_].header == at ? &cuts_[next_cut_] : nullptr;
    if (cut == nullptr) {
      tree_.scalar({at, anchor, tag}, value);
      return;
    }
    // Where it went on behind the letter, it is none.
    if (cut->kind != yaml::CutKind::block && (value.size() != 1 || value.front() != yaml::Outline::letter)) throw yaml::Stop{};
    put(*cut, anchor, cut->kind == yaml::CutKind::quoted ? "!" : std::string_view(tag));
    for (; next_cut_ < cuts_.size() && cuts_[next_cut_].follows;) {
      const yaml::Cut& next = cuts_[next_cut_];
      if (!(next.entry ? tree_.inside_list_entry() : tree_.inside_block_mapping())) throw yaml::Stop{};
      if (next.entry) {
        tree_.end_collection();
        tree_.begin_collection(NodeKind::mapping, {next.header, 0, "?"}, false);
      }
      put(next, 0, next.kind == yaml::CutKind::plain || next.kind == yaml::CutKind::list ? "?" : "!");
    }
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
  /// What was left out, in the place of the letter or of nothing.
  void put(const yaml::Cut& cut, YAML::anchor_t anchor, std::string_view tag) {
    ++next_cut_;
    if (cut.kind == yaml::CutKind::list) {
      list(cut);
      return;
    }
    const Offset quote = cut.kind == yaml::CutKind::quoted ? 1 : 0;
    std::optional<std::string_view> words;
    if (cut.kind != yaml::CutKind::block) words = source_.substr(cut.header + quote, cut.file - cut.header - 2 * quote);
    tree_.scalar({cut.header, anchor, tag}, words);
  }

  void list(const yaml::Cut& cut) {
    tree_.begin_collection(NodeKind::sequence, {cut.header, 0, "?"}, true);
    for (Offset at = cut.header + 1; at < cut.file;) {
      const auto comma = static_cast<Offset>(std::min<std::size_t>(source_.find(',', at), cut.file - 1));
      const auto words = yaml::plain_words(source_, at, comma);
      if (words) tree_.scalar({words->begin, 0, "?"}, source_.substr(words->begin, words->end - words->begin));
      at = comma + 1;
    }
    tree_.end_collection();
  }

  yaml::TreeBuilder& tree_;
  std::string_view source_;
  const std::vector<yaml::Cut>& cuts_;
  Offset bom_;
  Offset size_;
  std::size_t next_cut_ = 0;
  int last_document_ = -1;
};

/// Throws what the library throws.
void feed(std::string_view bytes, Events& events) {
  BytesInPlace in_place(bytes);
  std::istream stream(&in_place);
  YAML::Parser parser(stream);
  while (parser.HandleNextDocument(events)) {
  }
}

void parse(std::string_view source, YamlFile& out, Notes& notes) {
  const std::vector<yaml::Cut> none;
  yaml::TreeBuilder tree(source, out, notes);
  Events events(tree, source, none);
  try {
    feed(source, events);
  } catch (const YAML::Exception& broken) {
    yaml::BreakOff why = yaml::explain(broken.msg, events.offset(broken.mark), source, tree);
    notes.add(why.kind, why.span, std::move(why.message), std::move(why.hint), true);
    tree.break_off();
  } catch (const yaml::Stop&) {
    tree.break_off();
  }
}

/// The same by the outline. False where that does not do, with `out` as it was left: what breaks off is said of the file itself.
bool parse_outline(std::string_view source, YamlFile& out, Notes& notes) {
  const yaml::Outline outline = yaml::read_outline(source);
  if (outline.cuts.empty()) return false;
  yaml::TreeBuilder tree(source, out, notes);
  Events events(tree, source, outline.cuts);
  try {
    feed(outline.text, events);
  } catch (const YAML::Exception&) {
    return false;
  } catch (const yaml::Stop&) {
    return false;
  }
  return events.all_cuts_came();
}

}  // namespace

YamlFile read_yaml(const SourceFile& file) {
  YamlFile out;
  Notes notes(file, out.notices);
  std::string clean;
  if (!yaml::prescan(notes, clean)) return out;
  const std::string_view text = clean.empty() ? file.text() : std::string_view(clean);
  const std::size_t known = out.notices.size();
  if (parse_outline(text, out, notes)) return out;
  out.nodes.clear();
  out.documents.clear();
  out.notices.resize(known);
  parse(text, out, notes);
  return out;
}

}  // namespace engagelint
