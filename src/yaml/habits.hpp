// habits: what a person types and YAML reads otherwise, without a word. Each is a notice with a plain hint.
#pragma once

#include <string_view>

#include "yaml/notes.hpp"
#include "yaml/yaml.hpp"

namespace engagelint::yaml {

/// An empty value at `at`, behind its colon or dash: `to: #members`.
void note_commented_value(std::string_view source, Offset at, Notes& notes);
/// A value of any style; `alone`: it is an entry of a list or the whole document.
void note_scalar(std::string_view source, const Node& node, bool alone, Notes& notes);
/// `!important` is a tag to YAML.
void note_tag(std::string_view source, Offset at, std::string_view tag, Notes& notes);
/// A line among keys that is none.
void note_missing_colon(const Node& line, Notes& notes);
/// A key that stands twice; the first is the one that `find` returns.
void note_duplicate_keys(const Node& mapping, Notes& notes);

/// `id:1`: the word before the colon, where a blank is missing behind it and it plausibly was a key.
[[nodiscard]] std::string_view unspaced_key(std::string_view text);
/// A line that begins like `key: …` or `- key: …`.
[[nodiscard]] bool looks_like_entry(std::string_view line);

}  // namespace engagelint::yaml
