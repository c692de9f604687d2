#include "source/utf8.hpp"

#include <cstring>

namespace engagelint {

namespace {

struct Lead {
  std::size_t more = 0;                   ///< continuation bytes
  unsigned char low = 0x80, high = 0xBF;  ///< range of the first of them
};

std::optional<Lead> lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return Lead{1, 0x80, 0xBF};
  if (byte == 0xE0) return Lead{2, 0xA0, 0xBF};
  if (byte == 0xED) return Lead{2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return Lead{2, 0x80, 0xBF};
  if (byte == 0xF0) return Lead{3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return Lead{3, 0x80, 0xBF};
  if (byte == 0xF4) return Lead{3, 0x80, 0x8F};
  return std::nullopt;
}

std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  while (at + 8 <= bytes.size()) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & high_bits) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::optional<Span> first_bad_utf8(std::string_view bytes) {
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const std::optional<Lead> lead = lead_of(static_cast<unsigned char>(bytes[at]));
    std::size_t good = 1;
    bool whole = lead.has_value();
    while (whole && good <= lead->more) {
      const unsigned char byte = at + good < bytes.size() ? static_cast<unsigned char>(bytes[at + good]) : 0;
      whole = good == 1 ? byte >= lead->low && byte <= lead->high : (byte & 0xC0U) == 0x80U;
      if (whole) ++good;
    }
    if (!whole) return Span{static_cast<Offset>(at), static_cast<Offset>(at + good)};
    at += good;
  }
  return std::nullopt;
}

std::size_t bom_length(std::string_view bytes) { return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

void append_utf8(std::string& to, char32_t code_point) {
  const auto byte = [&to](char32_t value) { to.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  if (code_point < 0x80) {
    byte(code_point);
  } else if (code_point < 0x800) {
    byte(0xC0U | (code_point >> 6U));
    byte(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    byte(0xE0U | (code_point >> 12U));
    byte(0x80U | ((code_point >> 6U) & 0x3FU));
    byte(0x80U | (code_point & 0x3FU));
  } else {
    byte(0xF0U | (code_point >> 18U));
    byte(0x80U | ((code_point >> 12U) & 0x3FU));
    byte(0x80U | ((code_point >> 6U) & 0x3FU));
    byte(0x80U | (code_point & 0x3FU));
  }
}

std::size_t character_length(std::string_view bytes, std::size_t at) {
  if (at >= bytes.size()) return 1;
  const std::optional<Lead> lead = lead_of(static_cast<unsigned char>(bytes[at]));
  if (!lead || at + lead->more >= bytes.size()) return 1;
  return lead->more + 1;
}

}  // namespace engagelint
