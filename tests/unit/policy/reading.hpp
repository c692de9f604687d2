// Reads one policy for a test and keeps everything that it points into.
#pragma once

#include <string>

#include "policy/read_policy.hpp"

namespace engagelint::test {

struct Read {
  SourceFile file;
  PolicyFile policies;
  explicit Read(std::string text) : file("a.yaml", std::move(text)), policies(read_policy(file)) {}
  [[nodiscard]] const PolicyDocument& policy(std::size_t at = 0) const { return policies.policies.at(at); }
  [[nodiscard]] std::string_view bytes(Span span) const { return file.text(span); }
  [[nodiscard]] const Clause& clause(std::size_t at) const { return policy().clauses.at(at); }
  /// "line:column kind message | hint [bytes]", one line each.
  [[nodiscard]] std::string notices() const {
    std::string out;
    for (const Notice& notice : policies.notices) {
      const LineColumn at = file.locate(notice.span->begin, ColumnUnit::code_point);
      out += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(name_of(notice.kind)) + " " +
             notice.message + " | " + notice.hint + " [" + std::string(bytes(*notice.span)) + "]\n";
    }
    return out;
  }
};

inline const std::string head = "social-media-policy: 1\ntitle: t\n";

}  // namespace engagelint::test
