// The norms that reach a question -> one answer. docs/permissions.md says each step in words.
#include <algorithm>
#include <tuple>

#include "norm/concept_ids.hpp"
#include "permission/effect.hpp"

namespace engagelint {
namespace {

/// One effect while a question is decided.
struct Seen {
  const Effect* effect = nullptr;
  Ground overruled = Ground::none;  ///< why another goes before it
  bool clashes = false;             ///< a permission and a ban of equal specificity
};

class Court {
 public:
  Court(const Question& question, std::span<const PolicyReading> policies) : question_(question), policies_(policies) {}

  Decision judge(std::span<const Effect> effects) {
    for (const Effect& effect : effects) hear(effect);
    savings();
    weigh_permissions();
    weigh_gates();
    return sentence(effects);
  }

 private:
  using Kind = Effect::Kind;

  void hear(const Effect& effect) {
    if (effect.kind == Kind::latency) return;
    const Reach how = reach(effect, question_);
    if (how == Reach::none) return;
    if (how == Reach::narrower) {
      partial_.emplace_back(&effect, Ground::narrower);
    } else if (effect.limit != Ground::none) {
      partial_.emplace_back(&effect, effect.limit);
    } else {
      const bool permits = effect.kind == Kind::permit || effect.kind == Kind::exempt;
      (permits ? permits_ : effect.kind == Kind::gate ? gates_ : bans_).push_back({&effect, Ground::none, false});
    }
  }

  [[nodiscard]] const Norm& norm_of(const Effect& effect) const { return policies_[effect.policy].reading->norms[effect.norm]; }

  /// The text of a clause and its keys say the same thing twice: neither goes before the other.
  [[nodiscard]] bool field_against_prose(const Effect& left, const Effect& right) const {
    if (left.policy != right.policy || left.account >= 0 || right.account >= 0) return false;
    const Norm& a = norm_of(left);
    const Norm& b = norm_of(right);
    return a.clause == b.clause && (a.via == Via::field) != (b.via == Via::field);
  }

  [[nodiscard]] Comparison stand(const Effect& left, const Effect& right) const {
    if (field_against_prose(left, right)) return {};
    return compare(left, right, question_);
  }

  /// A savings clause keeps rights, and repairs no ban and no gate.
  void savings() {
    if (bans_.empty() && gates_.empty()) return;
    for (Seen& permit : permits_) {
      if (permit.effect->savings) permit.overruled = Ground::savings;
    }
  }

  void weigh_permissions() {
    for (Seen& ban : bans_) {
      for (Seen& permit : permits_) weigh(permit, ban);
    }
    // A ban that a permission goes before takes no approval with it.
    for (Seen& ban : bans_) {
      for (Seen& gate : gates_) {
        if (ban.overruled == Ground::none) weigh_gate_against(gate, ban);
      }
    }
  }

  static Ground why(const Seen& winner) { return winner.effect->from_exception ? Ground::exception : Ground::more_specific; }

  void weigh(Seen& permit, Seen& ban) {
    // "No approval is needed" answers no ban.
    if (permit.effect->savings || permit.effect->kind == Kind::exempt) return;
    const Comparison how = stand(*permit.effect, *ban.effect);
    const bool wins = how.order == Order::more_specific || (how.order == Order::crossing && how.audience_only);
    if (wins) {
      ban.overruled = why(permit);
    } else if (how.order == Order::equal) {
      clashes_.emplace_back(&permit, &ban);
    } else {
      permit.overruled = how.order == Order::crossing ? Ground::lifted : why(ban);
    }
  }

  void weigh_gate_against(Seen& gate, Seen& ban) {
    const Comparison how = stand(*gate.effect, *ban.effect);
    if (how.order == Order::more_specific || (gate.effect->permissive && how.order == Order::crossing && how.audience_only)) {
      ban.overruled = why(gate);
    } else if (how.order == Order::equal && gate.effect->permissive) {
      clashes_.emplace_back(&gate, &ban);
    } else {
      gate.overruled = how.order == Order::more_general ? why(ban) : Ground::lifted;
    }
  }

  /// An approval that is waived, or that a narrower permission does without.
  void weigh_gates() {
    for (Seen& gate : gates_) {
      for (Seen& permit : permits_) {
        if (permit.effect->savings) continue;
        const Order how = stand(*permit.effect, *gate.effect).order;
        const bool exempt = permit.effect->kind == Kind::exempt;
        if (how == Order::more_specific && (exempt || !gate.effect->every)) {
          gate.overruled = exempt ? Ground::exempted : why(permit);
        } else if (how == Order::equal && exempt) {
          gate_clashes_.emplace_back(&permit, &gate);
        }
      }
    }
  }

  Decision sentence(std::span<const Effect> effects) {
    Decision decision;
    mark_clashes(clashes_);
    mark_clashes(gate_clashes_);
    const auto alone = [](const Seen& seen) { return seen.overruled == Ground::none && !seen.clashes; };
    const auto clashing = [](const Seen& seen) { return seen.overruled == Ground::none && seen.clashes; };
    const auto stands = [](const Seen& seen) { return seen.overruled == Ground::none; };
    if (std::any_of(bans_.begin(), bans_.end(), alone)) {
      decision.answer = Answer::forbidden;
      decision.discouraged =
          std::none_of(bans_.begin(), bans_.end(), [&](const Seen& ban) { return stands(ban) && !ban.effect->discouraged; });
      settle(decision, bans_, permits_, gates_, stands);
    } else if (std::any_of(bans_.begin(), bans_.end(), clashing) || std::any_of(gates_.begin(), gates_.end(), clashing)) {
      decision.answer = Answer::conflicting;
      record(decision, bans_, clashing);
      record(decision, permits_, clashing);
      record(decision, gates_, clashing);
    } else if (std::any_of(gates_.begin(), gates_.end(), stands)) {
      decision.answer = Answer::gated;
      for (const Seen& gate : gates_) {
        if (stands(gate)) pass(decision, *gate.effect);
      }
      drop_unnamed(decision.gates);
      latency(decision, effects);
      settle(decision, gates_, permits_, bans_, stands);
    } else if (std::any_of(permits_.begin(), permits_.end(),
                           [&](const Seen& seen) { return stands(seen) && !seen.effect->waives_any; })) {
      decision.answer = Answer::permitted;
      settle(decision, permits_, bans_, gates_, stands);
    } else {
      settle(decision, permits_, bans_, gates_, stands);
    }
    for (const auto& [effect, ground] : partial_) add(decision, *effect, Standing::partial, ground);
    order(decision);
    return decision;
  }

  static void mark_clashes(std::vector<std::pair<Seen*, Seen*>>& pairs) {
    for (const auto& [left, right] : pairs) {
      if (left->overruled != Ground::none || right->overruled != Ground::none) continue;
      left->clashes = true;
      right->clashes = true;
    }
  }

  static void pass(Decision& decision, const Effect& gate) {
    for (const Gate& one : gate.gates) {
      if (std::find(decision.gates.begin(), decision.gates.end(), one) == decision.gates.end()) decision.gates.push_back(one);
    }
    decision.delay_hours = std::max(decision.delay_hours, gate.delay_hours);
  }

  /// "approval by Communications" says more than "approval".
  static void drop_unnamed(std::vector<Gate>& gates) {
    const std::vector<Gate> all = gates;
    std::erase_if(gates, [&](const Gate& gate) {
      return gate.by.empty() &&
             std::any_of(all.begin(), all.end(), [&](const Gate& other) { return other.kind == gate.kind && !other.by.empty(); });
    });
  }

  /// "Approval takes up to three days", wherever it stands.
  void latency(Decision& decision, std::span<const Effect> effects) const {
    const bool approval = std::any_of(decision.gates.begin(), decision.gates.end(),
                                      [](const Gate& gate) { return gate.kind == GateKind::approval; });
    for (const Effect& effect : effects) {
      if (effect.kind != Kind::latency || !approval) continue;
      decision.delay_hours = std::max(decision.delay_hours, effect.delay_hours);
      add(decision, effect, Standing::decided, Ground::none);
    }
  }

  template <class Stands>
  static void settle(Decision& decision, const std::vector<Seen>& deciding, const std::vector<Seen>& second,
                     const std::vector<Seen>& third, Stands stands) {
    for (const Seen& seen : deciding)
      add(decision, *seen.effect, stands(seen) ? Standing::decided : Standing::overruled, seen.overruled);
    for (const auto* others : {&second, &third}) {
      for (const Seen& seen : *others) {
        const Ground ground = seen.overruled == Ground::none ? Ground::lifted : seen.overruled;
        add(decision, *seen.effect, Standing::overruled, ground);
      }
    }
  }

  template <class Clashing>
  static void record(Decision& decision, const std::vector<Seen>& all, Clashing clashing) {
    for (const Seen& seen : all)
      add(decision, *seen.effect, clashing(seen) ? Standing::decided : Standing::overruled, seen.overruled);
  }

  static Answer speaks(const Effect& effect) {
    switch (effect.kind) {
      case Kind::forbid: return Answer::forbidden;
      case Kind::gate: return Answer::gated;
      case Kind::permit:
      case Kind::exempt: return Answer::permitted;
      case Kind::latency: break;
    }
    return Answer::gated;
  }

  static void add(Decision& decision, const Effect& effect, Standing standing, Ground ground) {
    for (Reason& known : decision.reasons) {
      if (known.policy != effect.policy || known.norm != effect.norm || known.account != effect.account) continue;
      // One norm is listed once, by the weightiest thing it does.
      if (standing < known.standing) known = {effect.policy, effect.norm, standing, ground, speaks(effect), effect.account};
      return;
    }
    decision.reasons.push_back({effect.policy, effect.norm, standing, ground, speaks(effect), effect.account});
  }

  static void order(Decision& decision) {
    std::stable_sort(decision.reasons.begin(), decision.reasons.end(), [](const Reason& a, const Reason& b) {
      if (a.standing != b.standing) return a.standing < b.standing;
      return std::tie(a.policy, a.account, a.norm) < std::tie(b.policy, b.account, b.norm);
    });
  }

  const Question& question_;
  std::span<const PolicyReading> policies_;
  std::vector<Seen> permits_, gates_, bans_;
  std::vector<std::pair<Seen*, Seen*>> clashes_, gate_clashes_;
  std::vector<std::pair<const Effect*, Ground>> partial_;
};

}  // namespace

std::string_view name_of(Action action) {
  constexpr std::string_view names[] = {"engage",  "reply",   "post", "share",    "mention",
                                        "connect", "message", "join", "identify", "open-account"};
  return names[static_cast<std::size_t>(action)];
}

std::string_view name_of(Answer answer) {
  constexpr std::string_view names[] = {"permitted", "gated", "forbidden", "silent", "conflicting"};
  return names[static_cast<std::size_t>(answer)];
}

std::string_view name_of(GateKind kind) {
  constexpr std::string_view names[] = {"approval", "notice", "designation", "training", "delay"};
  return names[static_cast<std::size_t>(kind)];
}

Permissions::Permissions(std::span<const PolicyReading> policies)
    : policies_(policies.begin(), policies.end()), effects_(read_effects(policies_)) {}
Permissions::Permissions(Permissions&&) noexcept = default;
Permissions& Permissions::operator=(Permissions&&) noexcept = default;
Permissions::~Permissions() = default;

std::span<const Effect> Permissions::effects() const { return effects_; }

Decision Permissions::decide(const Question& question) const { return Court(question, policies_).judge(effects_); }

Decision decide(const Question& question, const PolicyDocument& policy, const Reading& reading) {
  const PolicyReading one[] = {{&policy, &reading}};
  return Permissions(one).decide(question);
}

}  // namespace engagelint
