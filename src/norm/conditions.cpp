// Conditions, exceptions, reasons and approvals: what the other pieces of the sentence add.
#include "norm/statement.hpp"

#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/measures.hpp"

namespace engagelint::norm {

void Builder::attach(const Piece& piece, std::int32_t index) {
  if (piece.kind == PieceKind::main || piece.of != index) return;
  if (each_time(piece)) norm_.every = true;
  if (piece.kind == PieceKind::condition || piece.kind == PieceKind::exception || piece.kind == PieceKind::relative ||
      piece.kind == PieceKind::until || piece.kind == PieceKind::after)
    chosen(piece);
  const auto zone = no_clause(piece) && zone_of(piece.kind) == Zone::condition ? Zone::predicate : zone_of(piece.kind);
  const Unit* preposition = nullptr;
  bool approve = false;
  bool acts = false;
  for (const auto i : piece.chunks) {
    const Chunk& c = chunk(i);
    for (auto k = c.first; k < c.last; ++k) approve = approve || gives_leave(work_.units[k], piece.kind);
    acts = acts || c.kind == ChunkKind::verb || c.kind == ChunkKind::gerund;
  }
  // "before the commissioner has read the reply": who must have seen it holds it back.
  const bool seen = (piece.kind == PieceKind::before || piece.kind == PieceKind::until) &&
                    (names(piece, c::monitor_) || names(piece, c::review_act_)) &&
                    (names(piece, c::gatekeeper_) || names(piece, c::managers_) || names(piece, c::executives_));
  approve = (approve && !asks_whether(piece)) || seen;
  const bool gives_approval =
      approve && (piece.kind == PieceKind::approval || piece.kind == PieceKind::exception || piece.kind == PieceKind::condition ||
                  piece.kind == PieceKind::until || piece.kind == PieceKind::after || piece.kind == PieceKind::before);
  if (gives_approval && means(unit(static_cast<std::uint32_t>(piece.head)), c::u_without_)) without_ = true;
  if (zone == Zone::before && acts)
    add_mention(work_, unit(static_cast<std::uint32_t>(piece.head)), c::before_posting_, Role::time, norm_);
  if (piece.kind == PieceKind::until && acts && !approve && names(piece, c::adopt_)) {
    add_mention(work_, unit(static_cast<std::uint32_t>(piece.head)), c::future_decision_, Role::condition, norm_);
  }
  if (piece.kind == PieceKind::approval && names(piece, c::template_)) {
    only_these(piece);
    return;
  }
  for (const auto i : piece.chunks) attach_chunk(piece, i, zone, gives_approval, preposition);
  if (gives_approval) {
    approval_piece_ = true;
  } else if (piece.kind == PieceKind::condition && acts && !ordinary(piece)) {
    norm_.situation = true;
  }
  read_measures(work_, piece.chunks, norm_);
}

// "designated staff", "once you have been appointed": somebody has to choose who may.
void Builder::chosen(const Piece& piece) {
  constexpr std::array words{hash_of("designated"), hash_of("nominated"), hash_of("appointed"), hash_of("selected"),
                             hash_of("chosen")};
  bool named = false;
  for (const auto i : piece.chunks) {
    for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
      const Unit& u = work_.units[k];
      for (const auto word : words) named = named || u.hash == word;
      // Before the verb it is those who act that were chosen, not those they act upon.
      if (piece.kind == PieceKind::main && chunk(i).kind == ChunkKind::verb) return;
      if (named && (piece.kind != PieceKind::main || means(u, c::staff_) || means(u, c::managers_) || means(u, c::volunteers_)))
        norm_.chosen = true;
    }
  }
}

// "Whenever you post", "each time": on all of them.
bool Builder::each_time(const Piece& piece) const {
  if (piece.head < 0 || piece.kind != PieceKind::condition) return false;
  const Unit& word = unit(static_cast<std::uint32_t>(piece.head));
  return word.hash == hash_of("whenever") || (word.phrase && (word.hash == hash_of("each") || word.hash == hash_of("every")));
}

// "when approval is needed", "whether approval might be required": spoken of, not asked for.
bool Builder::asks_whether(const Piece& piece) const { return piece.kind == PieceKind::condition && names(piece, c::a_require_); }

bool Builder::names(const Piece& piece, Concept concept_id) const {
  for (const auto i : piece.chunks) {
    for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
      if (means(work_.units[k], concept_id)) return true;
    }
  }
  return false;
}

// "only with the approved answers": no approval, but nothing else may be used.
void Builder::only_these(const Piece& piece) {
  for (const auto i : piece.chunks) {
    if (chunk(i).kind == ChunkKind::noun)
      add_nouns(work_, chunk(i), {Zone::predicate, nullptr, false, false, false, false}, norm_);
  }
  norm_.only = true;
  if (norm_.modality == Modality::require || norm_.modality == Modality::permit) norm_.modality = Modality::restrict_to;
}

// Approval, or, after "subject to" and "only with", anyone who could give it.
bool Builder::gives_leave(const Unit& u, PieceKind kind) {
  if (kind == PieceKind::relative) return false;
  if (means(u, c::approve_)) return true;
  // "until you hear back", "until you are told": somebody else's word is waited for.
  if (kind == PieceKind::until && (means(u, c::listen_act_) || means(u, c::notify_))) return true;
  if ((kind == PieceKind::exception || kind == PieceKind::approval) && (u.cls == 'A' || u.cls == 'E' || u.cls == 'F') &&
      (may_mean(u, c::a_permit_) || may_mean(u, c::f_permit_)))
    return true;
  return kind == PieceKind::approval && (means(u, c::gatekeeper_) || means(u, c::managers_) || means(u, c::executives_));
}

// "during employment", "upon request": no clause of its own.
bool Builder::no_clause(const Piece& piece) const {
  if (piece.head < 0 || piece.has_verb) return false;
  return means(unit(static_cast<std::uint32_t>(piece.head)), c::s_prep_);
}

Zone Builder::zone_of(PieceKind kind) {
  switch (kind) {
    case PieceKind::exception:
    case PieceKind::approval: return Zone::exception;
    case PieceKind::before: return Zone::before;
    case PieceKind::reason: return Zone::reason;
    case PieceKind::aside:
    case PieceKind::concession: return Zone::context;
    case PieceKind::relative: return Zone::relative;
    default: return Zone::condition;
  }
}

void Builder::attach_chunk(const Piece& piece, std::uint32_t i, Zone zone, bool approve, const Unit*& preposition) {
  const Chunk& c = chunk(i);
  const Role act_role = zone == Zone::exception  ? Role::exception
                        : zone == Zone::before   ? Role::time
                        : zone == Zone::relative ? Role::quality
                                                 : Role::condition;
  switch (c.kind) {
    case ChunkKind::noun: {
      Place place{
          zone == Zone::before || zone == Zone::relative ? Zone::condition : zone, preposition, false, false, false, approve};
      add_nouns(work_, c, place, norm_);
      if (approve) add_approvers(c);
      if (zone == Zone::condition || zone == Zone::before || zone == Zone::relative) add_audience(c, piece);
      preposition = nullptr;
      break;
    }
    case ChunkKind::preposition:
    case ChunkKind::to: preposition = &unit(i); break;
    case ChunkKind::verb:
    case ChunkKind::gerund:
    case ChunkKind::infinitive:
    case ChunkKind::participle: {
      for (auto k = c.first; k < c.last; ++k) {
        const char cls = work_.units[k].cls;
        if (cls != 'V' && cls != 'G' && cls != 'E') continue;
        add_verb(work_, k, zone == Zone::before && waits() ? Role::act : act_role, norm_);
      }
      break;
    }
    case ChunkKind::adverb: add_adverb(c.first); break;
    default: break;
  }
}

// "must get approval before replying": what waits is the act that counts.
bool Builder::waits() const {
  return mentions(norm_, Role::act, c::approve_) || mentions(norm_, Role::act, c::submit_) ||
         mentions(norm_, Role::object, c::approve_) || mentions(norm_, Role::act, c::ask_) ||
         mentions(norm_, Role::act, c::wait_) || mentions(norm_, Role::act, c::notify_);
}

void Builder::add_approvers(const Chunk& c) {
  for (auto k = c.first; k < c.last; ++k) {
    const Unit& u = work_.units[k];
    for (const auto& tag : u.tags) {
      const Concept x{tag.concept_id};
      if (fits(u, tag) && (is_a(x, c::gatekeeper_) || is_a(x, c::managers_) || is_a(x, c::executives_) ||
                           is_a(x, c::named_person_) || is_a(x, c::organization_)))
        add_mention(work_, u, x, Role::approver, norm_);
    }
  }
}

// "If a customer asks": whom the act is towards, when the statement itself does not say.
void Builder::add_audience(const Chunk& c, const Piece& piece) {
  if (piece.kind == PieceKind::reason || piece.kind == PieceKind::after) return;
  for (auto k = c.first; k < c.last; ++k) {
    const Unit& u = work_.units[k];
    for (const auto& tag : u.tags) {
      if (fits(u, tag) && is_a(Concept{tag.concept_id}, c::audience_))
        add_mention(work_, u, Concept{tag.concept_id}, Role::audience, norm_);
    }
  }
}

// Being asked something is the ordinary case of talking with members, not a special situation.
bool Builder::ordinary(const Piece& piece) const {
  // "wherever they are asked" is everywhere.
  if (piece.head >= 0 && unit(static_cast<std::uint32_t>(piece.head)).hash == hash_of("wherever")) return true;
  for (const auto i : piece.chunks) {
    const Chunk& c = chunk(i);
    for (auto k = c.first; k < c.last; ++k) {
      const Unit& u = work_.units[k];
      if (means(u, c::served_) || means(u, c::public_) || means(u, c::question_) || means(u, c::organization_) ||
          means(u, c::p_we_) || means(u, c::post_) || means(u, c::content_) || means(u, c::social_media_))
        return true;
    }
  }
  return false;
}

// Approval as the act, as the object, or as what lifts the ban.
void Builder::approval() {
  const bool handed_in = mentions(norm_, Role::act, c::submit_) &&
                         (mentions(norm_, Role::object, c::content_) || mentions(norm_, Role::object, c::submit_) ||
                          mentions(norm_, Role::act, c::post_) || mentions(norm_, Role::act, c::engage_) ||
                          mentions(norm_, Role::act, c::speak_about_));
  const bool act = mentions(norm_, Role::act, c::approve_) || handed_in;
  const bool object = mentions(norm_, Role::object, c::approve_);
  if (approval_piece_ || context_.approval) norm_.approvals = 1;
  if (act || object) norm_.approvals = 1;
  if (context_.no_approval) norm_.modality = Modality::exempt;
  // "You do not need approval", "may post without asking" say that none is needed; "may not post without" says that it is.
  const bool barred = norm_.modality == Modality::prohibit || norm_.modality == Modality::discourage;
  const bool freed =
      norm_.modality == Modality::exempt || norm_.via == Via::negated || (verb_.negated && norm_.modality == Modality::define);
  if (freed || context_.savings || (without_ && !barred && !act && !object)) norm_.approvals = 0;
  without_ = false;
  if (norm_.approvals == 0) return;
  std::uint32_t approvers = 0;
  const char* last = nullptr;
  for (const auto& m : norm_.mentions) {
    if (m.role != Role::approver) continue;
    if (m.words.data() != last) ++approvers;
    last = m.words.data();
  }
  for (const auto& u : work_.units) {
    if (u.cls == 'c' && u.hash == hash_of("or")) approvers = std::min(approvers, 1U);
  }
  if (approvers > 1) norm_.approvals = approvers;
  approval_piece_ = false;
}

}  // namespace engagelint::norm
