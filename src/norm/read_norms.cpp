#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/fields.hpp"
#include "norm/follow_on.hpp"
#include "norm/headings.hpp"
#include "norm/local_words.hpp"
#include "norm/roles.hpp"
#include "norm/sentences.hpp"

namespace engagelint {
namespace norm {
namespace {

class Reader {
 public:
  explicit Reader(const PolicyDocument& policy) : policy_(policy), local_(local_words(policy)) {}

  Reading run() {
    for (const auto& section : policy_.sections) {
      sections_.push_back(section.title ? read_heading(*section.title, local_, work_) : Heading{});
    }
    for (std::uint32_t i = 0; i < policy_.clauses.size(); ++i) clause(i);
    return std::move(out_);
  }

 private:
  void clause(std::uint32_t index) {
    const Clause& clause = policy_.clauses[index];
    const Heading heading = clause.title ? read_heading(*clause.title, local_, work_) : section_heading(clause);
    previous_.clear();
    title_.clear();
    question_ = {};
    if (!heading.carries && !heading.question) title_ = heading.mentions;
    if (heading.question) question_ = {&*clause.title, {0, static_cast<Offset>(clause.title->value.size())}};
    if (clause.text) text(index, -1, *clause.text, heading);
    for (std::size_t i = 0; i < clause.items.size(); ++i)
      text(index, static_cast<std::int32_t>(i), clause.items[i].text, heading);
    if (!clause.fields.empty()) fields(index);
  }

  // A section's title carries into clauses that have none of their own, where it is a rule and not a topic.
  Heading section_heading(const Clause& clause) const {
    if (clause.section < 0) return {};
    Heading heading = sections_[static_cast<std::size_t>(clause.section)];
    heading.context.approval = heading.context.no_approval = heading.question = false;
    const bool rule = heading.carries || heading.context.carried != Modality::none;
    heading.from_section = true;
    return rule ? heading : Heading{};
  }

  Context context_of(const Clause& clause, const Heading& heading) const {
    Context context = heading.context;
    for (auto at = clause.section; at >= 0; at = policy_.sections[static_cast<std::size_t>(at)].parent) {
      const auto& section = sections_[static_cast<std::size_t>(at)].context;
      context.quoted = context.quoted || section.quoted;
      context.visitors = context.visitors || section.visitors;
    }
    return context;
  }

  void text(std::uint32_t index, std::int32_t item, const Text& words, const Heading& heading) {
    std::vector<SentencePart> parts;
    split_sentences(words.value, parts);
    bool first = true;
    for (const auto& part : parts) {
      Sentence sentence;
      sentence.clause = index;
      sentence.item = item;
      sentence.span = words.to_source(part.span);
      sentence.words = std::string_view(words.value).substr(part.span.begin, part.span.end - part.span.begin);
      out_.sentences.push_back(sentence);
      if (part.question) {
        question_ = {&words, part.span};
      } else {
        one_sentence(words, part, heading, first && item >= 0);
      }
      first = false;
    }
  }

  // ---- one sentence
  void one_sentence(const Text& words, const SentencePart& part, const Heading& heading, bool item) {
    auto& sentence = out_.sentences.back();
    Context context = context_of(policy_.clauses[sentence.clause], heading);
    work_.markers.clear();
    find_markers(words.value, part.span, sentence_tokens_, work_.markers);
    const bool rule_above = heading.carries || heading.context.carried != Modality::none;
    if (rule_above && !item && !heading.question) item = !has_statement(words);
    if (!item) {
      // A sign such as "Never" is for list items and fragments; a text under it speaks for itself.
      context.approval = context.no_approval = false;
      context.carried = Modality::none;
    }
    apply_markers(work_.markers, context);
    question_sign_ = Modality::none;
    answer_text_ = &words;
    const bool named = names_who();
    const bool answered = !named && answer();
    if (!answered && question_sign_ != Modality::none) context.carried = question_sign_;
    work_.sources.clear();
    work_.units.clear();
    if (item && heading.carries && !(heading.whole && has_statement(words))) {
      prepend(heading);
      context.heading_words = true;
    }
    const Source question = question_;
    if (named) {
      question_ = {};
      work_.sources.push_back(question);
    }
    work_.sources.push_back({&words, part.span});
    add_units(words.value, sentence_tokens_, static_cast<std::uint8_t>(work_.sources.size() - 1), local_, work_.units);
    if (named) ask_of_them(question);
    const auto before = out_.norms.size();
    const bool sign = read_units(context);
    name_all();
    if (named) shut_out_others(out_.norms, before);
    // "Yes, please do." repeats what the question asked.
    if (answered) {
      std::erase_if(out_.norms, [&](const Norm& norm) {
        return &norm - out_.norms.data() >= static_cast<std::ptrdiff_t>(before) && norm.mentions.size() <= 1;
      });
    }
    after(before, sign || answered, context);
  }

  // Every concept of the words at hand, whatever became of them in the norms.
  void name_all() {
    auto& said = out_.sentences.back().said;
    for (const auto& unit : work_.units) {
      for (const auto& tag : unit.tags) {
        const Concept x{tag.concept_id};
        if ((unit.phrase || fits(unit, tag)) && std::find(said.begin(), said.end(), x) == said.end()) said.push_back(x);
      }
    }
  }

  // "…, an employee shall observe the following" carries nothing into an item that says its own "shall".
  bool has_statement(const Text& words) {
    work_.units.clear();
    add_units(words.value, sentence_tokens_, 0, local_, work_.units);
    choose_classes(work_.units);
    bool statement = false;
    for (const auto& unit : work_.units) statement = statement || unit.cls == 'M' || unit.cls == 'B' || unit.cls == 'D';
    work_.units.clear();
    return statement;
  }

  void prepend(const Heading& heading) {
    work_.sources.push_back({heading.text, {0, static_cast<Offset>(heading.text->value.size())}});
    add_units(heading.text->value, work_.sources[0].part, 0, local_, work_.tokens, work_.units);
    while (!work_.units.empty() && (work_.units.back().kind == ':' || work_.units.back().kind == ',' ||
                                    work_.units.back().kind == '-' || work_.units.back().kind == '.'))
      work_.units.pop_back();
    if (heading.complete) {
      Unit comma;
      comma.cls = comma.kind = ',';
      comma.begin = comma.end = static_cast<Offset>(heading.text->value.size());
      work_.units.push_back(comma);
    }
  }

  bool read_units(const Context& context) {
    // No rule is a thousand words long. Past that the sentence is shown as not read, rather than parsed at any price.
    constexpr std::size_t longest = 2000;
    if (work_.units.size() > longest) return true;
    choose_classes(work_.units);
    chunk_units(work_);
    split_pieces(work_.units, work_.chunks, work_.pieces);
    return build_norms(work_, context, out_.norms);
  }

  // "May I add members? No." gives the question's act the answer's sign. True where it was such an answer.
  bool answer() {
    if (question_.text == nullptr) return false;
    bool yes = false;
    bool no = false;
    for (const auto marker : work_.markers) {
      yes = yes || Concept{marker} == c::yes_;
      no = no || Concept{marker} == c::nope_;
    }
    if (!yes && !no && elaborates()) yes = true;
    if (!yes && !no) {
      remember_question();
      return false;
    }
    const auto before = read_question();
    for (auto i = before; i < out_.norms.size(); ++i) {
      auto& norm = out_.norms[i];
      norm.via = Via::qa;
      if (norm.modality == Modality::define || norm.modality == Modality::none) continue;
      const bool duty = norm.modality == Modality::require;
      if (no)
        norm.modality = duty                                   ? Modality::exempt
                        : norm.modality == Modality::recommend ? Modality::discourage
                                                               : Modality::prohibit;
    }
    after(before, false, {});
    return out_.norms.size() > before;
  }

  // "Who may reply to members? Only the press team." The answer names people and says no more: it is the question's subject.
  bool names_who() {
    if (question_.text == nullptr || answer_text_ == nullptr) return false;
    work_.units.clear();
    add_units(question_.text->value, question_.part, 0, local_, work_.tokens, work_.units);
    const bool asks =
        !work_.units.empty() && (work_.units.front().hash == hash_of("who") || work_.units.front().hash == hash_of("which"));
    if (!asks) return false;
    work_.units.clear();
    add_units(answer_text_->value, sentence_tokens_, 0, local_, work_.units);
    choose_classes(work_.units);
    bool people = false;
    for (const auto& unit : work_.units) {
      if (unit.cls == 'V' || unit.cls == 'M' || unit.cls == 'B' || unit.cls == 'D' || unit.cls == 'F' || unit.cls == 'A' ||
          unit.cls == 'w')
        return false;
      people = people || (unit.cls == 'n' && may_mean(unit, c::actor_));
    }
    return people;
  }

  // The words of the question from its verb on, behind the people who are its answer.
  void ask_of_them(const Source& question) {
    while (!work_.units.empty() && work_.units.back().kind != 'w' && work_.units.back().kind != '@') work_.units.pop_back();
    std::vector<Unit> asked;
    add_units(question.text->value, question.part, static_cast<std::uint8_t>(work_.sources.size() - 2), local_, work_.tokens,
              asked);
    choose_classes(asked);
    std::size_t at = 1;
    while (at < asked.size() && asked[at].cls != 'M' && asked[at].cls != 'B' && asked[at].cls != 'D' && asked[at].cls != 'V')
      ++at;
    for (; at < asked.size(); ++at) {
      if (asked[at].kind != '?') work_.units.push_back(asked[at]);
    }
  }

  // Reads the pending question in the voice of who asks it. Returns where its norms begin.
  std::size_t read_question() {
    const Source question = question_;
    question_ = {};
    work_.sources.assign(1, question);
    work_.units.clear();
    add_units(question.text->value, question.part, 0, local_, work_.tokens, work_.units);
    const auto before = out_.norms.size();
    work_.question = true;
    read_units({});
    name_all();
    work_.question = false;
    return before;
  }

  // "Do my posts have to be checked? Each one, by your lead, before it appears." No verb of its own and no "no": a yes.
  bool elaborates() {
    work_.units.clear();
    add_units(question_.text->value, question_.part, 0, local_, work_.tokens, work_.units);
    choose_classes(work_.units);
    const bool asks = !work_.units.empty() &&
                      (work_.units.front().cls == 'D' || work_.units.front().cls == 'M' || work_.units.front().cls == 'B');
    if (!asks || answer_text_ == nullptr) return false;
    work_.units.clear();
    add_units(answer_text_->value, sentence_tokens_, 0, local_, work_.units);
    choose_classes(work_.units);
    for (const auto& unit : work_.units) {
      if (unit.cls == 's' || unit.cls == 'u') return true;
      if (unit.cls == 'V' || unit.cls == 'M' || unit.cls == 'B' || unit.cls == 'D' || unit.cls == 'N' || unit.cls == 'P' ||
          unit.cls == 'F' || means(unit, c::d_no_))
        return false;
    }
    return true;
  }

  // An answer in its own words is read with the question behind it.
  void remember_question() {
    const auto before = read_question();
    previous_.clear();
    for (auto i = before; i < out_.norms.size(); ++i) {
      remember(out_.norms[i]);
      if (out_.norms[i].modality == Modality::prohibit || out_.norms[i].modality == Modality::discourage ||
          mentions(out_.norms[i], Role::object, c::breach_)) {
        question_sign_ = Modality::prohibit;
      }
    }
    out_.norms.resize(before);
  }

  void remember(const Norm& norm) {
    for (const auto& mention : norm.mentions) {
      auto copy = mention;
      copy.role = Role::context;
      previous_.push_back(copy);
    }
  }

  void after(std::size_t before, bool sign, const Context& context) {
    auto& sentence = out_.sentences.back();
    std::vector<Mention> now = previous_;
    bool any = false;
    for (auto i = before; i < out_.norms.size(); ++i) {
      auto& norm = out_.norms[i];
      norm.clause = sentence.clause;
      norm.sentence = static_cast<std::uint32_t>(out_.sentences.size() - 1);
      norm.on_others = norm.on_others || on_others(norm, context);
      any = any || (norm.modality != Modality::define && norm.modality != Modality::none);
      if (norm.modality == Modality::define && context.defining) norm.mentions.clear();
    }
    previous_.clear();
    for (auto i = before; i < out_.norms.size(); ++i) {
      if (sentence.item < 0) remember(out_.norms[i]);
      for (const auto& mention : now) out_.norms[i].mentions.push_back(mention);
      for (const auto& mention : title_) out_.norms[i].mentions.push_back(mention);
      for (auto earlier = before; earlier < i; ++earlier) share(out_.norms[earlier], out_.norms[i]);
      complete(out_.norms[i]);
      resolve(out_.norms[i]);
    }
    sentence.normative = sentence.normative || any;
    sentence.unread = !sentence.normative && sign && before == out_.norms.size() && !context.quoted;
  }

  static bool on_others(const Norm& norm, const Context& context) {
    bool staff = false;
    bool others = false;
    for (const auto& mention : norm.mentions) {
      if (mention.role != Role::actor) continue;
      const bool other = is_a(mention.concept_id, c::visitors_) || is_a(mention.concept_id, c::audience_);
      others = others || other;
      staff = staff || (!other && is_a(mention.concept_id, c::actor_));
    }
    return (others && !staff) || (context.visitors && !staff);
  }

  void fields(std::uint32_t index) {
    const Clause& clause = policy_.clauses[index];
    Sentence sentence;
    sentence.clause = index;
    sentence.item = -2;
    sentence.span = clause.span;
    out_.sentences.push_back(sentence);
    const auto before = out_.norms.size();
    read_fields(clause.fields, local_, work_, out_.norms);
    for (auto i = before; i < out_.norms.size(); ++i) {
      for (const auto& mention : out_.norms[i].mentions) out_.sentences.back().said.push_back(mention.concept_id);
    }
    previous_.clear();
    after(before, true, {});
  }

  const PolicyDocument& policy_;
  LocalWords local_;
  Workspace work_;
  std::vector<Token> sentence_tokens_;  // of the sentence at hand, read once
  std::vector<Heading> sections_;
  std::vector<Mention> previous_;  // of the sentence before
  std::vector<Mention> title_;     // of a topical title
  Source question_;
  const Text* answer_text_ = nullptr;
  Modality question_sign_ = Modality::none;  // "What is not allowed?" forbids what the answer names
  Reading out_;
};

}  // namespace
}  // namespace norm

Reading read_norms(const PolicyDocument& policy) { return norm::Reader(policy).run(); }

}  // namespace engagelint
