// keys: reads the values of known keys from one mapping; what does not fit is a notice and reads as absent.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"
#include "yaml/notes.hpp"
#include "yaml/yaml.hpp"

namespace engagelint {

using Words = std::span<const std::string_view>;

/// One mapping of the policy and what it is called in messages: "a clause", "the policy".
class Keys {
 public:
  Keys(const Node& mapping, std::string_view what, Notes& notes) : mapping_(mapping), what_(what), notes_(notes) {}

  /// Notes every key that is not known, with the nearest known one.
  void check(Words known) const;
  [[nodiscard]] const Entry* find(std::string_view key) const { return mapping_.find(key); }

  [[nodiscard]] std::optional<Text> text(std::string_view key) const;
  /// A text out of a closed list.
  [[nodiscard]] std::optional<Text> one_of(std::string_view key, Words allowed) const;
  /// YYYY-MM-DD.
  [[nodiscard]] std::optional<Text> date(std::string_view key) const;
  /// A text or a list of texts.
  [[nodiscard]] std::vector<Text> texts(std::string_view key) const;
  /// The items of a list; nothing where the key is absent or no list.
  [[nodiscard]] const Node* list(std::string_view key) const;

  [[nodiscard]] Notes& notes() const { return notes_; }
  [[nodiscard]] const Node& node() const { return mapping_; }

 private:
  const Node& mapping_;
  std::string_view what_;
  Notes& notes_;
};

/// A text where one is wanted, with a notice otherwise. `name`: as in "`title`" or "an entry of `list`".
[[nodiscard]] std::optional<Text> text_of(const Node& node, const std::string& name, Notes& notes);
/// `- Note: staff may …` is a mapping to YAML where a person meant a text; the whole of it, if it stands on one line.
[[nodiscard]] std::optional<Text> text_with_colon(const Node& node, Notes& notes);
/// Whether a day of the calendar is written as YYYY-MM-DD.
[[nodiscard]] bool is_date(std::string_view text);
/// "`may`, `must` or `should`".
[[nodiscard]] std::string listed(Words words);

}  // namespace engagelint
