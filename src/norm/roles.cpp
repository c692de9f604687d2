#include "norm/roles.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {
namespace {

bool audience(Concept x) { return is_a(x, c::audience_); }
bool is_person_group(Concept x) { return is_a(x, c::actor_); }

bool word_is(const Unit* unit, std::initializer_list<Concept> concepts) {
  if (unit == nullptr) return false;
  for (const auto concept_id : concepts) {
    if (means(*unit, concept_id)) return true;
  }
  return false;
}

// Outside the main statement the zone names the role; a ground stays a ground wherever it stands.
Role zone_role(Zone zone, Role in_predicate) {
  switch (zone) {
    case Zone::condition: return Role::condition;
    case Zone::exception: return Role::exception;
    case Zone::reason: return in_predicate == Role::ground ? Role::ground : Role::context;
    case Zone::context: return in_predicate == Role::ground ? Role::ground : Role::context;
    default: return in_predicate;
  }
}

Role actor_role(Concept x, const Place& place, bool head) {
  if (place.zone == Zone::subject) {
    if (!head) return Role::object;
    return place.passive || place.nominal ? Role::object : Role::actor;
  }
  if (place.approves) return Role::approver;
  if (word_is(place.preposition, {c::i_by_})) return Role::actor;
  if (place.redirects && !is_a(x, c::staff_)) return Role::target;
  if (place.redirects && word_is(place.preposition, {c::t_to_})) return Role::target;
  if (word_is(place.preposition, {c::i_about_, c::speak_about_})) return Role::topic;
  return Role::object;
}

Role audience_role(Concept x, const Place& place, bool head) {
  if (place.zone == Zone::subject && head && !place.passive && !place.nominal && !is_a(x, c::narrow_audience_))
    return Role::actor;
  return Role::audience;
}

// The role of a concept in the main statement.
Role main_role(Concept x, const Place& place, bool head) {
  if (is_a(x, c::ground_)) return Role::ground;
  if (is_a(x, c::time_)) return Role::time;
  if (is_a(x, c::quality_)) return Role::quality;
  if (audience(x)) return audience_role(x, place, head);
  if (is_a(x, c::channel_)) return Role::channel;
  if (is_a(x, c::visitors_) || is_person_group(x)) {
    if (is_a(x, c::department_) && place.redirects && place.zone == Zone::predicate) return Role::target;
    return actor_role(x, place, head);
  }
  if (is_a(x, c::target_generic_)) return place.zone == Zone::predicate ? Role::target : Role::object;
  if (word_is(place.preposition, {c::i_about_, c::speak_about_})) return Role::topic;
  if (is_a(x, c::organization_) && !is_a(x, c::affairs_) && place.zone == Zone::subject && head && !place.passive &&
      !place.nominal)
    return Role::actor;
  if (is_a(x, c::topic_)) return Role::topic;
  if (is_a(x, c::act_)) return place.zone == Zone::subject && place.nominal ? Role::act : Role::object;
  if (word_is(place.preposition, {c::i_with_, c::i_from_})) return Role::instrument;
  return Role::object;
}

// The organisation is a topic where it is what one speaks about, not where it owns something ("the Society's account").
bool counts(Concept x, bool head, bool possessor) {
  if (is_a(x, c::organization_) && !is_a(x, c::affairs_)) return head && !possessor;
  return true;
}

std::string_view words_of(const Workspace& work, const Unit& unit) {
  const auto& source = work.sources[unit.source];
  return std::string_view(source.text->value).substr(unit.begin, unit.end - unit.begin);
}

bool account_word(const Unit& unit) {
  return may_mean(unit, c::account_thing_) || unit.hash == hash_of("handle") || unit.hash == hash_of("channel");
}

// "the University's name", "its acronym": the name of the organisation, whatever it is called.
bool own_name(const Workspace& work, const Chunk& chunk, std::uint32_t at) {
  if (!means(work.units[at], c::name_word_) || at == chunk.first) return false;
  const Unit& left = work.units[at - 1];
  if (left.hash == hash_of("our") || left.hash == hash_of("its")) return true;
  return left.cls == '\'' && at >= chunk.first + 2 && means(work.units[at - 2], c::organization_);
}

// "her personal Facebook page", "our LinkedIn account", "the firm's handle": whose it is stands apart from what it is.
void add_account(const Workspace& work, const Chunk& chunk, const Place& place, Norm& norm) {
  const Unit* network = nullptr;
  const Unit* account = nullptr;
  Concept whose = Concept::none;
  bool owned = false;
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const Unit& unit = work.units[i];
    if (means(unit, c::network_) || (unit.cls == 'n' && may_mean(unit, c::social_media_))) network = &unit;
    if (account_word(unit)) account = &unit;
    if (may_mean(unit, c::personal_quality_) || unit.hash == hash_of("your") || unit.hash == hash_of("their") ||
        unit.hash == hash_of("my"))
      whose = c::personal_account_;
    if (unit.hash == hash_of("professional") || unit.hash == hash_of("named")) whose = c::named_account_;
    if (may_mean(unit, c::official_quality_) || unit.hash == hash_of("our") || unit.hash == hash_of("corporate") ||
        unit.hash == hash_of("company"))
      whose = c::official_account_;
    if (i + 1 < chunk.last && work.units[i + 1].cls == '\'' && may_mean(unit, c::organization_)) {
      whose = c::official_account_;
      owned = true;
    }
  }
  if ((network == nullptr && !owned) || account == nullptr || whose == Concept::none) return;
  add_mention(work, *account, whose, zone_role(place.zone, Role::channel), norm);
}

bool run_by(std::string_view word) {
  for (const std::string_view tail : {"-run", "-led", "-owned", "-hosted"}) {
    if (word.ends_with(tail)) return true;
  }
  return false;
}

// "tenants' pages", "the depot WhatsApp group", "rider-run boards": a community, by whose it is or how it is described.
void add_community(const Workspace& work, const Chunk& chunk, const Place& place, Norm& norm) {
  const Unit* where = nullptr;
  bool others = false;
  bool network = false;
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const Unit& unit = work.units[i];
    const bool group = may_mean(unit, c::community_word_) && (others || (network && !may_mean(unit, c::account_thing_)));
    if (where == nullptr && group) where = &unit;
    network = network || means(unit, c::network_);
    others = others || means(unit, c::served_) || may_mean(unit, c::outside_word_) || run_by(words_of(work, unit));
  }
  if (where == nullptr || may_mean(*where, c::forum_)) return;
  add_mention(work, *where, c::forum_, zone_role(place.zone, Role::channel), norm);
}

// Two capitalised words that no list knows, one after the other.
bool full_name(const Workspace& work, const Chunk& chunk) {
  const Unit& last = work.units[chunk.last - 1];
  const Unit& first = work.units[chunk.last - 2];
  return last.unknown && last.capital && first.unknown && first.capital && chunk.first > 0;
}

}  // namespace

void add_mention(const Workspace& work, const Unit& unit, Concept concept_id, Role role, Norm& norm) {
  const std::string_view words = words_of(work, unit);
  for (const auto& known : norm.mentions) {
    if (known.concept_id == concept_id && known.role == role && known.words.data() == words.data()) return;
  }
  const auto& source = work.sources[unit.source];
  if (norm.mentions.empty()) norm.mentions.reserve(8);
  norm.mentions.push_back({concept_id, role, source.text->to_source({unit.begin, unit.end}), words});
}

void add_verb(const Workspace& work, std::uint32_t index, Role role, Norm& norm) {
  const Unit& unit = work.units[index];
  bool any = false;
  for (const auto& tag : unit.tags) {
    if (!fits(unit, tag) || !is_a(Concept{tag.concept_id}, c::act_)) continue;
    add_mention(work, unit, Concept{tag.concept_id}, role, norm);
    any = true;
  }
  for (const auto& tag : unit.tags) {
    if (fits(unit, tag) && (is_a(Concept{tag.concept_id}, c::quality_)))
      add_mention(work, unit, Concept{tag.concept_id}, Role::quality, norm);
  }
  if (!any && role == Role::act) add_mention(work, unit, Concept::none, role, norm);
}

void add_nouns(const Workspace& work, const Chunk& chunk, const Place& place, Norm& norm) {
  std::uint32_t head = chunk.last;
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const char cls = work.units[i].cls;
    // "the Association online": where it happens is not what it is about.
    const bool where = head < chunk.last && work.units[i].hash == hash_of("online");
    if ((cls == 'n' && !where && !means(work.units[i], c::rank_words_)) || cls == 'p') head = i;
  }
  add_account(work, chunk, place, norm);
  add_community(work, chunk, place, norm);
  for (auto i = chunk.first; i < chunk.last; ++i) {
    const Unit& unit = work.units[i];
    if (unit.cls == 'd' || unit.cls == 'm' || unit.cls == '\'' || unit.cls == 'o') continue;
    const bool is_head = i == head;
    if (own_name(work, chunk, i)) add_mention(work, unit, c::org_name_, zone_role(place.zone, Role::object), norm);
    const bool possessor = i + 1 < work.units.size() && work.units[i + 1].cls == '\'';
    for (const auto& tag : unit.tags) {
      const Concept x{tag.concept_id};
      if (!fits(unit, tag)) continue;
      if (unit.cls == 'p') {
        const bool asked = x == c::p_staff_ && work.question && unit.hash == hash_of("you");
        if (asked) {
          add_mention(work, unit, c::we_, zone_role(place.zone, actor_role(c::we_, place, true)), norm);
          continue;
        }
        if (x == c::p_staff_)
          add_mention(work, unit, c::you_staff_, zone_role(place.zone, actor_role(c::you_staff_, place, true)), norm);
        if (x == c::p_we_ && place.zone == Zone::subject)
          add_mention(work, unit, c::we_, place.passive ? Role::object : Role::actor, norm);
        if (x == c::p_we_ && place.zone != Zone::subject)
          add_mention(work, unit, c::organization_, zone_role(place.zone, Role::topic), norm);
        if ((x == c::p_anyone_ || x == c::p_none_) && place.zone == Zone::subject && !place.passive)
          add_mention(work, unit, c::staff_, Role::actor, norm);
        if ((x == c::p_anyone_ || x == c::p_none_) && place.zone == Zone::predicate)
          add_mention(work, unit, c::public_, Role::audience, norm);
        if (x == c::p_anything_ || x == c::p_nothing_)
          add_mention(work, unit, c::content_, zone_role(place.zone, Role::object), norm);
        continue;
      }
      if (!counts(x, is_head, possessor) || (x == c::own_ && unit.cls == 'j') || x == c::community_word_)
        continue;  // "their own pages"
      // Visitors who are talked with are the public; those who act are guests of a page.
      if (x == c::visitors_ && place.zone == Zone::predicate && !word_is(place.preposition, {c::i_by_, c::i_of_}))
        add_mention(work, unit, c::public_, Role::audience, norm);
      add_mention(work, unit, x, zone_role(place.zone, main_role(x, place, is_head)), norm);
    }
  }
  if (chunk.last - chunk.first >= 2 && full_name(work, chunk)) {
    add_mention(work, work.units[chunk.last - 1], c::named_person_,
                zone_role(place.zone, actor_role(c::named_person_, place, true)), norm);
  }
  if (head < chunk.last && work.units[head].unknown && place.zone == Zone::predicate) {
    // Whoever stands behind "approved by" gives the approval.
    const bool approver = place.approves && word_is(place.preposition, {c::i_by_, c::i_from_});
    add_mention(work, work.units[head], Concept::none, approver ? Role::approver : Role::object, norm);
  }
}

bool works_here(Concept concept_id) {
  return is_a(concept_id, c::actor_) && !is_a(concept_id, c::visitors_) && !is_a(concept_id, c::audience_);
}

bool mentions(const Norm& norm, Role role, Concept concept_id) {
  for (const auto& mention : norm.mentions) {
    if (mention.role == role && is_a(mention.concept_id, concept_id)) return true;
  }
  return false;
}

bool has_role(const Norm& norm, Role role) {
  for (const auto& mention : norm.mentions) {
    if (mention.role == role) return true;
  }
  return false;
}

}  // namespace engagelint::norm
