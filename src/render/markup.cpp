#include "render/markup.hpp"

#include "render/layout.hpp"

namespace engagelint::render {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string_view palette() {
  return ":root{--page:#ffffff;--ink:#1b1f24;--faint:#57606a;--line:#8c959f;--card:#f3f5f7;"
         "--person:#006b4f;--team:#0b5cad;--generic:#8f5600;--dead:#a3260f}"
         "@media(prefers-color-scheme:dark){:root{--page:#14171a;--ink:#e8eaed;--faint:#a5adb6;--line:#6b7580;--card:#22272c;"
         "--person:#4fd1a5;--team:#7fb9f5;--generic:#f0b34e;--dead:#ff8f73}}";
}

}  // namespace engagelint::render
