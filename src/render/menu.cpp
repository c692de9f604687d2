// A route as rows of a phone menu: what is pressed, what is heard, where it ends.
#include <map>

#include "permission/explain.hpp"
#include "render/layout.hpp"
#include "render/route.hpp"

namespace engagelint::render {
namespace {

std::string in_case(const RouteStep& step, const std::string& words) {
  return step.when.empty() ? words : step.when + ": " + words;
}

std::string answer_words(const RouteStep& step, Ending ends) {
  std::string words;
  switch (ends) {
    case Ending::person: words = step.who + " answers"; break;
    case Ending::team: words = step.who + " answers, no person by name"; break;
    default: words = "it ends at " + step.who + ", which is no person"; break;
  }
  if (step.hours > 0) words += " within " + duration(step.hours);
  return in_case(step, words);
}

std::string no_answer(const RouteStep& step) {
  if (step.who.starts_with("nobody")) return in_case(step, step.who);
  return step.when.empty() ? "no answer: " + step.who : step.when + ": no answer, " + step.who;
}

std::string words_of(const RouteStep& step, Ending ends) {
  switch (step.kind) {
    case StepKind::ask: return step.who;
    case StepKind::handoff: return in_case(step, "on to " + step.who);
    case StepKind::approval: {
      std::string words = "wait for an approval" + (step.who.empty() ? "" : " by " + step.who);
      return step.hours > 0 ? words + ", " + duration(step.hours) : words;
    }
    case StepKind::wait: return "wait " + duration(step.hours);
    case StepKind::answer: return answer_words(step, ends);
    case StepKind::dead_end: return no_answer(step);
  }
  return step.who;
}

std::string where_of(const RouteStep& step, bool several) {
  if (step.at.file == nullptr || step.at.span.empty()) return step.clause;
  const std::string line = (several ? std::string(step.at.file->path()) + " " : "") + "line " +
                           std::to_string(step.at.file->locate(step.at.span.begin, ColumnUnit::code_point).line);
  return step.clause.empty() ? line : step.clause + ", " + line;
}

/// A tree of what ways share from their start.
struct Node {
  MenuRow row;
  std::vector<Node> children;
};

void add(std::vector<Node>& level, const Way& way, std::size_t at, bool several) {
  if (at >= way.steps.size()) return;
  const RouteStep& step = way.steps[at];
  const std::string words = printable(words_of(step, way.ends));
  // Ways stand next to those they share a start with.
  if (level.empty() || level.back().row.words != words || level.back().row.kind != step.kind) {
    Node node;
    node.row.kind = step.kind;
    node.row.words = words;
    node.row.where = printable(where_of(step, several));
    node.row.ends = way.ends;
    level.push_back(std::move(node));
  }
  add(level.back().children, way, at + 1, several);
}

/// What a stop offers, without who answers there: two people who can do the same offer the same.
std::string shape(const std::vector<Node>& level, bool first) {
  std::string out;
  for (const Node& node : level) {
    const bool own = first && node.row.kind == StepKind::answer;
    out += "(" + (own ? "own answer" + std::to_string(static_cast<int>(node.row.ends)) : node.row.words) +
           shape(node.children, first && node.row.kind == StepKind::approval) + ")";
  }
  return out;
}

bool of_several_files(const Route& route) {
  const SourceFile* first = nullptr;
  for (const Way& way : route.ways) {
    for (const RouteStep& step : way.steps) {
      if (first == nullptr) first = step.at.file;
      if (step.at.file != nullptr && step.at.file != first) return true;
    }
  }
  return false;
}

class Rows {
 public:
  std::vector<MenuRow> of(const Route& route) {
    std::vector<Node> entries;
    const bool several = of_several_files(route);
    for (const Way& way : route.ways) add(entries, way, 0, several);
    std::map<std::string, std::string> known;
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string key = std::to_string(i + 1);
      const std::size_t at = push(entries[i].row, key, 0, rows_.size());
      const std::string offered = shape(entries[i].children, true);
      const auto [same, fresh] = known.try_emplace(offered, key);
      if (fresh || entries[i].children.size() < 2) {
        level(entries[i].children, 1, at);
      } else {
        MenuRow row = entries[i].children.front().row;
        row.words = "the same choices as " + same->second;
        row.where.clear();
        row.kind = StepKind::ask;
        push(row, "", 1, at);
      }
    }
    return std::move(rows_);
  }

 private:
  std::size_t push(MenuRow row, const std::string& key, std::size_t depth, std::size_t parent) {
    row.key = key;
    row.depth = depth;
    row.parent = parent;
    rows_.push_back(std::move(row));
    return rows_.size() - 1;
  }

  void level(const std::vector<Node>& nodes, std::size_t depth, std::size_t parent) {
    std::size_t number = 0;
    for (const Node& node : nodes) {
      const std::string key = nodes.size() > 1 ? std::to_string(++number) : "";
      const std::size_t at = push(node.row, key, depth, parent);
      level(node.children, depth + 1, at);
    }
  }

  std::vector<MenuRow> rows_;
};

std::string end_words(Ending ends) {
  switch (ends) {
    case Ending::person: return "ends at a person";
    case Ending::team: return "ends at a team";
    case Ending::generic: return "ends where there is no person";
    case Ending::dead_end: return "ends without an answer";
  }
  return "";
}

}  // namespace

std::vector<MenuRow> menu_of(const Route& route) { return Rows().of(route); }

std::string figures_of(const Way& way) {
  std::string out = count(way.handoffs, "hand-off") + ", " + count(way.approvals, "approval");
  if (way.delay > 0) out += ", " + duration(way.delay) + " of waiting";
  return out + "; " + end_words(way.ends);
}

std::string told(const Way& way) {
  std::string out;
  for (const RouteStep& step : way.steps) out += (out.empty() ? "" : " → ") + printable(words_of(step, way.ends));
  return out;
}

}  // namespace engagelint::render
