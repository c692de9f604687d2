// What has to come before the act: approvals, notices, training, designation, a wait.
#include "permission/effect_reader.hpp"

#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint {

namespace c = norm::c;
using norm::has_role;
using norm::mentions;

namespace {

std::string act_words(const Norm& norm) {
  for (const Mention& m : norm.mentions) {
    if (m.role == Role::act && !m.words.empty()) return plain(m.words);
  }
  return {};
}

/// "Messages to minors go to the whole group": nobody there gives leave.
bool goes_elsewhere(const Norm& norm) {
  const std::string act = act_words(norm);
  if (norm.approvals == 0 || !act.starts_with("go") || !mentions(norm, Role::act, c::submit_)) return false;
  return std::none_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const bool whom = m.role == Role::object || m.role == Role::target || m.role == Role::approver;
    return whom && (actor_kind(m.concept_id) || is_a(m.concept_id, c::gatekeeper_) || is_a(m.concept_id, c::approve_));
  });
}

}  // namespace

// ---- gates
void EffectReader::gates(Effect& effect) const {
  // "confirm where they work": said, and not approved.
  if (bans() && effect.actions == bit(Action::identify) && has(Role::act, c::approve_) && !has_role(*norm_, Role::approver))
    return;
  if (goes_elsewhere(*norm_)) {
    effect.actions = 0;
    return;
  }
  if (designates(effect)) return;
  if (norm_->approvals > 0 || needs_leave()) {
    if (norm_->modality == Modality::permit && !has_role(*norm_, Role::condition) && has(Role::act, c::approve_)) return;
    approvals(effect);
  }
  const bool before = says_before(*norm_);
  const bool duty = norm_->modality == Modality::require || norm_->modality == Modality::recommend;
  if (duty && before && norm_->approvals == 0) asked_before(effect);
  if (agreed_with(*norm_)) agreed(effect);
  told_first(effect);
  trained(effect);
  if (norm_->chosen && !bans()) effect.gates.push_back({GateKind::designation, chooser()});
  if (has(Role::quality, c::approve_) && norm_->approvals == 0 && permits())
    effect.gates.push_back({GateKind::designation, chooser()});
  if (norm_->delay_hours > 0) {
    effect.delay_hours = norm_->delay_hours;
    if (effect.gates.empty()) effect.gates.push_back({GateKind::delay, {}});
  }
  effect.permissive = permits() && norm_->modality != Modality::require;
}

/// "need permission to": a right that somebody gives, and not one that everybody has.
bool EffectReader::needs_leave() const {
  // Who has permission needs none.
  const std::string quote = plain(norm_->quote);
  if (quote.find(" have permission") != std::string::npos || quote.find(" has permission") != std::string::npos) return false;
  return norm_->modality == Modality::require &&
         std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
           const std::string words = plain(m.words);
           const bool given = words.find("permission") != std::string::npos || words.find("leave") != std::string::npos ||
                              words.find("authori") != std::string::npos;
           return m.role == Role::object && is_a(m.concept_id, c::right_noun_) && given;
         });
}

void EffectReader::approvals(Effect& effect) const {
  std::vector<std::string> names;
  for (const Role role : {Role::approver, Role::actor}) {
    for (const Mention& m : norm_->mentions) {
      const bool gives = role == Role::approver || (has(Role::act, c::approve_) && !is_a(m.concept_id, c::staff_));
      if (m.role != role || !gives || m.words.empty()) continue;
      const std::string name = one_line(m.words);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (!names.empty()) break;
  }
  for (const Mention& m : norm_->mentions) {
    // "requires the director's approval"
    const bool whose = names.empty() && m.role == Role::object && has(Role::object, c::approve_);
    if (whose && actor_kind(m.concept_id) && !is_a(m.concept_id, c::staff_)) names.push_back(one_line(m.words));
    if (whose && (is_a(m.concept_id, c::managers_) || is_a(m.concept_id, c::executives_))) names.push_back(one_line(m.words));
  }
  if (names.size() > 1 && norm_->approvals == 1) {
    std::string either;
    for (const std::string& name : names) either += (either.empty() ? "" : " or ") + name;
    names = {either};
  }
  if (names.empty()) names.emplace_back();
  for (std::string& name : names) effect.gates.push_back({GateKind::approval, std::move(name)});
}

bool EffectReader::designates(Effect& effect) const {
  const std::string act = act_words(*norm_);
  bool chooses = false;
  for (const std::string_view verb : {"designat", "appoint", "nominat", "authori", "name ", "select", "choose"})
    chooses = chooses || act.starts_with(verb);
  const bool duty = norm_->modality == Modality::require || norm_->modality == Modality::recommend;
  const bool whom = std::any_of(norm_->mentions.begin(), norm_->mentions.end(),
                                [](const Mention& m) { return m.role != Role::actor && is_a(m.concept_id, c::staff_); });
  if (!duty || !chooses || !whom) return false;
  effect.who.clear();
  effect.gates.push_back({GateKind::designation, {}});
  return true;
}

bool EffectReader::consulted(Effect& effect) {
  Norm later = *norm_;
  later.quote = reading_.sentences[norm_->sentence].words;
  if (norm_->approvals > 0 || norm_->situation || says_before(*norm_) || !consults(later)) return false;
  std::erase_if(later.mentions, [](const Mention& m) { return m.role != Role::condition && m.role != Role::audience; });
  for (Mention& m : later.mentions) {
    if (is_a(m.concept_id, norm::c::act_)) m.role = Role::act;
  }
  later.modality = Modality::permit;
  effect.actions = actions_of(later);
  if (effect.actions == 0) return false;
  std::string by;
  for (const Mention& m : norm_->mentions) {
    if ((m.role == Role::object || m.role == Role::target) && actor_kind(m.concept_id) && by.empty()) by = one_line(m.words);
  }
  effect.gates.push_back({GateKind::approval, by});
  effect.limit = limit_of(*norm_, true);
  push(Kind::gate, effect);
  return true;
}

void EffectReader::asked_before(Effect& effect) const {
  if (has(Role::quality, c::vague_) || norm_->situation) return;
  const bool tells = has(Role::act, c::notify_) || has(Role::act, c::report_account_) || has(Role::act, c::log_);
  const bool seen = norm_->via == Via::passive && has(Role::act, c::review_act_);
  const bool asks = seen || has(Role::act, c::ask_) || has(Role::act, c::submit_) || consults(*norm_);
  if (!tells && !asks) return;
  std::string by;
  for (const Mention& m : norm_->mentions) {
    const bool who = m.role == Role::object || m.role == Role::target;
    if (who && (actor_kind(m.concept_id)) && by.empty()) by = one_line(m.words);
  }
  effect.gates.push_back({tells ? GateKind::notice : GateKind::approval, by});
}

void EffectReader::agreed(Effect& effect) const {
  std::string by;
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::actor && actor_kind(m.concept_id) && by.empty()) by = one_line(m.words);
  }
  effect.gates.push_back({GateKind::approval, by});
}

/// "not without telling HR first"
void EffectReader::told_first(Effect& effect) const {
  const bool tells = has(Role::exception, c::notify_) || has(Role::exception, c::ask_) || has(Role::exception, c::submit_);
  if (!bans() || !tells || norm_->approvals > 0) return;
  std::string by;
  for (const Mention& m : norm_->mentions) {
    if (m.role == Role::exception && actor_kind(m.concept_id) && by.empty()) by = one_line(m.words);
  }
  effect.gates.push_back({has(Role::exception, c::notify_) ? GateKind::notice : GateKind::approval, by});
}

void EffectReader::trained(Effect& effect) const {
  const bool course = std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
    return m.role == Role::condition && is_a(m.concept_id, c::future_decision_) &&
           plain(m.words).find("training") != std::string::npos;
  });
  const bool condition =
      course || has(Role::condition, c::train_) || has(Role::quality, c::train_) || has(Role::exception, c::train_);
  const bool first = norm_->modality == Modality::require && has(Role::act, c::train_) && says_before(*norm_);
  if (condition || first || access_after_training(*norm_)) effect.gates.push_back({GateKind::training, {}});
}

std::string EffectReader::chooser() const {
  std::string first;
  for (const Mention& m : norm_->mentions) {
    if (m.role == Role::approver) return one_line(m.words);
    if (m.role == Role::actor && has(Role::quality, c::approve_)) {
      if (!first.empty()) return one_line(m.words);
      first = "seen";
    }
  }
  return {};
}

std::string EffectReader::one_line(std::string_view words) {
  std::string out;
  for (const char ch : words) {
    if (ch == '\n' || ch == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += ch;
    }
  }
  return out;
}

}  // namespace engagelint
