// Questions and what answers them: the question gives the act, the people and the place that the answer leaves out.
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

namespace engagelint::norm {

// "May I add members? No." gives the question's act the answer's sign. True where it was such an answer.
bool Reader::answer() {
  if (question_.text == nullptr) return false;
  bool yes = false;
  bool no = false;
  for (const auto marker : work_.markers) {
    yes = yes || Concept{marker} == c::yes_;
    no = no || Concept{marker} == c::nope_;
  }
  if (!yes && !no && conditional()) return completed();
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
      norm.modality = duty ? Modality::exempt : norm.modality == Modality::recommend ? Modality::discourage : Modality::prohibit;
  }
  after(before, false, {});
  return out_.norms.size() > before;
}

// "Who may reply to members? Only the press team." The answer names people and says no more: it is the question's subject.
bool Reader::names_who() {
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
void Reader::ask_of_them(const Source& question) {
  while (!work_.units.empty() && work_.units.back().kind != 'w' && work_.units.back().kind != '@') work_.units.pop_back();
  std::vector<Unit> asked;
  add_units(question.text->value, question.part, static_cast<std::uint8_t>(work_.sources.size() - 2), local_, work_.tokens,
            asked);
  choose_classes(asked);
  std::size_t at = 1;
  while (at < asked.size() && asked[at].cls != 'M' && asked[at].cls != 'B' && asked[at].cls != 'D' && asked[at].cls != 'V') ++at;
  for (; at < asked.size(); ++at) {
    if (asked[at].kind != '?') work_.units.push_back(asked[at]);
  }
}

// "May volunteers reply?" is "volunteers may reply" turned round: behind a noun, a verb that is also a noun would be read as one.
void Reader::turn_back() {
  auto& units = work_.units;
  static constexpr std::string_view first[] = {"may", "can", "could", "should", "must", "shall", "are", "is", "do", "does"};
  if (units.size() < 3) return;
  bool asks = false;
  for (const auto word : first) asks = asks || units[0].hash == hash_of(word);
  if (!asks) return;
  constexpr std::size_t reach = 4;
  const auto actor = [&](std::size_t i) { return i < units.size() && units[i].kind == 'w' && may_mean(units[i], c::actor_); };
  std::size_t at = 1;
  while (at < units.size() && at <= reach && !actor(at)) ++at;
  if (!actor(at)) return;
  for (std::size_t i = 1; i < at; ++i) {
    // Anything but an article or a describing word before them makes them no subject.
    if (units[i].kind != 'w' || (!may_be(units[i], 'd') && !may_be(units[i], 'j') && !units[i].unknown)) return;
  }
  while (actor(at + 2) && (units[at + 1].hash == hash_of("and") || units[at + 1].hash == hash_of("or"))) at += 2;
  std::rotate(units.begin(), units.begin() + 1, units.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

bool Reader::may_be(const Unit& unit, char cls) {
  return std::any_of(unit.tags.begin(), unit.tags.end(), [&](const Tag& tag) { return tag.cls == cls; });
}

// Reads the pending question in the voice of who asks it. Returns where its norms begin.
std::size_t Reader::read_question() {
  const Source question = question_;
  question_ = {};
  work_.sources.assign(1, question);
  work_.units.clear();
  add_units(question.text->value, question.part, 0, local_, work_.tokens, work_.units);
  turn_back();
  const auto before = out_.norms.size();
  work_.question = true;
  read_units({});
  question_markers_.clear();
  find_markers(question.text->value, question.part, work_.tokens, question_markers_, work_.signs);
  name_all();
  work_.question = false;
  return before;
}

// "When may we start? Once the committee has met." "May I tweet? Only if you were given leave.": no statement of its own.
bool Reader::conditional() {
  work_.units.clear();
  add_units(answer_text_->value, sentence_tokens_, 0, local_, work_.units);
  choose_classes(work_.units);
  if (work_.units.empty() || (work_.units.front().cls != 's' && work_.units.front().cls != 'u')) return false;
  chunk_units(work_);
  split_pieces(work_.units, work_.chunks, work_.pieces);
  for (const auto& piece : work_.pieces) {
    if (piece.kind == PieceKind::main && !piece.chunks.empty()) return false;
  }
  return true;
}

// The question and its answer are one statement: "may we start, once the committee has met".
bool Reader::completed() {
  const Source question = question_;
  question_ = {};
  work_.sources.assign(1, question);
  work_.sources.push_back({answer_text_, answer_part_});
  work_.units.clear();
  add_units(question.text->value, question.part, 0, local_, work_.tokens, work_.units);
  choose_classes(work_.units);
  std::size_t verb = 0;
  while (verb < work_.units.size() && work_.units[verb].cls != 'M' && work_.units[verb].cls != 'D' &&
         work_.units[verb].cls != 'B')
    ++verb;
  if (verb > 3) verb = 0;
  work_.units.erase(work_.units.begin(), work_.units.begin() + static_cast<std::ptrdiff_t>(verb));
  while (!work_.units.empty() && work_.units.back().kind != 'w') work_.units.pop_back();
  add_units(answer_text_->value, sentence_tokens_, 1, local_, work_.units);
  const auto before = out_.norms.size();
  work_.question = true;
  read_units({});
  work_.question = false;
  for (auto i = before; i < out_.norms.size(); ++i) out_.norms[i].via = Via::qa;
  after(before, false, {});
  return out_.norms.size() > before;
}

// "Do my posts have to be checked? Each one, by your lead, before it appears." No verb of its own and no "no": a yes.
bool Reader::elaborates() {
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
void Reader::remember_question() {
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

}  // namespace engagelint::norm
