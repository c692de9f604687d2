// `engagelint route`: the way of a member's question to a human being, of one policy or of several that hold together.
#include <ostream>

#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "permission/route.hpp"
#include "render/route.hpp"

namespace engagelint {
namespace {

std::string drawn(const RouteReport& report, const Context& context) {
  const Options& options = context.options;
  switch (options.format) {
    case Format::json: return route_json(report);
    case Format::svg: return route_svg(report);
    case Format::html: return route_html(report);
    default: return route_text(report, {paints(context), context.around.width});
  }
}

}  // namespace

int show_route(const Context& context) {
  const PolicySet set = read_policy_set(context, context.options.paths);
  if (set.status != 0) return set.status;
  const Route now = read_route(set.now);
  RouteReport report{.path = names_of(set), .title = {}, .now = &now, .before = nullptr};
  if (!set.now.empty() && set.now.front().policy->title) report.title = set.now.front().policy->title->value;
  Route then;
  if (set.what_if()) {
    then = read_route(set.then);
    report.now = &then;
    report.before = &now;
  }
  return write_out(context, drawn(report, context));
}

}  // namespace engagelint
