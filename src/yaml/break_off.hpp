// break_off: why YAML broke off, in plain words and at the place where a person would look.
#pragma once

#include <string>
#include <string_view>

#include "yaml/tree.hpp"

namespace engagelint::yaml {

struct BreakOff {
  NoticeKind kind = NoticeKind::bad_yaml;
  Span span;
  std::string message;
  std::string hint;
};

/// `words` and `at`: what the YAML library says and where. `tree`: what had been read by then.
[[nodiscard]] BreakOff explain(std::string_view words, Offset at, std::string_view source, const TreeBuilder& tree);

}  // namespace engagelint::yaml
