// Who hands a question on to whom, read from the order in which a sentence names them.
#include <algorithm>

#include "permission/route_clauses.hpp"
#include "source/prose.hpp"

namespace engagelint::route {
namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  const std::string low = normal(text);
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return low.starts_with(" " + std::string(start)); });
}

/// A verb that sends a question on. "Referred to" is also what a text does with a subject, so its words decide.
bool hands_on(const Mention& mention) {
  const Words& w = words();
  if (is_a(mention.concept_id, w.handover)) return false;
  if (is_a(mention.concept_id, w.redirect) || is_a(mention.concept_id, w.leave_to)) return true;
  return mention.role != Role::object &&
         starts_with_any(mention.words, {"referred to", "passed", "assign", "allocate", "handed", "hands", "connects",
                                         "connected", "handled", "dealt with"});
}

/// "is read by", "looks after": who stands behind a mailbox.
bool attends(const Mention& mention) {
  const Words& w = words();
  if (mention.role != Role::act && mention.role != Role::quality) return false;
  return is_a(mention.concept_id, w.reply) || is_a(mention.concept_id, w.monitor) ||
         starts_with_any(mention.words,
                         {"is read", "are read", "read", "reads", "is answered", "manned", "staffed", "looked after"});
}

class Scan {
 public:
  Scan(const Said& said, Before& before, std::vector<Passing>& into) : said_(said), before_(before), into_(into) {}

  void run() {
    order();
    if (!said_.lets() && said_.norm.modality == Modality::define) {
      filed_in();
      return;
    }
    const auto any = [&](auto test) {
      return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention* m) { return m->role == Role::act && test(*m); });
    };
    // "Logged with the help desk": filed there is sent there.
    filed_ = !any(hands_on) && said_.has(Role::target, words().generic) && any([&](const Mention& m) {
      // "Reply only with a link to the FAQ" sends there too.
      const bool links = is_a(m.concept_id, words().link_act) && said_.has(Role::object, words().reply);
      return links || is_a(m.concept_id, words().log);
    });
    const bool acts = filed_ || any(hands_on);
    if (!acts) {
      if (!filed_in()) behind();
      return;
    }
    if (!about_questions()) return;
    pick_up();
    for (const Mention* mention : mentions_) step(*mention);
    if (into_.size() == begin_ && real_) unnamed();
    if (source_ && into_.size() > begin_) before_.place = into_.back().to;
  }

 private:
  void order() {
    for (const Mention& mention : said_.norm.mentions) {
      if (mention.role == Role::context || mention.role == Role::ground || mention.role == Role::exception) continue;
      if (!mention.words.empty()) mentions_.push_back(&mention);
    }
    if (said_.norm.via != Via::field) {
      std::stable_sort(mentions_.begin(), mentions_.end(),
                       [](const Mention* a, const Mention* b) { return a->span.begin < b->span.begin; });
    }
  }

  /// "Refer": to whom a member's question goes, and not where a picture is sent.
  bool about_questions() const {
    const Words& w = words();
    for (const Concept each : {w.question, w.criticism, w.served, w.open_public, w.asked, w.reply_content, w.visitors, w.dm}) {
      if (said_.says(each)) return true;
    }
    const std::string text = normal(sentence());
    if (says(text, "what |them |they |it |these |those |everything |anything |message|comment|post|contact")) return true;
    return said_.norm.via == Via::field || std::none_of(mentions_.begin(), mentions_.end(), [&](const Mention* m) {
             return (m->role == Role::object || m->role == Role::topic) && !place_in(said_.policy, said_.reading, said_.norm, *m);
           });
  }

  std::string_view sentence() const {
    return said_.norm.sentence < said_.reading.sentences.size() ? said_.reading.sentences[said_.norm.sentence].words
                                                                : said_.norm.quote;
  }

  /// "They then go to Legal": from where the sentence before has left it.
  void pick_up() {
    receives_ = std::any_of(mentions_.begin(), mentions_.end(), [](const Mention* m) {
      return m->role == Role::act && starts_with_any(m->words, {"handled", "dealt with"});
    });
    if (receives_) return;
    if (said_.place) {
      source_ = said_.place;
    } else if (before_.place && starts_with_any(sentence(), {"they ", "it ", "these ", "those ", "from there", "there ", "then ",
                                                             "which ", "this ", "afterwards", "finally", "next"})) {
      source_ = before_.place;
    }
  }

  void step(const Mention& mention) {
    const Words& w = words();
    if (hands_on(mention) || (filed_ && mention.role == Role::act)) {
      // "Questions sent to the mailbox are forwarded": the first is only where they are.
      if (passing_ && !targets_.empty()) hop();
      passing_ = true;
      handled_ = starts_with_any(mention.words, {"handled", "dealt with"});
      real_ = real_ || mention.role == Role::act;
      return;
    }
    if (is_a(mention.concept_id, w.chain)) {
      chained_ = true;
      return;
    }
    const std::optional<Place> place = place_in(said_.policy, said_.reading, said_.norm, mention);
    if (place && !is_the_question(mention) && !owns(mention)) meet(mention, *place);
  }

  /// "Assigns the ticket to": a ticket is the question itself where it is what is passed.
  bool is_the_question(const Mention& mention) const {
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention* each) {
      return each->span == mention.span && each->role == Role::object && is_a(each->concept_id, words().question) &&
             is_a(mention.concept_id, words().generic);
    });
  }

  /// "The subject expert's department": the department is meant.
  bool owns(const Mention& mention) const {
    const std::string_view words = sentence();
    const char* end = mention.words.data() + mention.words.size();
    if (end < words.data() || end >= words.data() + words.size()) return false;
    const std::string_view rest = words.substr(static_cast<std::size_t>(end - words.data()));
    return rest.starts_with("'s ") || rest.starts_with("\u2019s ") || rest.starts_with("' ");
  }

  void hop() {
    source_ = targets_.back();
    targets_.clear();
  }

  void meet(const Mention& mention, const Place& place) {
    const bool field = said_.norm.via == Via::field;
    if (field && (mention.role == Role::actor || mention.role == Role::condition)) return;
    const std::string before = field ? "" : word_before(said_, mention);
    // "Handled by Communications": there it is who gets it.
    const bool origin = (before == "by" && !handled_) || before == "from";
    if (passing_ && place.kind == StopKind::generic && (before == "at" || before == "in" || before == "from")) {
      source_ = place;
      return;
    }
    if (!passing_ || origin) {
      if (before == "about" || before == "on" || before == "of") return;
      // The subject stands before what describes it; whoever is meant by the actor stays.
      if (!said_.place || origin) source_ = place;
      return;
    }
    if (before == "about" || before == "of" || before == "on" || before == "at" || before == "for" || before == "in" ||
        before == "as" || (before == "with" && !filed_))
      return;
    if (!targets_.empty() && targets_.back().at.span == place.at.span) {
      if (says_more(place, targets_.back())) replace(place);
      return;
    }
    if (!targets_.empty() && (chained_ || in_turn(mention))) hop();
    chained_ = false;
    targets_.push_back(place);
    if (real_) emit(place);
  }

  bool in_turn(const Mention& mention) const {
    const std::string_view words = sentence();
    const char* begin = words.data();
    if (mention.words.data() < begin || mention.words.data() > begin + words.size()) return false;
    const auto at = static_cast<std::size_t>(mention.words.data() - begin);
    const std::size_t from = at > 24 ? at - 24 : 0;
    return says(normal(words.substr(from, at - from)), "then |from there|from where|who |which |finally |next ");
  }

  void replace(const Place& place) {
    targets_.back() = place;
    if (!into_.empty() && into_.size() > begin_) into_.back().to = place;
  }

  void emit(const Place& place) {
    const bool generic_source = source_ && source_->key != who::staff;
    Passing passing{.from = generic_source ? source_->key
                            : source_      ? std::string(who::staff)
                            : receives_    ? std::string(who::everyone)
                                           : said_.actor,
                    .source = source_.value_or(any_staff()),
                    .to = place,
                    .when = said_.when,
                    .optional = said_.norm.modality == Modality::permit || said_.norm.optional_,
                    .handoff = true,
                    .basis = said_.basis};
    if (passing.from == place.key) return;
    into_.push_back(std::move(passing));
  }

  /// "Pass it on to her", "direct them to 0800 123 456": where no word of the lexicon says it.
  void unnamed() {
    if (before_.person && says(normal(sentence()), "to her |to him |to her.|to him.|to her,|to him,")) {
      emit(*before_.person);
    } else if (const std::optional<Place> place = number_or_page(sentence(), said_.basis.at)) {
      emit(*place);
    }
  }

  /// "The press office files questions in the archive mailbox": a verb that is not known, from people to a place.
  bool filed_in() {
    const Words& w = words();
    if (!said_.says(w.send_on) || !(said_.has(Role::object, w.question) || said_.has(Role::object, w.criticism))) return false;
    std::optional<Place> from;
    for (const Mention* mention : mentions_) {
      const std::optional<Place> place = place_in(said_.policy, said_.reading, said_.norm, *mention);
      if (!place) continue;
      if (mention->role == Role::target && place->kind == StopKind::generic && from) {
        source_ = from;
        emit(*place);
        return true;
      }
      if (place->kind == StopKind::team || place->kind == StopKind::person) from = place;
    }
    return false;
  }

  /// "The mailbox is read by Ana Costa": no hand-off, but who stands there.
  void behind() {
    if (!std::any_of(mentions_.begin(), mentions_.end(), [](const Mention* m) { return attends(*m); })) return;
    std::optional<Place> box;
    std::optional<Place> human;
    for (const Mention* mention : mentions_) {
      const std::optional<Place> place = place_in(said_.policy, said_.reading, said_.norm, *mention);
      if (!place) continue;
      if (place->kind == StopKind::generic && !box) box = place;
      if ((place->kind == StopKind::person || place->kind == StopKind::team) && (!human || says_more(*place, *human)))
        human = place;
    }
    // "Submissions are read by …": what arrives where it was sent to.
    if (!box && before_.place && before_.place->kind == StopKind::generic &&
        starts_with_any(sentence(),
                        {"submission", "message", "request", "ticket", "email", "these", "they", "enquir", "inquir", "it "}))
      box = before_.place;
    if (!box || !human || box->at.span == human->at.span) return;
    into_.push_back(
        {.from = box->key, .source = *box, .to = *human, .when = "", .optional = false, .handoff = false, .basis = said_.basis});
  }

  const Said& said_;
  Before& before_;
  std::vector<Passing>& into_;
  std::size_t begin_ = into_.size();
  std::vector<const Mention*> mentions_;
  std::optional<Place> source_;
  std::vector<Place> targets_;
  bool passing_ = false, real_ = false, chained_ = false, filed_ = false, handled_ = false, receives_ = false;
};

/// "Name the colleague who can": a person, whoever it is.
void add_handover(const Said& said, std::vector<Passing>& into) {
  Place colleague{StopKind::person, "colleague", "the colleague who can help", said.basis.at};
  for (const Mention& mention : said.norm.mentions) {
    if (mention.role == Role::context || mention.role == Role::condition || mention.role == Role::actor) continue;
    const std::optional<Place> place = place_in(said.policy, said.reading, said.norm, mention);
    if (place && place->kind == StopKind::person && word_before(said, mention) != "by") colleague = *place;
  }
  const std::string from = said.place ? said.place->key : said.actor;
  into.push_back({.from = from,
                  .source = said.place.value_or(any_staff()),
                  .to = colleague,
                  .when = said.when.empty() ? std::string(if_they_cannot) : said.when,
                  .optional = true,
                  .handoff = true,
                  .basis = said.basis});
}

}  // namespace

void add_passings(const Said& said, Before& before, std::vector<Passing>& into) {
  // What is sent somewhere to be approved is an answer; a question that is sent on is no approval.
  const bool draft =
      said.norm.approvals > 0 && !said.has(Role::object, words().question) && !said.has(Role::object, words().criticism);
  // A sentence without a verb that is known: "files questions in the mailbox".
  const bool stated = said.norm.modality == Modality::define;
  const bool leaves = said.norm.modality == Modality::discourage && said.does(words().leave_to);
  if (said.narrow || draft || (!said.lets() && !leaves && !stated)) return;
  const bool names_colleague = said.has(Role::object, words().handover) && !said.answers() && !said.norm.on_others;
  if ((said.does(words().handover) || names_colleague) && !said.does(words().redirect)) {
    add_handover(said, into);
    return;
  }
  Scan(said, before, into).run();
}

}  // namespace engagelint::route
