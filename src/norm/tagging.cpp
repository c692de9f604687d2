// One class for each unit. English leaves "post", "reply" or "like" open; the words around them decide.
#include "norm/choices.hpp"
#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/told_audience.hpp"

namespace engagelint::norm {
namespace {

class Tagger {
 public:
  explicit Tagger(std::vector<Unit>& units) : units_(units) {}

  void run() {
    bool quoted = false;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      auto& unit = units_[i];
      if (unit.kind == '"') quoted = !quoted;
      if (unit.kind != 'w') continue;
      if (unit.tags.empty()) {
        unknown(i);
      } else {
        unit.cls = choose(i);
      }
      // Words quoted inside a sentence are named, not used: a "not" there denies nothing.
      if (quoted && i > 1 && (unit.cls == 'N' || unit.cls == 'M')) unit.cls = 'a';
      set_form(unit);
      if (is_mark(unit.cls)) finite_ = false;
      if (unit.cls == 'M' || unit.cls == 'B' || unit.cls == 'D' || unit.cls == 'V') finite_ = true;
      if (unit.cls == 's' || unit.cls == 'u' || unit.cls == 'w') finite_ = false;
    }
  }

 private:
  // The class before, over adverbs and "only".
  char before(std::size_t i, std::size_t* at = nullptr) const {
    while (i > 0) {
      --i;
      if (units_[i].cls != 'a' && units_[i].cls != 'o' && units_[i].cls != 't') {
        if (at != nullptr) *at = i;
        return units_[i].cls;
      }
    }
    return '^';
  }

  const Unit* next(std::size_t i) const { return i + 1 < units_.size() ? &units_[i + 1] : nullptr; }

  // Whether a finite verb (modal, be, do) comes before the next mark or joint: then this word is in its subject.
  bool finite_ahead(std::size_t i) const {
    bool joint = false;
    for (auto k = i + 1; k < units_.size(); ++k) {
      const auto& unit = units_[k];
      if (unit.kind != 'w') {
        if (is_mark(unit.kind)) return false;
        continue;
      }
      const auto choices = choices_of(unit);
      joint = joint || has(choices, 'c');
      if (has(choices, 'M') || has(choices, 'B') || has(choices, 'D')) return true;
      if (has(choices, 's') || has(choices, 'u') || has(choices, 'w')) return false;
      if (choices.others == 0 && choices.third && !choices.noun && !joint) return true;
    }
    return false;
  }

  bool verb_before_joint(std::size_t i) const {
    // "post, comment or reply": the verb that the joint continues.
    bool noun = false;
    while (i > 0) {
      --i;
      const char cls = units_[i].cls;
      if (cls == 'V') return true;
      if (cls == 'n' || cls == 'p') noun = true;
      if (cls == 'M' || cls == 'D' || cls == 'P') return !noun;
      if (cls == 's' || cls == 'u' || cls == 'w' || cls == ';' || cls == ':' || cls == '.' || cls == 'B') return false;
    }
    return false;
  }

  char noun_or_verb(std::size_t i, const Choices& choices) const {
    std::size_t at = 0;
    const char prev = before(i, &at);
    const Unit* follow = next(i);
    const bool base = choices.verb;
    switch (prev) {
      case 'M':
      case 'D':
      case 'P': return base ? 'V' : 'n';
      case 'N': {
        const char earlier = before(at);
        return base && (earlier == 'M' || earlier == 'D' || earlier == 'T' || earlier == '^' || is_mark(earlier) ||
                        earlier == 'c' || earlier == 'p' || earlier == 'n')
                   ? 'V'
                   : 'n';
      }
      case 'T': return base && !(follow == nullptr && choices.noun && choices.plural && !base) ? 'V' : 'n';
      case 'd':
      case 'j':
      case 'i':
      case 'm':
      case '\'': return 'n';
      // "an account from which posts are sent": a subject follows.
      case 'w': return (base || choices.third) && !(i > 1 && units_[i - 2].cls == 'i') ? 'V' : 'n';
      case 'p': return units_[at].hash != 0 && !means(units_[at], c::p_it_) ? 'V' : (choices.third || base ? 'V' : 'n');
      case 'A':
      case 'F': return base && prev == 'F' ? 'n' : 'n';
      case 'c':
      case ',': return joined(i, prev, choices);
      case 'n': return after_noun(i, choices);
      case 'V':
      case 'B':
      case 'G':
      case 'E':
      case 'H': return 'n';
      case 's':
      case 'u': return base && !choices.noun ? 'V' : 'n';
      default: return at_start(i, choices);
    }
  }

  char joined(std::size_t i, char prev, const Choices& choices) const {
    const Unit* follow = next(i);
    if (!choices.verb) return choices.third && starts_determined(follow) && verb_before_joint(i) ? 'V' : 'n';
    if (verb_before_joint(i)) {
      std::size_t at = i;
      before(i, &at);
      const char earlier = before(at);
      const bool verb_run = earlier == 'V' || earlier == ',';
      if (verb_run && (follow == nullptr || is_mark(follow->kind) || starts_noun(follow) || follow->cls != 'n')) return 'V';
      return starts_determined(follow) || (starts_noun(follow) && !choices.plural) ? 'V' : 'n';
    }
    if (prev == ',' || prev == 'c') {
      if (starts_determined(follow) && !finite_) return 'V';
      if (starts_determined(follow) && prev == ',') return 'V';
    }
    return 'n';
  }

  char after_noun(std::size_t i, const Choices& choices) const {
    if (finite_ || finite_ahead(i)) return 'n';
    const Unit* follow = next(i);
    if (choices.noun && follow != nullptr && follow->kind == 'w' && !starts_noun(follow)) {
      const auto ahead = choices_of(*follow);
      if (has(ahead, 'i') || has(ahead, 'T') || has(ahead, 'a') || has(ahead, 'o'))
        return choices.third || choices.verb ? 'V' : 'n';
      // "drafts and posts the president's tweets"
      if (has(ahead, 'c') && i + 3 < units_.size() && choices_of(units_[i + 2]).third && starts_determined(&units_[i + 3]))
        return 'V';
      return 'n';
    }
    if (choices.noun && (follow == nullptr || is_mark(follow->kind))) return 'n';
    return (choices.verb || choices.third) ? 'V' : 'n';
  }

  char at_start(std::size_t i, const Choices& choices) const {
    if (!choices.verb) return 'n';
    const Unit* follow = next(i);
    if (starts_determined(follow)) return 'V';
    if (finite_ahead(i)) return choices.noun ? 'n' : 'V';
    if (!choices.noun) return 'V';
    if (follow == nullptr || is_mark(follow->kind)) return units_.size() <= 2 ? 'n' : 'V';
    const auto ahead = choices_of(*follow);
    if (has(ahead, 'c') || has(ahead, 'A') || has(ahead, 'N')) return has(ahead, 'c') ? 'V' : 'n';
    return 'V';
  }

  char participle(std::size_t i, const Choices& choices) const {
    const char prev = before(i);
    if (prev == 'B' || prev == 'H') return 'E';
    if (prev == 'M' || prev == 'T' || prev == 'D' || prev == 'P') return choices.verb ? 'V' : 'E';
    const Unit* follow = next(i);
    if ((prev == 'd' || prev == 'j' || prev == 'i' || prev == 'V' || prev == '\'' || prev == 'o' || prev == '^' || prev == 'a') &&
        starts_noun(follow))
      return 'j';
    return 'E';
  }

  char deontic(std::size_t i, const Choices& choices) const {
    std::size_t at = 0;
    const char prev = before(i, &at);
    const Unit* follow = next(i);
    if (prev == 'B' && choices.past && told_audience(units_, i)) return 'E';
    const bool predicative =
        prev == 'B' || (prev == 'N' && i > 0) || follow == nullptr || (follow->kind != 'w' && is_mark(follow->kind));
    if (predicative) return 'A';
    const auto ahead = choices_of(*follow);
    if (has(ahead, 'T') || has(ahead, 'N')) return 'A';
    if (prev == 'd' || prev == 'j' || prev == 'i') return starts_noun(follow) ? 'j' : (choices.noun ? 'n' : 'j');
    if (prev == 'M' || prev == 'T' || prev == 'D') return choices.verb ? 'V' : 'A';
    if (starts_noun(follow) && (prev == '^' || is_mark(prev) || prev == 'V' || prev == 'c')) return choices.verb ? 'V' : 'j';
    return 'A';
  }

  char that_word(std::size_t i) const {
    std::size_t at = 0;
    const char prev = before(i, &at);
    const Unit* follow = next(i);
    if (prev == 'p' && (means(units_[at], c::p_anything_) || means(units_[at], c::p_nothing_) || means(units_[at], c::p_anyone_)))
      return 'w';
    const bool noun_next = starts_noun(follow);
    // "to end that connection": no statement follows, so the word only points.
    const bool acts = prev == 'V' || prev == 'G' || prev == 'E';
    if (acts && noun_next && (i + 2 >= units_.size() || is_mark(units_[i + 2].kind))) return 'd';
    if (prev == 'n' || acts || prev == 'A' || prev == 'j' || prev == 'F') return 'w';
    if (prev == 'B' && at > 0 && noun_next && finite_ahead(i)) return 'w';  // "The rule is that officers do not …"
    // "put anything up that could", "that is rude, or that could": what follows describes, as before.
    if (prev == 'i' || (prev == 'c' && relative_before(units_, at)))
      if (follow != nullptr && (has(choices_of(*follow), 'M') || has(choices_of(*follow), 'B'))) return 'w';
    return noun_next && follow != nullptr && !has(choices_of(*follow), 'd') ? 'd' : 'p';
  }

  bool left_alone(std::size_t i) const {
    for (auto k = i; k > 0 && k + 5 > i; --k) {
      if (units_[k - 1].phrase && may_mean(units_[k - 1], c::hide_)) return true;
    }
    return false;
  }

  static bool word_is(const Unit& unit, std::string_view word) { return unit.hash == hash_of(word) && !unit.phrase; }

  char choose(std::size_t i) {
    auto& unit = units_[i];
    if (word_is(unit, "that")) return that_word(i);
    const auto choices = choices_of(unit);
    const Unit* follow = next(i);
    if (has(choices, 'A')) {
      const char cls = deontic(i, choices);
      if (cls != 'j' || choices.adjective || choices.past) return cls;
    }
    if (word_is(unit, "should") && asks_when(i)) return 's';
    if (has(choices, 'M') && !(choices.noun && before(i) == 'd')) {
      // "need" is a modal with "not", a verb with an object.
      if (!word_is(unit, "need") || (follow != nullptr && (has(choices_of(*follow), 'N')))) return 'M';
    }
    // "leave social media alone"
    if (word_is(unit, "alone") && left_alone(i)) return 'a';
    if (has(choices, 'o')) return 'o';
    if (has(choices, 'N')) return 'N';
    if (has(choices, 'B') && !(unit.phrase && choices.verb)) return 'B';
    if (has(choices, 'D') && !((before(i) == 'M' || before(i) == 'T'))) return do_word(i);
    if (has(choices, 'H') && follow != nullptr) {
      const auto ahead = choices_of(*follow);
      return (ahead.past && !starts_determined(follow)) || (follow->phrase && has(ahead, 'A')) ? 'H' : 'V';
    }
    if (word_is(unit, "like") && has(choices, 'i')) {
      const char prev = before(i);
      return prev == 'M' || prev == 'T' || prev == 'D' || prev == 'P' || prev == 'N' ||
                     ((prev == '^' || is_mark(prev)) && follow != nullptr && has(choices_of(*follow), 'c')) ||
                     (prev == ',' && follow != nullptr && is_mark(follow->kind) && verb_before_joint(i)) ||
                     (prev == 'c' && verb_before_joint(i))
                 ? 'V'
                 : 'i';
    }
    // "Following donors is …", and "Following" as a title.
    if (has(choices, 's') && choices.gerund && before(i) == '^' && (finite_ahead(i) || follow == nullptr)) return 'G';
    if (has(choices, 's') && !unit.phrase && before(i) == 'd') return 'j';  // "the following notice"
    for (const char cls : {'T', 'u', 's', 'w', 'c', 'P'}) {
      if (has(choices, cls)) return cls;
    }
    if (has(choices, 'F')) return deontic_verb(i, choices);
    // "they neither send nor accept": before a verb it denies, before a noun it counts.
    if (word_is(unit, "neither") && (before(i) == 'p' || before(i) == 'n' || before(i) == 'M' || before(i) == 'D' ||
                                     (before(i) == 'B' && follow != nullptr && choices_of(*follow).past)))
      return 'N';
    if (has(choices, 'd') && (!has(choices, 'p') || starts_noun(follow))) return 'd';
    if (has(choices, 'p')) return 'p';
    const bool about = word_is(unit, "concerning") || word_is(unit, "regarding");
    if (has(choices, 'i') && choices.gerund && !about && (before(i) == '^' || is_mark(before(i)) || before(i) == 'i'))
      return 'G';  // "Using Twitter …"
    if (has(choices, 'i') && !(choices.verb && before(i) == 'M')) return 'i';
    if (has(choices, 'm')) return 'm';
    return content(i, choices);
  }

  // "Should a journalist call, …": an "if", told by the comma and by what is no question.
  bool asks_when(std::size_t i) const {
    if (before(i) != '^' && !is_mark(before(i))) return false;
    const Unit* follow = next(i);
    if (follow == nullptr || !starts_noun(follow)) return false;
    bool comma = false;
    for (std::size_t k = i + 1; k < units_.size(); ++k) {
      if (units_[k].kind == '?') return false;
      comma = comma || units_[k].kind == ',' || units_[k].kind == ':';
    }
    return comma;
  }

  char do_word(std::size_t i) const {
    const Unit* follow = next(i);
    if (follow == nullptr) return 'V';
    const auto ahead = choices_of(*follow);
    return has(ahead, 'N') || ahead.verb || has(ahead, 'p') || has(ahead, 'a') || has(ahead, 'M') || starts_noun(follow) ? 'D'
                                                                                                                         : 'V';
  }

  // "agree to refrain" promises, "unless the committee agrees" approves.
  char deontic_verb(std::size_t i, const Choices& choices) const {
    const char prev = before(i);
    if (prev == 'd' || prev == 'j') return 'n';
    const Unit* follow = next(i);
    const bool goes_on = follow != nullptr && (has(choices_of(*follow), 'T') || has(choices_of(*follow), 'N'));
    if (may_mean(units_[i], c::f_agree_) && !goes_on && (choices.verb || choices.third || choices.past)) return 'V';
    return 'F';
  }

  char content(std::size_t i, const Choices& choices) {
    auto& unit = units_[i];
    if (unit.phrase && choices.noun && !choices.verb && stands_as_adverb(unit)) return 't';
    if (has(choices, 'a') && !choices.noun && !choices.verb) return 'a';
    if (choices.gerund) {
      // "Marketing", with its capital, is a department.
      return choices.noun && unit.capital && may_mean(unit, c::actor_) ? 'n' : 'G';
    }
    // "comments that attack us": what stands between "that" and its object does something to it.
    const bool does = choices.noun && !choices.verb && !unit.phrase && i > 0 && units_[i - 1].cls == 'w' && i > 1 &&
                      units_[i - 2].cls == 'n' && starts_determined(next(i));
    if (does) return 'V';
    if (choices.past && !choices.noun && !choices.verb) return participle(i, choices);
    if (choices.verb || choices.third) {
      if (!choices.noun && !choices.adjective) {
        const char left = before(i);
        const bool named = left == 'd' || left == '\'' || left == 'j' || left == 'm';
        if (named && (choices.verb || choices.third) && !starts_determined(next(i))) return 'n';
        const bool in_list = left == 'c' || left == ',' || left == 'i' || left == 'd' || left == 'j' || left == '\'';
        if (choices.third && !choices.verb && in_list && finite_) return 'n';
        if (choices.past) {
          // "Run it past Maureen": base and participle are one word; where an order may stand it is one.
          if (choices.verb && (left == '^' || is_mark(left) || left == 'M' || left == 'D' || left == 'P' || left == 'T'))
            return 'V';
          const char cls = participle(i, choices);
          if (cls == 'j') return cls;
          const char prev = before(i);
          return prev == 'B' || prev == 'H' ? 'E' : 'V';
        }
        return 'V';
      }
      if (choices.adjective && !choices.noun) {
        const char prev = before(i);
        return prev == 'B' || prev == 'd' || prev == 'j' || prev == 'i' ? 'j' : 'V';
      }
      return noun_or_verb(i, choices);
    }
    if (choices.past) {
      const char prev = before(i);
      if (prev == 'B' || prev == 'H') return 'E';
    }
    if (choices.adjective && !choices.noun) return 'j';
    if (choices.adjective) {
      return starts_noun(next(i)) && before(i) != 'B' ? 'j' : 'n';
    }
    return choices.noun ? 'n' : 'a';
  }

  void unknown(std::size_t i) {
    auto& unit = units_[i];
    if (unit.cls == '\'') return;
    const char prev = before(i);
    const Unit* follow = next(i);
    const bool can_be_verb = unit.cls == 'n' && !unit.capital;
    if ((prev == 'M' || prev == 'D' || prev == 'P' || (prev == 'N' && i > 1)) &&
        (can_be_verb || (prev != 'P' && unit.cls == 'E' && prev == 'M'))) {
      unit.cls = 'V';
    } else if (prev == 'w' && can_be_verb && i > 0 && units_[i - 1].cls == 'w') {
      unit.cls = 'V';
    } else if (prev == 'T' && can_be_verb && (starts_determined(follow) || follow == nullptr || !starts_noun(follow)) && i >= 2 &&
               (units_[i - 2].cls == 'A' || units_[i - 2].cls == 'F' || units_[i - 2].cls == 'V' || units_[i - 2].cls == 'n' ||
                units_[i - 2].cls == 'N')) {
      unit.cls = 'V';
    } else if (prev == '^' && unit.cls == 'n' && follow != nullptr && follow->kind == '"') {
      unit.cls = 'V';  // "Put "my own views" in each reply."
    } else if ((prev == '^' || is_mark(prev)) && unit.cls == 'n' && starts_determined(follow) && !finite_ahead(i) &&
               !word_is(*follow, "that")) {
      unit.cls = 'V';
    } else if (prev == 'c' && can_be_verb && starts_determined(follow) && verb_before_joint(i)) {
      unit.cls = 'V';
    } else if (unit.cls == 'E') {
      const auto choices = Choices{};
      unit.cls = participle(i, choices);
    } else if (unit.cls == 'G' && (prev == 'd' || prev == 'j') && !starts_noun(follow)) {
      unit.cls = 'n';
    }
  }

  std::vector<Unit>& units_;
  bool finite_ = false;
};

}  // namespace

void choose_classes(std::vector<Unit>& units) { Tagger(units).run(); }

}  // namespace engagelint::norm
