#include "norm/pieces.hpp"

#include "norm/concept_ids.hpp"
#include "norm/lookahead.hpp"

namespace engagelint::norm {
namespace {

class Splitter : Lookahead {
 public:
  Splitter(const std::vector<Unit>& units, const std::vector<Chunk>& chunks, std::vector<Piece>& out)
      : Lookahead(units, chunks), out_(out) {}

  void run() {
    open_main(false);
    for (std::uint32_t i = 0; i < chunks_.size(); ++i) step(i);
  }

 private:
  Piece& current() { return out_[current_]; }
  Piece& main() { return out_[main_]; }

  void open_main(bool inherits) {
    out_.emplace_back().chunks.reserve(usual_chunks);
    main_ = current_ = out_.size() - 1;
    main().inherits = inherits;
  }

  void open(PieceKind kind, std::uint32_t head) {
    Piece piece;
    piece.kind = kind;
    piece.head = static_cast<std::int32_t>(head);
    piece.of = static_cast<std::int32_t>(main_);
    piece.chunks.reserve(usual_chunks);
    out_.push_back(std::move(piece));
    current_ = out_.size() - 1;
  }

  void add(std::uint32_t i) { current().chunks.push_back(i); }

  void step(std::uint32_t i) {
    switch (chunks_[i].kind) {
      case ChunkKind::condition: condition(i); break;
      case ChunkKind::exception:
        if (means(unit(i), c::u_but_) && main().has_verb && statement_ahead(i + 1, true)) {
          open_main(false);  // "may use it, except that staff must not": a rule of its own
          break;
        }
        open(means(unit(i), c::u_subject_) ? PieceKind::approval : PieceKind::exception, i);
        break;
      case ChunkKind::relative: relative(i); break;
      case ChunkKind::mark: mark(i); break;
      case ChunkKind::joint: joint(i); break;
      case ChunkKind::verb: verb(i); break;
      case ChunkKind::noun: noun(i); break;
      default: add(i); break;
    }
  }

  // "an account you open yourself", "anything a reader might mind": a person right behind the subject begins a description of it.
  void noun(std::uint32_t i) {
    // "What you post must be checked": what follows the "what" describes it.
    const bool whatever = current_ == main_ && main().chunks.size() == 1 && i > 0 && unit(i - 1).hash == hash_of("what") &&
                          i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::verb && !auxiliary(i + 1);
    // "Publish only what the whole world may see"
    const bool object = current_ == main_ && main().has_verb && i > 0 && main().chunks.back() + 1 == i &&
                        unit(i - 1).hash == hash_of("what") && chunks_[i - 1].last - chunks_[i - 1].first == 1 &&
                        i + 1 < chunks_.size() && auxiliary(i + 1);
    if (whatever || object) open(PieceKind::relative, i);
    const bool behind = current_ == main_ && !main().has_verb && !main().chunks.empty() && main().chunks.back() + 1 == i &&
                        chunks_[main().chunks.back()].kind == ChunkKind::noun &&
                        chunks_[main().chunks.front()].kind != ChunkKind::preposition &&
                        unit(main().chunks.front()).hash != hash_of("as");  // "As an employee you may not …"
    const bool person = chunks_[i].last - chunks_[i].first == 1 &&
                        (means(unit(i), c::p_staff_) || means(unit(i), c::p_they_) || means(unit(i), c::p_we_));
    const bool describes = behind && (person || anything(main().chunks.back()));
    auto verb = i + 1;
    if (!person && verb < chunks_.size() && chunks_[verb].kind == ChunkKind::noun) ++verb;  // "a reasonable | person | might"
    if (describes && verb < chunks_.size() && chunks_[verb].kind == ChunkKind::verb && !only_modal(verb))
      open(PieceKind::relative, i);
    add(i);
  }

  // "of whatever could offend", "Whatever could offend is to be avoided": the verb right behind it describes.
  bool free_relative(std::uint32_t i) const {
    if (current_ != main_ || out_[main_].chunks.empty() || out_[main_].chunks.back() + 1 != i) return false;
    const auto& last = chunks_[out_[main_].chunks.back()];
    const auto& word = units_[last.last - 1];
    if (last.kind != ChunkKind::noun || (word.hash != hash_of("whatever") && word.hash != hash_of("what"))) return false;
    if (out_[main_].has_verb) return true;
    for (auto k = i + 1; k < chunks_.size() && chunks_[k].kind != ChunkKind::mark; ++k) {
      if (auxiliary(k) || chunks_[k].kind == ChunkKind::deontic) return true;
    }
    return false;
  }

  void condition(std::uint32_t i) {
    const auto& word = unit(i);
    auto kind = PieceKind::condition;
    if (means(word, c::s_because_)) kind = PieceKind::reason;
    if (means(word, c::s_until_)) kind = PieceKind::until;
    if (means(word, c::s_before_)) kind = PieceKind::before;
    if (means(word, c::s_after_)) kind = PieceKind::after;
    if (means(word, c::s_although_)) kind = PieceKind::concession;
    open(kind, i);
  }

  // "that" after a verb opens what is said; after a noun it describes the noun.
  void relative(std::uint32_t i) {
    const bool after_verb = i > 0 && (chunks_[i - 1].kind == ChunkKind::verb || chunks_[i - 1].kind == ChunkKind::infinitive ||
                                      chunks_[i - 1].kind == ChunkKind::deontic);
    if ((after_verb || told(i) || announces(i)) && units_[chunks_[i].first].hash == hash_of("that")) {
      open_main(false);
      main().complement = true;
    } else {
      open(PieceKind::relative, i);
    }
  }

  // "It is our wish that staff …": what follows is what is wished.
  bool told(std::uint32_t i) const {
    const auto& piece = out_[main_];
    if (current_ != main_ || i < 3 || piece.chunks.size() != i || chunks_[i - 1].kind != ChunkKind::noun) return false;
    return unit(0).hash == hash_of("it") && chunks_[1].kind == ChunkKind::verb && unit(1).cls == 'B';
  }

  // "It is the settled position of the Council that officers do not …": the rule is what follows.
  bool announces(std::uint32_t i) const {
    const auto& said = out_[main_].chunks;
    if (current_ != main_ || said.size() < 2 || i + 1 >= chunks_.size()) return false;
    const auto& subject = unit(said[0]);
    const auto& verb = chunks_[said[1]];
    return chunks_[said[0]].kind == ChunkKind::noun && subject.hash == hash_of("it") && verb.kind == ChunkKind::verb &&
           units_[verb.first].cls == 'B' && units_[verb.last - 1].cls != 'N' && chunks_[i + 1].kind == ChunkKind::noun &&
           statement_ahead(i + 1, true);
  }

  // "during employment", "without consent": a noun and no more; a verb that follows goes on with the main statement.
  bool prepositional(const Piece& piece) const {
    if (piece.head < 0) return false;
    const auto& word = unit(static_cast<std::uint32_t>(piece.head));
    return means(word, c::s_prep_) || means(word, c::u_except_) || means(word, c::u_without_) || means(word, c::u_subject_);
  }

  void verb(std::uint32_t i) {
    auto& piece = current();
    if (piece.kind != PieceKind::main && piece.has_verb && !main().has_verb && !piece.chunks.empty()) {
      const auto last = chunks_[piece.chunks.back()].kind;
      const bool relative_over = piece.kind == PieceKind::relative && (auxiliary(i) || last != ChunkKind::joint);
      // "The question whether staff may join shall stand over"
      const bool conceded = auxiliary(i) && !main().chunks.empty() && piece.kind == PieceKind::concession;
      if (relative_over || conceded) {
        current_ = main_;
      } else if (auxiliary(i) && last == ChunkKind::noun && main().chunks.empty()) {
        // "If you are asked you must answer": the noun before is the subject of what follows.
        const auto subject = piece.chunks.back();
        piece.chunks.pop_back();
        current_ = main_;
        add(subject);
      }
    }
    take_subject(i);
    if (free_relative(i)) open(PieceKind::relative, i);
    if (current_ != main_ && !main().has_verb && !main().chunks.empty() && !current().has_verb && !current().chunks.empty() &&
        prepositional(current()))
      current_ = main_;
    current().has_verb = !dangling(i);
    add(i);
  }

  // "After your last day you may not …": no comma, but the last noun is people and the modal is theirs.
  void take_subject(std::uint32_t i) {
    auto& piece = current();
    if (current_ == main_ || piece.has_verb || !main().chunks.empty() || piece.chunks.size() < 2 || !auxiliary(i)) return;
    const auto last = piece.chunks.back();
    const auto& word = units_[chunks_[last].last - 1];
    if (chunks_[last].kind != ChunkKind::noun || !(means(word, c::p_staff_) || means(word, c::staff_))) return;
    if (units_[chunks_[i].first].cls != 'M') return;
    piece.chunks.pop_back();
    current_ = main_;
    add(last);
  }

  void mark(std::uint32_t i) {
    switch (unit(i).cls) {
      case '(':
        // Of brackets in brackets the outer one tells where the sentence goes on.
        if (current().kind != PieceKind::aside) around_ = current_;
        open(PieceKind::aside, i);
        return;
      case ')': current_ = current().kind == PieceKind::aside ? around_ : main_; return;
      case ';':
      case '.':
      case '!':
      case '?': open_main(false); return;
      case ':':
        open_main(false);
        main().after_colon = true;
        return;
      case '-':
        if (main().has_verb && (statement_ahead(i + 1, true) || please_ahead(i + 1))) {
          open_main(false);
        } else {
          comma(i);
        }
        return;
      case ',': comma(i); return;
      default: return;
    }
  }

  void comma(std::uint32_t i) {
    const auto next = i + 1;
    if (current_ != main_) {
      const bool empty = current().chunks.empty();
      if (empty && current().kind != PieceKind::relative) {
        current_ = main_;  // "however,"
        return;
      }
      if (current().kind == PieceKind::aside && closes(next)) {
        add(i);  // "(pay, rosters, closures)": all in brackets
        return;
      }
      if (!main().has_verb) {
        // An item of a list inside the condition ("if, when or where") goes on; else the main statement does.
        current_ = main_;
        add(i);
        return;
      }
      if (statement_ahead(next, true) || please_ahead(next)) {
        open_main(false);
        return;
      }
      if (current().kind == PieceKind::relative || current().kind == PieceKind::aside) current_ = main_;
      add(i);
      return;
    }
    if (whatever_ends(next)) {
      open_main(false);
      return;
    }
    if (main().has_verb &&
        (statement_ahead(next, true) || please_ahead(next) || (imperative_ahead(next) && !verb_list(i) && !under_modal(next)))) {
      open_main(false);
      return;
    }
    add(i);
  }

  // "Whatever a member asks, …", "However well you know it, …": a clause of its own, ended by its comma.
  bool whatever_ends(std::uint32_t next) {
    if (main().inherits || main().chunks.empty() || !main().has_verb) return false;
    const Unit& first = unit(main().chunks.front());
    bool whatever = false;
    for (const auto* word : {"whatever", "whichever", "whoever", "whomever", "wherever", "however"})
      whatever = whatever || (first.hash == hash_of(word) && !first.phrase);
    if (!whatever) return false;
    bool verb = false;
    for (auto k = next; k < chunks_.size(); ++k) verb = verb || chunks_[k].kind == ChunkKind::verb;
    if (!verb) return false;
    main().kind = PieceKind::concession;
    main().of = static_cast<std::int32_t>(out_.size());
    return true;
  }

  // "must not reply to members, post pictures or join groups": verbs under one modal, each with what belongs to it. After "must"
  // alone each is an order as well, and stays one.
  bool under_modal(std::uint32_t next) const {
    bool denies = false;
    bool allows = false;
    for (const auto i : out_[main_].chunks) {
      for (auto k = chunks_[i].first; k < chunks_[i].last && chunks_[i].kind == ChunkKind::verb; ++k) {
        denies = denies || units_[k].cls == 'N';
        allows = allows || (units_[k].cls == 'M' && (units_[k].hash == hash_of("may") || units_[k].hash == hash_of("can")));
      }
    }
    if ((!denies && !allows) || units_[chunks_[next].first].cls == 'D' || units_[chunks_[next].first].cls == 'N') return false;
    for (auto k = next + 1; k + 1 < chunks_.size(); ++k) {
      const auto kind = chunks_[k].kind;
      if (kind == ChunkKind::condition || kind == ChunkKind::exception || auxiliary(k)) return false;
      if (kind == ChunkKind::mark && unit(k).cls != ',') return false;
      if (kind == ChunkKind::joint && imperative_ahead(k + 1)) return means(unit(k), c::c_or_) || !denies;
    }
    return false;
  }

  void joint(std::uint32_t i) {
    const auto next = i + 1;
    // "unless the head or the mayor approves": a choice inside the condition.
    if (current_ != main_ && means(unit(i), c::c_or_)) {
      add(i);
      return;
    }
    if (main().has_verb || current_ != main_) {
      if (main().has_verb && auxiliary_ahead(next)) {
        open_main(true);
        return;
      }
      if (main().has_verb && (statement_ahead(next, true) || please_ahead(next))) {
        open_main(false);
        return;
      }
    }
    if (main().has_verb && imperative_ahead(next) && (means(unit(i), c::c_but_) || orders() || turns_to_order(i))) {
      open_main(false);
      return;
    }
    add(i);
  }

  // "Do not reply, and ring the press office": behind a comma "and" adds what is to be done instead.
  bool turns_to_order(std::uint32_t i) {
    if (means(unit(i), c::c_or_) || i == 0 || chunks_[i - 1].kind != ChunkKind::mark || main().chunks.empty()) return false;
    for (const auto k : main().chunks) {
      if (chunks_[k].kind != ChunkKind::mark) return chunks_[k].kind == ChunkKind::verb && units_[chunks_[k].first].cls == 'D';
    }
    return false;
  }

  // The main statement is itself an order: "Share our posts and write nothing" gives two.
  bool orders() {
    for (const auto i : main().chunks) {
      if (chunks_[i].kind == ChunkKind::verb)
        return !auxiliary(i) && i + 1 < chunks_.size() && chunks_[i + 1].kind != ChunkKind::joint;
      if (chunks_[i].kind == ChunkKind::noun) return false;
    }
    return false;
  }

  static constexpr std::size_t usual_chunks = 12;

  std::vector<Piece>& out_;
  std::size_t current_ = 0;
  std::size_t main_ = 0;
  std::size_t around_ = 0;  ///< what the last bracket stands in
};

}  // namespace

void split_pieces(const std::vector<Unit>& units, const std::vector<Chunk>& chunks, std::vector<Piece>& out) {
  out.clear();
  Splitter(units, chunks, out).run();
}

}  // namespace engagelint::norm
