// One policy written in another way: another YAML style, line width, spelling or kind of quotes. What it says stays the same.
#pragma once

#include <functional>
#include <string>

namespace engagelint::domain {

enum class Style : std::uint8_t { plain, single_quoted, double_quoted, escaped, folded, literal };

struct Manner {
  std::string name;
  Style style = Style::plain;
  std::size_t width = 10000;                               ///< prose is wrapped before it
  std::function<std::string(const std::string&)> words{};  ///< what is done to prose beforehand
};

/// The policy's YAML in that manner. Only prose changes its style: clause texts, titles and items.
[[nodiscard]] std::string restyle(const std::string& yaml, const Manner& manner);

/// organisation for organization, and the like, in every word that the table knows.
[[nodiscard]] std::string british(const std::string& text);
[[nodiscard]] std::string american(const std::string& text);
/// Straight quotes and apostrophes for curly ones, and back.
[[nodiscard]] std::string curly(const std::string& text);
[[nodiscard]] std::string straight(const std::string& text);

}  // namespace engagelint::domain
