// Turns of phrase that say one thing and mean another: "leave the comments to us", "decline the request".
#include "norm/statement.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {

// "Answering is the press office's business", "Who speaks of us is the chair's prerogative": theirs, and so nobody else's.
void Builder::business() {
  const bool open = verb_.modal && norm_.modality == Modality::permit && only_after_;  // "is open to managers only"
  if ((verb_.modal && !open) || verb_.negated || subject_.negative) return;
  const bool ranked = mentions(norm_, Role::object, c::rank_words_);
  const bool exclusive = mentions(norm_, Role::object, c::exclusivity_);
  const bool duty = verb_.be && (ranked || only_after_ || mentions(norm_, Role::object, c::duty_noun_));
  const bool theirs = (verb_.be || open) && subject_.acts && (exclusive || duty || open);
  if (!theirs && !exclusive && !for_them()) return;
  bool keeper = false;
  for (auto& m : norm_.mentions) {
    const bool people = is_a(m.concept_id, c::managers_) || is_a(m.concept_id, c::executives_) || is_a(m.concept_id, c::staff_);
    const bool named = is_a(m.concept_id, c::gatekeeper_) || ((ranked || exclusive || open) && people);
    if (m.role == Role::object && named) m.role = Role::actor;
    keeper = keeper || (m.role == Role::actor && named);
  }
  if (!keeper) return;
  norm_.modality = Modality::restrict_to;
  norm_.only = true;
  add_others();
}

// "It is for the press office to comment on the Council."
bool Builder::for_them() const {
  if (!verb_.be || work_.units.size() < 4 || work_.units[0].hash != hash_of("it")) return false;
  return work_.units[1].cls == 'B' && work_.units[2].hash == hash_of("for") && has_role(norm_, Role::act);
}

// "Forums are no place for staff", "that is not your task", "following customers is a breach": none of it is to be done.
void Builder::unfit() {
  if (norm_.modality != Modality::define && norm_.modality != Modality::require) return;
  const bool denied =
      verb_.be && !verb_.modal && (object_negative_ || verb_.negated) &&
      (mentions(norm_, Role::object, c::fit_place_) || (mentions(norm_, Role::object, c::duty_noun_) && subject_.acts));
  const bool breach = subject_.acts && !verb_.negated && !object_negative_ && !subject_.negative &&
                      (verb_.be || mentions(norm_, Role::act, c::treat_act_)) && mentions(norm_, Role::object, c::breach_);
  if (denied || breach) norm_.modality = Modality::prohibit;
}

// "Friend requests are to be declined" forbids to connect.
void Builder::refused() {
  if (!verb_.refused) return;
  std::vector<Mention> acts;
  for (const auto& m : norm_.mentions) {
    if (m.role == Role::object && is_a(m.concept_id, c::connect_)) {
      acts.push_back(m);
      acts.back().role = Role::act;
    }
  }
  norm_.mentions.insert(norm_.mentions.end(), acts.begin(), acts.end());
}

// "No reference shall be made", "Interaction with them is excluded": the noun is the act.
void Builder::light() {
  const bool carried = mentions(norm_, Role::act, c::light_);
  const bool barred = norm_.modality == Modality::prohibit || norm_.modality == Modality::discourage;
  if (!carried &&
      (!barred || (verb_.be && verb_.deontic < 0) || has_role(norm_, Role::act) || mentions(norm_, Role::object, c::question_)))
    return;
  std::vector<Mention> acts;
  for (const auto& m : norm_.mentions) {
    if (m.role == Role::object && is_a(m.concept_id, carried ? c::act_ : c::engage_)) {
      acts.push_back(m);
      acts.back().role = Role::act;
    }
  }
  norm_.mentions.insert(norm_.mentions.end(), acts.begin(), acts.end());
}

// "Members must be told to use the form": telling them where to go sends them there.
void Builder::sent_on() {
  const bool tells = mentions(norm_, Role::act, c::notify_) || mentions(norm_, Role::act, c::ask_);
  if (!tells || !has_role(norm_, Role::audience) || !mentions(norm_, Role::target, c::target_generic_)) return;
  for (const auto& m : norm_.mentions) {
    if (m.role != Role::act) continue;
    auto copy = m;
    copy.concept_id = c::redirect_;
    norm_.mentions.push_back(copy);
    return;
  }
}

// "Customers get the hotline", "members who write are invited to use the form": what they are handed, staff hand them.
void Builder::received() {
  if (!mentions(norm_, Role::actor, c::audience_) || !mentions(norm_, Role::target, c::target_generic_)) return;
  bool handed = !verb_.modal && mentions(norm_, Role::act, c::obtain_);
  if (verb_.deontic >= 0) {
    const auto verb = work_.units[static_cast<std::uint32_t>(verb_.deontic)].hash;
    for (const auto* told : {"invited", "advised", "encouraged", "requested", "referred", "reminded"})
      handed = handed || verb == hash_of(told);
  }
  const auto word = verb_.deontic >= 0 ? verb_.deontic : verb_.main;
  if (!handed || word < 0 || norm_.modality == Modality::prohibit) return;
  for (auto& m : norm_.mentions) {
    if (m.role == Role::actor && is_a(m.concept_id, c::audience_)) m.role = Role::audience;
  }
  add_mention(work_, work_.units[static_cast<std::uint32_t>(word)], c::redirect_, Role::act, norm_);
  norm_.modality = Modality::require;
}

// "Keep out of groups": what one stays away from is using it.
void Builder::keep_out() {
  if (verb_.deontic < 0 || has_role(norm_, Role::act) || !has_role(norm_, Role::channel)) return;
  const Unit& word = work_.units[static_cast<std::uint32_t>(verb_.deontic)];
  if (means(word, c::f_refrain_)) add_mention(work_, word, c::use_, Role::act, norm_);
}

// "Allow five working days" asks to wait.
void Builder::allowance() {
  if (!verb_.says || subject_.present || norm_.modality != Modality::permit || !mentions(norm_, Role::object, c::time_unit_))
    return;
  norm_.modality = Modality::require;
  add_mention(work_, work_.units[static_cast<std::uint32_t>(verb_.deontic)], c::wait_, Role::act, norm_);
}

// "leave the comments to us" asks not to comment.
void Builder::leave_to() {
  if (!mentions(norm_, Role::act, c::leave_to_)) return;
  if (norm_.modality == Modality::require || norm_.modality == Modality::recommend) norm_.modality = Modality::discourage;
  std::vector<Mention> acts;
  for (const auto& m : norm_.mentions) {
    if (m.role != Role::object && m.role != Role::purpose) continue;
    if (is_a(m.concept_id, c::act_) || is_a(m.concept_id, c::reply_content_) || is_a(m.concept_id, c::question_)) {
      acts.push_back({is_a(m.concept_id, c::act_) ? m.concept_id : c::reply_, Role::act, m.span, m.words});
    }
  }
  norm_.mentions.insert(norm_.mentions.end(), acts.begin(), acts.end());
}

}  // namespace engagelint::norm
