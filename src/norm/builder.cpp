// The whole norm, once its own words are in.
#include "norm/statement.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/measures.hpp"

namespace engagelint::norm {

bool Builder::run() {
  for (std::size_t i = 0; i < work_.pieces.size(); ++i) {
    if (work_.pieces[i].kind == PieceKind::main && !work_.pieces[i].chunks.empty()) main_piece(i);
  }
  return sign_ && !understood_;
}

void Builder::finish(std::size_t index, const Piece& piece) {
  if (!verb_seen_) {
    for (std::size_t i = 0; i < piece.chunks.size(); ++i) {
      if (chunk(piece.chunks[i]).kind == ChunkKind::noun) {
        for (auto k = chunk(piece.chunks[i]).first; k < chunk(piece.chunks[i]).last; ++k) {
          if (means(work_.units[k], c::d_every_)) norm_.every = true;
        }
      }
      nominal_ = true;
      subject_chunk(piece, i);
    }
  } else {
    for (const auto i : piece.chunks) {
      if (opens_predicate(i)) break;
      if (chunk(i).kind == ChunkKind::noun && means(work_.units[chunk(i).first], c::d_every_)) norm_.every = true;
    }
  }
  inherit(piece);
  chosen(piece);
  modality(piece);
  const bool nothing = !piece.chunks.empty() && unit(piece.chunks.front()).hash == hash_of("nothing");
  if (nothing && norm_.modality == Modality::permit) norm_.savings = true;
  any_is_each(piece);
  said(piece);
  for (std::size_t p = index + 1; p < work_.pieces.size(); ++p) attach(work_.pieces[p], static_cast<std::int32_t>(index));
  for (std::size_t p = 0; p < index; ++p) attach(work_.pieces[p], static_cast<std::int32_t>(index));
  read_measures(work_, piece.chunks, norm_);
  approval();
  if (norm_.optional_ && norm_.via == Via::imperative && norm_.modality == Modality::require)
    norm_.modality = Modality::recommend;
  default_actor();
  place_span(piece);
  evidence(piece);
  if (piece.after_colon) norm_.mentions.insert(norm_.mentions.end(), label_.begin(), label_.end());
  label_.clear();
  if (!verb_seen_ && label_for_next(index)) {
    label_ = std::move(norm_.mentions);
    redirects_ = approves_ = object_negative_ = nominal_ = false;
    return;
  }
  confidence();
  norm_.elliptic = leaves_verb_out(piece);
  if (verb_.modal && verb_.main < 0 && verb_.deontic < 0 && !verb_.be && !has_role(norm_, Role::act) &&
      !has_role(norm_, Role::object))
    understood_ = false;
  if (keep()) {
    out_.push_back(std::move(norm_));
  }
  redirects_ = approves_ = object_negative_ = nominal_ = false;
}

// "others may not", "so do not", "Do not get into it": what is done was said before.
bool Builder::leaves_verb_out(const Piece& piece) const {
  if (!verb_seen_ || verb_.be || (!verb_.modal && !verb_.negated)) return false;
  if (verb_.main < 0 && verb_.deontic < 0) return true;
  bool it = false;
  for (const auto i : piece.chunks) {
    if (chunk(i).kind == ChunkKind::noun) it = means(work_.units[chunk(i).last - 1], c::p_it_);
  }
  return it && light_act();
}

// "Any message carries the notice": under a duty, any is each.
void Builder::any_is_each(const Piece& piece) {
  if (norm_.modality != Modality::require && norm_.modality != Modality::recommend) return;
  for (const auto i : piece.chunks) {
    if (chunk(i).kind != ChunkKind::noun || !means(work_.units[chunk(i).first], c::d_any_)) continue;
    for (auto k = chunk(i).first; k < chunk(i).last; ++k)
      norm_.every = norm_.every || means(work_.units[k], c::content_) || may_mean(work_.units[k], c::message_);
  }
}

// "state that you do not represent us", "say that its views are not ours": what is to be said is a disclaimer.
void Builder::said(const Piece& piece) {
  if (!piece.complement || out_.empty()) return;
  Norm& saying = out_.back();
  if (saying.modality != Modality::require && saying.modality != Modality::recommend && saying.modality != Modality::define)
    return;
  const bool denied = norm_.modality == Modality::prohibit || verb_.negated;
  for (auto mention : norm_.mentions) {
    const bool denial = denied && (is_a(mention.concept_id, c::speak_for_) || is_a(mention.concept_id, c::opinion_thing_));
    if (!denial && !is_a(mention.concept_id, c::disclaimer_)) continue;
    mention.concept_id = c::disclaimer_;
    mention.role = Role::object;
    saying.mentions.push_back(mention);
    return;
  }
}

// "Separation checklist: removal of …": what stands before the colon belongs to what follows.
bool Builder::label_for_next(std::size_t index) const {
  for (auto p = index + 1; p < work_.pieces.size(); ++p) {
    if (work_.pieces[p].kind == PieceKind::main) return work_.pieces[p].after_colon && !work_.pieces[p].chunks.empty();
  }
  return false;
}

// High where a modal rule was read from known words, low where too much of the sentence is guessed.
void Builder::confidence() {
  std::size_t unknown = 0;
  for (const auto& m : norm_.mentions) unknown += m.concept_id == Concept::none && m.role == Role::object ? 1 : 0;
  const bool plain = norm_.via == Via::declarative || norm_.via == Via::nominal;
  if (unknown >= 3 || norm_.mentions.size() > 18) {
    norm_.confidence = Confidence::low;
  } else if (unknown > 0 || plain || norm_.situation) {
    norm_.confidence = Confidence::medium;
  }
}

void Builder::inherit(const Piece& piece) {
  if (!piece.inherits || out_.empty() || has_role(norm_, Role::actor)) return;
  for (const auto& m : out_.back().mentions) {
    if (m.role == Role::actor || m.role == Role::audience) norm_.mentions.push_back(m);
  }
  // "Hashtags belong to marketing and are not to be used": what is used is the subject.
  if (!verb_.passive) return;
  for (const auto& m : subject_said_) {
    if (m.role == Role::object || m.role == Role::channel || m.role == Role::topic) norm_.mentions.push_back(m);
  }
}

void Builder::default_actor() {
  for (const auto& m : norm_.mentions) {
    if (m.role == Role::target || m.role == Role::approver || m.role == Role::exception)
      norm_.person = norm_.person || is_a(m.concept_id, c::named_person_);
    norm_.person = norm_.person || is_a(m.concept_id, c::handover_);
    if (m.role == Role::object && m.concept_id == Concept::none) norm_.unknown_object = true;
  }
  // What the organisation reserves to itself binds nobody, unless it is a look into what is theirs.
  const bool theirs = mentions(norm_, Role::object, c::staff_) || mentions(norm_, Role::channel, c::personal_account_);
  if (verb_.right_kept && !theirs) norm_.on_others = true;
}

// What says how surely this is a rule, and on whom.
void Builder::evidence(const Piece& piece) {
  const std::int32_t at = main_verb(piece);
  if (at < 0) return;
  const Unit& main = work_.units[static_cast<std::uint32_t>(at)];
  norm_.verb = std::string_view(work_.sources[main.source].text->value).substr(main.begin, main.end - main.begin);
  norm_.narrated = norm_.via == Via::declarative && past(piece);
  // "be answered", "be linked to": a phrase that is passive as a whole.
  const bool passive = verb_.passive || main.hash == hash_of("be");
  norm_.foreign = subject_.present && !subject_.acts && !passive && !verb_.be && !at_work(piece);
}

// The unit of the main verb, or of a "be" that joins two nouns; -1 where a deontic word is the verb.
std::int32_t Builder::main_verb(const Piece& piece) const {
  if (!verb_seen_) return -1;
  if (verb_.main >= 0 || verb_.modal || verb_.deontic >= 0 || !verb_.be) return verb_.main;
  for (const auto i : piece.chunks) {
    if (chunk(i).kind == ChunkKind::verb) return static_cast<std::int32_t>(chunk(i).first);
  }
  return -1;
}

// "who were told", "wrote": the past of the main verb, or of the "be" before it.
bool Builder::past(const Piece& piece) const {
  for (const auto i : piece.chunks) {
    if (chunk(i).kind != ChunkKind::verb) continue;
    for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
      const Unit& u = work_.units[k];
      if (u.hash == hash_of("was") || u.hash == hash_of("were") || u.hash == hash_of("had")) return true;
      if (u.cls == 'V' && u.form == Form::past) return true;
    }
    return false;
  }
  return false;
}

// Whether the subject is staff, a pronoun, or what staff write or keep.
bool Builder::at_work(const Piece& piece) const {
  for (std::size_t at = subject_from_; at < piece.chunks.size(); ++at) {
    const Chunk& c = chunk(piece.chunks[at]);
    if (opens_predicate(piece.chunks[at]) && !describes(piece, at)) break;
    if (c.kind != ChunkKind::noun) continue;
    for (auto k = c.first; k < c.last; ++k) {
      // "It is forbidden to accept": nobody is named.
      if (work_.units[k].hash == hash_of("it")) return true;
      for (const Concept known : {c::actor_, c::question_, c::p_staff_, c::p_anyone_, c::p_none_, c::p_they_, c::p_we_, c::we_,
                                  c::content_, c::account_thing_, c::channel_, c::act_})
        if (means(work_.units[k], known)) return true;
    }
  }
  return false;
}

void Builder::place_span(const Piece& piece) {
  Span words{UINT32_MAX, 0};
  std::uint8_t own = static_cast<std::uint8_t>(work_.sources.size() - 1);
  for (const auto i : piece.chunks) {
    for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
      const Unit& u = work_.units[k];
      if (u.source != own) continue;
      words.begin = std::min(words.begin, u.begin);
      words.end = std::max(words.end, u.end);
    }
  }
  if (words.begin >= words.end) words = work_.sources[own].part;
  const auto& text = *work_.sources[own].text;
  // The comma behind a condition is none of the norm's words.
  const auto first = text.value.find_first_not_of(",;: \n\t", words.begin);
  if (first < words.end) words.begin = static_cast<Offset>(first);
  norm_.span = text.to_source(words);
  norm_.quote = std::string_view(text.value).substr(words.begin, words.end - words.begin);
}

bool Builder::keep() {
  if (norm_.modality == Modality::none) return false;
  if (context_.quoted) return false;
  if (context_.defining && norm_.modality != Modality::define) norm_.modality = Modality::define;
  return !norm_.mentions.empty() || verb_.modal;
}

void chunk_units(Workspace& work) {
  work.classes.clear();
  for (const auto& unit : work.units) work.classes += unit.cls;
  work.chunks.clear();
  read_chunks(work.classes, work.chunks);
}

bool build_norms(const Workspace& work, const Context& context, std::vector<Norm>& out) {
  return Builder(work, context, out).run();
}

}  // namespace engagelint::norm
