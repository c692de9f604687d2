// The file re-printed with every span marked: the cheapest proof that every position is right.
#include <algorithm>
#include <string>
#include <vector>

#include "yaml/yaml.hpp"

namespace engagelint {

namespace {

struct Mark {
  Offset at = 0;
  bool closes = false;
  Offset other_end = 0;  ///< of the same node, to nest marks at one place
  std::string words;
};

std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out.push_back(c);
    }
  }
  return out;
}

std::string_view name_of(ScalarStyle style) {
  switch (style) {
    case ScalarStyle::plain: return "plain";
    case ScalarStyle::single_quoted: return "single-quoted";
    case ScalarStyle::double_quoted: return "double-quoted";
    case ScalarStyle::literal: return "literal";
    case ScalarStyle::folded: return "folded";
  }
  return "plain";
}

class Marker {
 public:
  explicit Marker(const SourceFile& file) : file_(file) {}

  void visit(const Node& node) {
    if (node.alias) {
      const std::string words = "alias " + node.alias->anchor;
      mark(node.alias->place, words);
      list_ += std::to_string(count_) + " " + words + " of " + shown(file_.text(node.alias->definition)) + "\n";
      return;
    }
    mark(node.span, "");
    if (node.kind == NodeKind::scalar) {
      list_text(node);
    } else if (node.kind == NodeKind::null) {
      list_ += std::to_string(count_) + " nothing\n";
    }
    for (const Node* item : node.items) visit(*item);
    for (const Entry& entry : node.entries) visit_entry(entry);
  }

  [[nodiscard]] std::string print() {
    std::stable_sort(marks_.begin(), marks_.end(), before);
    std::string out;
    Offset at = 0;
    for (const Mark& mark : marks_) {
      out += file_.text({at, mark.at});
      at = std::max(at, mark.at);
      out += mark.words;
    }
    out += file_.text({at, static_cast<Offset>(file_.text().size())});
    if (!out.empty() && out.back() != '\n') out += "\n";
    return out + "----\n" + list_;
  }

 private:
  void visit_entry(const Entry& entry) {
    if (entry.merged != nullptr) {
      list_ += "merged from " + entry.merged->anchor + ": " + shown(entry.key->text.value) + "\n";
      return;
    }
    visit(*entry.key);
    visit(*entry.value);
  }

  static bool before(const Mark& left, const Mark& right) {
    if (left.at != right.at) return left.at < right.at;
    if (left.closes != right.closes) return left.closes;
    return left.other_end > right.other_end;
  }

  void mark(Span span, const std::string& /*words*/) {
    const std::string number = std::to_string(++count_);
    if (span.empty()) {
      marks_.push_back({span.begin, false, span.begin, "⟦" + number + "⟧"});
      return;
    }
    marks_.push_back({span.begin, false, span.end, "⟦" + number + " "});
    marks_.push_back({span.end, true, span.begin, "⟧"});
  }

  void list_text(const Node& node) {
    list_ += std::to_string(count_) + " " + std::string(name_of(node.text.style)) + (node.text.exact ? "" : " not exact");
    const auto runs = node.text.map.runs();
    const bool one_copy = runs.size() == 1 && runs.front().copied;
    list_ += one_copy ? " \"" + shown(node.text.value) + "\"\n" : "\n";
    if (one_copy) return;
    for (const TextMap::Run& run : runs) {
      const std::string_view source = file_.text({run.source, run.source + run.source_length});
      const std::string decoded = shown(std::string_view(node.text.value).substr(run.decoded, run.decoded_length));
      list_ += run.copied ? "  = \"" + shown(source) + "\"\n" : "  ~ \"" + shown(source) + "\" -> \"" + decoded + "\"\n";
    }
  }

  const SourceFile& file_;
  std::vector<Mark> marks_;
  std::string list_;
  int count_ = 0;
};

}  // namespace

std::string mark_spans(const SourceFile& file, const std::vector<YamlDocument>& documents) {
  Marker marker(file);
  for (const YamlDocument& document : documents) marker.visit(*document.root);
  return marker.print();
}

}  // namespace engagelint
