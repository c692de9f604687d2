// What people who wish to do something have to ask for first.
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "permission/effect_reader.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using norm::mentions;

bool wishes(std::string_view text) {
  const std::string words = plain(text);
  for (const std::string_view sign : {" wish", " would like", "wants to", " want to", " want a", " wants a", " wanting to",
                                      " propos", " intend", " desir", " plans to", " planning to"})
    if (words.find(sign) != std::string::npos) return true;
  return false;
}

/// The norm with what is wished for as its act: "who wish to comment on the Library" -> comment on the Library.
Norm wished(const Norm& norm) {
  Norm out = norm;
  out.modality = Modality::permit;
  out.approvals = 0;
  out.quote = {};
  const auto step = [](const Mention& m) {
    if (m.role != Role::act) return false;
    for (const Concept way : {c::approve_, c::submit_, c::ask_, c::hand_in_, c::obtain_, c::cognition_, c::light_, c::notify_})
      if (is_a(m.concept_id, way)) return true;
    return false;
  };
  std::erase_if(out.mentions, step);
  for (Mention& m : out.mentions) {
    if (m.role != Role::quality && m.role != Role::condition) continue;
    if (is_a(m.concept_id, c::act_) && plain(m.words) != "like") m.role = Role::act;
    if (is_a(m.concept_id, c::channel_) || is_a(m.concept_id, c::account_thing_)) m.role = Role::channel;
    if (ordinary_topic(m.concept_id)) m.role = Role::topic;
  }
  return out;
}

/// "maintain a blog", "an official account": what is wished for is to have one.
bool keeps_one(const Norm& wish) {
  bool act = false;
  for (const Mention& m : wish.mentions) {
    if (m.role != Role::act) continue;
    act = act || m.concept_id != Concept::none;
    const std::string words = plain(m.words);
    for (const std::string_view verb : {"maintain", "keep", "run", "have", "hold"})
      if (words.starts_with(verb)) return true;
  }
  return !act && (mentions(wish, Role::channel, c::official_account_) || mentions(wish, Role::channel, c::personal_account_) ||
                  mentions(wish, Role::channel, c::account_thing_));
}

}  // namespace

bool EffectReader::applied_for(Effect& effect) {
  // "Whoever wishes to have a page fills in the form": told in the present.
  const bool duty = norm_->modality == Modality::require || norm_->modality == Modality::recommend ||
                    (norm_->modality == Modality::define && norm_->via == Via::declarative && has(Role::target, c::form_));
  if (!duty || !wishes(norm_->quote)) return false;
  // "should complete the form": the form is the application.
  if (norm_->approvals == 0 && !has(Role::act, c::submit_) && !has(Role::act, c::ask_) && !has(Role::act, c::hand_in_) &&
      !has(Role::object, c::form_) && !has(Role::target, c::form_))
    return false;
  const Norm wish = wished(*norm_);
  effect.actions = keeps_one(wish) ? bit(Action::open_account) : actions_of(wish);
  if (effect.actions == 0) return false;
  for (const Mention& m : wish.mentions) {
    if (m.role == Role::channel && m.concept_id != c::account_thing_) add_channel(m, effect.on, effect.networks);
  }
  // "Teams that want a page of their own": theirs, and nobody's own.
  if (norm_->foreign) {
    if (std::erase_if(effect.on, [](Concept on) { return is_a(on, c::personal_account_); }) > 0)
      effect.on.push_back(c::official_account_);
  }
  // A department acts by those who work in it.
  std::erase_if(effect.who, [](const Who& who) { return who.kind == c::department_; });
  std::string by;
  for (const Role role : {Role::approver, Role::target, Role::object}) {
    for (const Mention& m : norm_->mentions) {
      if (by.empty() && m.role == role && actor_kind(m.concept_id)) by = one_line(m.words);
    }
  }
  effect.gates.push_back({GateKind::approval, by});
  effect.limit = limit_of(wish, false);
  push(Kind::gate, effect);
  return true;
}

}  // namespace engagelint
