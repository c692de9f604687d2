#include "rule/template.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rule/rule.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

constexpr std::array<std::string_view, 46> names{
    "actor",    "others",  "act",     "object",  "topic",        "audience",   "channel", "target", "instrument", "time",
    "approver", "ground",  "quality", "purpose", "condition",    "exception",  "delay",   "within", "quantity",   "approvals",
    "quote",    "person",  "contact", "starter", "spokesperson", "trainer",    "role",    "date",   "ratio",      "organization",
    "account",  "handle",  "network", "holder",  "writer",       "successor",  "entry",   "name",   "value",      "clause",
    "field",    "reached", "taken",   "there",   "restrictions", "permissions"};

/// One piece of a template: literal text, or a slot.
struct Piece {
  bool slot = false;
  bool closed = true;
  std::string_view text;  // of a literal
  std::string_view name, fallback;
  bool has_fallback = false;
  std::size_t begin = 0, end = 0;
};

/// Reads the piece that begins at `at`; `end` of it is where the next begins.
Piece piece_at(std::string_view text, std::size_t at) {
  Piece piece;
  piece.begin = at;
  if (text[at] != '{') {
    piece.end = std::min(text.find('{', at), text.size());
    piece.text = text.substr(at, piece.end - at);
    return piece;
  }
  if (text.substr(at, 2) == "{{") {
    piece.end = at + 2;
    piece.text = text.substr(at, 1);
    return piece;
  }
  piece.slot = true;
  const std::size_t close = text.find('}', at);
  piece.closed = close != std::string_view::npos;
  piece.end = piece.closed ? close + 1 : text.size();
  const std::string_view inside = text.substr(at + 1, piece.end - at - (piece.closed ? 2U : 1U));
  const std::size_t bar = inside.find('|');
  piece.name = inside.substr(0, bar);
  piece.has_fallback = bar != std::string_view::npos;
  if (piece.has_fallback) piece.fallback = inside.substr(bar + 1);
  return piece;
}

}  // namespace

std::span<const std::string_view> template_names() { return names; }

std::vector<expr::Problem> check_template(std::string_view text) {
  std::vector<expr::Problem> problems;
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    at = piece.end;
    if (!piece.slot) continue;
    const auto begin = static_cast<Offset>(piece.begin);
    if (!piece.closed) {
      problems.push_back({{begin, begin + 1}, "`{` without `}`", "write `{{` for a brace"});
      break;
    }
    if (std::find(names.begin(), names.end(), piece.name) != names.end()) continue;
    const std::string_view meant = nearest(piece.name, names);
    const Span place{begin + 1, static_cast<Offset>(begin + 1 + piece.name.size())};
    problems.push_back({place.empty() ? Span{begin, static_cast<Offset>(piece.end)} : place,
                        fmt::format("unknown name `{}` in a template", piece.name),
                        meant.empty() ? "docs/rule-format.md lists the names" : fmt::format("did you mean `{}`?", meant)});
  }
  return problems;
}

std::string fill(std::string_view text, const std::vector<std::pair<std::string_view, std::string>>& values) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    at = piece.end;
    if (!piece.slot) {
      out += piece.text;
      continue;
    }
    const auto known = std::find_if(values.begin(), values.end(), [&](const auto& value) { return value.first == piece.name; });
    if (known != values.end() && !known->second.empty()) {
      out += known->second;
    } else if (piece.has_fallback) {
      out += piece.fallback;
    } else {
      // A gap that the policy cannot fill stays visible.
      out += fmt::format("[{}]", piece.name);
    }
  }
  return out;
}

}  // namespace engagelint
