// tree: builds the nodes of a YamlFile from events. It knows offsets, not the library that sends the events.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/notes.hpp"
#include "yaml/yaml.hpp"

namespace engagelint::yaml {

/// Thrown to leave the library's parser when a limit is reached; never leaves src/yaml.
struct Stop {};

/// Properties of a node: `anchor` 0 is none, `tag` as the library gives it ("?" plain, "!" quoted or block).
struct Event {
  Offset at = 0;  ///< first byte of the node, anchor and tag included
  std::size_t anchor = 0;
  std::string_view tag;
};

class TreeBuilder {
 public:
  TreeBuilder(std::string_view source, YamlFile& out, Notes& notes) : source_(source), out_(out), notes_(notes) {}

  void begin_document();
  void end_document();
  void name_anchor(std::string_view name) { anchor_name_ = name; }
  void null(const Event& event);
  void alias(Offset at, std::size_t anchor);
  /// `value` is absent for a block text that was left out of what the library read.
  void scalar(const Event& event, std::optional<std::string_view> value);
  void begin_collection(NodeKind kind, const Event& event, bool flow);
  void end_collection();
  /// YAML broke off: what is open is closed where it stands.
  void break_off();

  /// Behind the last byte that was understood.
  [[nodiscard]] Offset cursor() const { return frames_.empty() ? document_cursor_ : frames_.back().cursor; }
  [[nodiscard]] const Node* last_scalar() const { return last_scalar_; }
  /// The innermost bracket or brace that is still open.
  [[nodiscard]] const Node* open_flow() const;
  [[nodiscard]] bool inside_block_mapping() const { return inside_mapping() && !frames_.back().node->flow; }
  /// Inside a block mapping that is an entry of a block list.
  [[nodiscard]] bool inside_list_entry() const {
    return inside_block_mapping() && frames_.size() > 1 && frames_[frames_.size() - 2].node->kind == NodeKind::sequence;
  }
  [[nodiscard]] bool inside_mapping() const { return !frames_.empty() && frames_.back().node->kind == NodeKind::mapping; }

 private:
  struct Frame {
    Node* node = nullptr;
    const Node* pending_key = nullptr;
    Offset cursor = 0;
    std::size_t anchor = 0;
  };
  struct Anchor {
    const Node* node = nullptr;
    std::string name;
    bool open = false;  ///< still being read: an alias to it would never end
  };

  Node& add(NodeKind kind, Span span);
  void remember(std::size_t anchor, const Node& node, bool open);
  void attach(Node& node, Offset end);
  void grow(const Node& node, Offset end);
  void charge(std::uint32_t weight, Span place);
  [[nodiscard]] bool expects_value() const { return !frames_.empty() && frames_.back().pending_key != nullptr; }
  [[nodiscard]] bool is_list_entry() const { return frames_.empty() || frames_.back().node->kind == NodeKind::sequence; }
  [[nodiscard]] Offset empty_place(Offset at) const;
  [[nodiscard]] bool lacks_colon() const;
  [[nodiscard]] Offset collection_end(const Node& node, Offset cursor) const;
  void finish(Frame& frame);
  void merge(Node& mapping);
  void merge_from(Node& mapping, const Node& source, Span place, std::vector<Entry>& merged);

  std::string_view source_;
  YamlFile& out_;
  Notes& notes_;
  std::vector<Frame> frames_;
  std::vector<Anchor> anchors_;
  std::string anchor_name_;
  const Node* last_scalar_ = nullptr;
  Offset document_cursor_ = 0;
  std::uint32_t alias_weight_ = 0;
  bool in_document_ = false;
};

}  // namespace engagelint::yaml
