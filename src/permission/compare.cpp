#include "permission/compare.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "permission/clause_match.hpp"
#include "permission/explain.hpp"
#include "permission/matrix.hpp"

namespace engagelint {
namespace {

/// How little may be done: an act that both is and is not allowed is left undone, as a forbidden one.
int strictness(Answer answer) {
  switch (answer) {
    case Answer::permitted: return 0;
    case Answer::silent: return 1;
    case Answer::gated: return 2;
    case Answer::forbidden:
    case Answer::conflicting: break;
  }
  return 3;
}

ChangeKind kind_of(Answer after) {
  switch (after) {
    case Answer::permitted: return ChangeKind::freed;
    case Answer::gated: return ChangeKind::gated;
    case Answer::silent: return ChangeKind::silent;
    case Answer::forbidden:
    case Answer::conflicting: break;
  }
  return ChangeKind::forbidden;
}

/// Both answers alike: is it harder to get there than it was?
std::optional<Direction> within_answer(const Decision& before, const Decision& after) {
  if (before.answer == Answer::forbidden && before.discouraged != after.discouraged)
    return before.discouraged ? Direction::tightened : Direction::loosened;
  if (before.answer != Answer::gated) return std::nullopt;
  if (before.gates.size() != after.gates.size())
    return after.gates.size() > before.gates.size() ? Direction::tightened : Direction::loosened;
  if (before.delay_hours != after.delay_hours)
    return after.delay_hours > before.delay_hours ? Direction::tightened : Direction::loosened;
  const auto key = [](const Gate& gate) { return std::pair(gate.kind, gate.by); };
  const bool same = std::equal(before.gates.begin(), before.gates.end(), after.gates.begin(),
                               [&](const Gate& left, const Gate& right) { return key(left) == key(right); });
  return same ? std::nullopt : std::optional(Direction::neither);
}

void add_clause(std::vector<ChangedClause>& to, ChangedClause clause) {
  if (std::find(to.begin(), to.end(), clause) == to.end()) to.push_back(std::move(clause));
}

std::vector<ChangedClause> deciding(const Decision& decision, std::span<const PolicyReading> policies) {
  std::vector<ChangedClause> out;
  for (const Reason& reason : decision.reasons) {
    if (reason.standing != Standing::decided) continue;
    const PolicyReading& policy = policies[reason.policy];
    const Support said = support_of(policy, reason);
    add_clause(out, {said.name, policy.policy->file, said.span, said.reading});
  }
  return out;
}

class Comparer {
 public:
  Comparer(std::span<const PolicyReading> before, std::span<const PolicyReading> after) : before_(before), after_(after) {}

  Comparison run() {
    ask();
    join();
    match_clauses();
    sort();
    for (const Change& change : out_.changes) {
      out_.tightened += change.direction == Direction::tightened ? 1 : 0;
      out_.loosened += change.direction == Direction::loosened ? 1 : 0;
    }
    return std::move(out_);
  }

 private:
  /// Every question that either version speaks of, to both.
  void ask() {
    if (before_.empty() || after_.empty()) return;
    const Permissions old_rules(before_);
    const Permissions new_rules(after_);
    const Matrix grid = make_matrix(before_, after_, {});
    std::vector<std::string> people;
    for (const MatrixBlock& block : grid.blocks) people.insert(people.end(), block.who.begin(), block.who.end());
    std::vector<MatrixColumn> columns{{"", ""}};
    for (const MatrixColumn& column : grid.columns) {
      columns.push_back(column);
      if (!column.on.empty()) columns.push_back({"", column.on});
    }
    for (const std::string& who : people) {
      for (const std::string& action : grid.actions) {
        for (const MatrixColumn& column : columns) {
          const AskedQuestion asked = read_question(QuestionWords{who, action, column.to, column.on}, after_);
          if (asked.error) continue;
          note({who, action, column.to, column.on}, old_rules.decide(asked.question), new_rules.decide(asked.question));
        }
      }
    }
  }

  void note(const QuestionWords& words, const Decision& before, const Decision& after) {
    Direction direction = Direction::neither;
    if (strictness(before.answer) != strictness(after.answer)) {
      direction = strictness(after.answer) > strictness(before.answer) ? Direction::tightened : Direction::loosened;
    } else if (const std::optional<Direction> inner = within_answer(before, after)) {
      direction = *inner;
    } else {
      return;
    }
    Change change;
    change.kind = kind_of(after.answer);
    change.direction = direction;
    change.who = words.who;
    change.action = words.action;
    change.to = words.to;
    change.on = words.on;
    change.before = before.answer;
    change.after = after.answer;
    change.was = answer_words(before);
    change.is = answer_words(after);
    change.old_clauses = deciding(before, before_);
    change.new_clauses = deciding(after, after_);
    found_.push_back(std::move(change));
  }

  static bool holds(const std::string& wide, const std::string& narrow) { return wide.empty() || wide == narrow; }

  /// What is said of the wider question need not be said of the narrower one.
  static bool covers(const Change& wide, const Change& narrow) {
    if (&wide == &narrow || wide.kind != narrow.kind || wide.direction != narrow.direction || wide.before != narrow.before)
      return false;
    const bool inside = narrow.action != "identify" && narrow.action != "open-account";
    const bool action = wide.action == narrow.action || (wide.action == "engage" && inside);
    const bool people = wide.who == narrow.who || wide.who == "staff";
    return action && people && holds(wide.to, narrow.to) && holds(wide.on, narrow.on);
  }

  /// "Anyone" beside the members whom the policy is about: what was not spoken of before is no news where it was for them.
  static bool adds_only_strangers(const Change& wide, const Change& narrow) {
    if (&wide == &narrow || wide.kind != narrow.kind || wide.direction != narrow.direction) return false;
    const bool same = wide.who == narrow.who && wide.action == narrow.action && wide.on == narrow.on;
    return same && wide.to.empty() && !narrow.to.empty() && wide.before == Answer::silent && narrow.before != Answer::silent;
  }

  void join() {
    std::vector<Change> news;
    for (const Change& each : found_) {
      const bool strangers =
          std::any_of(found_.begin(), found_.end(), [&](const Change& other) { return adds_only_strangers(each, other); });
      if (!strangers) news.push_back(each);
    }
    found_ = std::move(news);
    for (const Change& each : found_) {
      const bool told = std::any_of(found_.begin(), found_.end(), [&](const Change& other) { return covers(other, each); });
      if (!told) out_.changes.push_back(each);
    }
    for (Change& kept : out_.changes) {
      for (const Change& each : found_) {
        if (!covers(kept, each) || same_question(kept, each)) continue;
        for (const ChangedClause& clause : each.old_clauses) add_clause(kept.old_clauses, clause);
        for (const ChangedClause& clause : each.new_clauses) add_clause(kept.new_clauses, clause);
      }
    }
  }

  static bool same_question(const Change& left, const Change& right) {
    return std::tie(left.who, left.action, left.to, left.on) == std::tie(right.who, right.action, right.to, right.on);
  }

  bool mentioned(const std::string& id, bool old) const {
    return std::any_of(out_.changes.begin(), out_.changes.end(), [&](const Change& change) {
      const std::vector<ChangedClause>& clauses = old ? change.old_clauses : change.new_clauses;
      return std::any_of(clauses.begin(), clauses.end(),
                         [&](const ChangedClause& clause) { return clause.clause == id || clause.clause.starts_with(id + "/"); });
    });
  }

  void match_clauses() {
    using namespace compare_parts;
    const std::vector<ClauseText> old = texts_of(before_);
    const std::vector<ClauseText> now = texts_of(after_);
    const Matching matching = match(old, now);
    std::vector<Change> quiet;
    const auto add = [&](ChangeKind kind, const Pair& pair) {
      Change change;
      change.kind = kind;
      change.old_clauses = {changed(old[pair.before])};
      change.new_clauses = {changed(now[pair.after])};
      quiet.push_back(std::move(change));
    };
    for (const Pair& pair : matching.pairs) {
      const std::string& old_id = old[pair.before].clause->id;
      const std::string& new_id = now[pair.after].clause->id;
      out_.same.emplace_back(old_id, new_id);
      if (!pair.same_words && !mentioned(old_id, true) && !mentioned(new_id, false)) add(ChangeKind::reworded, pair);
      if (pair.moved) add(ChangeKind::moved, pair);
    }
    for (const std::size_t i : matching.removed) {
      if (!mentioned(old[i].clause->id, true)) out_.removed.push_back(changed(old[i]));
    }
    for (const std::size_t j : matching.added) {
      if (!mentioned(now[j].clause->id, false)) out_.added.push_back(changed(now[j]));
    }
    out_.changes.insert(out_.changes.end(), quiet.begin(), quiet.end());
  }

  void sort() {
    const auto place = [](const Change& change) {
      const auto& clauses = change.new_clauses.empty() ? change.old_clauses : change.new_clauses;
      return clauses.empty() ? Offset{0} : clauses.front().span.begin;
    };
    std::stable_sort(out_.changes.begin(), out_.changes.end(), [&](const Change& left, const Change& right) {
      return std::pair(left.kind, place(left)) < std::pair(right.kind, place(right));
    });
  }

  std::span<const PolicyReading> before_, after_;
  std::vector<Change> found_;
  Comparison out_;
};

}  // namespace

std::string_view name_of(ChangeKind kind) {
  constexpr std::string_view names[] = {"forbidden", "gated", "freed", "silent", "reworded", "moved"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Direction direction) {
  constexpr std::string_view names[] = {"tightened", "loosened", "neither"};
  return names[static_cast<std::size_t>(direction)];
}

std::string answer_words(const Decision& decision) {
  switch (decision.answer) {
    case Answer::permitted: return "yes";
    case Answer::gated: {
      std::string out = "only after " + (decision.gates.empty() ? std::string("a wait") : in_words(decision.gates));
      if (decision.delay_hours > 0) out += ", which takes " + duration(decision.delay_hours);
      return out;
    }
    case Answer::forbidden: return decision.discouraged ? "no, it is advised against" : "no";
    case Answer::silent: return "not spoken of";
    case Answer::conflicting: break;
  }
  return "both yes and no";
}

Comparison compare(std::span<const PolicyReading> before, std::span<const PolicyReading> after) {
  return Comparer(before, after).run();
}

}  // namespace engagelint
