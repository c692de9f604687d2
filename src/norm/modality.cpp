// What the statement does to its act: an order, a habit told as a rule, a possibility, an "only".
#include "norm/statement.hpp"

#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {

bool Builder::staff_voice() const {
  for (const auto& m : norm_.mentions) {
    if (m.role == Role::actor && !is_a(m.concept_id, c::staff_) && !is_a(m.concept_id, c::we_) &&
        !is_a(m.concept_id, c::gatekeeper_) && !is_a(m.concept_id, c::agency_))
      return false;
  }
  return has_role(norm_, Role::actor) || !subject_.present;
}

void Builder::modality(const Piece& piece) {
  norm_.modality = verb_.modality;
  norm_.via = verb_.passive ? Via::passive : Via::modal;
  if (verb_.weak && norm_.modality == Modality::permit) norm_.modality = Modality::none;
  if (verb_.future && !verb_.passive && !staff_voice()) norm_.modality = Modality::none;
  if (verb_.future && verb_.passive && !mentions(norm_, Role::act, c::approve_) && !mentions(norm_, Role::act, c::redirect_)) {
    norm_.modality =
        mentions(norm_, Role::object, c::thing_) || has_role(norm_, Role::channel) ? Modality::require : Modality::none;
  }
  if (!verb_.modal) plain(piece);
  empty_object();
  epistemic();
  sanction();
  unfit();
  leave_to();
  refused();
  business();
  allowance();
  keep_out();
  light();
  sent_on();
  received();
  only();
  carried();
  if (context_.savings || (unsaid_ && piece.complement)) saved();
  unsaid_ = denies();
}

// "will not require that", "does not mean that": what follows is not asked for.
bool Builder::denies() const {
  if (!verb_seen_) return false;
  const bool negative = verb_.negated || verb_.modality == Modality::prohibit || verb_.modality == Modality::exempt;
  const bool means_not = verb_.negated && mentions(norm_, Role::act, c::cognition_);
  const bool no_duty = verb_.modality == Modality::exempt && verb_.deontic >= 0 && verb_.main < 0;
  return means_not || no_duty ||
         (negative && (verb_.says || (verb_.main < 0 && !verb_.modal) || mentions(norm_, Role::act, c::ask_) ||
                       mentions(norm_, Role::act, c::approve_)));
}

// No modal: an order, a habit stated as a rule, or a plain statement.
void Builder::plain(const Piece& piece) {
  if (!verb_seen_) {
    nominal_statement();
    return;
  }
  const Chunk* head = nullptr;
  for (const auto i : piece.chunks) {
    if (opens_predicate(i)) {
      head = &chunk(i);
      break;
    }
  }
  if (head == nullptr) return;
  if (!subject_.present && head->kind == ChunkKind::verb && imperative(*head)) {
    norm_.via = Via::imperative;
    sign_ = true;
    norm_.modality = verb_.negated || bare_negation_ ? Modality::prohibit : please_ ? Modality::recommend : Modality::require;
    return;
  }
  norm_.via = Via::declarative;
  const bool negative = verb_.negated || subject_.negative || (object_negative_ && !verb_.be);
  if (verb_.passive) {
    norm_.modality = negative ? Modality::prohibit : Modality::require;
    // The verb was read with its subject: "no request is left unanswered" denies twice.
    if (subject_.negative && !verb_.negated) norm_.modality = Modality::require;
  } else if (staff_voice()) {
    norm_.modality = negative ? Modality::prohibit : verb_.be ? Modality::define : Modality::require;
    if (!negative && holds_right()) norm_.modality = Modality::permit;
  } else {
    // What the policy or the organisation does not do forbids staff nothing; what an account does not do is a rule.
    const bool rule = std::any_of(subject_said_.begin(), subject_said_.end(),
                                  [](const Mention& m) { return is_a(m.concept_id, c::rule_noun_); });
    const bool us = mentions(norm_, Role::actor, c::organization_) && !mentions(norm_, Role::act, c::engage_);
    const bool ban = negative && !rule && !us;
    norm_.modality = ban ? Modality::prohibit : steps() && !negative ? Modality::require : Modality::define;
  }
}

// "Staff have the right to reply", "you enjoy the freedom to …"
bool Builder::holds_right() const {
  if (verb_.main < 0 || !mentions(norm_, Role::object, c::right_noun_)) return false;
  const auto verb = work_.units[static_cast<std::uint32_t>(verb_.main)].hash;
  for (const auto* word : {"have", "has", "enjoy", "enjoys", "retain", "retains", "hold", "holds", "keep", "keeps"}) {
    if (verb == hash_of(word)) return true;
  }
  return false;
}

// "Each comment goes to your team leader": a procedure told in the present is the rule.
bool Builder::steps() const {
  for (const auto x :
       {c::redirect_, c::submit_, c::approve_, c::wait_, c::include_, c::link_act_, c::track_, c::hide_, c::handover_}) {
    if (mentions(norm_, Role::act, x)) return true;
  }
  return false;
}

// "No texting at the wheel." "Account numbers by tweet: never."
void Builder::nominal_statement() {
  norm_.via = Via::nominal;
  if (context_.heading_words && norm_.every && !subject_.negative) {
    norm_.modality = Modality::require;  // "On every post: a link to …"
    norm_.via = Via::heading;
    return;
  }
  if (subject_.negative || bare_negation_) {
    norm_.modality = Modality::prohibit;
    sign_ = true;
  } else {
    norm_.modality = norm_.mentions.empty() ? Modality::none : Modality::define;
  }
}

// "shall publish nothing", "may add no comments".
void Builder::empty_object() {
  if (!object_negative_ || verb_.be || mentions(norm_, Role::object, c::right_noun_)) return;
  // "need no sign-off" lifts, "shall publish nothing" forbids.
  if (norm_.modality == Modality::require && verb_.says && subject_.present) {
    norm_.modality = Modality::exempt;
  } else if (norm_.modality == Modality::require || norm_.modality == Modality::permit || norm_.modality == Modality::recommend) {
    norm_.modality = Modality::prohibit;
  }
}

// "may not realise", "can be seen": possibility, not permission.
void Builder::epistemic() {
  if (norm_.modality != Modality::permit && norm_.modality != Modality::prohibit) return;
  if (!verb_.modal) return;
  bool known = false;
  bool cognition = false;
  for (const auto& m : norm_.mentions) {
    if (m.role != Role::act) continue;
    known = known || m.concept_id != Concept::none;
    cognition = cognition || is_a(m.concept_id, c::cognition_);
  }
  // "are not to be found among your friends" is a rule about the friends.
  const bool found = verb_.passive && norm_.modality == Modality::prohibit && verb_.main >= 0 &&
                     work_.units[static_cast<std::uint32_t>(verb_.main)].hash == hash_of("found");
  if (cognition && !found) norm_.modality = Modality::none;
  if (!known && norm_.modality == Modality::permit && verb_.deontic < 0 && (verb_.be || !staff_voice()))
    norm_.modality = Modality::none;
  if (!known && norm_.modality == Modality::prohibit && mentions(norm_, Role::actor, c::we_)) norm_.modality = Modality::none;
}

// "will result in dismissal", "you may lose your job": what follows a breach, no norm on staff.
void Builder::sanction() {
  if (norm_.modality == Modality::prohibit || norm_.modality == Modality::exempt || norm_.modality == Modality::discourage)
    return;
  // "The use of new platforms is suspended": a thing is stopped, nobody is punished.
  if (verb_.passive && verb_.main >= 0 && !person_subject() &&
      work_.units[static_cast<std::uint32_t>(verb_.main)].hash == hash_of("suspended")) {
    norm_.modality = Modality::prohibit;
    std::erase_if(norm_.mentions, [](const Mention& m) { return is_a(m.concept_id, c::discipline_); });
    return;
  }
  if (mentions(norm_, Role::act, c::discipline_) || mentions(norm_, Role::object, c::discipline_) ||
      mentions(norm_, Role::quality, c::discipline_)) {
    norm_.modality = Modality::sanction;
  }
}

// Which word does "only" hold: who may, or what they may?
void Builder::only() {
  if (verb_.reserved) {
    norm_.only = true;
    norm_.modality = Modality::restrict_to;
    norm_.via = Via::nominal;
    if (has_role(norm_, Role::actor)) add_others();
    return;
  }
  if (subject_.only && (norm_.modality == Modality::permit || norm_.modality == Modality::require ||
                        norm_.modality == Modality::define || norm_.modality == Modality::none)) {
    norm_.only = true;
    norm_.modality = Modality::restrict_to;
    if (has_role(norm_, Role::actor) && !mentions(norm_, Role::actor, c::visitors_)) add_others();
    return;
  }
  // "The press office is the sole body allowed to comment."
  const bool sole = verb_.be && verb_.deontic < 0 && norm_.modality == Modality::permit;
  if (only_after_ && (verb_.passive || sole) && mentions(norm_, Role::actor, c::gatekeeper_)) {
    norm_.only = true;
    norm_.modality = Modality::restrict_to;
    add_others();
    return;
  }
  if (only_after_ &&
      (norm_.modality == Modality::permit || norm_.modality == Modality::require || norm_.modality == Modality::define)) {
    norm_.only = true;
    norm_.modality = Modality::restrict_to;
  }
}

void Builder::add_others() {
  if (norm_.mentions.empty()) return;
  auto copy = norm_.mentions.front();
  for (const auto& m : norm_.mentions) {
    if (m.role == Role::actor) {
      copy = m;
      break;
    }
  }
  copy.role = Role::others;
  copy.concept_id = c::staff_;
  norm_.mentions.push_back(copy);
}

// A heading such as "Never" or "What you can do" decides for items that say no more than an act or a thing.
void Builder::carried() {
  if (context_.carried == Modality::none) return;
  const bool own = verb_.modal || verb_.negated || subject_.negative ||
                   (verb_seen_ && subject_.present && !verb_.be && norm_.via == Via::declarative && verb_.passive);
  if (own && norm_.modality != Modality::define) return;
  if (context_.carried == Modality::prohibit && norm_.modality == Modality::prohibit) return;
  norm_.modality = context_.carried;
  norm_.via = Via::heading;
}

// "Nothing in this policy limits …" keeps a right; "nobody is stopping you", "no breach of this policy" gives one.
bool Builder::keeps_rights() const {
  static constexpr std::string_view words[] = {"nothing", "intended", "meant", "construed", "certainty",
                                               "without", "not",      "mean",  "imply"};
  static constexpr std::string_view gives[] = {"nobody", "stopping", "violation", "violations",
                                               "breach", "breaches", "objection", "rule"};
  bool keeps = false;
  for (const auto& source : work_.sources) {
    std::vector<Token> tokens;
    tokenize(std::string_view(source.text->value).substr(source.part.begin, source.part.end - source.part.begin), tokens);
    for (const auto& token : tokens) {
      for (const auto word : gives) {
        if (token.hash == hash_of(word)) return false;
      }
      for (const auto word : words) keeps = keeps || token.hash == hash_of(word);
    }
  }
  return keeps;
}

// "Nothing in this policy prevents staff from …" frees what it names.
void Builder::saved() {
  // "This does not mean" frees nothing itself: what it is said of follows.
  if (mentions(norm_, Role::act, c::cognition_)) {
    norm_.modality = Modality::none;
    return;
  }
  if (norm_.modality == Modality::prohibit || norm_.modality == Modality::require || norm_.modality == Modality::define ||
      norm_.modality == Modality::none || norm_.modality == Modality::discourage || norm_.modality == Modality::restrict_to) {
    norm_.modality = Modality::permit;
    norm_.via = Via::negated;
  }
  norm_.savings = keeps_rights();
}

}  // namespace engagelint::norm
