#include "engine/judge.hpp"

#include <algorithm>
#include <set>
#include <span>

#include <fmt/format.h>

#include "engine/accept.hpp"
#include "engine/credits.hpp"
#include "engine/fixes.hpp"
#include "engine/places.hpp"
#include "source/prose.hpp"
#include "engine/relate.hpp"
#include "engine/scope.hpp"
#include "engine/values.hpp"
#include "norm/roles.hpp"

namespace engagelint {
namespace {

/// "one place allows it and another ..."
std::string_view taken_words(std::string_view by) {
  if (by == "approval") return "puts an approval before it";
  return by == "advice" ? "advises against it" : "forbids it";
}

class Judge {
 public:
  Judge(const Selection& rules, Subject& subject)
      : rules_(rules), subject_(subject), values_(policy_values(subject)), classifier_(subject.reading) {}

  std::vector<Finding> run() {
    judge_norms();
    find_disagreements(subject_, findings_, norm_of_);
    judge_clauses();
    judge_accounts();
    judge_policy();
    relate_accounts(findings_);
    return std::move(findings_);
  }

 private:
  bool holds(const expr::Program& program) const { return expr::run(program, facts_); }

  Severity severity_of(const Rule& rule) const {
    Severity severity = rule.severity;
    if (holds(rule.lower_when)) severity = lower(severity);
    if (holds(rule.raise_when)) severity = higher(severity);
    return severity;
  }

  Finding begin(const Rule& rule, const Values& values) const {
    Finding finding;
    finding.rule = rule.info;
    finding.severity = severity_of(rule);
    finding.message = fill(rule.message, values);
    finding.why = fill(rule.why, values);
    finding.instead = fill(rule.instead, values);
    for (const Argument& argument : rule.arguments) finding.arguments.emplace_back(argument.id);
    return finding;
  }

  template <class Places>
  void label(const Rule& rule, const Values& values, const Places& places, Finding& finding) const {
    for (const RelatedLabel& related : rule.related) {
      const auto place = places(related.place);
      if (!place || (place->span == finding.span && place->file == nullptr)) continue;
      finding.related.push_back({.span = place->span, .words = fill(related.words, values), .file = place->file});
    }
  }

  void judge_norms() {
    const Reading& reading = subject_.reading;
    // The facts of the policy stand behind those of the norm and are the same for all of them.
    const Norm none;
    lists_.read(none, reading);
    fetch(rules_.facts.norm, NormView{subject_, none, {}, lists_}, facts_);
    verdicts_.reserve(reading.sentences.size());
    each_sentence([&](std::size_t sentence, std::size_t first, std::size_t end) {
      const bool asked = reading.sentences[sentence].item != -2 && !reading.sentences[sentence].reported;
      verdicts_.push_back(asked ? classifier_.verdict(sentence, first, end) : Verdict{});
    });
    fit_to_policy(verdicts_);
    each_sentence([&](std::size_t sentence, std::size_t first, std::size_t end) { judge_sentence(sentence, first, end); });
  }

  /// Its index and its norms, [first, end).
  template <class Do>
  void each_sentence(const Do& act) const {
    const Reading& reading = subject_.reading;
    std::size_t norm = 0;
    for (std::size_t sentence = 0; sentence < reading.sentences.size(); ++sentence) {
      const std::size_t first = norm;
      while (norm < reading.norms.size() && reading.norms[norm].sentence == sentence) ++norm;
      act(sentence, first, norm);
    }
  }

  /// Norms [first, end) of one sentence.
  void judge_sentence(std::size_t index, std::size_t first, std::size_t end) {
    const Sentence& sentence = subject_.reading.sentences[index];
    // What critics say of a rule is no rule.
    if (sentence.reported) return;
    std::size_t place = end;
    for (std::size_t i = first; i < end; ++i) {
      if (!counts(i)) continue;
      if (place == end || !forbids(subject_.reading.norms[place])) place = i;
    }
    if (place == end) {
      judge_words(index, first, end);
      return;
    }
    const bool keys = sentence.item == -2;
    const Verdict& verdict = verdicts_[index];
    const auto& asked = keys || is_open(verdict) ? rules_.norm : rules_.unlearned;
    if (asked.empty()) return;
    matches_.clear();
    for (std::size_t i = first; i < end; ++i) {
      if (counts(i)) match(i, asked);
    }
    Weighed weighed;
    if (keys) {
      weighed = weigh_keys(matches_, rules_.kinds);
    } else if (!freed_by_lead(sentence, first, end) || any_condition(matches_, rules_.kinds)) {
      weighed = weigh(verdict, matches_, rules_.kinds);
    }
    const auto named = std::find_if(matches_.begin(), matches_.end(), [&](const Match& m) { return m.rule == weighed.rule; });
    // Where no condition found the norm, the one that takes something away is meant.
    if (named != matches_.end()) {
      place = named->norm;
    } else if (weighed.rule != nullptr) {
      matches_.push_back({place, weighed.rule});
    }
    std::erase_if(matches_, [&](const Match& m) {
      const bool under = weighed.rule != nullptr && m.norm == place;
      return !keys && !under && !stands_beside(verdict, weighed, *m.rule, rules_.kinds);
    });
    for (std::size_t i = first; i < end; ++i) report(i, weighed);
  }

  /// No norm of the sentence counts: none was found in it, or it seems to be on others ("The locals come off your friends list").
  /// Where its words alone are sure enough, it is a finding all the same.
  void judge_words(std::size_t index, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      if (exempt(subject_.norms[i]) || norm::mentions(subject_.reading.norms[i], Role::actor, Vocabulary::visitors)) return;
    }
    const Weighed weighed = weigh(verdicts_[index], {}, rules_.kinds);
    if (weighed.rule == nullptr) return;
    const Sentence& sentence = subject_.reading.sentences[index];
    Norm said;
    said.clause = sentence.clause;
    said.sentence = static_cast<std::uint32_t>(index);
    said.span = sentence.span;
    said.quote = sentence.words;
    said.confidence = weighed.confidence();
    look_at(said, {});
    if (add_norm(said, {}, *weighed.rule, weighed) != nullptr) norm_of_.push_back(no_norm);
  }

  /// What visitors may or may not do keeps no member of staff from anybody.
  [[nodiscard]] bool counts(std::size_t norm) const {
    return !subject_.reading.norms[norm].on_others && !exempt(subject_.norms[norm]);
  }

  /// "It remains open to staff:", "Nobody need:": what stands under it has the words of a ban, or of a duty, and is none.
  [[nodiscard]] bool freed_by_lead(const Sentence& sentence, std::size_t first, std::size_t end) const {
    if (sentence.item < 0 || sentence.above.begin == sentence.above.end) return false;
    const auto& norms = subject_.reading.norms;
    return std::all_of(norms.begin() + static_cast<std::ptrdiff_t>(first), norms.begin() + static_cast<std::ptrdiff_t>(end),
                       [](const Norm& norm) {
                         const bool freed = norm.modality == Modality::permit || norm.modality == Modality::exempt;
                         return freed && !norm.only && !norm.chosen && norm.approvals == 0;
                       });
  }

  static bool forbids(const Norm& norm) {
    return norm.modality == Modality::prohibit || norm.modality == Modality::restrict_to || norm.modality == Modality::discourage;
  }

  void look_at(std::size_t index) { look_at(subject_.reading.norms[index], subject_.norms[index]); }

  void look_at(const Norm& norm, const NormTraits& traits) {
    lists_.read(norm, subject_.reading);
    const NormView view{subject_, norm, traits, lists_};
    for (std::size_t fact = 0; fact < rules_.facts.norm_own; ++fact) facts_[fact] = rules_.facts.norm[fact](view);
  }

  void match(std::size_t index, std::span<const Rule* const> rules) {
    look_at(index);
    presence_.read(facts_);
    const auto modality = static_cast<std::uint32_t>(subject_.reading.norms[index].modality);
    for (const Rule* rule : rules) {
      if (expr::may_hold(rule->when, presence_, modality) && holds(rule->when)) matches_.push_back({index, rule});
    }
  }

  /// What the sentence came to is the finding, else the rule of lowest rank; weaker ones stand under it, facts of their own
  /// beside it.
  void report(std::size_t index, const Weighed& weighed) {
    std::vector<const Rule*> matching;
    for (const Match& match : matches_) {
      if (match.norm != index) continue;
      if (match.rule == weighed.rule) {
        matching.insert(matching.begin(), match.rule);
      } else {
        matching.push_back(match.rule);
      }
    }
    if (matching.empty()) return;
    look_at(index);
    const Norm& norm = subject_.reading.norms[index];
    Finding* first = nullptr;
    for (const Rule* rule : matching) {
      if (rule->additional && rule != weighed.rule) continue;
      if (first == nullptr) {
        first = add_norm(index, *rule, weighed);
        if (first == nullptr) break;
      } else {
        first->related.push_back(
            {.span = norm.span, .words = std::string(rule->info.title), .rule = rule->info.id, .file = nullptr});
      }
    }
    for (const Rule* rule : matching) {
      if (rule->additional && rule != weighed.rule) add_norm(index, *rule, weighed);
    }
    if (subject_.norms[index].known_ground) note_overreach(norm);
  }

  /// The clause is wider than the ground that it names; said once a clause.
  void note_overreach(const Norm& norm) {
    for (const Mention& mention : norm.mentions) {
      if (mention.role != Role::ground || covered_by(mention.concept_id).empty()) continue;
      ClauseTraits& traits = subject_.clauses[norm.clause];
      if (traits.overreach) return;
      traits.overreach = true;
      traits.ground = {mention.span, one_line(mention.words)};
      traits.covers = covered_by(mention.concept_id);
    }
  }

  Finding* add_norm(std::size_t index, const Rule& rule, const Weighed& weighed) {
    Finding* finding = add_norm(subject_.reading.norms[index], subject_.norms[index], rule, weighed);
    if (finding != nullptr) norm_of_.push_back(index);
    return finding;
  }

  Finding* add_norm(const Norm& norm, const NormTraits& traits, const Rule& rule, const Weighed& weighed) {
    const Sentence* sentence =
        norm.sentence < subject_.reading.sentences.size() ? &subject_.reading.sentences[norm.sentence] : nullptr;
    const std::int32_t item = sentence != nullptr ? sentence->item : -1;
    // One finding a part and rule; the keys of a clause and its text are one part.
    const std::uint64_t part = item == -2 ? 0 : static_cast<std::uint64_t>(norm.sentence) + 1;
    if (!seen_.insert({norm.clause, part, rule.info.id}).second) return nullptr;
    if (item == -1 && seen_.count({norm.clause, 0, rule.info.id}) != 0) return nullptr;

    Values values = values_;
    add_norm_values(subject_, norm, values);
    Finding finding = begin(rule, values);
    finding.confidence = weighed.rule == nullptr ? norm.confidence : weighed.confidence();
    finding.severity = limit_by_scope(finding.severity, traits, finding.confidence);
    const Clause& clause = subject_.policy.clauses[norm.clause];
    finding.clause = item >= 0 ? clause.items[static_cast<std::size_t>(item)].id : clause.id;
    const auto places = [&](std::string_view name) { return place_in(subject_, norm, name); };
    const Place primary = places(rule.primary).value_or(*places("norm"));
    finding.span = primary.span;
    finding.quote = one_line(primary.words);
    if (clause.alias) finding.related.push_back({.span = *clause.alias, .words = "the clause is repeated here"});
    label(rule, values, places, finding);
    if (norm.modality != Modality::none) finding.reading = paraphrase(norm);
    if (rules_.fixes) finding.fixes = norm_fixes(subject_, rule, norm, values);
    findings_.push_back(std::move(finding));
    return &findings_.back();
  }

  void judge_clauses() {
    for (const auto& entry : subject_.clauses) {
      const Clause& clause = subject_.policy.clauses[entry.first];
      const ClauseTraits& traits = entry.second;
      fetch(rules_.facts.clause, ClauseView{subject_, clause, traits}, facts_);
      for (const Rule* rule : rules_.clause) {
        if (!holds(rule->when)) continue;
        Values values = values_;
        values.emplace_back("quote", traits.reference.words);
        values.emplace_back("quality", traits.term.words);
        values.emplace_back("approver", traits.approver.words);
        values.emplace_back("condition", traits.condition.words);
        values.emplace_back("network", traits.network.words);
        values.emplace_back("handle", traits.handle.words);
        values.emplace_back("ground", traits.ground.words);
        values.emplace_back("value", traits.hand_offs > 0 ? std::to_string(traits.hand_offs) : traits.covers);
        values.emplace_back("reached", traits.reached);
        values.emplace_back("taken", taken_words(traits.taken_by));
        values.emplace_back("there", traits.gives ? "this takes it back" : "this gives it");
        Finding finding = begin(*rule, values);
        const auto places = [&](std::string_view name) { return place_in(clause, traits, name); };
        const Place primary = places(rule->primary).value_or(Place{clause.span, {}});
        finding.span = primary.span;
        finding.quote = one_line(primary.words.empty() ? subject_.text(primary.span) : primary.words);
        // A handle that no account has is about accounts, not about the clause that names it.
        if (rule->primary == "handle") {
          finding.account = traits.handle.words;
        } else {
          finding.clause = part_id(clause, primary.span);
        }
        label(*rule, values, places, finding);
        if (rules_.fixes) finding.fixes = shown_fixes(*rule, values);
        findings_.push_back(std::move(finding));
      }
    }
  }

  void judge_accounts() {
    for (const AccountTraits& account : subject_.accounts) {
      fetch(rules_.facts.account, AccountView{subject_, account}, facts_);
      for (const Rule* rule : rules_.account) {
        if (!holds(rule->when)) continue;
        Values values = values_;
        add_account_values(account, values);
        Finding finding = begin(*rule, values);
        finding.account = std::string(account.handle);
        const auto places = [&](std::string_view name) { return place_in(account, name); };
        const Place primary = places(rule->primary).value_or(Place{account.span, std::string(account.handle)});
        finding.span = primary.span;
        finding.quote = one_line(primary.words);
        label(*rule, values, places, finding);
        if (rules_.fixes) finding.fixes = account_fixes(*rule, account, values);
        findings_.push_back(std::move(finding));
      }
    }
  }

  void judge_policy() {
    fetch(rules_.facts.policy, subject_, facts_);
    for (const Rule* rule : rules_.policy) {
      // Where YAML broke off, what is missing may stand in the rest.
      if (!rule->insert_draft.empty() && !subject_.policy.complete) continue;
      if (!holds(rule->when)) continue;
      Finding finding = begin(*rule, values_);
      if (!rule->insert_draft.empty()) {
        finding.fixes = insertion_fixes(subject_, *rule, values_, finding.span);
      } else {
        const std::optional<Text>& text = rule->primary == "review" ? subject_.policy.review : subject_.policy.title;
        finding.span = text ? text->span : subject_.policy.span;
        finding.quote = text ? one_line(text->value) : std::string{};
        if (rules_.fixes) finding.fixes = shown_fixes(*rule, values_);
      }
      findings_.push_back(std::move(finding));
    }
  }

  const Selection& rules_;
  Subject& subject_;
  Values values_;
  Classifier classifier_;
  std::vector<Verdict> verdicts_;  ///< on each sentence; on keys and on what is reported that they are fair
  std::vector<expr::Fact> facts_;
  RoleLists lists_;
  expr::Presence presence_{concept_count()};
  std::vector<Match> matches_;  ///< of the sentence at hand
  std::set<std::tuple<std::uint32_t, std::uint64_t, std::string_view>> seen_;
  std::vector<Finding> findings_;
  std::vector<std::size_t> norm_of_;  ///< of the first findings, which are about norms
};

std::string text_of(const std::optional<Text>& text) { return text ? one_line(text->value) : std::string{}; }

}  // namespace

FileReport judge(const ReadPolicy& read, const Beside& beside, const Selection& rules, std::string_view today,
                 std::vector<Notice>& notices) {
  const PolicyDocument& policy = *read.policy;
  FileReport report;
  report.file = policy.file;
  report.document = policy.document;
  report.title = text_of(policy.title);
  report.organization = text_of(policy.organization);
  report.status = text_of(policy.status);
  report.audience = policy.audience ? text_of(policy.audience) : "members";
  report.clauses = static_cast<std::uint32_t>(policy.clauses.size());
  for (const Sentence& sentence : read.reading.sentences) {
    if (sentence.item == -2) continue;
    ++report.sentences;
    report.normative += sentence.normative ? 1 : 0;
    report.unread += sentence.unread ? 1 : 0;
  }
  Subject subject = study(policy, read.reading, beside, rules.words, today);
  report.findings = Judge(rules, subject).run();
  report.credits = credits_of(subject);
  accept_findings(policy, *rules.all, today, report.findings, notices);
  order(report);
  return report;
}

}  // namespace engagelint
