#include "norm/builder.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/measures.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {
namespace {

// What stands before the verb of a main piece.
struct Subject {
  bool present = false;
  bool negative = false;  // no employee, nobody
  bool only = false;
  bool acts = false;  // a gerund or the name of an act: "Posting about us …"
};

class Builder {
 public:
  Builder(const Workspace& work, const Context& context, std::vector<Norm>& out) : work_(work), context_(context), out_(out) {}

  bool run() {
    for (std::size_t i = 0; i < work_.pieces.size(); ++i) {
      if (work_.pieces[i].kind == PieceKind::main && !work_.pieces[i].chunks.empty()) main_piece(i);
    }
    return sign_ && !understood_;
  }

 private:
  const Unit& unit(std::uint32_t chunk) const { return work_.units[work_.chunks[chunk].first]; }
  const Chunk& chunk(std::uint32_t i) const { return work_.chunks[i]; }

  // ---- one main piece: walk its chunks once, subject first, then the verb and what follows
  void main_piece(std::size_t index) {
    const Piece& piece = work_.pieces[index];
    norm_ = Norm{};
    subject_ = Subject{};
    verb_ = VerbReading{};
    preposition_ = nullptr;
    verb_seen_ = please_ = only_after_ = bare_negation_ = false;
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

  bool opens_predicate(std::uint32_t i) const {
    const auto kind = chunk(i).kind;
    return kind == ChunkKind::verb || kind == ChunkKind::deontic || kind == ChunkKind::infinitive;
  }

  // "If asked, a second opinion, ask Priya": what stands before the last comma is no subject of an order.
  std::size_t fronted(const Piece& piece, std::size_t verb) const {
    if (verb == 0 || verb >= piece.chunks.size() || chunk(piece.chunks[verb - 1]).kind != ChunkKind::mark) return 0;
    const Chunk& head = chunk(piece.chunks[verb]);
    const Unit& first = work_.units[head.first];
    const bool order = first.cls == 'D' || first.cls == 'N' || first.cls == 'F' || (first.cls == 'V' && first.form == Form::base);
    return head.kind == ChunkKind::verb && order ? verb : 0;
  }

  void read_subject(const Piece& piece) {
    for (std::size_t at = subject_from_; at < piece.chunks.size(); ++at) {
      const auto i = piece.chunks[at];
      if (opens_predicate(i)) break;
      const auto kind = chunk(i).kind;
      if (kind == ChunkKind::noun) {
        subject_.present = true;
        for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
          const Unit& u = work_.units[k];
          if (means(u, c::d_no_) || means(u, c::p_none_) || means(u, c::p_nothing_) || nothing_else(u)) subject_.negative = true;
          if (no_answer(u)) answer_ = &u;
          if (u.cls == 'o' && (k == chunk(i).first || k + 1 >= chunk(i).last || work_.units[k + 1].cls != 'j')) subject_.only = true;
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
  static bool no_answer(const Unit& u) { return u.phrase && means(u, c::hide_) && u.hash == hash_of("no"); }

  // "nothing else", "no other platform": the phrase names what is shut out.
  static bool nothing_else(const Unit& u) {
    return u.phrase && (means(u, c::other_platform_) || means(u, c::any_information_)) && (u.hash == hash_of("nothing") || u.hash == hash_of("no"));
  }

  std::size_t find_verb(const Piece& piece) const {
    std::size_t at = 0;
    while (at < piece.chunks.size() && !opens_predicate(piece.chunks[at])) ++at;
    return at;
  }

  // A verb that needs no subject: "Answer it", "Do not reply".
  bool imperative(const Chunk& verb) const {
    const Unit& first = work_.units[verb.first];
    return first.cls == 'D' || first.cls == 'V' || first.cls == 'F' || first.cls == 'N' || first.cls == 'a' || first.cls == 'o';
  }

  void read_predicate(const Piece& piece, std::size_t at) {
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
    nominal_ = verb_.main < 0 && (verb_.reserved || verb_.deontic >= 0 || (verb_.be && verb_.modal));
    for (std::size_t i = 0; i < at; ++i) subject_chunk(piece, i);
    verb_seen_ = true;
    if (verb_.main >= 0) take_verb(static_cast<std::uint32_t>(verb_.main));
    if (verb_.refused) add_mention(work_, work_.units[static_cast<std::uint32_t>(verb_.deontic)], c::hide_, Role::quality, norm_);
    for (auto k = head.first; k < head.last; ++k) {
      if (work_.units[k].cls == 'a') add_adverb(k);
      if (work_.units[k].cls == 'p' && verb_.asked) add_nouns(work_, {ChunkKind::noun, k, k + 1}, {Zone::subject, nullptr, false, false, false, false}, norm_);
    }
    preposition_ = nullptr;
    for (std::size_t i = at + 1; i < piece.chunks.size(); ++i) predicate_chunk(piece.chunks[i]);
  }

  void take_verb(std::uint32_t index) {
    add_verb(work_, index, Role::act, norm_);
    redirects_ = mentions(norm_, Role::act, c::redirect_) || mentions(norm_, Role::act, c::handover_);
    approves_ = mentions(norm_, Role::act, c::approve_) || mentions(norm_, Role::act, c::submit_);
  }

  void subject_chunk(const Piece& piece, std::size_t at) {
    const auto i = piece.chunks[at];
    switch (chunk(i).kind) {
      case ChunkKind::noun: {
        Place place{Zone::subject, preposition_, verb_.passive || passive_deontic(), nominal_ && !person_subject(), false, false};
        if ((preposition_ != nullptr && !means(*preposition_, c::i_of_)) || at < subject_from_) place.zone = Zone::predicate;
        add_nouns(work_, chunk(i), place, norm_);
        preposition_ = nullptr;
        break;
      }
      case ChunkKind::gerund: add_verb(work_, chunk(i).first, Role::act, norm_); break;
      case ChunkKind::preposition:
      case ChunkKind::to: preposition_ = &unit(i); break;
      case ChunkKind::adverb: add_adverb(chunk(i).first); break;
      case ChunkKind::participle: add_verb(work_, chunk(i).first, Role::quality, norm_); break;
      default: break;
    }
  }

  // "Accounts are not allowed", "Friending is prohibited": the subject is what is allowed, unless it is people.
  bool passive_deontic() const { return nominal_ && !verb_.reserved && !subject_.acts && verb_.deontic >= 0 && !person_subject(); }

  bool person_subject() const {
    for (const auto& c : work_.chunks) {
      if (c.kind == ChunkKind::verb || c.kind == ChunkKind::deontic) break;
      if (c.kind != ChunkKind::noun) continue;
      for (auto k = c.first; k < c.last; ++k) {
        if (means(work_.units[k], c::actor_) || means(work_.units[k], c::p_staff_) || means(work_.units[k], c::p_anyone_) || means(work_.units[k], c::p_none_)) return true;
      }
    }
    return false;
  }

  void predicate_chunk(std::uint32_t i) {
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
          add_verb(work_, c.first, Role::quality, norm_);
        }
        break;
      case ChunkKind::deontic: later_deontic(c); break;
      case ChunkKind::negation: bare_negation_ = true; break;
      default: break;
    }
  }

  void predicate_noun(const Chunk& c) {
    Place place{Zone::predicate, preposition_, false, false, redirects_, approves_};
    for (auto k = c.first; k < c.last; ++k) {
      if (work_.units[k].cls == 'o' && (k == c.first || k + 1 >= c.last || work_.units[k + 1].cls != 'j')) only_after_ = true;
      if (means(work_.units[k], c::d_no_) || means(work_.units[k], c::p_nothing_) || means(work_.units[k], c::p_none_)) object_negative_ = true;
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
    add_nouns(work_, c, place, norm_);
    approves_ = approves_ || mentions(norm_, Role::object, c::approve_);
    preposition_ = nullptr;
  }

  bool names_people(const Chunk& c) const {
    for (auto k = c.first; k < c.last; ++k) {
      if (means(work_.units[k], c::staff_) || means(work_.units[k], c::p_staff_) || means(work_.units[k], c::p_anyone_) || means(work_.units[k], c::p_they_)) return true;
    }
    return false;
  }
  bool names_actor(const Chunk& c) const {
    for (auto k = c.first; k < c.last; ++k) {
      if (means(work_.units[k], c::actor_)) return true;
    }
    return false;
  }
  void drop_actor() {
    std::erase_if(norm_.mentions, [](const Mention& m) { return m.role == Role::actor; });
  }

  // "from posting", "to reply", "avoid answering": the act of a deontic verb; else a further act or a means.
  void later_act(std::uint32_t index) {
    const bool by = preposition_ != nullptr && (means(*preposition_, c::i_by_) || means(*preposition_, c::i_with_));
    if (!has_role(norm_, Role::act) || !by) {
      take_verb(index);
    } else {
      add_verb(work_, index, Role::instrument, norm_);
    }
    preposition_ = nullptr;
  }

  void infinitive(const Chunk& c) {
    std::uint32_t index = c.last - 1;
    for (auto k = c.first; k < c.last; ++k) {
      if (work_.units[k].cls == 'N' && verb_.modality == Modality::require) verb_.modality = Modality::prohibit;
      if (work_.units[k].cls == 'N' && verb_.modality == Modality::recommend) verb_.modality = Modality::discourage;
    }
    const bool open_act = !has_role(norm_, Role::act) || verb_.says || light_act();
    if (open_act) {
      take_verb(index);
    } else {
      add_verb(work_, index, Role::purpose, norm_);
    }
    preposition_ = nullptr;
  }

  // "be happy to", "be able to", "try to": the verb that counts comes after.
  bool light_act() const {
    for (const auto& m : norm_.mentions) {
      if (m.role == Role::act && m.concept_id != Concept::none && !is_a(m.concept_id, c::cognition_)) return false;
    }
    return true;
  }

  void later_verb(const Chunk& c) {
    const auto more = read_verb(work_.units, c, false);
    if (more.main >= 0) take_verb(static_cast<std::uint32_t>(more.main));
    if (!verb_.modal && more.modal) verb_ = more;
  }

  void later_deontic(const Chunk& c) {
    const auto more = read_verb(work_.units, c, bare_negation_);
    if (!verb_.modal) {
      verb_.modality = more.modality;
      verb_.modal = true;
    }
  }

  void add_adverb(std::uint32_t index) {
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

  // ---- the whole norm, once its own words are in
  void finish(std::size_t index, const Piece& piece) {
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
    modality(piece);
    for (std::size_t p = index + 1; p < work_.pieces.size(); ++p) attach(work_.pieces[p], static_cast<std::int32_t>(index));
    for (std::size_t p = 0; p < index; ++p) attach(work_.pieces[p], static_cast<std::int32_t>(index));
    read_measures(work_, piece.chunks, norm_);
    approval();
    default_actor();
    place_span(piece);
    if (piece.after_colon) norm_.mentions.insert(norm_.mentions.end(), label_.begin(), label_.end());
    label_.clear();
    if (!verb_seen_ && label_for_next(index)) {
      label_ = std::move(norm_.mentions);
      redirects_ = approves_ = object_negative_ = nominal_ = false;
      return;
    }
    confidence();
    if (verb_.modal && verb_.main < 0 && verb_.deontic < 0 && !verb_.be && !has_role(norm_, Role::act) && !has_role(norm_, Role::object)) understood_ = false;
    if (keep()) {
      out_.push_back(std::move(norm_));
    }
    redirects_ = approves_ = object_negative_ = nominal_ = false;
  }

  // "Separation checklist: removal of …": what stands before the colon belongs to what follows.
  bool label_for_next(std::size_t index) const {
    for (auto p = index + 1; p < work_.pieces.size(); ++p) {
      if (work_.pieces[p].kind == PieceKind::main) return work_.pieces[p].after_colon && !work_.pieces[p].chunks.empty();
    }
    return false;
  }

  // High where a modal rule was read from known words, low where too much of the sentence is guessed.
  void confidence() {
    std::size_t unknown = 0;
    for (const auto& m : norm_.mentions) unknown += m.concept_id == Concept::none && m.role == Role::object ? 1 : 0;
    const bool plain = norm_.via == Via::declarative || norm_.via == Via::nominal;
    if (unknown >= 3 || norm_.mentions.size() > 18) {
      norm_.confidence = Confidence::low;
    } else if (unknown > 0 || plain || norm_.situation) {
      norm_.confidence = Confidence::medium;
    }
  }

  void inherit(const Piece& piece) {
    if (!piece.inherits || out_.empty() || has_role(norm_, Role::actor)) return;
    for (const auto& m : out_.back().mentions) {
      if (m.role == Role::actor || m.role == Role::audience) {
        auto copy = m;
        norm_.mentions.push_back(copy);
      }
    }
  }

  bool staff_voice() const {
    for (const auto& m : norm_.mentions) {
      if (m.role == Role::actor && !is_a(m.concept_id, c::staff_) && !is_a(m.concept_id, c::we_) && !is_a(m.concept_id, c::gatekeeper_) && !is_a(m.concept_id, c::agency_)) return false;
    }
    return has_role(norm_, Role::actor) || !subject_.present;
  }

  void modality(const Piece& piece) {
    norm_.modality = verb_.modality;
    norm_.via = verb_.passive ? Via::passive : Via::modal;
    if (verb_.weak && norm_.modality == Modality::permit) norm_.modality = Modality::none;
    if (verb_.future && !verb_.passive && !staff_voice()) norm_.modality = Modality::none;
    if (verb_.future && verb_.passive && !mentions(norm_, Role::act, c::approve_) && !mentions(norm_, Role::act, c::redirect_)) {
      norm_.modality = mentions(norm_, Role::object, c::thing_) || has_role(norm_, Role::channel) ? Modality::require : Modality::none;
    }
    if (!verb_.modal) plain(piece);
    empty_object();
    epistemic();
    sanction();
    leave_to();
    refused();
    business();
    allowance();
    keep_out();
    light();
    only();
    carried();
    if (context_.savings) saved();
  }

  // No modal: an order, a habit stated as a rule, or a plain statement.
  void plain(const Piece& piece) {
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
      if (subject_.negative && verb_.negated) norm_.modality = Modality::require;
    } else if (staff_voice()) {
      norm_.modality = negative ? Modality::prohibit : verb_.be ? Modality::define : Modality::require;
      if (verb_.be && !negative) norm_.modality = Modality::define;
    } else {
      norm_.modality = negative ? Modality::prohibit : steps() ? Modality::require : Modality::define;
    }
  }

  // "Each comment goes to your team leader": a procedure told in the present is the rule.
  bool steps() const {
    for (const auto x : {c::redirect_, c::submit_, c::approve_, c::wait_, c::include_, c::link_act_, c::track_, c::hide_, c::handover_}) {
      if (mentions(norm_, Role::act, x)) return true;
    }
    return false;
  }

  // "No texting at the wheel." "Account numbers by tweet: never."
  void nominal_statement() {
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
  void empty_object() {
    if (!object_negative_ || verb_.be || mentions(norm_, Role::object, c::right_noun_)) return;
    if (norm_.modality == Modality::require || norm_.modality == Modality::permit || norm_.modality == Modality::recommend) norm_.modality = Modality::prohibit;
  }

  // "Answering is the press office's business": named people's, and so nobody else's.
  void business() {
    if (!verb_.be || verb_.modal || verb_.negated || !subject_.acts || !mentions(norm_, Role::object, c::duty_noun_)) return;
    bool keeper = false;
    for (auto& m : norm_.mentions) {
      if (m.role == Role::object && is_a(m.concept_id, c::gatekeeper_)) {
        m.role = Role::actor;
        keeper = true;
      }
    }
    if (!keeper) return;
    norm_.modality = Modality::restrict_to;
    norm_.only = true;
    add_others();
  }

  // "Friend requests are to be declined" forbids to connect.
  void refused() {
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

  // "No reference shall be made": the noun is the act.
  void light() {
    if (!mentions(norm_, Role::act, c::light_)) return;
    std::vector<Mention> acts;
    for (const auto& m : norm_.mentions) {
      if (m.role == Role::object && is_a(m.concept_id, c::act_)) {
        acts.push_back(m);
        acts.back().role = Role::act;
      }
    }
    norm_.mentions.insert(norm_.mentions.end(), acts.begin(), acts.end());
  }

  // "Keep out of groups": what one stays away from is using it.
  void keep_out() {
    if (verb_.deontic < 0 || has_role(norm_, Role::act) || !has_role(norm_, Role::channel)) return;
    const Unit& word = work_.units[static_cast<std::uint32_t>(verb_.deontic)];
    if (means(word, c::f_refrain_)) add_mention(work_, word, c::use_, Role::act, norm_);
  }

  // "Allow five working days" asks to wait.
  void allowance() {
    if (!verb_.says || subject_.present || norm_.modality != Modality::permit || !mentions(norm_, Role::object, c::time_unit_)) return;
    norm_.modality = Modality::require;
    add_mention(work_, work_.units[static_cast<std::uint32_t>(verb_.deontic)], c::wait_, Role::act, norm_);
  }

  // "may not realise", "can be seen": possibility, not permission.
  void epistemic() {
    if (norm_.modality != Modality::permit && norm_.modality != Modality::prohibit) return;
    if (!verb_.modal) return;
    bool known = false;
    bool cognition = false;
    for (const auto& m : norm_.mentions) {
      if (m.role != Role::act) continue;
      known = known || m.concept_id != Concept::none;
      cognition = cognition || is_a(m.concept_id, c::cognition_);
    }
    if (cognition) norm_.modality = Modality::none;
    if (!known && norm_.modality == Modality::permit && verb_.deontic < 0 && (verb_.be || !staff_voice())) norm_.modality = Modality::none;
    if (!known && norm_.modality == Modality::prohibit && mentions(norm_, Role::actor, c::we_)) norm_.modality = Modality::none;
  }

  // "will result in dismissal", "you may lose your job": what follows a breach, no norm on staff.
  void sanction() {
    if (norm_.modality == Modality::prohibit || norm_.modality == Modality::exempt || norm_.modality == Modality::discourage) return;
    if (mentions(norm_, Role::act, c::discipline_) || mentions(norm_, Role::object, c::discipline_) || mentions(norm_, Role::quality, c::discipline_)) {
      norm_.modality = Modality::sanction;
    }
  }

  // "leave the comments to us" asks not to comment.
  void leave_to() {
    if (!mentions(norm_, Role::act, c::leave_to_)) return;
    if (norm_.modality == Modality::require || norm_.modality == Modality::recommend) norm_.modality = Modality::discourage;
    std::vector<Mention> acts;
    for (const auto& m : norm_.mentions) {
      if (m.role != Role::object) continue;
      if (is_a(m.concept_id, c::act_) || is_a(m.concept_id, c::reply_content_) || is_a(m.concept_id, c::question_)) {
        acts.push_back({is_a(m.concept_id, c::act_) ? m.concept_id : c::reply_, Role::act, m.span, m.words});
      }
    }
    norm_.mentions.insert(norm_.mentions.end(), acts.begin(), acts.end());
  }

  // Which word does "only" hold: who may, or what they may?
  void only() {
    if (verb_.reserved) {
      norm_.only = true;
      norm_.modality = Modality::restrict_to;
      norm_.via = Via::nominal;
      if (has_role(norm_, Role::actor)) add_others();
      return;
    }
    if (subject_.only && (norm_.modality == Modality::permit || norm_.modality == Modality::require || norm_.modality == Modality::define || norm_.modality == Modality::none)) {
      norm_.only = true;
      norm_.modality = Modality::restrict_to;
      if (has_role(norm_, Role::actor) && !mentions(norm_, Role::actor, c::visitors_)) add_others();
      return;
    }
    if (only_after_ && verb_.passive && mentions(norm_, Role::actor, c::gatekeeper_)) {
      norm_.only = true;
      norm_.modality = Modality::restrict_to;
      add_others();
      return;
    }
    if (only_after_ && (norm_.modality == Modality::permit || norm_.modality == Modality::require || norm_.modality == Modality::define)) {
      norm_.only = true;
      norm_.modality = Modality::restrict_to;
    }
  }

  void add_others() {
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
  void carried() {
    if (context_.carried == Modality::none) return;
    const bool own = verb_.modal || verb_.negated || subject_.negative || (verb_seen_ && subject_.present && !verb_.be && norm_.via == Via::declarative && verb_.passive);
    if (own && norm_.modality != Modality::define) return;
    if (context_.carried == Modality::prohibit && norm_.modality == Modality::prohibit) return;
    norm_.modality = context_.carried;
    norm_.via = Via::heading;
  }

  // "Nothing in this policy prevents staff from …" frees what it names.
  void saved() {
    if (norm_.modality == Modality::prohibit || norm_.modality == Modality::require || norm_.modality == Modality::define || norm_.modality == Modality::none ||
        norm_.modality == Modality::discourage || norm_.modality == Modality::restrict_to) {
      norm_.modality = Modality::permit;
      norm_.via = Via::negated;
    }
  }

  // ---- conditions, exceptions and the rest
  void attach(const Piece& piece, std::int32_t index) {
    if (piece.kind == PieceKind::main || piece.of != index) return;
    const auto zone = no_clause(piece) && zone_of(piece.kind) == Zone::condition ? Zone::predicate : zone_of(piece.kind);
    const Unit* preposition = nullptr;
    bool approve = false;
    bool acts = false;
    for (const auto i : piece.chunks) {
      const Chunk& c = chunk(i);
      for (auto k = c.first; k < c.last; ++k) approve = approve || gives_leave(work_.units[k], piece.kind);
      acts = acts || c.kind == ChunkKind::verb || c.kind == ChunkKind::gerund;
    }
    const bool gives_approval = approve && (piece.kind == PieceKind::approval || piece.kind == PieceKind::exception || piece.kind == PieceKind::condition ||
                                            piece.kind == PieceKind::until || piece.kind == PieceKind::after);
    if (zone == Zone::before && acts) add_mention(work_, unit(static_cast<std::uint32_t>(piece.head)), c::before_posting_, Role::time, norm_);
    if (piece.kind == PieceKind::until && acts && !approve && !names(piece, c::narrow_time_)) {
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

  bool names(const Piece& piece, Concept concept_id) const {
    for (const auto i : piece.chunks) {
      for (auto k = chunk(i).first; k < chunk(i).last; ++k) {
        if (means(work_.units[k], concept_id)) return true;
      }
    }
    return false;
  }

  // "only with the approved answers": no approval, but nothing else may be used.
  void only_these(const Piece& piece) {
    for (const auto i : piece.chunks) {
      if (chunk(i).kind == ChunkKind::noun) add_nouns(work_, chunk(i), {Zone::predicate, nullptr, false, false, false, false}, norm_);
    }
    norm_.only = true;
    if (norm_.modality == Modality::require || norm_.modality == Modality::permit) norm_.modality = Modality::restrict_to;
  }

  // Approval, or, after "subject to" and "only with", anyone who could give it.
  static bool gives_leave(const Unit& u, PieceKind kind) {
    if (kind == PieceKind::relative) return false;
    if (means(u, c::approve_)) return true;
    if ((kind == PieceKind::exception || kind == PieceKind::approval) && (u.cls == 'A' || u.cls == 'E' || u.cls == 'F') && (may_mean(u, c::a_permit_) || may_mean(u, c::f_permit_))) return true;
    return kind == PieceKind::approval && (means(u, c::gatekeeper_) || means(u, c::managers_) || means(u, c::executives_));
  }

  // "during employment", "upon request": no clause of its own.
  bool no_clause(const Piece& piece) const {
    if (piece.head < 0 || piece.has_verb) return false;
    return means(unit(static_cast<std::uint32_t>(piece.head)), c::s_prep_);
  }

  static Zone zone_of(PieceKind kind) {
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

  void attach_chunk(const Piece& piece, std::uint32_t i, Zone zone, bool approve, const Unit*& preposition) {
    const Chunk& c = chunk(i);
    const Role act_role = zone == Zone::exception ? Role::exception : zone == Zone::before ? Role::time : zone == Zone::relative ? Role::quality : Role::condition;
    switch (c.kind) {
      case ChunkKind::noun: {
        Place place{zone == Zone::before || zone == Zone::relative ? Zone::condition : zone, preposition, false, false, false, approve};
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
  bool waits() const { return mentions(norm_, Role::act, c::approve_) || mentions(norm_, Role::act, c::submit_) || mentions(norm_, Role::object, c::approve_) || mentions(norm_, Role::act, c::ask_) || mentions(norm_, Role::act, c::wait_) || mentions(norm_, Role::act, c::notify_); }

  void add_approvers(const Chunk& c) {
    for (auto k = c.first; k < c.last; ++k) {
      const Unit& u = work_.units[k];
      for (const auto& tag : u.tags) {
        const Concept x{tag.concept_id};
        if (fits(u, tag) && (is_a(x, c::gatekeeper_) || is_a(x, c::managers_) || is_a(x, c::executives_) || is_a(x, c::named_person_) || is_a(x, c::organization_))) add_mention(work_, u, x, Role::approver, norm_);
      }
    }
  }

  // "If a customer asks": whom the act is towards, when the statement itself does not say.
  void add_audience(const Chunk& c, const Piece& piece) {
    if (piece.kind == PieceKind::reason || piece.kind == PieceKind::after) return;
    for (auto k = c.first; k < c.last; ++k) {
      const Unit& u = work_.units[k];
      for (const auto& tag : u.tags) {
        if (fits(u, tag) && is_a(Concept{tag.concept_id}, c::audience_)) add_mention(work_, u, Concept{tag.concept_id}, Role::audience, norm_);
      }
    }
  }

  // Being asked something is the ordinary case of talking with members, not a special situation.
  bool ordinary(const Piece& piece) const {
    for (const auto i : piece.chunks) {
      const Chunk& c = chunk(i);
      for (auto k = c.first; k < c.last; ++k) {
        const Unit& u = work_.units[k];
        if (means(u, c::served_) || means(u, c::public_) || means(u, c::question_) || means(u, c::organization_) || means(u, c::p_we_) || means(u, c::post_) || means(u, c::content_) || means(u, c::social_media_)) return true;
      }
    }
    return false;
  }

  // Approval as the act, as the object, or as what lifts the ban.
  void approval() {
    const bool handed_in = mentions(norm_, Role::act, c::submit_) &&
                           (mentions(norm_, Role::object, c::content_) || mentions(norm_, Role::object, c::submit_) || mentions(norm_, Role::act, c::post_) ||
                            mentions(norm_, Role::act, c::engage_) || mentions(norm_, Role::act, c::speak_about_));
    const bool act = mentions(norm_, Role::act, c::approve_) || handed_in;
    const bool object = mentions(norm_, Role::object, c::approve_);
    if (approval_piece_ || context_.approval) norm_.approvals = 1;
    if (act || object) norm_.approvals = 1;
    if (context_.no_approval) norm_.modality = Modality::exempt;
    // "You do not need approval", "may post without approval" says that none is needed.
    if (norm_.modality == Modality::exempt) norm_.approvals = 0;
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

  void default_actor() {
    for (const auto& m : norm_.mentions) {
      if (m.role == Role::target || m.role == Role::approver) norm_.person = norm_.person || is_a(m.concept_id, c::named_person_);
      norm_.person = norm_.person || is_a(m.concept_id, c::handover_);
      if (m.role == Role::object && m.concept_id == Concept::none) norm_.unknown_object = true;
    }
    if (verb_.right_kept) norm_.on_others = true;
  }

  void place_span(const Piece& piece) {
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
    norm_.span = text.to_source(words);
    norm_.quote = std::string_view(text.value).substr(words.begin, words.end - words.begin);
  }

  bool keep() {
    if (norm_.modality == Modality::none) return false;
    if (context_.quoted) return false;
    if (context_.defining && norm_.modality != Modality::define) norm_.modality = Modality::define;
    return !norm_.mentions.empty() || verb_.modal;
  }

  const Workspace& work_;
  const Context& context_;
  std::vector<Norm>& out_;
  Norm norm_;
  Subject subject_;
  VerbReading verb_;
  const Unit* preposition_ = nullptr;
  std::size_t subject_from_ = 0;
  std::vector<Mention> label_;
  const Unit* answer_ = nullptr;
  bool understood_ = true;
  bool verb_seen_ = false, please_ = false, only_after_ = false, bare_negation_ = false, nominal_ = false;
  bool redirects_ = false, approves_ = false, object_negative_ = false, approval_piece_ = false;
  bool sign_ = false;
};

}  // namespace

bool build_norms(const Workspace& work, const Context& context, std::vector<Norm>& out) { return Builder(work, context, out).run(); }

}  // namespace engagelint::norm
