#include "source/source.hpp"

#include <algorithm>
#include <cstring>

#include "source/utf8.hpp"

namespace engagelint {

SourceFile::SourceFile(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {
  line_starts_.push_back(0);
  const char* const begin = text_.data();
  const char* const end = begin + text_.size();
  for (const char* at = begin; at != end;) {
    const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) break;
    at = static_cast<const char*>(found) + 1;
    line_starts_.push_back(static_cast<Offset>(at - begin));
  }
}

std::string_view SourceFile::text(Span span) const {
  const std::size_t begin = std::min<std::size_t>(span.begin, text_.size());
  const std::size_t end = std::clamp<std::size_t>(span.end, begin, text_.size());
  return std::string_view(text_).substr(begin, end - begin);
}

LineColumn SourceFile::locate(Offset offset, ColumnUnit unit) const {
  const Offset place = std::min(offset, static_cast<Offset>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), place);
  const auto line = static_cast<std::uint32_t>(after - line_starts_.begin());
  Offset from = line_starts_[line - 1];
  if (line == 1) from = std::min(place, static_cast<Offset>(bom_length(text_)));
  std::uint32_t column = 1;
  for (Offset at = from; at < place; ++at) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (unit == ColumnUnit::byte) {
      ++column;
    } else if ((byte & 0xC0U) != 0x80U) {
      column += unit == ColumnUnit::utf16 && byte >= 0xF0U ? 2 : 1;
    }
  }
  return {line, column};
}

Span SourceFile::line(std::uint32_t number) const {
  const auto size = static_cast<Offset>(text_.size());
  if (number == 0 || number > lines()) return {size, size};
  const Offset begin = line_starts_[number - 1];
  Offset end = number == lines() ? size : line_starts_[number] - 1;
  if (end > begin && text_[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace engagelint
