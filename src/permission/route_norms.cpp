// One norm, seen with the eyes of a member who has a question: whom it is on, and in which case it holds.
#include <algorithm>

#include "permission/route_clauses.hpp"
#include "source/prose.hpp"

namespace engagelint::route {
namespace {

std::string id_of(const PolicyDocument& policy, const Reading& reading, const Norm& norm) {
  if (norm.clause >= policy.clauses.size()) return {};
  const Clause& clause = policy.clauses[norm.clause];
  const std::int32_t item = norm.sentence < reading.sentences.size() ? reading.sentences[norm.sentence].item : -1;
  const auto index = static_cast<std::size_t>(item);
  return item >= 0 && index < clause.items.size() ? clause.items[index].id : clause.id;
}

/// Not about a member's question at all.
bool is_beside_the_point(const Said& said) {
  const Words& w = words();
  for (const Concept other :
       {w.press, w.press_protocol, w.emergency, w.statutory, w.offender, w.own_complaint, w.own_consent, w.third_party}) {
    if (said.says(other)) return true;
  }
  bool narrow = false;
  bool served = false;
  for (const Mention& mention : said.norm.mentions) {
    if (mention.role == Role::audience) {
      if (is_a(mention.concept_id, w.narrow_audience)) narrow = true;
      if (is_a(mention.concept_id, w.served) || is_a(mention.concept_id, w.open_public)) served = true;
      // "Support staff who are attacked."
      if (is_a(mention.concept_id, w.staff)) narrow = true;
    }
    // "Where a child …": the heading says so.
    if (mention.role == Role::context && is_a(mention.concept_id, w.narrow_audience)) narrow = true;
    if (mention.role == Role::quality && is_a(mention.concept_id, w.abusive)) return true;
    if (mention.role == Role::time && (is_a(mention.concept_id, w.work_time) || is_a(mention.concept_id, w.narrow_time)))
      return true;
  }
  return narrow && !served;
}

bool is_general(Concept topic) {
  const Words& w = words();
  return is_a(topic, w.work) || is_a(topic, w.organization) || is_a(topic, w.served) || is_a(topic, w.question) ||
         is_a(topic, w.audience) || is_a(topic, w.channel);
}

/// "about outages": a topic that is narrower than the work as a whole.
std::string topic_of(const Said& said) {
  for (const Mention& mention : said.norm.mentions) {
    if (mention.role != Role::topic && mention.role != Role::condition && mention.role != Role::object) continue;
    if (mention.words.empty() || is_general(mention.concept_id) || is_a(mention.concept_id, words().handover)) continue;
    if (place_of(said.policy, mention)) continue;
    const std::string before = word_before(said, mention);
    constexpr std::string_view about[] = {"", "about", "on", "regarding", "concerning", "of", "for", "to", "with"};
    if (std::find(std::begin(about), std::end(about), before) == std::end(about)) continue;
    const bool topic = mention.role == Role::topic || before == "about";
    // "Any matter" limits nothing.
    if (topic && !says(normal(mention.words), "any |all |every |whatever ")) return "about " + bare_name(mention.words);
  }
  return {};
}

std::string case_of(const Said& said) {
  const Words& w = words();
  const bool cannot = said.has(Role::condition, w.reply) &&
                      engagelint::says(normal(said.norm.sentence < said.reading.sentences.size()
                                                  ? said.reading.sentences[said.norm.sentence].words
                                                  : said.norm.quote),
                                       "cannot |can not |can't |unable |do not know |does not know |don't know ");
  if (cannot || said.has(Role::condition, w.help)) return std::string(if_they_cannot);
  const bool question = said.has(Role::object, w.question) || said.has(Role::object, w.content);
  const bool complaint = said.has(Role::object, w.criticism) || said.has(Role::condition, w.criticism) ||
                         said.has(Role::topic, w.criticism) || said.has(Role::quality, w.criticism);
  if (complaint && (!question || said.has(Role::condition, w.criticism))) return "if it is criticism";
  if (said.has(Role::channel, w.dm)) return "in a direct message";
  return topic_of(said);
}

}  // namespace

bool Said::has(Role role, Concept ancestor) const {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                     [&](const Mention& m) { return m.role == role && is_a(m.concept_id, ancestor); });
}

bool Said::says(Concept ancestor) const {
  if (norm.sentence >= reading.sentences.size()) return false;
  const std::vector<Concept>& all = reading.sentences[norm.sentence].said;
  return std::any_of(all.begin(), all.end(), [&](Concept each) { return is_a(each, ancestor); });
}

bool Said::answers() const {
  const Words& w = words();
  return does(w.engage);
}

bool Said::lets() const {
  if (asked) return true;
  switch (norm.modality) {
    case Modality::permit:
    case Modality::require:
    case Modality::recommend:
    case Modality::restrict_to: return true;
    case Modality::define: return norm.via == Via::declarative;
    default: return false;
  }
}

bool Said::bans() const { return !asked && (norm.modality == Modality::prohibit || norm.modality == Modality::discourage); }

std::string word_before(const Said& said, const Mention& mention) {
  if (said.norm.sentence >= said.reading.sentences.size()) return {};
  const std::string_view sentence = said.reading.sentences[said.norm.sentence].words;
  const char* at = mention.words.data();
  if (at < sentence.data() || at > sentence.data() + sentence.size()) return {};
  std::string_view before = sentence.substr(0, static_cast<std::size_t>(at - sentence.data()));
  for (std::string word = take_last_word(before); !word.empty(); word = take_last_word(before)) {
    constexpr std::string_view articles[] = {"the", "a",   "an",  "our", "their", "your",
                                             "its", "any", "all", "own", "right", "relevant"};
    if (std::find(std::begin(articles), std::end(articles), word) == std::end(articles)) return word;
  }
  return {};
}

std::optional<Place> place_in(const PolicyDocument& policy, const Reading& reading, const Norm& norm, const Mention& mention) {
  std::optional<Place> place = place_of(policy, mention);
  constexpr std::string_view groups[] = {"team", "department", "desk", "unit", "office", "group"};
  const bool group =
      std::find(std::begin(groups), std::end(groups), normal(mention.words).substr(1, mention.words.size())) != std::end(groups);
  if (!place || place->kind != StopKind::staff || !group || norm.sentence >= reading.sentences.size()) return place;
  const std::string_view sentence = reading.sentences[norm.sentence].words;
  if (mention.words.data() < sentence.data() || mention.words.data() > sentence.data() + sentence.size()) return place;
  std::string_view before = sentence.substr(0, static_cast<std::size_t>(mention.words.data() - sentence.data()));
  std::string name(mention.words);
  bool called = false;
  for (int count = 0; count < 3; ++count) {
    const std::string word = take_last_word(before);
    constexpr std::string_view stops[] = {"the",   "a",    "an",   "our",   "your",   "their", "its", "to",    "by",
                                          "of",    "with", "via",  "and",   "or",     "from",  "all", "every", "any",
                                          "other", "only", "same", "whole", "entire", "this",  "that"};
    if (word.empty() || std::find(std::begin(stops), std::end(stops), word) != std::end(stops)) break;
    name.insert(0, word + " ");
    called = true;
  }
  return called ? team_called(name, place->at) : place;
}

Said study_norm(const PolicyDocument& policy, const Reading& reading, const Norm& norm) {
  Said said{.policy = policy,
            .reading = reading,
            .norm = norm,
            .basis = {id_of(policy, reading, norm), {policy.file, norm.span}},
            .when = {},
            .narrow = false,
            .actor = std::string(who::everyone),
            .place = std::nullopt};
  for (const Mention& mention : norm.mentions) {
    if (mention.role != Role::actor) continue;
    if (is_a(mention.concept_id, words().we)) continue;
    const std::optional<Place> place = place_in(policy, reading, norm, mention);
    if (!place) continue;
    // "Coaches and all other staff": the widest of them.
    if (said.place && (said.place->key == who::staff || place->kind == StopKind::staff)) {
      if (place->key == who::staff) said.place = place;
      continue;
    }
    said.place = place;
  }
  if (said.place) said.actor = said.place->key;
  if (norm.on_others) said.actor = std::string(who::member);
  said.asked = norm.modality == Modality::prohibit && norm.via == Via::heading && norm.sentence > 0 &&
               norm.sentence < reading.sentences.size() && reading.sentences[norm.sentence - 1].clause == norm.clause &&
               reading.sentences[norm.sentence - 1].words.ends_with('?');
  said.narrow = is_beside_the_point(said);
  said.when = case_of(said);
  return said;
}

}  // namespace engagelint::route
