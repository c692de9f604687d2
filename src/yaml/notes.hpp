// notes: where a reader of one file writes down what it noticed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "finding/finding.hpp"

namespace engagelint {

class Notes {
 public:
  Notes(const SourceFile& file, std::vector<Notice>& to) : file_(file), to_(to) {}

  void add(NoticeKind kind, Span span, std::string message, std::string hint = {}, bool fatal = false) {
    to_.push_back({kind, std::string(file_.path()), &file_, span, std::move(message), std::move(hint), fatal});
  }
  [[nodiscard]] const SourceFile& file() const { return file_; }

 private:
  const SourceFile& file_;
  std::vector<Notice>& to_;
};

/// A word of the file or of the format inside a message: one line, long ones cut.
[[nodiscard]] inline std::string shortened(std::string_view word, std::size_t longest = 60) {
  const bool cut = word.size() > longest;
  while (cut && longest > 0 && (static_cast<unsigned char>(word[longest]) & 0xC0U) == 0x80U) --longest;
  std::string out(word.substr(0, longest));
  for (char& c : out) c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  return cut ? out + " \u2026" : out;
}
[[nodiscard]] inline std::string quoted(std::string_view word) { return "`" + shortened(word) + "`"; }

/// "did you mean `word`?", or nothing.
[[nodiscard]] inline std::string did_you_mean(std::string_view word) {
  return word.empty() ? std::string() : "did you mean " + quoted(word) + "?";
}

}  // namespace engagelint
