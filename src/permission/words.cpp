// Words as they are compared.
#include <algorithm>
#include <array>

#include "permission/effect.hpp"

namespace engagelint {
namespace {

/// How a character is compared: small, blanks alike.
constexpr std::array<char, 256> folded = [] {
  std::array<char, 256> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char>(i);
  for (char ch = 'A'; ch <= 'Z'; ++ch) out[static_cast<unsigned char>(ch)] = static_cast<char>(ch - 'A' + 'a');
  for (const char blank : {'\n', '\t', '\r'}) out[static_cast<unsigned char>(blank)] = ' ';
  return out;
}();

/// Writes the plain words, which are no longer than what they are made from; returns how many bytes they take.
std::size_t write_plain(std::string_view words, char* to) {
  char* out = to;
  for (const char each : words) {
    const char ch = folded[static_cast<unsigned char>(each)];
    if (ch == ' ' && (out == to || out[-1] == ' ')) continue;
    *out++ = ch;
  }
  if (out != to && out[-1] == ' ') --out;
  return static_cast<std::size_t>(out - to);
}

}  // namespace

std::string plain(std::string_view words) {
  std::string out(words.size(), '\0');
  out.resize(write_plain(words, out.data()));
  return out;
}

bool says_any(std::string_view words, std::initializer_list<std::string_view> parts) {
  // Asked many times of each norm: words of ordinary length are not worth an allocation.
  std::array<char, 512> space;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::string longer;
  if (words.size() > space.size()) longer.resize(words.size());
  char* out = longer.empty() ? space.data() : longer.data();
  const std::string_view text{out, write_plain(words, out)};
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

std::string singular(std::string_view words) {
  std::string out = plain(words);
  if (out.ends_with("'s")) out.resize(out.size() - 2);
  if (out.size() > 4 && out.ends_with("ies")) return out.substr(0, out.size() - 3) + "y";
  if (out.size() > 3 && out.back() == 's' && !out.ends_with("ss")) out.pop_back();
  return out;
}

std::string network_name(std::string_view words) {
  std::string out = plain(words);
  if (out.starts_with("on ")) out.erase(0, 3);
  return out == "x" ? "twitter" : out;
}

}  // namespace engagelint
