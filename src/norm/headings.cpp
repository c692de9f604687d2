#include "norm/headings.hpp"

#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {
namespace {

bool word_is(const Unit& unit, std::string_view word) { return unit.hash == hash_of(word); }

// "You need not" and "No need to" lift what stands under them.
bool lifts(const Unit& unit) { return may_mean(unit, c::m_need_) || may_mean(unit, c::f_need_); }

// "Do", "Don't", "Never", "Always", "Dos and don'ts": a sign without a statement.
Modality sign_of(const std::vector<Unit>& units) {
  bool negative = false;
  std::size_t words = 0;
  bool order = false;
  for (const auto& unit : units) {
    if (unit.kind != 'w') continue;
    if (lifts(unit)) return Modality::none;
    ++words;
    // So does "No longer required".
    if (negative && means(unit, c::a_require_)) return Modality::exempt;
    negative = negative || unit.cls == 'N';
    order = order || unit.cls == 'D' || word_is(unit, "do") || may_mean(unit, c::ad_always_) || unit.cls == 'N';
  }
  if (words == 0 || words > 3 || !order) return Modality::none;
  return negative ? Modality::prohibit : Modality::require;
}

bool question_word(const Unit& unit) {
  return word_is(unit, "what") || word_is(unit, "things") || word_is(unit, "which") || word_is(unit, "how") ||
         word_is(unit, "who") || word_is(unit, "where");
}

bool incomplete(const Workspace& work) {
  // A title that stops in mid-sentence: at a verb, a preposition, "to", a negation.
  for (auto i = work.chunks.size(); i > 0; --i) {
    const auto kind = work.chunks[i - 1].kind;
    if (kind == ChunkKind::mark) continue;
    return kind == ChunkKind::verb || kind == ChunkKind::preposition || kind == ChunkKind::to || kind == ChunkKind::negation ||
           kind == ChunkKind::infinitive || kind == ChunkKind::adverb || kind == ChunkKind::deontic ||
           kind == ChunkKind::please || kind == ChunkKind::only || kind == ChunkKind::participle;
  }
  return false;
}

struct Signs {
  bool modal = false, negative = false, approve = false, condition = false, none = false, every = false;
};

Signs signs_of(const Workspace& work) {
  Signs signs;
  for (const auto& unit : work.units) {
    signs.modal = signs.modal || unit.cls == 'M' || unit.cls == 'A' || unit.cls == 'F' || unit.cls == 'P';
    signs.negative = signs.negative || unit.cls == 'N';
    signs.none = signs.none || means(unit, c::d_no_);
    signs.approve = signs.approve || (means(unit, c::approve_) || means(unit, c::submit_));
    signs.condition = signs.condition || unit.cls == 's';
    signs.every = signs.every || means(unit, c::d_every_);
  }
  return signs;
}

void read_title_verb(const Workspace& work, Heading& heading) {
  for (const auto& chunk : work.chunks) {
    if (chunk.kind != ChunkKind::verb && chunk.kind != ChunkKind::infinitive && chunk.kind != ChunkKind::deontic) continue;
    const auto verb = read_verb(work.units, chunk, false);
    if (verb.modal) {
      heading.context.carried = verb.modality;
      return;
    }
    if (verb.negated || work.units[chunk.first].cls == 'N') {
      heading.context.carried = Modality::prohibit;
      return;
    }
  }
  for (const auto& unit : work.units) {
    if (unit.cls == 'N') heading.context.carried = Modality::prohibit;
  }
}

/// Not "Members must be", under which items say what is done for them.
bool passive(const std::vector<Unit>& units) {
  const auto last = std::find_if(units.rbegin(), units.rend(), [](const Unit& unit) { return unit.kind == 'w'; });
  return last != units.rend() && last->cls == 'B';
}

bool names_staff(const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [](const Mention& mention) { return works_here(mention.concept_id); });
}

}  // namespace

void apply_markers(const std::vector<std::uint16_t>& markers, Context& context) {
  for (const auto marker : markers) {
    const Concept x{marker};
    if (x == c::repealed_ || x == c::quoted_) context.quoted = true;
    if (x == c::definition_) context.defining = true;
    if (x == c::savings_) context.savings = true;
    if (x == c::visitor_rules_) context.visitors = true;
  }
}

Heading read_heading(const Source& title, const LocalWords& local, Workspace& work) {
  Heading heading;
  heading.source = title;
  const auto& [text, part] = title;
  const auto words = std::string_view(text->value).substr(part.begin, part.end - part.begin);
  work.markers.clear();
  find_markers(text->value, part, work.tokens, work.markers, heading.signs);
  apply_markers(work.markers, heading.context);
  work.units.clear();
  add_units(text->value, part, 0, local, work.tokens, work.units);
  choose_classes(work.units);
  chunk_units(work);
  if (work.units.empty()) return heading;
  Norm topics;
  work.sources.assign(1, title);
  for (const auto& chunk : work.chunks) {
    if (chunk.kind == ChunkKind::noun) add_nouns(work, chunk, {Zone::predicate, nullptr, false, false, false, false}, topics);
  }
  for (const auto x : heading.signs) topics.mentions.push_back({x, Role::context, text->to_source(part), words});
  for (auto& mention : topics.mentions) mention.role = Role::context;
  heading.mentions = std::move(topics.mentions);
  // "House rules for café staff" are none for visitors.
  heading.context.visitors = heading.context.visitors && !names_staff(heading.mentions);
  heading.question = words.find('?') != std::string_view::npos;
  if (heading.question) return heading;
  const auto signs = signs_of(work);
  if (signs.modal && !heading.mentions.empty() && work.chunks.front().kind == ChunkKind::noun && !passive(work.units))
    heading.subject = heading.mentions.front();
  // "Examples of what may be regarded as misconduct:" forbids what stands under it.
  if (std::find(heading.signs.begin(), heading.signs.end(), c::wrongs_follow_) != heading.signs.end()) {
    heading.context.carried = Modality::prohibit;
    heading.context.defining = false;
    return heading;
  }
  heading.context.carried = sign_of(work.units);
  heading.bare = heading.context.carried != Modality::none;
  if (heading.bare) return heading;
  if (question_word(work.units.front()) || (work.units.size() > 3 && question_word(work.units[2]))) {
    read_title_verb(work, heading);
    return heading;
  }
  if (signs.approve && signs.none) {
    heading.context.no_approval = true;
    return heading;
  }
  const bool open = incomplete(work);
  const bool condition_first = work.chunks.front().kind == ChunkKind::condition ||
                               work.chunks.front().kind == ChunkKind::preposition ||
                               (work.chunks.front().kind == ChunkKind::adverb && means(work.units.front(), c::time_));
  heading.carries = open && (signs.modal || signs.negative || signs.condition || work.chunks.front().kind == ChunkKind::verb);
  if (!heading.carries && (condition_first || (signs.modal && !open))) {
    heading.carries = true;
    heading.complete = condition_first;
    heading.whole = !condition_first;
  }
  if (!heading.carries && signs.negative) heading.context.carried = Modality::prohibit;
  if (!heading.carries && signs.approve && !signs.negative) heading.context.approval = true;
  return heading;
}

}  // namespace engagelint::norm
