#include "yaml/prescan.hpp"

#include <algorithm>
#include <array>

#include "source/utf8.hpp"

namespace engagelint::yaml {

namespace {

// Byte offsets have 32 bits; a policy of this size is a mistake long before.
constexpr std::size_t largest_file = std::size_t{1} << 30U;

/// A byte-order mark, or the zero bytes that ASCII has in UTF-16.
bool is_utf16(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  if (text.size() < 4) return false;
  const std::array<bool, 4> zero{text[0] == '\0', text[1] == '\0', text[2] == '\0', text[3] == '\0'};
  return zero == std::array{false, true, false, true} || zero == std::array{true, false, true, false};
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

/// Curly quotes and dashes of the old Windows encoding stand alone, which UTF-8 never has.
bool looks_like_windows_1252(std::string_view text, Span bad) {
  const auto byte = static_cast<unsigned char>(text[bad.begin]);
  return byte >= 0x80 && bad.end - bad.begin == 1;
}

void hide_controls(Notes& notes, std::string& clean) {
  const std::string_view text = notes.file().text();
  std::size_t first = std::string_view::npos, first_return = std::string_view::npos, count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (static_cast<unsigned char>(text[at]) >= 0x20) continue;
    const bool lone_return = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    if (!lone_return && !is_control(text[at])) continue;
    if (clean.empty()) clean = text;
    clean[at] = lone_return ? '\n' : ' ';
    if (lone_return) {
      first_return = std::min(first_return, at);
    } else {
      first = std::min(first, at);
      ++count;
    }
  }
  const auto at = [](std::size_t place) { return Span{static_cast<Offset>(place), static_cast<Offset>(place + 1)}; };
  if (first != std::string_view::npos) {
    const std::string many =
        count == 1 ? "a control byte stands here" : std::to_string(count) + " control bytes stand in the file, the first here";
    notes.add(NoticeKind::bad_yaml, at(first), many, "remove it; it is read as a blank");
  }
  if (first_return != std::string_view::npos) {
    notes.add(NoticeKind::bad_yaml, at(first_return), "a carriage return stands alone; it is read as the end of a line",
              "save the file with ordinary line ends");
  }
}

}  // namespace

bool prescan(Notes& notes, std::string& clean) {
  const std::string_view text = notes.file().text();
  if (text.size() > largest_file) {
    notes.add(NoticeKind::limit, {0, 0}, "the file is larger than 1 GiB", "split it", true);
    return false;
  }
  if (is_utf16(text)) {
    notes.add(NoticeKind::unreadable_file, {0, 2}, "the file is written in UTF-16", "save it as UTF-8", true);
    return false;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    const auto at = static_cast<Offset>(nul);
    notes.add(NoticeKind::bad_yaml, {at, at + 1}, "the file holds a NUL byte: it is not text", "is it the right file?", true);
    return false;
  }
  if (const std::optional<Span> bad = first_bad_utf8(text)) {
    notes.add(NoticeKind::unreadable_file, *bad, "these bytes are not UTF-8",
              looks_like_windows_1252(text, *bad) ? "the file looks like Windows-1252 or Latin-1; save it as UTF-8"
                                                  : "save the file as UTF-8",
              true);
    return false;
  }
  hide_controls(notes, clean);
  return true;
}

}  // namespace engagelint::yaml
