// The way of a member's question as the phone menu that it is: text, SVG, a page; and JSON for everything else.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "permission/route.hpp"

namespace engagelint {

struct RouteTextOptions {
  bool color = false;
  std::size_t width = 100;
};

/// A route with the policy it was read from. `before` is set for a what-if: how it is today.
struct RouteReport {
  std::string path, title;
  const Route* now = nullptr;
  const Route* before = nullptr;
};

[[nodiscard]] std::string route_text(const RouteReport& report, const RouteTextOptions& options);
/// "engagelint/route/1": docs/commands/route.md.
[[nodiscard]] std::string route_json(const RouteReport& report);
/// A picture for light and dark, that explains itself; readable from 400 pixels on.
[[nodiscard]] std::string route_svg(const RouteReport& report);
/// One page without anything from elsewhere.
[[nodiscard]] std::string route_html(const RouteReport& report);

namespace render {

/// One line of the menu. Children stand behind their parent, one deeper.
struct MenuRow {
  std::size_t depth = 0;
  std::size_t parent = 0;  ///< index of the row above it in the tree; its own index for a first row
  std::string key;         ///< what to press: "2"; empty where there is no choice
  StepKind kind = StepKind::ask;
  Ending ends = Ending::dead_end;  ///< of rows that end a way
  std::string words;               ///< "if staff cannot help: on to the colleague who can help"
  std::string where;               ///< "2.4, line 81"; empty where no place says it
};
[[nodiscard]] std::vector<MenuRow> menu_of(const Route& route);

/// "1 hand-off, 2 approvals, 3 days of waiting; ends at a person".
[[nodiscard]] std::string figures_of(const Way& way);
/// "@ports, approval by Legal (2 days), Ana Costa answers".
[[nodiscard]] std::string told(const Way& way);

}  // namespace render
}  // namespace engagelint
