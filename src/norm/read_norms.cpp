#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/fields.hpp"
#include "norm/follow_on.hpp"
#include "norm/headings.hpp"
#include "norm/local_words.hpp"
#include "norm/reported.hpp"
#include "norm/roles.hpp"
#include "norm/sentences.hpp"
#include "norm/reader.hpp"

namespace engagelint {
namespace norm {
namespace {

Source whole(const Text& text) { return {&text, {0, static_cast<Offset>(text.value.size())}}; }

}  // namespace

Reading Reader::run() {
  for (const auto& section : policy_.sections) {
    sections_.push_back(section.title ? heading_of(whole(*section.title)) : Heading{});
    section_symbols_.push_back(section.title ? symbols_above(whole(*section.title)) : Symbols{});
  }
  for (std::uint32_t i = 0; i < policy_.clauses.size(); ++i) clause(i);
  return std::move(out_);
}

void Reader::clause(std::uint32_t index) {
  const Clause& clause = policy_.clauses[index];
  Heading heading = clause.title ? heading_of(whole(*clause.title)) : section_heading(clause);
  previous_.clear();
  title_.clear();
  question_ = {};
  if (!heading.carries && !heading.question) title_ = heading.mentions;
  if (heading.question) question_ = whole(*clause.title);
  above_ = clause.title ? symbols_above(whole(*clause.title)) : Symbols{};
  if (clause.text) {
    const Span last = text(index, -1, *clause.text, heading);
    if (!clause.items.empty() && last.begin < last.end) lead({&*clause.text, last}, heading);
  }
  for (std::size_t i = 0; i < clause.items.size(); ++i) text(index, static_cast<std::int32_t>(i), clause.items[i].text, heading);
  if (!clause.fields.empty()) fields(index);
}

Heading Reader::heading_of(const Source& source) {
  Heading heading = read_heading(source, local_, work_);
  // "Visitors must not:" keeps no member of staff from anything.
  if (heading.subject && is_other(*heading.subject)) heading.context.visitors = true;
  return heading;
}

// "In what they write: staff may not, on pages of their own:" - the list goes on from the last sentence, whatever the title says.
void Reader::lead(const Source& sentence, Heading& heading) {
  above_ = symbols_above(sentence);
  // One that is closed introduces the list and says nothing that an item could end.
  const char end = sentence.text->value[sentence.part.end - 1];
  if (end == '.' || end == '!' || end == '?') return;
  Heading own = heading_of(sentence);
  Context& says = own.context;
  const bool approves = says.approval || says.no_approval;
  if (!own.rules() && !approves && !says.quoted && !says.defining && !says.visitors && !says.savings) return;
  // What the title says of all that stands under it holds for the lead, too.
  says.quoted = says.quoted || heading.context.quoted;
  says.visitors = says.visitors || heading.context.visitors;
  says.savings = says.savings || heading.context.savings;
  if (!own.carries) title_.insert(title_.end(), own.mentions.begin(), own.mentions.end());
  heading = std::move(own);
}

Symbols Reader::symbols_above(const Source& source) {
  work_.units.clear();
  add_units(source.text->value, source.part, 0, local_, work_.tokens, work_.units);
  choose_classes(work_.units);
  return add_symbols(work_.tokens, work_.units, 0, out_.symbols);
}

// A section's title carries into clauses that have none of their own, where it is a rule and not a topic.
Heading Reader::section_heading(const Clause& clause) const {
  if (clause.section < 0) return {};
  Heading heading = sections_[static_cast<std::size_t>(clause.section)];
  heading.context.approval = heading.context.no_approval = heading.question = false;
  heading.from_section = true;
  return heading.rules() ? heading : Heading{};
}

Context Reader::context_of(const Clause& clause, const Heading& heading) const {
  Context context = heading.context;
  for (auto at = clause.section; at >= 0; at = policy_.sections[static_cast<std::size_t>(at)].parent) {
    const auto& section = sections_[static_cast<std::size_t>(at)].context;
    context.quoted = context.quoted || section.quoted;
    context.visitors = context.visitors || section.visitors;
  }
  return context;
}

Span Reader::text(std::uint32_t index, std::int32_t item, const Text& words, const Heading& heading) {
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
      above_ = symbols_above(question_);
    } else {
      one_sentence(words, part, heading, first && item >= 0);
    }
    first = false;
  }
  return parts.empty() ? Span{} : parts.back().span;
}

// ---- one sentence
void Reader::one_sentence(const Text& words, const SentencePart& part, const Heading& heading, bool item) {
  auto& sentence = out_.sentences.back();
  Context context = context_of(policy_.clauses[sentence.clause], heading);
  work_.markers.clear();
  work_.signs.clear();
  find_markers(words.value, part.span, sentence_tokens_, work_.markers, work_.signs);
  // "Share, and link back." is a sentence by itself and goes on in no text.
  const bool closed = clause_title_closed(policy_.clauses[sentence.clause]);
  // Under "What to watch out for" as a section's title a sentence with its full stop is one by itself, too.
  const bool sentence_of_own = heading.from_section && !heading.bare && !heading.carries && words.value.ends_with('.');
  if (heading.rules() && !item && !heading.question && !closed && !sentence_of_own) item = !has_statement(words, heading.whole);
  if (!item) {
    // A sign such as "Never" is for list items and fragments; a text under it speaks for itself.
    context.approval = context.no_approval = false;
    context.carried = Modality::none;
  }
  apply_markers(work_.markers, context);
  if (context.defining) work_.signs.push_back(c::definition_);
  question_sign_ = Modality::none;
  answer_text_ = &words;
  answer_part_ = part.span;
  const bool named = names_who();
  const bool answered = !named && answer();
  if (!answered && question_sign_ != Modality::none) context.carried = question_sign_;
  work_.sources.clear();
  work_.units.clear();
  if (item && heading.carries && !(heading.whole && has_statement(words, true))) {
    prepend(heading);
    work_.signs.insert(work_.signs.end(), heading.signs.begin(), heading.signs.end());
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
  sentence.own = add_symbols(sentence_tokens_, work_.units, static_cast<std::uint8_t>(work_.sources.size() - 1), out_.symbols);
  sentence.above = above_;
  const auto section = policy_.clauses[sentence.clause].section;
  if (section >= 0) sentence.section = section_symbols_[static_cast<std::size_t>(section)];
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
void Reader::name_all() {
  auto& said = out_.sentences.back().said;
  said.reserve(said.size() + work_.units.size() + work_.signs.size());
  std::size_t aside = 0;  // words behind "instead of" and "rather than", which are set against what is said
  for (std::size_t i = 0; i < work_.units.size(); ++i) {
    const auto& unit = work_.units[i];
    const bool against = i > 0 && ((unit.hash == hash_of("than") && work_.units[i - 1].hash == hash_of("rather")) ||
                                   (unit.hash == hash_of("of") && work_.units[i - 1].hash == hash_of("instead")));
    if (against || unit.hash == hash_of("than")) aside = 12;
    if (aside > 0 && unit.kind != 'w') aside = 0;
    if (aside > 0 && aside-- > 0) continue;
    for (const auto& tag : unit.tags) {
      const Concept x{tag.concept_id};
      if ((unit.phrase || fits(unit, tag)) && std::find(said.begin(), said.end(), x) == said.end()) said.push_back(x);
    }
  }
  said.insert(said.end(), work_.signs.begin(), work_.signs.end());
  work_.signs.clear();
}

bool Reader::clause_title_closed(const Clause& clause) { return clause.title && clause.title->value.ends_with('.'); }

// "…, an employee shall observe the following" carries nothing into an item that says its own "shall".
bool Reader::has_statement(const Text& words, bool whole) {
  work_.units.clear();
  add_units(words.value, sentence_tokens_, 0, local_, work_.units);
  choose_classes(work_.units);
  bool statement = false;
  for (const auto& unit : work_.units) statement = statement || unit.cls == 'M' || unit.cls == 'B' || unit.cls == 'D';
  // "Never pose as a spokesperson": an order of its own under a title that is a whole one.
  const auto& units = work_.units;
  if (whole && units.size() > 1) statement = statement || (units[0].cls == 'N' && (units[1].cls == 'V' || units[1].cls == 'F'));
  work_.units.clear();
  return statement;
}

void Reader::prepend(const Heading& heading) {
  work_.sources.push_back(heading.source);
  add_units(heading.source.text->value, heading.source.part, 0, local_, work_.tokens, work_.units);
  while (!work_.units.empty() && (work_.units.back().kind == ':' || work_.units.back().kind == ',' ||
                                  work_.units.back().kind == '-' || work_.units.back().kind == '.'))
    work_.units.pop_back();
  if (heading.complete) {
    Unit comma;
    comma.cls = comma.kind = ',';
    comma.begin = comma.end = heading.source.part.end;
    work_.units.push_back(comma);
  }
}

bool Reader::read_units(const Context& context) {
  // No rule is a thousand words long. Past that the sentence is shown as not read, rather than parsed at any price.
  constexpr std::size_t longest = 2000;
  if (work_.units.size() > longest) return true;
  choose_classes(work_.units);
  chunk_units(work_);
  split_pieces(work_.units, work_.chunks, work_.pieces);
  const auto before = out_.norms.size();
  const bool sign = build_norms(work_, context, out_.norms);
  const Span reported = reported_quote(work_);
  if (reported.begin == reported.end) return sign;
  out_.sentences.back().reported = true;
  // What others are quoted with is no rule of this policy.
  const auto* text = work_.sources.back().text->value.data();
  std::erase_if(out_.norms, [&](const Norm& norm) {
    return &norm >= out_.norms.data() + before && norm.quote.data() >= text + reported.begin &&
           norm.quote.data() < text + reported.end;
  });
  return false;
}

void Reader::remember(const Norm& norm) {
  for (const auto& mention : norm.mentions) {
    auto copy = mention;
    copy.role = Role::context;
    previous_.push_back(copy);
  }
}

void Reader::after(std::size_t before, bool sign, const Context& context) {
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
  sentence.reported = sentence.reported || context.quoted;
  sentence.unread = !sentence.normative && sign && before == out_.norms.size() && !context.quoted;
}

// In a policy about patients or residents "members" are those of the department or the force.
bool Reader::belongs_to_staff(const Mention& mention) const {
  if (mention.concept_id != c::served_ || !policy_.audience) return false;
  const auto word = normalised(mention.words);
  return (word == "member" || word == "members") && normalised(policy_.audience->value).find("member") == std::string::npos;
}

bool Reader::is_other(const Mention& mention) const {
  return (is_a(mention.concept_id, c::visitors_) || is_a(mention.concept_id, c::audience_)) && !belongs_to_staff(mention);
}

bool Reader::on_others(const Norm& norm, const Context& context) const {
  bool staff = false;
  bool others = false;
  for (const auto& mention : norm.mentions) {
    if (mention.role != Role::actor) continue;
    const bool other = is_other(mention);
    others = others || other;
    staff = staff || (!other && is_a(mention.concept_id, c::actor_));
  }
  return (others && !staff) || (context.visitors && !staff);
}

void Reader::fields(std::uint32_t index) {
  const Clause& clause = policy_.clauses[index];
  Sentence sentence;
  sentence.clause = index;
  sentence.item = -2;
  sentence.span = clause.span;
  out_.sentences.push_back(sentence);
  const auto before = out_.norms.size();
  read_fields(clause.fields, local_, work_, out_.norms);
  for (const auto& act : clause.fields.modal->acts) {
    const Span whole{0, static_cast<Offset>(act.value.size())};
    find_markers(act.value, whole, work_.tokens, question_markers_, out_.sentences.back().said);
  }
  for (auto i = before; i < out_.norms.size(); ++i) {
    for (const auto& mention : out_.norms[i].mentions) out_.sentences.back().said.push_back(mention.concept_id);
  }
  previous_.clear();
  after(before, true, {});
}

}  // namespace norm

Reading read_norms(const PolicyDocument& policy) { return norm::Reader(policy).run(); }

}  // namespace engagelint
