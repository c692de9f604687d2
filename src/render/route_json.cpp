#include <nlohmann/json.hpp>

#include "render/route.hpp"

namespace engagelint {
namespace {

using RouteJson = nlohmann::ordered_json;

RouteJson or_null(const std::string& text) { return text.empty() ? RouteJson(nullptr) : RouteJson(text); }

RouteJson hours_json(double hours) {
  if (hours <= 0) return 0;
  const auto whole = static_cast<long>(hours);
  return static_cast<double>(whole) == hours ? RouteJson(whole) : RouteJson(hours);
}

RouteJson range_json(const Spot& spot) {
  const auto place = [&](Offset offset) -> RouteJson {
    const LineColumn at = spot.file->locate(offset, ColumnUnit::code_point);
    return {{"line", at.line}, {"column", at.column}, {"offset", offset}};
  };
  return {{"start", place(spot.span.begin)}, {"end", place(spot.span.end)}};
}

RouteJson step_json(const RouteStep& step) {
  const bool placed = step.at.file != nullptr && !step.at.span.empty();
  RouteJson json{{"step", name_of(step.kind)}, {"who", or_null(step.who)}, {"when", or_null(step.when)}};
  if (step.kind == StepKind::approval || step.kind == StepKind::wait) json["delay"] = hours_json(step.hours);
  if (step.kind == StepKind::answer) json["within"] = step.hours > 0 ? hours_json(step.hours) : RouteJson(nullptr);
  json["clause"] = or_null(step.clause);
  json["path"] = placed ? RouteJson(step.at.file->path()) : RouteJson(nullptr);
  json["range"] = placed ? range_json(step.at) : RouteJson(nullptr);
  return json;
}

RouteJson way_json(const Way& way) {
  RouteJson steps = RouteJson::array();
  for (const RouteStep& step : way.steps) steps.push_back(step_json(step));
  return {{"handoffs", way.handoffs},
          {"approvals", way.approvals},
          {"delay", hours_json(way.delay)},
          {"ends", name_of(way.ends)},
          {"within", way.within > 0 ? hours_json(way.within) : RouteJson(nullptr)},
          {"told", render::told(way)},
          {"steps", std::move(steps)}};
}

}  // namespace

std::string route_json(const RouteReport& report) {
  RouteJson ways = RouteJson::array();
  for (const Way& way : report.now->ways) ways.push_back(way_json(way));
  RouteJson json{
      {"schema", "engagelint/route/1"},           {"path", report.path},     {"shortest", way_json(report.now->shortest)},
      {"longest", way_json(report.now->longest)}, {"ways", std::move(ways)}, {"more-ways", report.now->cut}};
  if (report.before != nullptr)
    json["before"] = {{"shortest", way_json(report.before->shortest)}, {"longest", way_json(report.before->longest)}};
  return json.dump(2, ' ', false, RouteJson::error_handler_t::replace) + '\n';
}

}  // namespace engagelint
