// What a modality does: permissions, bans, exceptions, "only".
#include "permission/effect_reader.hpp"

#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint {

namespace c = norm::c;
using norm::has_role;
using norm::mentions;

bool actor_kind(Concept kind) { return is_a(kind, c::actor_) && !is_a(kind, c::visitors_) && !is_a(kind, c::agency_); }

void EffectReader::run() {
  for (std::uint32_t i = 0; i < reading_.norms.size(); ++i) {
    at_ = i;
    norm_ = &reading_.norms[i];
    if (!norm_->on_others && (!norm_->optional_ || permits())) read();
  }
}

bool EffectReader::permits() const {
  return norm_->modality == Modality::permit || norm_->modality == Modality::require || norm_->modality == Modality::recommend;
}

void EffectReader::read() {
  if (norm_->modality == Modality::none || norm_->modality == Modality::sanction) return;
  if (latency() || (norm_->modality == Modality::permit && has(Role::act, c::approve_))) return;
  Effect effect = base();
  // "There is no need to ask before you reply": what is denied is the asking.
  const bool no_asking =
      bans() && says_before(*norm_) && norm_->approvals == 0 && (has(Role::act, c::ask_) || has(Role::act, c::notify_));
  if (norm_->modality == Modality::exempt || no_asking) return exempt(effect);
  turn_ = true;
  const bool turned = ignores(effect) || through_official(effect) || authorised(effect) || left_to_them(effect) ||
                      consulted(effect) || applied_for(effect);
  turn_ = false;
  if (turned) return;
  if (effect.actions == 0) return;
  if (left_to_you(*norm_)) {
    effect.limit = Ground::none;
    return permit(effect);
  }
  // "The opening of a page is subject to approval": stated, and asked for.
  const bool stated = norm_->modality == Modality::define;
  if (stated && norm_->approvals == 0) return practice(effect);
  gates(effect);
  if (stated && effect.gates.empty()) return;
  if (norm_->modality == Modality::restrict_to) return only(effect);
  if (!effect.gates.empty()) return gate(effect);
  if (bans()) return ban(effect);
  if (permits() && !steps() && !told_by_the_way()) permit(effect);
}

// ---- modalities
void EffectReader::push(Kind kind, Effect effect) {
  effect.kind = kind;
  if (kind == Kind::permit) effect.actions = plainly(*norm_, effect.actions);
  const bool rule = kind == Kind::permit || kind == Kind::forbid || kind == Kind::gate;
  const bool plain = turn_ ? !norm_->narrated : clear(*norm_, effect.actions, kind == Kind::gate);
  if (rule && effect.limit == Ground::none && !plain) effect.limit = Ground::unclear;
  out_.push_back(std::move(effect));
}

void EffectReader::gate(Effect& effect) {
  effect.limit = limit_of(*norm_, !effect.permissive);
  // Whoever is outside the house is asked about their own things, not about the act.
  if (has(Role::approver, c::audience_)) effect.limit = Ground::content;
  push(Kind::gate, effect);
}

void EffectReader::ban(Effect& effect) {
  // "are not to be used in order to attack colleagues": the aim stands behind the norm's own words.
  const std::string sentence = plain(reading_.sentences[norm_->sentence].words);
  constexpr std::uint32_t elsewhere = bit(Action::mention) | bit(Action::join) | bit(Action::connect) | bit(Action::identify);
  const bool written = (effect.actions & bit(Action::engage)) != 0 || (effect.actions & elsewhere) == 0;
  if (written && restricted_behind()) effect.limit = Ground::content;
  if (carries_on()) effect.limit = Ground::situation;
  for (const std::string_view aim :
       {" in order to ", " so as to ", " in such a way", " in a way", " in a manner", " in such manner"})
    if (has(Role::act, c::use_) && sentence.find(aim) != std::string::npos) effect.limit = Ground::content;
  exceptions(effect);
  push(Kind::forbid, effect);
}

void EffectReader::permit(Effect& effect) {
  const bool says_where = (effect.actions & bit(Action::identify)) != 0;
  if (asked_of_a_case() || (carries_on() && !says_where)) effect.limit = Ground::situation;
  if (vague_contact(effect)) effect.limit = Ground::content;
  // "Talk freely, after publication, about how the story was made": said of something, and to nobody in particular.
  const bool talk = std::all_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
    return m.role != Role::act || plain(m.words) == "talk" || plain(m.words) == "speak";
  });
  const std::string_view sentence = reading_.sentences[norm_->sentence].words;
  if (talk && effect.to.empty() && (effect.actions & bit(Action::engage)) != 0 &&
      plain(sentence).find(" about ") != std::string::npos)
    effect.limit = Ground::content;
  // "may, without approval": no gate, whatever else asks for one.
  if (norm_->modality == Modality::permit && has(Role::exception, c::approve_) && norm_->approvals == 0)
    push(Kind::exempt, effect);
  exceptions(effect);
  push(Kind::permit, effect);
}

/// What stands behind "except", "other than", "unless": its people, places and audiences are under the opposite rule.
void EffectReader::exceptions(Effect& effect) {
  Effect other = effect;
  other.from_exception = true;
  const Kind opposite = bans() ? Kind::permit : Kind::forbid;
  bool people = false;
  bool place = false;
  bool audience = false;
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::exception && !(m.role == Role::actor && left_out(&m))) continue;
    if (actor_kind(m.concept_id)) {
      if (!people) other.who.clear();
      people = true;
      add_who(m, effect.not_who);
      add_who(m, other.who);
    } else if (is_a(m.concept_id, c::audience_)) {
      // "but not about members" is about what is said.
      if (!towards(m, effect.actions)) continue;
      if (!audience) other.to.clear();
      audience = true;
      add_audience(m, effect.not_to);
      add_audience(m, other.to);
    } else if (is_a(m.concept_id, c::channel_)) {
      if (!place) {
        other.on.clear();
        other.networks.clear();
      }
      place = true;
      add_channel(m, effect.not_on, effect.not_networks);
      add_channel(m, other.on, other.networks);
    }
  }
  // All staff cannot be the exception to a rule on all staff.
  const auto everyone = [](const Who& who) { return who.kind == c::staff_ && who.person.empty(); };
  std::erase_if(effect.not_who, everyone);
  std::erase_if(other.who, everyone);
  people = people && !other.who.empty();
  if (people || place || audience) push(opposite, other);
  // "unless they say where they work": a condition that anyone can meet.
  if (bans() && (has(Role::exception, c::identify_) || has(Role::exception, c::disclaimer_))) effect.limit = Ground::content;
}

void EffectReader::only(Effect& effect) {
  if (has_role(*norm_, Role::others) && !effect.who.empty()) return only_who(effect);
  // "A TikTok handle is reserved": kept, and for nobody.
  const std::string quote = plain(norm_->quote) + " ";
  if (quote.find(" reserved ") != std::string::npos && quote.find(" for ") == std::string::npos &&
      quote.find(" to ") == std::string::npos)
    return;
  if (!effect.gates.empty()) {
    effect.permissive = true;
    return push(Kind::gate, effect);
  }
  const bool somewhere = !effect.on.empty() || !effect.networks.empty();
  // "limited to the sites in Annex C": which these are is not said here.
  const bool fragment = norm_->via == Via::nominal && !has_role(*norm_, Role::actor);
  if ((has(Role::act, c::use_) || fragment) && !somewhere) return;
  if (somewhere) only_there(effect);
  effect.limit = limit_of(*norm_, false);
  push(Kind::permit, effect);
}

/// Only X may: X may, and nobody else.
void EffectReader::only_who(Effect effect) {
  const bool all = std::any_of(effect.who.begin(), effect.who.end(), [](const Who& who) { return who.kind == c::staff_; });
  if (all) {
    // "only staff": whoever is no employee may not.
    if (effect.gates.empty()) return only_employees(effect);
    // "only designated staff": a way in for everyone.
    effect.permissive = true;
    return push(Kind::gate, effect);
  }
  Effect others = effect;
  others.gates.clear();
  others.who.clear();
  others.not_who = effect.who;
  push(Kind::forbid, others);
  effect.limit = limit_of(*norm_, false);
  effect.permissive = true;
  push(effect.gates.empty() ? Kind::permit : Kind::gate, effect);
}

/// "Only staff may": employees may; volunteers and contractors, who would else be held by staff, may not.
void EffectReader::only_employees(Effect effect) {
  Effect others = effect;
  others.who = {{c::volunteers_, {}}, {c::contractors_, {}}};
  push(Kind::forbid, others);
  effect.limit = limit_of(*norm_, false);
  push(Kind::permit, effect);
}

/// Only there: nowhere else of the same kind.
void EffectReader::only_there(const Effect& effect) {
  Effect elsewhere = effect;
  elsewhere.on.clear();
  elsewhere.networks.clear();
  if (!effect.networks.empty() && effect.on.empty()) {
    elsewhere.not_networks = effect.networks;
    elsewhere.elsewhere = true;
  } else {
    for (const Concept kind : {c::official_account_, c::personal_account_}) {
      const bool allowed =
          std::any_of(effect.on.begin(), effect.on.end(), [&](Concept on) { return is_a(on, kind) || is_a(kind, on); });
      if (!allowed) elsewhere.on.push_back(kind);
    }
    if (elsewhere.on.empty()) return;
  }
  push(Kind::forbid, elsewhere);
}

/// "Conversations must run through our own accounts": there, and on no account of one's own.
bool EffectReader::through_official(Effect& effect) {
  if (agreed_with(*norm_)) return false;
  // Who answers on them is another question than where all others answer.
  if (!effect.who.empty() && effect.who.front().kind != c::staff_) return false;
  if (norm_->modality != Modality::require || !has(Role::channel, c::official_account_)) return false;
  if (!has(Role::object, c::engage_) && !has(Role::object, c::content_) && !has(Role::object, c::reply_)) return false;
  for (const Concept act : {c::engage_, c::post_, c::connect_, c::join_, c::identify_, c::open_account_})
    if (has(Role::act, act) && !norm_->only) return false;
  effect.actions = engage_bits;
  only_there(effect);
  push(Kind::permit, effect);
  return true;
}

/// "Managers are authorised to respond": a permission, though the word is that of an approval.
bool EffectReader::authorised(Effect& effect) {
  // "Staff are not authorised to reply."
  const bool denied = norm_->modality == Modality::prohibit && (norm_->via == Via::passive || norm_->via == Via::declarative);
  if ((norm_->modality != Modality::require && !denied) || !has(Role::act, c::approve_) || has_role(*norm_, Role::approver))
    return false;
  Norm may = *norm_;
  may.approvals = 0;
  may.modality = Modality::permit;
  std::erase_if(may.mentions, [](const Mention& m) { return m.role == Role::act; });
  for (Mention& m : may.mentions) {
    if (m.role == Role::purpose) m.role = Role::act;
  }
  std::erase_if(may.mentions, [](const Mention& m) { return m.role == Role::object && actor_kind(m.concept_id); });
  const std::uint32_t bits = actions_of(may);
  if (bits == 0 || !has_role(may, Role::act)) return false;
  for (const Mention& m : norm_->mentions) {
    if (m.role == Role::object && actor_kind(m.concept_id)) add_who(m, effect.who);
  }
  effect.actions = bits;
  may.modality = denied ? Modality::prohibit : Modality::permit;
  effect.limit = limit_of(may, denied);
  push(denied ? Kind::forbid : Kind::permit, effect);
  return true;
}

/// "Replying to members is left to the press office": theirs, and nobody else's; left to each of us, it is permitted.
bool EffectReader::left_to_them(Effect& effect) {
  const bool left = std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
    return m.role == Role::act && (plain(m.words) == "left to" || plain(m.words) == "left");
  });
  if (!left || effect.actions == 0 || norm_->modality != Modality::require) return false;
  effect.who.clear();
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::actor && actor_kind(m.concept_id)) add_who(m, effect.who);
  }
  if (effect.who.empty()) return false;
  if (effect.who.front().kind == c::staff_) {
    push(Kind::permit, effect);
  } else {
    only_who(effect);
  }
  return true;
}

/// To have to ignore is to be forbidden to answer.
bool EffectReader::ignores(Effect& effect) {
  if (norm_->approvals > 0 || !has(Role::act, c::hide_) ||
      (norm_->modality != Modality::require && norm_->modality != Modality::recommend))
    return false;
  bool ignore = false;
  for (const Mention& m : norm_->mentions) {
    const std::string words = plain(m.words);
    ignore = ignore ||
             (m.role == Role::act && (words.find("ignor") != std::string::npos || words.find("unanswer") != std::string::npos));
  }
  if (!ignore) return true;
  effect.limit = limit_of(*norm_, true);
  effect.actions = has(Role::channel, c::dm_) ? bit(Action::message) : bit(Action::reply);
  std::erase_if(effect.on, [](Concept on) { return is_a(on, c::dm_); });
  effect.discouraged = norm_->modality == Modality::recommend;
  push(Kind::forbid, effect);
  return true;
}

void EffectReader::exempt(Effect effect) {
  const bool approval = has(Role::object, c::approve_) || has(Role::act, c::approve_) || has(Role::act, c::ask_) ||
                        has(Role::act, c::obtain_) || has(Role::quality, c::approve_) || norm_->approvals > 0 ||
                        has(Role::object, c::future_decision_);
  if (!approval) return;
  if (effect.actions == 0) effect.actions = earlier_actions(effect);
  if (effect.actions == 0) {
    effect.actions = engage_bits;
    effect.waives_any = true;
  }
  effect.limit = limit_of(*norm_, false);
  push(Kind::exempt, effect);
}

/// "You may post. You do not need approval.": what is spoken of in the sentence before.
std::uint32_t EffectReader::earlier_actions(Effect& effect) const {
  for (std::uint32_t i = at_; i-- > 0 && reading_.norms[i].clause == norm_->clause;) {
    const std::uint32_t bits = actions_of(reading_.norms[i]);
    if (bits == 0 || reading_.norms[i].on_others) continue;
    if (effect.to.empty()) {
      for (const Mention& m : reading_.norms[i].mentions) {
        if (m.role == Role::audience) add_audience(m, effect.to);
        if (m.role == Role::channel) add_channel(m, effect.on, effect.networks);
        if (m.role == Role::actor && actor_kind(m.concept_id) && !has_role(*norm_, Role::actor)) add_who(m, effect.who);
      }
    }
    return bits;
  }
  return 0;
}

/// The present tense as a rule: "Ana answers members".
void EffectReader::practice(Effect& effect) {
  // "Replying to members is part of every employee's job."
  const bool job = has(Role::object, c::duty_noun_) && has(Role::object, c::staff_);
  if (norm_->confidence == Confidence::low || (effect.who.empty() && !job) || norm_->approvals > 0) return;
  if (!has_role(*norm_, Role::act)) return;
  push(Kind::permit, effect);
}

/// A duty to ask, submit, train or wait that is no gate says nothing of the act itself.
bool EffectReader::steps() const {
  for (const Concept act : {c::approve_, c::submit_, c::ask_, c::notify_, c::wait_, c::review_act_, c::train_})
    if (has(Role::act, act) && norm_->modality != Modality::permit && !has(Role::object, c::right_noun_)) return true;
  return obtains(*norm_) && norm_->modality != Modality::permit;
}

bool EffectReader::latency() {
  if (norm_->delay_hours <= 0) return false;
  const bool approval = has(Role::object, c::approve_) || has(Role::act, c::approve_) || norm_->approvals > 0;
  if (!approval || actions_of(*norm_) != 0) return false;
  Effect effect = base();
  effect.delay_hours = norm_->delay_hours;
  push(Kind::latency, effect);
  return true;
}

std::vector<Effect> read_effects(std::span<const PolicyReading> policies) {
  std::vector<Effect> out;
  for (std::uint32_t i = 0; i < policies.size(); ++i) {
    EffectReader(i, policies[i], out).run();
    read_account_effects(i, *policies[i].policy, out);
  }
  return out;
}

}  // namespace engagelint
