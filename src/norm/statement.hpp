// One statement while it is read. Internal to the builder: builder.hpp is the door.
#pragma once

#include "norm/builder.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {

/// What stands before the verb of a main piece.
struct Subject {
  bool present = false;
  bool negative = false;  ///< no employee, nobody
  bool only = false;
  bool acts = false;  ///< a gerund or the name of an act: "Posting about us …"
};

/// Reads the main pieces of one sentence, one after the other, each into a norm.
class Builder {
 public:
  Builder(const Workspace& work, const Context& context, std::vector<Norm>& out) : work_(work), context_(context), out_(out) {}
  bool run();

 private:
  const Unit& unit(std::uint32_t chunk) const { return work_.units[work_.chunks[chunk].first]; }
  const Chunk& chunk(std::uint32_t i) const { return work_.chunks[i]; }

  // statement.cpp
  void main_piece(std::size_t index);
  bool opens_predicate(std::uint32_t i) const;
  std::size_t fronted(const Piece& piece, std::size_t verb) const;
  void read_subject(const Piece& piece);
  static bool no_answer(const Unit& u);
  static bool nothing_else(const Unit& u);
  std::size_t find_verb(const Piece& piece) const;
  bool describes(const Piece& piece, std::size_t at) const;
  bool imperative(const Chunk& verb) const;
  void read_predicate(const Piece& piece, std::size_t at);
  void take_verb(std::uint32_t index);
  void subject_chunk(const Piece& piece, std::size_t at);
  bool passive_deontic() const;
  bool person_subject() const;
  void predicate_chunk(std::uint32_t i);
  void predicate_noun(const Chunk& c);
  const Unit* about(const Chunk& c) const;
  bool names_people(const Chunk& c) const;
  bool names_actor(const Chunk& c) const;
  void drop_actor();
  void later_act(std::uint32_t index);
  void infinitive(const Chunk& c);
  bool light_act() const;
  bool keeps_from(const Chunk& c) const;
  void later_verb(const Chunk& c);
  void later_deontic(const Chunk& c);
  void add_adverb(std::uint32_t index);

  // modality.cpp
  bool staff_voice() const;
  void modality(const Piece& piece);
  bool denies() const;
  void plain(const Piece& piece);
  bool steps() const;
  bool holds_right() const;
  void nominal_statement();
  void empty_object();
  void epistemic();
  void sanction();
  void only();
  void add_others();
  void carried();
  bool keeps_rights() const;
  void saved();
  bool denied_here(const Chunk& c) const;
  bool none_besides(const Chunk& c) const;

  // turns.cpp
  void business();
  bool for_them() const;
  void unfit();
  void refused();
  void light();
  void sent_on();
  void received();
  void keep_out();
  void allowance();
  void leave_to();

  // conditions.cpp
  void attach(const Piece& piece, std::int32_t index);
  bool asks_whether(const Piece& piece) const;
  bool each_time(const Piece& piece) const;
  void chosen(const Piece& piece);
  bool names(const Piece& piece, Concept concept_id) const;
  void only_these(const Piece& piece);
  static bool gives_leave(const Unit& u, PieceKind kind);
  bool no_clause(const Piece& piece) const;
  static Zone zone_of(PieceKind kind);
  void attach_chunk(const Piece& piece, std::uint32_t i, Zone zone, bool approve, const Unit*& preposition);
  bool waits() const;
  void add_approvers(const Chunk& c);
  void add_audience(const Chunk& c, const Piece& piece);
  bool ordinary(const Piece& piece) const;
  void approval();

  // builder.cpp
  void finish(std::size_t index, const Piece& piece);
  bool leaves_verb_out(const Piece& piece) const;
  void any_is_each(const Piece& piece);
  void said(const Piece& piece);
  bool label_for_next(std::size_t index) const;
  void confidence();
  void inherit(const Piece& piece);
  void default_actor();
  void evidence(const Piece& piece);
  std::int32_t main_verb(const Piece& piece) const;
  bool past(const Piece& piece) const;
  bool at_work(const Piece& piece) const;
  void place_span(const Piece& piece);
  bool keep();

  const Workspace& work_;
  const Context& context_;
  std::vector<Norm>& out_;
  Norm norm_;
  Subject subject_;
  VerbReading verb_;
  const Unit* preposition_ = nullptr;
  const Unit* answer_ = nullptr;  // "No answer" as a subject
  std::size_t subject_from_ = 0;
  std::vector<Mention> subject_said_;  // what stood before the verb
  std::vector<Mention> label_;         // what stood before a colon
  bool understood_ = true;
  bool verb_seen_ = false, please_ = false, only_after_ = false, bare_negation_ = false, nominal_ = false;
  bool redirects_ = false, approves_ = false, object_negative_ = false, approval_piece_ = false;
  bool inner_verb_ = false;  // the first verb is an infinitive inside the subject
  bool sign_ = false, described_ = false, without_ = false;
  bool towards_ = false;  // the noun before stands behind a preposition of the subject
  bool unsaid_ = false;   // the statement before denied what "that" opens: "will not require that …"
};

}  // namespace engagelint::norm
