#include "engine/loose_ends.hpp"

#include <algorithm>
#include <string>

#include "norm/concepts.hpp"
#include "norm/roles.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using norm::has_role;
using norm::mentions;

bool on_engaging(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const bool what = m.role == Role::act || m.role == Role::object || m.role == Role::time;
    return what && (is_a(m.concept_id, c::engage_) || is_a(m.concept_id, c::post_) || is_a(m.concept_id, c::content_) ||
                    is_a(m.concept_id, c::reply_content_) || is_a(m.concept_id, c::connect_));
  });
}

bool takes(const Norm& norm) {
  return norm.modality == Modality::prohibit || norm.modality == Modality::discourage || norm.modality == Modality::restrict_to ||
         norm.approvals > 0;
}

/// The first word of a kind that a norm makes its act hang on.
const Mention* hangs_on(const Norm& norm, Concept kind) {
  const auto found = std::find_if(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& m) {
    // "Only trained staff": the word stands where an object would.
    const bool before = norm.modality == Modality::restrict_to && m.role == Role::object;
    const bool place = m.role == Role::condition || m.role == Role::quality || m.role == Role::exception || before;
    return place && is_a(m.concept_id, kind) && !m.words.empty();
  });
  return found == norm.mentions.end() ? nullptr : &*found;
}

class LooseEnds {
 public:
  LooseEnds(const PolicyDocument& policy, const Reading& reading, const std::vector<NormTraits>& scopes,
            const PolicyTraits& whole, TraitsByClause& clauses)
      : policy_(policy), reading_(reading), scopes_(scopes), whole_(whole), clauses_(clauses) {}

  void run() {
    for (const Norm& norm : reading_.norms) {
      if (norm.on_others || norm.confidence == Confidence::low || reading_.sentences[norm.sentence].reported) continue;
      find_closed_network(norm);
      if (!on_engaging(norm) && !mentions(norm, Role::act, c::use_)) continue;
      find_open_exception(norm);
      if (!on_engaging(norm)) continue;
      find_unmet_training(norm);
      find_nameless_approver(norm);
      find_ungranted(norm);
    }
  }

 private:
  ClauseTraits& clause_of(const Norm& norm) { return clauses_[norm.clause]; }

  /// "Trained staff may reply", in a policy that speaks of training nowhere else.
  void find_unmet_training(const Norm& norm) {
    if (training_seen_ || norm.approvals > 0 || norm.optional_) return;
    const bool opens = norm.modality == Modality::permit || norm.modality == Modality::restrict_to;
    const bool lifted = norm.modality == Modality::prohibit && has_role(norm, Role::exception);
    const Mention* training = opens || lifted ? hangs_on(norm, c::train_) : nullptr;
    if (training == nullptr) return;
    training_seen_ = true;
    if (spoken_of("train|course|workshop|certif|qualif|induction|onboarding|coach|class|learn", norm.sentence)) return;
    clause_of(norm).unmet = true;
    clause_of(norm).condition = {training->span, one_line(training->words)};
  }

  /// An approval by an office or a committee, without a name and without a time. Of a policy the first is enough.
  void find_nameless_approver(const Norm& norm) {
    if (approver_seen_ || norm.approvals == 0 || norm.person || norm.unknown_object || has_role(norm, Role::ground)) return;
    const Mention* approver = nullptr;
    for (const Mention& m : norm.mentions) {
      if (m.role != Role::approver || m.words.empty()) continue;
      if (is_a(m.concept_id, c::named_person_) || is_a(m.concept_id, c::managers_) || is_a(m.concept_id, c::executives_)) return;
      // Who holds that office is one person, and known.
      if (says(normal(m.words), "officer|director|manager|head |lead|editor |coordinator|president|supervisor|spokes")) return;
      if (approver == nullptr && (is_a(m.concept_id, c::department_) || is_a(m.concept_id, c::mailbox_))) approver = &m;
    }
    if (approver == nullptr) return;
    approver_seen_ = true;
    if (timed() || answered_for(approver->words)) return;
    clause_of(norm).nameless_approver = true;
    clause_of(norm).committee = is_a(approver->concept_id, c::committee_);
    clause_of(norm).approver = {approver->span, one_line(approver->words)};
  }

  /// Some time is given within which something is approved or answered.
  [[nodiscard]] bool timed() const {
    return std::any_of(reading_.norms.begin(), reading_.norms.end(), [](const Norm& norm) {
      const bool answer =
          norm.approvals > 0 || mentions(norm, Role::act, c::approve_) || mentions(norm, Role::object, c::approve_);
      return answer && (norm.within_hours > 0 || norm.delay_hours > 0 || mentions(norm, Role::object, c::time_unit_));
    });
  }

  /// Somebody in `people` has that office in the role, or the text says who it is.
  [[nodiscard]] bool answered_for(std::string_view office) const {
    for (const std::string& word : words_of(office)) {
      if (word.size() < 5) continue;
      const std::string stem = word.substr(0, 6);
      const auto holds = [&](const Person& person) { return person.role && says(normal(person.role->value), stem); };
      if (std::any_of(policy_.people.begin(), policy_.people.end(), holds)) return true;
    }
    const std::string name = normal(office);
    return std::any_of(reading_.norms.begin(), reading_.norms.end(), [&](const Norm& norm) {
      const bool named = std::any_of(norm.mentions.begin(), norm.mentions.end(),
                                     [](const Mention& m) { return is_a(m.concept_id, c::named_person_); });
      return named && normal(reading_.sentences[norm.sentence].words).find(name.substr(1, name.size() - 2)) != std::string::npos;
    });
  }

  /// "Only authorised staff may answer", and nobody says who that is, or who authorises.
  void find_ungranted(const Norm& norm) {
    if (grant_seen_ || norm.modality != Modality::restrict_to || has_role(norm, Role::approver) || !policy_.people.empty())
      return;
    const std::string sentence = normal(reading_.sentences[norm.sentence].words);
    std::string_view term;
    for (const std::string_view word : {"authorised", "authorized", "designated", "nominated", "appointed"}) {
      if (term.empty() && has_word(sentence, word)) term = word;
    }
    if (term.empty()) return;
    grant_seen_ = true;
    if (says(sentence, "by |list|annex|appendix|schedule|namely|such as|see |account|page |channel")) return;
    if (spoken_of("authori|designat|nominat|appoint|spokes|representative|administrator", norm.sentence)) return;
    clause_of(norm).undefined = true;
    clause_of(norm).term = {norm.span, std::string(term)};
  }

  /// "Except in exceptional cases": whoever asks is told that this is not one. It is a way in where there is another.
  void find_open_exception(const Norm& norm) {
    constexpr std::string_view signs =
        "exceptional|strictly necessary|absolutely necessary|unavoidable|special circumstances|special cases|compelling reason";
    const bool bans = norm.modality == Modality::prohibit || norm.modality == Modality::discourage;
    if (!bans || whole_.permissions > 0 || scopes_[index_of(norm)].narrow || mentions(norm, Role::act, c::disclose_)) return;
    if (!says(normal(reading_.sentences[norm.sentence].words), signs)) return;
    clause_of(norm).open_exception = true;
    clause_of(norm).exception = {norm.span, one_line(norm.quote)};
  }

  /// A rule for a network that has closed; what is told of one, or meant by a word, is no rule.
  void find_closed_network(const Norm& norm) {
    if (norm.modality == Modality::define || norm.via == Via::declarative) return;
    const std::string_view sentence = reading_.sentences[norm.sentence].words;
    for (const Mention& m : norm.mentions) {
      if (m.role != Role::channel || !is_a(m.concept_id, c::network_)) continue;
      const bool plus = m.words == "Google" && !sentence.empty() &&
                        m.words.data() + m.words.size() < sentence.data() + sentence.size() &&
                        m.words.data()[m.words.size()] == '+';
      if (!plus && m.words != "Google Plus" && m.words != "Vine" && m.words != "Bebo" && m.words != "BlackBerry Messenger")
        continue;
      clause_of(norm).closed_network = true;
      clause_of(norm).network = {m.span, std::string(m.words) + (plus ? "+" : "")};
      return;
    }
  }

  [[nodiscard]] std::size_t index_of(const Norm& norm) const { return static_cast<std::size_t>(&norm - reading_.norms.data()); }

  /// Whether a title, or a sentence other than that one, has one of the words.
  [[nodiscard]] bool spoken_of(std::string_view signs, std::size_t but) const {
    const auto has = [&](const std::optional<Text>& text) { return text && says(normal(text->value), signs); };
    for (const Section& section : policy_.sections) {
      if (has(section.title)) return true;
    }
    for (const Clause& clause : policy_.clauses) {
      if (has(clause.title)) return true;
    }
    for (std::size_t i = 0; i < reading_.sentences.size(); ++i) {
      if (i != but && says(normal(policy_.file->text(reading_.sentences[i].span)), signs)) return true;
    }
    return false;
  }

  const PolicyDocument& policy_;
  const Reading& reading_;
  const std::vector<NormTraits>& scopes_;
  const PolicyTraits& whole_;
  TraitsByClause& clauses_;
  bool training_seen_ = false, approver_seen_ = false, grant_seen_ = false;
};

}  // namespace

void count_restrictions(const Reading& reading, const std::vector<NormTraits>& scopes, PolicyTraits& whole) {
  for (std::size_t i = 0; i < reading.norms.size(); ++i) {
    const Norm& norm = reading.norms[i];
    if (norm.on_others || norm.confidence == Confidence::low || reading.sentences[norm.sentence].reported) continue;
    if (scopes[i].permits && !scopes[i].hollow) {
      ++whole.permissions;
    } else if (takes(norm) && on_engaging(norm) && !scopes[i].narrow && !scopes[i].known_ground) {
      ++whole.restrictions;
    }
  }
}

void find_loose_ends(const PolicyDocument& policy, const Reading& reading, const std::vector<NormTraits>& scopes,
                     const PolicyTraits& whole, TraitsByClause& clauses) {
  LooseEnds(policy, reading, scopes, whole, clauses).run();
}

}  // namespace engagelint
