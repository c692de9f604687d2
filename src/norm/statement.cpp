// One main piece, walked once: subject first, then the verb and what follows it.
#include "norm/statement.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {

void Builder::main_piece(std::size_t index) {
  const Piece& piece = work_.pieces[index];
  norm_ = Norm{};
  norm_.mentions.reserve(8);  // of most norms
  subject_ = Subject{};
  verb_ = VerbReading{};
  preposition_ = nullptr;
  verb_seen_ = please_ = only_after_ = bare_negation_ = towards_ = false;
  const auto rest = find_verb(piece);
  subject_from_ = fronted(piece, rest);
  read_subject(piece);
  if (rest < piece.chunks.size()) {
    read_predicate(piece, rest);
  } else {
    nominal_ = true;
  }
  finish(index, piece);
}

bool Builder::opens_predicate(std::uint32_t i) const {
  const auto kind = chunk(i).kind;
  return kind == ChunkKind::verb || kind == ChunkKind::deontic || kind == ChunkKind::infinitive;
}

// "If asked, a second opinion, ask Priya": what stands before the last comma is no subject of an order.
std::size_t Builder::fronted(const Piece& piece, std::size_t verb) const {
  if (verb == 0 || verb >= piece.chunks.size() || chunk(piece.chunks[verb - 1]).kind != ChunkKind::mark) return 0;
  const Chunk& head = chunk(piece.chunks[verb]);
  const Unit& first = work_.units[head.first];
  const bool order = first.cls == 'D' || first.cls == 'N' || first.cls == 'F' || (first.cls == 'V' && first.form == Form::base);
  return head.kind == ChunkKind::verb && order ? verb : 0;
}

void Builder::read_subject(const Piece& piece) {
  for (std::size_t at = subject_from_; at < piece.chunks.size(); ++at) {
    const auto i = piece.chunks[at];
    if (opens_predicate(i) && !describes(piece, at)) break;
    const auto kind = chunk(i).kind;
    if (kind == ChunkKind::noun) {
      subject_.present = true;
      for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
        const Unit& u = work_.units[k];
        if (means(u, c::d_no_) || means(u, c::p_none_) || means(u, c::p_nothing_) || nothing_else(u)) subject_.negative = true;
        if (no_answer(u)) answer_ = &u;
        if (u.cls == 'o' && (k == chunk(i).first || k + 1 >= chunk(i).last || work_.units[k + 1].cls != 'j'))
          subject_.only = true;
        if (u.cls == 'n' && may_mean(u, c::act_)) subject_.acts = true;
      }
    } else if (kind == ChunkKind::gerund) {
      subject_.present = subject_.acts = true;
    } else if (kind == ChunkKind::only) {
      subject_.only = true;
    } else if (kind == ChunkKind::please) {
      please_ = true;
    } else if (kind == ChunkKind::negation) {
      bare_negation_ = true;
      // "Not every post needs a link."
      if (at + 1 < piece.chunks.size() && means(unit(piece.chunks[at + 1]), c::d_every_)) {
        subject_.negative = true;
        bare_negation_ = false;
      }
    } else if (kind == ChunkKind::joint && may_mean(unit(i), c::c_or_) && work_.units[chunk(i).first].hash == hash_of("nor")) {
      subject_.negative = true;
    }
  }
}

// "No answer shall be sent before …": as a subject with a modal, not the silence that "no answer" names elsewhere.
bool Builder::no_answer(const Unit& u) { return u.phrase && means(u, c::hide_) && u.hash == hash_of("no"); }

// "nothing else", "no other platform": the phrase names what is shut out.
bool Builder::nothing_else(const Unit& u) {
  return u.phrase && (means(u, c::other_platform_) || means(u, c::any_information_)) &&
         (u.hash == hash_of("nothing") || u.hash == hash_of("no"));
}

std::size_t Builder::find_verb(const Piece& piece) const {
  std::size_t at = 0;
  while (at < piece.chunks.size() && (!opens_predicate(piece.chunks[at]) || describes(piece, at))) ++at;
  return at;
}

// "The right to write about us is vested in …": an infinitive behind a noun tells what right; the verb is still to come.
bool Builder::describes(const Piece& piece, std::size_t at) const {
  if (at == 0 || chunk(piece.chunks[at]).kind != ChunkKind::infinitive) return false;
  const Chunk& noun = chunk(piece.chunks[at - 1]);
  if (noun.kind != ChunkKind::noun || !may_mean(work_.units[noun.last - 1], c::right_noun_)) return false;
  for (auto k = at + 1; k < piece.chunks.size(); ++k) {
    if (chunk(piece.chunks[k]).kind == ChunkKind::verb) return true;
  }
  return false;
}

// A verb that needs no subject: "Answer it", "Do not reply".
bool Builder::imperative(const Chunk& verb) const {
  const Unit& first = work_.units[verb.first];
  return first.cls == 'D' || first.cls == 'V' || first.cls == 'F' || first.cls == 'N' || first.cls == 'a' || first.cls == 'o';
}

void Builder::read_predicate(const Piece& piece, std::size_t at) {
  const Chunk& head = chunk(piece.chunks[at]);
  verb_ = read_verb(work_.units, head, subject_.negative);
  if (verb_.modal || verb_.negated) sign_ = true;
  for (auto k = head.first; k < head.last; ++k) {
    if (work_.units[k].cls != 'o' || (k > 0 && work_.units[k - 1].cls == 'N')) continue;
    // "The press office alone may": the subject is meant.
    if (k == head.first && work_.units[k].hash == hash_of("alone")) {
      subject_.only = true;
    } else {
      only_after_ = true;
    }
  }
  if (answer_ != nullptr && verb_.modal) {
    verb_ = read_verb(work_.units, head, true);
    add_mention(work_, *answer_, c::reply_, Role::act, norm_);
  }
  answer_ = nullptr;
  inner_verb_ = head.kind == ChunkKind::infinitive && subject_.present;
  nominal_ = verb_.main < 0 && (verb_.reserved || verb_.deontic >= 0 || (verb_.be && verb_.modal));
  for (std::size_t i = 0; i < at; ++i) subject_chunk(piece, i);
  if (!piece.inherits) subject_said_ = norm_.mentions;
  verb_seen_ = true;
  if (verb_.main >= 0) take_verb(static_cast<std::uint32_t>(verb_.main));
  if (verb_.refused) add_mention(work_, work_.units[static_cast<std::uint32_t>(verb_.deontic)], c::hide_, Role::quality, norm_);
  for (auto k = head.first; k < head.last; ++k) {
    if (work_.units[k].cls == 'a') add_adverb(k);
    if (work_.units[k].cls == 'p' && verb_.asked)
      add_nouns(work_, {ChunkKind::noun, k, k + 1}, {Zone::subject, nullptr, false, false, false, false}, norm_);
  }
  preposition_ = nullptr;
  for (std::size_t i = at + 1; i < piece.chunks.size(); ++i) predicate_chunk(piece.chunks[i]);
}

void Builder::take_verb(std::uint32_t index) {
  add_verb(work_, index, Role::act, norm_);
  redirects_ = mentions(norm_, Role::act, c::redirect_) || mentions(norm_, Role::act, c::handover_);
  approves_ = mentions(norm_, Role::act, c::approve_) || mentions(norm_, Role::act, c::submit_);
}

void Builder::subject_chunk(const Piece& piece, std::size_t at) {
  const auto i = piece.chunks[at];
  switch (chunk(i).kind) {
    case ChunkKind::noun: {
      Place place{Zone::subject, preposition_, verb_.passive || passive_deontic(), nominal_ && !person_subject(), false, false};
      const bool inside = at > 0 && chunk(piece.chunks[at - 1]).kind == ChunkKind::gerund;  // "Answering the public is …"
      // "Talking with investors and clients is …": the second are talked with as well.
      const bool joined = subject_.acts && at > 1 && chunk(piece.chunks[at - 1]).kind == ChunkKind::joint && towards_;
      towards_ = joined || (preposition_ != nullptr && !means(*preposition_, c::i_of_));
      if (towards_ || at < subject_from_ || inside) place.zone = Zone::predicate;
      add_nouns(work_, chunk(i), place, norm_);
      // "from current or prospective members": the modifier's noun is still to come.
      if (work_.units[chunk(i).last - 1].cls != 'j') preposition_ = about(chunk(i));
      break;
    }
    case ChunkKind::gerund: add_verb(work_, chunk(i).first, Role::act, norm_); break;
    case ChunkKind::infinitive:
      add_verb(work_, chunk(i).last - 1, Role::act, norm_);
      subject_.acts = towards_ = true;
      break;
    case ChunkKind::preposition:
    case ChunkKind::to: preposition_ = &unit(i); break;
    case ChunkKind::adverb: add_adverb(chunk(i).first); break;
    case ChunkKind::participle: add_verb(work_, chunk(i).first, Role::quality, norm_); break;
    default: break;
  }
}

// "Accounts are not allowed", "Friending is prohibited": the subject is what is allowed, unless it is people.
bool Builder::passive_deontic() const {
  return nominal_ && !verb_.reserved && !subject_.acts && verb_.deontic >= 0 && !person_subject();
}

bool Builder::person_subject() const {
  for (const auto& c : work_.chunks) {
    if (c.kind == ChunkKind::verb || c.kind == ChunkKind::deontic) break;
    if (c.kind != ChunkKind::noun) continue;
    for (auto k = c.first; k < c.last; ++k) {
      if (means(work_.units[k], c::actor_) || means(work_.units[k], c::p_staff_) || means(work_.units[k], c::p_anyone_) ||
          means(work_.units[k], c::p_none_))
        return true;
    }
  }
  return false;
}

void Builder::predicate_chunk(std::uint32_t i) {
  const Chunk& c = chunk(i);
  switch (c.kind) {
    case ChunkKind::noun: predicate_noun(c); break;
    case ChunkKind::preposition:
    case ChunkKind::to: preposition_ = &unit(i); break;
    case ChunkKind::adverb: add_adverb(c.first); break;
    case ChunkKind::only: only_after_ = true; break;
    case ChunkKind::gerund: later_act(c.first); break;
    case ChunkKind::infinitive: infinitive(c); break;
    case ChunkKind::verb: later_verb(c); break;
    case ChunkKind::participle:
      // "is logged, forwarded and left unanswered": each is done; "content supplied by …" describes.
      if (verb_.passive) {
        take_verb(c.first);
      } else {
        described_ = true;
        add_verb(work_, c.first, Role::quality, norm_);
      }
      break;
    case ChunkKind::please: please_ = true; break;
    case ChunkKind::deontic: later_deontic(c); break;
    case ChunkKind::negation: bare_negation_ = true; break;
    default: break;
  }
}

void Builder::predicate_noun(const Chunk& c) {
  Place place{Zone::predicate, preposition_, false, false, redirects_, approves_};
  if (none_besides(c)) {
    only_after_ = true;
    return;
  }
  for (auto k = c.first; k < c.last; ++k) {
    if (work_.units[k].cls == 'o' && (k == c.first || k + 1 >= c.last || work_.units[k + 1].cls != 'j')) only_after_ = true;
    if (means(work_.units[k], c::d_no_) || means(work_.units[k], c::p_nothing_) || means(work_.units[k], c::p_none_))
      object_negative_ = true;
    if (means(work_.units[k], c::d_every_)) norm_.every = true;
  }
  // "The policy forbids staff to …": the people named next are who it forbids.
  if (verb_.says && !has_role(norm_, Role::act) && preposition_ == nullptr) {
    Place named = place;
    named.zone = Zone::subject;
    if (names_people(c)) {
      drop_actor();
      add_nouns(work_, c, named, norm_);
      return;
    }
  }
  if (verb_.reserved && names_actor(c)) {
    norm_.only = true;
    add_nouns(work_, c, {Zone::subject, nullptr, false, false, false, false}, norm_);
    preposition_ = nullptr;
    return;
  }
  // "links supplied by marketing": who supplied them bears no duty.
  if (described_ && preposition_ != nullptr && means(*preposition_, c::i_by_)) place.zone = Zone::context;
  described_ = false;
  if (denied_here(c)) place.zone = Zone::exception;
  add_nouns(work_, c, place, norm_);
  approves_ = approves_ || mentions(norm_, Role::object, c::approve_);
  preposition_ = about(c);
}

// "to members and to nobody else": those named before, and only they.
bool Builder::none_besides(const Chunk& c) const {
  const Unit& last = work_.units[c.last - 1];
  if (!means(last, c::p_none_) && !means(last, c::p_nothing_)) return false;
  auto at = c.first;
  if (preposition_ != nullptr) at = static_cast<std::uint32_t>(preposition_ - work_.units.data());
  if (at == 0 || at > c.first || work_.units[at - 1].hash != hash_of("and") || c.last >= work_.units.size()) return false;
  const auto behind = work_.units[c.last].hash;
  return behind == hash_of("else") || behind == hash_of("besides") || behind == hash_of("other") || behind == hash_of("beyond");
}

// "on LinkedIn but not on Facebook", "to members, not to journalists": what is named last is left out.
bool Builder::denied_here(const Chunk& c) const {
  auto at = c.first;
  if (preposition_ != nullptr) at = static_cast<std::uint32_t>(preposition_ - work_.units.data());
  if (at < 2 || at > c.first || work_.units[at - 1].hash != hash_of("not")) return false;
  const Unit& before = work_.units[at - 2];
  return before.kind == ',' || before.hash == hash_of("but") || before.hash == hash_of("and");
}

// "comments about", "remarks on": the preposition is in the phrase, and what follows is the topic.
const Unit* Builder::about(const Chunk& c) const {
  const Unit& last = work_.units[c.last - 1];
  return last.phrase && last.cls == 'n' && means(last, c::speak_about_) ? &last : nullptr;
}

bool Builder::names_people(const Chunk& c) const {
  for (auto k = c.first; k < c.last; ++k) {
    if (means(work_.units[k], c::staff_) || means(work_.units[k], c::p_staff_) || means(work_.units[k], c::p_anyone_) ||
        means(work_.units[k], c::p_they_))
      return true;
  }
  return false;
}

bool Builder::names_actor(const Chunk& c) const {
  for (auto k = c.first; k < c.last; ++k) {
    if (means(work_.units[k], c::actor_)) return true;
  }
  return false;
}

void Builder::drop_actor() {
  std::erase_if(norm_.mentions, [](const Mention& m) { return m.role == Role::actor; });
}

// "from posting", "to reply", "avoid answering": the act of a deontic verb; else a further act or a means.
void Builder::later_act(std::uint32_t index) {
  const bool by = preposition_ != nullptr && (means(*preposition_, c::i_by_) || means(*preposition_, c::i_with_));
  if (!has_role(norm_, Role::act) || !by) {
    take_verb(index);
  } else {
    add_verb(work_, index, Role::instrument, norm_);
  }
  preposition_ = nullptr;
}

void Builder::infinitive(const Chunk& c) {
  // "better … than to refer": what is set against the rule is not the rule.
  if (preposition_ != nullptr && preposition_->hash == hash_of("than")) return;
  std::uint32_t index = c.last - 1;
  for (auto k = c.first; k < c.last; ++k) {
    if (work_.units[k].cls == 'N' && verb_.modality == Modality::require) verb_.modality = Modality::prohibit;
    if (work_.units[k].cls == 'N' && verb_.modality == Modality::recommend) verb_.modality = Modality::discourage;
    // "It is our practice not to reply."
    if (work_.units[k].cls == 'N' && verb_.be && !verb_.modal && !verb_.negated) {
      verb_.modality = Modality::prohibit;
      verb_.modal = true;
    }
  }
  const bool open_act = !has_role(norm_, Role::act) || verb_.says || light_act();
  // "the duty of each of us to avoid posting": what one has to keep from is forbidden.
  if (open_act && keeps_from(c)) {
    verb_.modality = verb_.modality == Modality::recommend ? Modality::discourage : Modality::prohibit;
    verb_.modal = true;
    verb_.deontic = static_cast<std::int32_t>(index);
  }
  if (open_act) {
    take_verb(index);
  } else {
    add_verb(work_, index, Role::purpose, norm_);
  }
  preposition_ = nullptr;
}

bool Builder::keeps_from(const Chunk& c) const {
  for (auto k = c.first; k < c.last; ++k) {
    if (work_.units[k].cls == 'F' && means(work_.units[k], c::f_refrain_)) return true;
  }
  return false;
}

// "be happy to", "be able to", "try to": the verb that counts comes after.
bool Builder::light_act() const {
  for (const auto& m : norm_.mentions) {
    if (m.role == Role::act && m.concept_id != Concept::none && !is_a(m.concept_id, c::cognition_)) return false;
  }
  return true;
}

void Builder::later_verb(const Chunk& c) {
  const auto more = read_verb(work_.units, c, false);
  if (more.main >= 0) take_verb(static_cast<std::uint32_t>(more.main));
  // "We ask that you steer clear of …": what is asked is to keep away.
  const bool away = more.modality == Modality::prohibit || more.modality == Modality::discourage;
  const bool asked = verb_.says && (verb_.modality == Modality::require || verb_.modality == Modality::recommend);
  // "The use of X to answer members is suspended": the infinitive belongs to the subject.
  const bool statement = inner_verb_ && more.passive && !verb_.modal;
  // "Do not give a false name, or allow yourself to be taken for …": what was denied first stays denied.
  const bool denied_order = verb_.negated && !verb_.modal && !subject_.present;
  // "Those who edit the news do not express a view": the verb before only tells who.
  const bool denies_now = more.negated && work_.units[c.first].cls == 'D' && !verb_.modal && !verb_.negated && subject_.present;
  if ((!verb_.modal && more.modal && !denied_order) || statement || (asked && away) || denies_now) verb_ = more;
  // "have to make sure that it cannot be traced": what is made sure of is the rule.
  const bool barred = more.modality == Modality::prohibit || (more.negated && !more.modal);
  if (verb_.modal && please_ && barred && (verb_.modality == Modality::require || verb_.modality == Modality::recommend))
    verb_.modality = verb_.modality == Modality::require ? Modality::prohibit : Modality::discourage;
}

void Builder::later_deontic(const Chunk& c) {
  const auto more = read_verb(work_.units, c, bare_negation_);
  if (more.main >= 0 && !has_role(norm_, Role::act)) take_verb(static_cast<std::uint32_t>(more.main));
  if (!verb_.modal) {
    verb_.modality = more.modality;
    verb_.modal = true;
  }
}

void Builder::add_adverb(std::uint32_t index) {
  const Unit& u = work_.units[index];
  if (means(u, c::ad_always_)) norm_.every = true;
  for (const auto& tag : u.tags) {
    const Concept x{tag.concept_id};
    if (!fits(u, tag)) continue;
    if (is_a(x, c::time_)) add_mention(work_, u, x, Role::time, norm_);
    if (is_a(x, c::quality_)) add_mention(work_, u, x, Role::quality, norm_);
    if (is_a(x, c::channel_)) add_mention(work_, u, x, Role::channel, norm_);
    if (is_a(x, c::voluntary_)) norm_.optional_ = true;
    if (is_a(x, c::future_decision_)) add_mention(work_, u, x, Role::condition, norm_);
  }
}

}  // namespace engagelint::norm
