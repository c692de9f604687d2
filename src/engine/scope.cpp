// How far a norm reaches. A ground silences a finding only where the scope is as narrow as the ground;
// recognised but broad keeps the finding at warning; an unknown ground lowers it and never silences it.
#include "engine/scope.hpp"

#include <algorithm>
#include <utility>

#include "norm/roles.hpp"

namespace engagelint {
namespace {

bool limits_what(const Mention& mention, const Vocabulary& words) {
  return mention.role == Role::object || mention.role == Role::topic || mention.role == Role::quality
             ? is_a(mention.concept_id, words.narrow_topic) || is_a(mention.concept_id, words.own_consent)
             : false;
}

bool limits_whom(const Mention& mention, const Vocabulary& words) {
  return mention.role == Role::audience && is_a(mention.concept_id, words.narrow_audience);
}

bool limits_when(const Mention& mention, const Vocabulary& words) {
  return (mention.role == Role::time || mention.role == Role::condition) &&
         (is_a(mention.concept_id, words.narrow_time) || is_a(mention.concept_id, words.own_consent));
}

/// Audiences that are narrow under one ground and the organisation's own public without it.
bool limits_by_ground(const Mention& mention, Concept ground, const Vocabulary& words) {
  if (mention.role != Role::audience && mention.role != Role::object) return false;
  if (ground == words.safeguarding) {
    return is_a(mention.concept_id, words.students) || is_a(mention.concept_id, words.narrow_audience);
  }
  if (ground == words.professional_boundaries) return is_a(mention.concept_id, words.patients);
  return false;
}

/// "told to use the official channels": where members are sent is no limit to what staff may do.
bool sent_there(const Norm& norm, const Mention& channel) {
  for (const Mention& mention : norm.mentions) {
    if (mention.role == Role::target && mention.words.data() == channel.words.data()) return true;
  }
  return false;
}

/// A friendship or a private message, said of the act or of what is done.
bool is_close(const Norm& norm, const Vocabulary& words) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) {
    return (mention.role == Role::act || mention.role == Role::channel || mention.role == Role::object) &&
           (is_a(mention.concept_id, words.connect) || is_a(mention.concept_id, words.message) ||
            is_a(mention.concept_id, words.dm));
  });
}

/// Friendships and private messages with pupils and patients: boundaries that the professions themselves draw.
bool limits_by_profession(const Norm& norm, const Vocabulary& words) {
  const auto bound = [&](const Mention& mention) {
    return mention.role == Role::audience &&
           (is_a(mention.concept_id, words.students) || is_a(mention.concept_id, words.patients));
  };
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), bound) && is_close(norm, words);
}

/// What is done privately with minors and nobody else: safeguarding, also where the clause does not say so.
bool is_close_to_minors(const Norm& norm, const Vocabulary& words) {
  bool minors = false;
  for (const Mention& mention : norm.mentions) {
    const bool whom = mention.role == Role::audience;
    if (!whom && mention.role != Role::object) continue;
    if (is_a(mention.concept_id, words.minors)) {
      minors = true;
    } else if (whom && !is_a(mention.concept_id, words.narrow_audience)) {
      return false;
    }
  }
  if (!minors) return false;
  const bool talk = norm::mentions(norm, Role::act, words.engage) && norm::mentions(norm, Role::channel, words.personal_account);
  return talk || is_close(norm, words);
}

}  // namespace

NormTraits scope_of(const Norm& norm, const Vocabulary& words) {
  NormTraits traits;
  bool official = false;
  bool personal = false;
  Concept ground = Concept::none;
  for (const Mention& mention : norm.mentions) {
    if (limits_what(mention, words) || limits_whom(mention, words) || limits_when(mention, words)) traits.narrow = true;
    if (mention.role == Role::channel && !sent_there(norm, mention)) {
      official = official || is_a(mention.concept_id, words.official_account);
      personal = personal || !is_a(mention.concept_id, words.official_account);
    }
    if (mention.role == Role::ground) {
      traits.grounded = true;
      if (is_a(mention.concept_id, words.unknown_ground)) {
        traits.unknown_ground = true;
      } else {
        traits.known_ground = true;
        ground = mention.concept_id;
      }
    }
  }
  if (official && !personal) traits.narrow = true;
  if (limits_by_profession(norm, words)) traits.narrow = true;
  traits.close_to_minors = is_close_to_minors(norm, words);
  if (traits.known_ground) {
    for (const Mention& mention : norm.mentions) {
      if (limits_by_ground(mention, ground, words)) traits.narrow = true;
    }
    // A word that the lexicon does not know is taken as specific ("the location of nests").
    if (norm.unknown_object) traits.narrow = true;
    if (norm.situation) traits.narrow = true;
  }
  return traits;
}

std::string_view covered_by(Concept ground) {
  constexpr std::pair<std::string_view, std::string_view> grounds[] = {
      {"hipaa", "revealing that somebody is a patient, or their care"},
      {"finra", "static content such as profiles and advertisements"},
      {"sec-reg-fd", "material information that is not public yet"},
      {"ftc-endorsement", "saying where you work when you recommend something sold here"},
      {"gdpr", "other people's personal data"},
      {"hatch-act", "political activity on duty"},
      {"judicial-ethics", "cases that are pending"},
      {"safeguarding", "private messages with minors and adults at risk"},
      {"professional-boundaries", "connections with patients and service users"},
      {"trade-secret", "information that is listed and in fact kept secret"},
      {"copyright", "other people's works"},
      {"trademark", "a false official look"},
      {"public-records", "keeping the posts that are made for work"},
      {"charity-regulator", "campaigning and politics"},
      {"staff-safety", "people at risk, who may stay unnamed"},
      {"election-period", "candidates and parties, between two dates"},
      {"opsec", "movements, positions and plans"},
      {"litigation-hold", "one named matter"},
      {"competition-law", "prices, fees and terms"},
      {"impartiality", "party politics, and matters that one decides on"}};
  for (const auto& [name, covers] : grounds) {
    if (name_of(ground) == name) return covers;
  }
  return {};
}

Severity lower(Severity severity) { return severity == Severity::error ? Severity::warning : Severity::note; }

Severity higher(Severity severity) { return severity == Severity::note ? Severity::warning : Severity::error; }

Severity limit_by_scope(Severity severity, const NormTraits& traits, Confidence confidence) {
  if (traits.known_ground && severity == Severity::error) severity = Severity::warning;
  if (!traits.known_ground && traits.unknown_ground) severity = lower(severity);
  if (confidence != Confidence::high && severity == Severity::error) severity = Severity::warning;
  return severity;
}

}  // namespace engagelint
