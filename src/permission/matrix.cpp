#include "permission/matrix.hpp"

#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "permission/effect.hpp"
#include "permission/explain.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;

void add(std::vector<std::string>& to, std::string word) {
  if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(std::move(word));
}

/// Whether some effect names this kind of people as those who act.
bool names_actor(std::span<const Effect> effects, Concept kind) {
  const auto same = [kind](const Who& who) { return who.person.empty() && who.kind == kind; };
  return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
    return std::any_of(effect.who.begin(), effect.who.end(), same) ||
           std::any_of(effect.not_who.begin(), effect.not_who.end(), same);
  });
}

bool names_audience(std::span<const Effect> effects, Concept kind) {
  return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
    const auto same = [&](const Audience& to) { return to.kind == kind; };
    return effect.limit == Ground::none && std::any_of(effect.to.begin(), effect.to.end(), same);
  });
}

bool names_account(std::span<const Effect> effects, Concept kind) {
  return std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
    return std::any_of(effect.on.begin(), effect.on.end(), [&](Concept on) { return is_a(on, kind); });
  });
}

/// As people write it: "linkedin" is LinkedIn.
std::string spelled(const std::string& network) {
  for (const std::string_view known : {"Twitter", "Facebook", "Instagram", "LinkedIn", "TikTok", "YouTube", "WhatsApp"}) {
    if (plain(known) == network) return std::string(known);
  }
  std::string out = network;
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

void fill_people(std::span<const PolicyReading> policies, std::span<const Effect> effects, std::vector<std::string>& who) {
  who = {"staff"};
  constexpr std::pair<std::string_view, Concept> kinds[] = {
      {"volunteers", c::volunteers_}, {"managers", c::managers_}, {"communications", c::communications_},
      {"executives", c::executives_}, {"board", c::board_},       {"contractors", c::contractors_}};
  for (const auto& [word, kind] : kinds) {
    if (names_actor(effects, kind)) who.emplace_back(word);
  }
  for (const PolicyReading& one : policies) {
    for (const Person& person : one.policy->people) {
      if (!person.name) continue;
      const std::string name = plain(person.name->value);
      const bool named = std::any_of(effects.begin(), effects.end(), [&](const Effect& effect) {
        const auto same = [&](const Who& each) { return each.person == name; };
        return std::any_of(effect.who.begin(), effect.who.end(), same) ||
               std::any_of(effect.not_who.begin(), effect.not_who.end(), same);
      });
      if (named) add(who, person.name->value);
    }
  }
}

std::string own_word(std::span<const PolicyReading> policies) {
  for (const PolicyReading& one : policies) {
    if (one.policy->audience) return one.policy->audience->value;
  }
  return "members";
}

/// The people served, everywhere and at each place that is spoken of; then the other people that are.
std::vector<MatrixColumn> columns_for(std::span<const PolicyReading> policies, std::span<const Effect> effects,
                                      const MatrixWords& words) {
  std::vector<MatrixColumn> out;
  std::vector<std::string> to = words.to;
  std::vector<std::string> on = words.on;
  const bool own_to = !to.empty();
  if (!own_to) {
    to = {own_word(policies)};
    constexpr std::pair<std::string_view, Concept> kinds[] = {
        {"public", c::public_}, {"journalists", c::press_}, {"minors", c::minors_}};
    for (const auto& [word, kind] : kinds) {
      if (names_audience(effects, kind)) to.emplace_back(word);
    }
  }
  if (on.empty()) {
    on = {""};
    if (names_account(effects, c::personal_account_)) on.emplace_back("personal");
    if (names_account(effects, c::official_account_)) on.emplace_back("official");
    for (const Effect& effect : effects) {
      for (const auto* networks : {&effect.networks, &effect.not_networks}) {
        for (const std::string& network : *networks) add(on, spelled(network));
      }
    }
  }
  for (const std::string& whom : to) {
    for (const std::string& where : on) {
      // Places are asked of the people served; of others, only as such.
      if (!own_to && words.on.empty() && whom != to.front() && !where.empty()) continue;
      out.push_back({whom, where});
    }
  }
  return out;
}

MatrixCell cell_of(const Decision& decision, const AskedQuestion& asked, std::span<const PolicyReading> policies) {
  MatrixCell cell;
  cell.answer = decision.answer;
  cell.discouraged = decision.discouraged;
  cell.question = in_words(asked.words);
  cell.because = because(decision, policies);
  for (const Reason& reason : decision.reasons) {
    if (reason.standing == Standing::decided) add(cell.clauses, clause_name(policies, reason));
  }
  return cell;
}

bool same_answers(const MatrixBlock& left, const MatrixBlock& right) {
  for (std::size_t i = 0; i < left.rows.size(); ++i) {
    for (std::size_t j = 0; j < left.rows[i].size(); ++j) {
      const MatrixCell& a = left.rows[i][j];
      const MatrixCell& b = right.rows[i][j];
      if (a.answer != b.answer || a.discouraged != b.discouraged || a.clauses != b.clauses || a.before != b.before) return false;
    }
  }
  return true;
}

}  // namespace

Matrix make_matrix(std::span<const PolicyReading> now, std::span<const PolicyReading> then, MatrixWords words) {
  Matrix matrix;
  matrix.what_if = !then.empty();
  const std::span<const PolicyReading> shown = matrix.what_if ? then : now;
  const Permissions before(now);
  const Permissions after(shown);
  for (const PolicyReading& one : now) {
    if (one.policy->title) matrix.title += (matrix.title.empty() ? "" : "; ") + one.policy->title->value;
  }
  std::vector<Effect> effects(before.effects().begin(), before.effects().end());
  if (matrix.what_if) effects.insert(effects.end(), after.effects().begin(), after.effects().end());
  // What one account is for makes no column.
  std::erase_if(effects, [](const Effect& effect) { return effect.account >= 0; });
  if (words.who.empty()) fill_people(shown, effects, words.who);
  if (words.actions.empty()) {
    for (std::size_t i = 0; i < action_count; ++i) words.actions.emplace_back(name_of(static_cast<Action>(i)));
  }
  matrix.actions = words.actions;
  matrix.columns = columns_for(shown, effects, words);
  for (const std::string& who : words.who) {
    MatrixBlock block;
    block.who = {who};
    for (const std::string& action : words.actions) {
      std::vector<MatrixCell> row;
      for (const MatrixColumn& column : matrix.columns) {
        const AskedQuestion asked = read_question(QuestionWords{who, action, column.to, column.on}, shown);
        if (asked.error) {
          Matrix failed;
          failed.error = asked.error;
          failed.hint = asked.hint;
          return failed;
        }
        row.push_back(cell_of(after.decide(asked.question), asked, shown));
        if (!matrix.what_if) continue;
        const Answer old = before.decide(asked.question).answer;
        if (old != row.back().answer) row.back().before = old;
      }
      block.rows.push_back(std::move(row));
    }
    const auto same = std::find_if(matrix.blocks.begin(), matrix.blocks.end(),
                                   [&](const MatrixBlock& other) { return same_answers(other, block); });
    if (same != matrix.blocks.end()) {
      same->who.push_back(who);
    } else {
      matrix.blocks.push_back(std::move(block));
    }
  }
  return matrix;
}

std::string_view short_word(Answer answer) {
  constexpr std::string_view words[] = {"yes", "ask first", "no", "silent", "both"};
  return words[static_cast<std::size_t>(answer)];
}

std::string_view symbol(Answer answer) {
  constexpr std::string_view symbols[] = {"✓", "◷", "✗", "·", "≠"};
  return symbols[static_cast<std::size_t>(answer)];
}

}  // namespace engagelint
