#include "yaml/tree.hpp"

#include <algorithm>

#include "yaml/habits.hpp"
#include "yaml/scalar.hpp"

namespace engagelint::yaml {

namespace {

/// What stands at this place is the word itself and not the key of the next entry.
std::string_view null_word(std::string_view source, Offset at, bool as_value) {
  for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
    if (source.substr(at, word.size()) != word) continue;
    const auto end = at + static_cast<Offset>(word.size());
    const char next = byte_at(source, end);
    if (is_blank(next) || is_break(next) || std::string_view(",]}:").find(next) != std::string_view::npos) {
      Offset colon = end;
      while (is_blank(byte_at(source, colon))) ++colon;
      if (as_value && byte_at(source, colon) == ':') return {};
      return word;
    }
  }
  return {};
}

ScalarStyle style_at(std::string_view source, Offset at, std::string_view tag) {
  const char first = byte_at(source, at);
  if (tag != "?") {
    if (first == '\'') return ScalarStyle::single_quoted;
    if (first == '"') return ScalarStyle::double_quoted;
    if (first == '|') return ScalarStyle::literal;
    if (first == '>') return ScalarStyle::folded;
  }
  return ScalarStyle::plain;
}

std::uint32_t weight_of(std::string_view text) { return 1 + static_cast<std::uint32_t>(text.size() / 64); }

}  // namespace

Node& TreeBuilder::add(NodeKind kind, Span span) {
  if (out_.nodes.size() > few_nodes + source_.size() / 16) {
    notes_.add(NoticeKind::limit, span, "the file has too many entries: " + std::to_string(out_.nodes.size()) + " up to here",
               "is it the right file?", true);
    throw Stop{};
  }
  Node& node = out_.nodes.emplace_back();
  node.kind = kind;
  node.span = span;
  return node;
}

void TreeBuilder::begin_document() {
  anchors_.clear();
  in_document_ = true;
  out_.documents.push_back({&add(NodeKind::null, {document_cursor_, document_cursor_}), true});
}

void TreeBuilder::end_document() { in_document_ = false; }

void TreeBuilder::remember(std::size_t anchor, const Node& node, bool open) {
  if (anchor == 0) return;
  if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
  anchors_[anchor] = {&node, anchor_name_, open};
}

void TreeBuilder::grow(const Node& node, Offset end) {
  if (frames_.empty()) {
    document_cursor_ = end;
    return;
  }
  Frame& top = frames_.back();
  top.cursor = std::max(top.cursor, end);
  top.node->weight += node.weight;
  top.node->height = std::max(top.node->height, static_cast<std::uint16_t>(node.height + 1));
}

void TreeBuilder::attach(Node& node, Offset end) {
  if (frames_.empty()) {
    out_.documents.back().root = &node;
  } else if (frames_.back().node->kind == NodeKind::sequence) {
    frames_.back().node->items.push_back(&node);
  } else if (frames_.back().pending_key == nullptr) {
    frames_.back().pending_key = &node;
  } else {
    frames_.back().node->entries.push_back({frames_.back().pending_key, &node, nullptr});
    frames_.back().pending_key = nullptr;
  }
  if (node.kind == NodeKind::sequence || node.kind == NodeKind::mapping) {
    if (!node.alias) return;
  }
  grow(node, end);
}

/// Where an absent value would stand: behind its colon or dash.
Offset TreeBuilder::empty_place(Offset at) const {
  if (frames_.empty()) return std::min(at, static_cast<Offset>(source_.size()));
  const Frame& top = frames_.back();
  const Offset next = skip_gap(source_, top.cursor);
  const bool list = top.node->kind == NodeKind::sequence;
  const char sign = list ? '-' : ':';
  if ((list || top.pending_key != nullptr) && byte_at(source_, next) == sign) return next + 1;
  return top.cursor;
}

/// yaml-cpp takes a line without a colon for a key with no value.
bool TreeBuilder::lacks_colon() const {
  const Frame& top = frames_.back();
  if (top.node->flow || byte_at(source_, skip_gap(source_, top.cursor)) == ':') return false;
  Offset before = top.pending_key->place().begin;
  while (before > 0 && is_blank(source_[before - 1])) --before;
  return before == 0 || source_[before - 1] != '?';
}

void TreeBuilder::null(const Event& event) {
  const Offset at = event.anchor != 0 ? skip_properties(source_, event.at) : event.at;
  const std::string_view word = null_word(source_, at, expects_value());
  if (!word.empty() && word != "~") {
    scalar(event, word);
    return;
  }
  const bool value = expects_value() || is_list_entry();
  if (word.empty() && expects_value() && lacks_colon()) {
    note_missing_colon(*frames_.back().pending_key, notes_);
    frames_.back().pending_key = nullptr;
    return;
  }
  const Offset place = word.empty() ? empty_place(event.at) : at;
  Node& node = add(NodeKind::null, {place, place + static_cast<Offset>(word.size())});
  remember(event.anchor, node, false);
  if (value && word.empty()) note_commented_value(source_, place, notes_);
  attach(node, node.span.end);
}

void TreeBuilder::scalar(const Event& event, std::optional<std::string_view> value) {
  const Offset at = skip_properties(source_, event.at);
  const bool is_value = expects_value() || is_list_entry();
  Scalar read = decode_scalar(source_, at, value, style_at(source_, at, event.tag));
  Node& node = add(NodeKind::scalar, read.text.span);
  node.text = std::move(read.text);
  node.weight = weight_of(node.text.value);
  remember(event.anchor, node, false);
  last_scalar_ = &node;
  if (read.unclosed) {
    notes_.add(NoticeKind::bad_yaml, {at, at + 1}, "a quote opens here and is never closed",
               "close it; a text that begins with an apostrophe goes in double quotes", true);
  }
  if (read.first_tab) {
    notes_.add(NoticeKind::bad_yaml, {*read.first_tab, *read.first_tab + 1}, "a tab stands where the line is indented",
               "indent with blanks; with a tab the line is taken as more of the text above");
  }
  if (at > event.at) note_tag(source_, event.at, event.tag, notes_);
  if (is_value) note_scalar(source_, node, is_list_entry(), notes_);
  attach(node, node.span.end);
}

void TreeBuilder::begin_collection(NodeKind kind, const Event& event, bool flow) {
  const bool properties = event.anchor != 0 || event.tag.size() > 1;
  const Offset at = properties ? skip_properties(source_, event.at) : event.at;
  Node& node = add(kind, {at, at});
  node.flow = flow;
  remember(event.anchor, node, true);
  attach(node, at);
  const char first = byte_at(source_, at);
  frames_.push_back({&node, nullptr, flow && (first == '[' || first == '{') ? at + 1 : at, event.anchor});
}

/// Flow collections end behind their bracket, block collections behind their last entry.
Offset TreeBuilder::collection_end(const Node& node, Offset cursor) const {
  if (!node.flow) return cursor;
  const char open = node.kind == NodeKind::sequence ? '[' : '{';
  const char close = node.kind == NodeKind::sequence ? ']' : '}';
  if (byte_at(source_, node.span.begin) != open) return cursor;
  Offset at = skip_gap(source_, cursor);
  while (at < source_.size() && std::string_view(",:?").find(source_[at]) != std::string_view::npos)
    at = skip_gap(source_, at + 1);
  return byte_at(source_, at) == close ? at + 1 : cursor;
}

void TreeBuilder::finish(Frame& frame) {
  Node& node = *frame.node;
  node.span.end = std::max(node.span.begin, collection_end(node, frame.cursor));
  if (node.kind != NodeKind::mapping) return;
  note_duplicate_keys(node, notes_);
  merge(node);
}

void TreeBuilder::end_collection() {
  Frame frame = frames_.back();
  frames_.pop_back();
  finish(frame);
  if (frame.anchor != 0) anchors_[frame.anchor].open = false;
  grow(*frame.node, frame.node->span.end);
}

void TreeBuilder::break_off() {
  if (!in_document_) return;
  out_.documents.back().complete = false;
  while (!frames_.empty()) {
    Frame frame = frames_.back();
    frames_.pop_back();
    frame.node->span.end = std::max(frame.node->span.begin, frame.cursor);
    if (frame.node->kind == NodeKind::mapping) {
      note_duplicate_keys(*frame.node, notes_);
      try {
        merge(*frame.node);
      } catch (const Stop&) {
        // Noticed; the mapping keeps what it has.
      }
    }
    grow(*frame.node, frame.node->span.end);
  }
  in_document_ = false;
}

const Node* TreeBuilder::open_flow() const {
  const auto found = std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& frame) { return frame.node->flow; });
  return found == frames_.rend() ? nullptr : found->node;
}

}  // namespace engagelint::yaml
