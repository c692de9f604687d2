#include "norm/verbs.hpp"

#include "norm/concept_ids.hpp"

namespace engagelint::norm {
namespace {

// What "not" makes of a deontic word: "not required" is no duty, "not allowed" is a ban.
Modality opposite(Modality modality, bool duty_word) {
  switch (modality) {
    case Modality::permit: return Modality::prohibit;
    case Modality::require: return duty_word ? Modality::exempt : Modality::prohibit;
    case Modality::recommend: return Modality::discourage;
    case Modality::prohibit:
    case Modality::discourage: return Modality::permit;
    case Modality::exempt: return Modality::require;
    default: return modality;
  }
}

class VerbReader {
 public:
  VerbReader(const std::vector<Unit>& units, bool negative_subject) : units_(units), not_(negative_subject) {}

  VerbReading read(const Chunk& chunk) {
    for (auto i = chunk.first; i < chunk.last; ++i) step(i, chunk);
    finish();
    return out_;
  }

 private:
  void step(std::uint32_t i, const Chunk& chunk) {
    const Unit& unit = units_[i];
    switch (unit.cls) {
      case 'N':
        // "not only … but also" denies nothing.
        if (i + 1 >= chunk.last || units_[i + 1].cls != 'o') negate();
        break;
      case 'M': modal(unit); break;
      case 'D': do_ = true; break;
      case 'H': break;
      case 'p': out_.asked = true; break;
      case 'B':
        be_ = true;
        if (to_follows(i, chunk)) set(Modality::require, false);
        break;
      case 'A': deontic_word(unit, i); break;
      case 'F': deontic_verb(unit, i); break;
      case 'V':
      case 'G':
      case 'E': main_verb(unit, i); break;
      default: break;
    }
  }

  bool to_follows(std::uint32_t i, const Chunk& chunk) const {
    for (auto k = i + 1; k < chunk.last; ++k) {
      if (units_[k].cls == 'T') return true;
      if (units_[k].cls != 'N' && units_[k].cls != 'a' && units_[k].cls != 'o') return false;
    }
    return false;
  }

  void negate() {
    if (settled_) {
      inner_not_ = !inner_not_;
    } else {
      not_ = !not_;
    }
  }

  void set(Modality modality, bool duty_word) {
    out_.modality = modality;
    out_.modal = true;
    duty_word_ = duty_word;
  }

  void modal(const Unit& unit) {
    if (means(unit, c::m_may_)) {
      set(Modality::permit, false);
    } else if (means(unit, c::m_should_)) {
      set(Modality::recommend, false);
    } else if (means(unit, c::m_might_)) {
      out_.weak = true;
      set(Modality::permit, false);
    } else if (means(unit, c::m_need_)) {
      set(Modality::require, true);
    } else if (means(unit, c::m_will_)) {
      set(Modality::require, false);
      out_.future = true;
    } else {
      // "do not have to" lifts a duty, "must not" forbids.
      set(Modality::require, do_ || unit.phrase);
    }
  }

  // The words before are settled with this one: what follows is negated on its own ("are asked not to").
  void settle(Modality word, bool duty_word) {
    const bool overridden =
        !out_.modal || out_.modality == Modality::require || out_.modality == Modality::recommend || out_.future;
    if (overridden || word == Modality::prohibit || word == Modality::exempt) {
      set(not_ ? opposite(word, duty_word) : word, duty_word);
      not_ = false;
    } else if (out_.modality == Modality::permit) {
      // "may be required to", "may not be required to"
      set(not_ ? opposite(word, duty_word) : word, duty_word);
      out_.weak = !not_;
      not_ = false;
    }
    settled_ = true;
  }

  void deontic_word(const Unit& unit, std::uint32_t i) {
    out_.deontic = static_cast<std::int32_t>(i);
    out_.future = false;
    if (means(unit, c::a_permit_)) {
      settle(Modality::permit, false);
    } else if (means(unit, c::a_require_)) {
      settle(Modality::require, true);
    } else if (means(unit, c::a_recommend_)) {
      settle(Modality::recommend, false);
    } else if (means(unit, c::a_prohibit_)) {
      settle(Modality::prohibit, false);
    } else if (means(unit, c::a_discourage_)) {
      settle(Modality::discourage, false);
    } else if (means(unit, c::a_reserve_)) {
      out_.reserved = !not_;
      settle(not_ ? Modality::prohibit : Modality::restrict_to, false);
    } else if (means(unit, c::a_tolerate_)) {
      if (not_) {
        settle(Modality::permit, false);
      }
    } else if (means(unit, c::a_exempt_)) {
      settle(Modality::exempt, false);
    }
  }

  void deontic_verb(const Unit& unit, std::uint32_t i) {
    out_.deontic = static_cast<std::int32_t>(i);
    if (means(unit, c::f_refrain_)) {
      refrain(unit);
    } else if (means(unit, c::f_decline_)) {
      refrain(unit);
      out_.refused = true;
    } else if (means(unit, c::f_prohibit_)) {
      says(Modality::prohibit, false);
    } else if (means(unit, c::f_permit_)) {
      says(Modality::permit, false);
    } else if (means(unit, c::f_need_) || means(unit, c::f_require_)) {
      says(Modality::require, true);
    } else if (means(unit, c::f_limit_)) {
      set(Modality::restrict_to, false);
      settled_ = true;
    } else if (means(unit, c::f_agree_)) {
      settle(Modality::require, false);
    } else if (means(unit, c::f_encourage_)) {
      says(Modality::recommend, false);
    } else if (means(unit, c::f_discourage_)) {
      says(Modality::discourage, false);
      settled_ = false;
      not_ = false;
    } else if (means(unit, c::f_tolerate_) && not_) {
      says(Modality::permit, false);
    } else if (means(unit, c::f_reserve_)) {
      set(Modality::permit, false);
      out_.right_kept = true;
      settled_ = true;
    }
  }

  void says(Modality word, bool duty_word) {
    out_.says = true;
    settle(word, duty_word);
  }

  // "must refrain" forbids, "should avoid" advises against, "need not refrain" permits.
  void refrain(const Unit& unit) {
    // An order to avoid advises against, an order to refrain forbids.
    const bool mild = unit.hash == hash_of("avoid") || unit.hash == hash_of("beware");
    auto now = out_.modal ? out_.modality : mild ? Modality::recommend : Modality::require;
    if (not_) now = opposite(now, duty_word_);
    switch (now) {
      case Modality::require: set(Modality::prohibit, false); break;
      case Modality::recommend: set(Modality::discourage, false); break;
      case Modality::permit: set(Modality::exempt, false); break;
      case Modality::prohibit:
      case Modality::exempt: set(Modality::permit, false); break;
      default: break;
    }
    not_ = false;
    settled_ = true;
  }

  void main_verb(const Unit& unit, std::uint32_t i) {
    out_.main = static_cast<std::int32_t>(i);
    if (unit.cls == 'E' && be_) out_.passive = true;
  }

  void finish() {
    if (not_) {
      if (out_.modal && !settled_) {
        out_.modality = opposite(out_.modality, duty_word_);
        out_.future = false;
        out_.weak = out_.weak && out_.modality == Modality::permit;
      } else if (!out_.modal) {
        out_.negated = true;
      }
    }
    if (inner_not_) {
      if (out_.modality == Modality::require) out_.modality = Modality::prohibit;
      if (out_.modality == Modality::recommend) out_.modality = Modality::discourage;
      if (out_.modality == Modality::permit || out_.modality == Modality::exempt) out_.modality = Modality::exempt;
    }
    out_.be = be_ && out_.main < 0;
  }

  const std::vector<Unit>& units_;
  VerbReading out_;
  bool not_ = false;  // an odd number of negations waits for its word
  bool inner_not_ = false;
  bool settled_ = false;    // a deontic word has taken the negation
  bool duty_word_ = false;  // required, have to: "not" lifts it
  bool do_ = false;
  bool be_ = false;
};

}  // namespace

VerbReading read_verb(const std::vector<Unit>& units, const Chunk& chunk, bool negative_subject) {
  return VerbReader(units, negative_subject).read(chunk);
}

}  // namespace engagelint::norm
