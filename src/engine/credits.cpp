#include "engine/credits.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "source/prose.hpp"
#include "engine/scope.hpp"

namespace engagelint {
namespace {

/// The narrowest word for what is done, in the plain form that follows "may".
std::string_view verb_for(const Norm& norm, const Vocabulary& words) {
  for (const auto& [act, verb] :
       {std::pair{words.message, "write privately to"}, std::pair{words.reply, "answer"},
        std::pair{words.handover, "name a colleague who can help"}, std::pair{words.engage, "talk with"}}) {
    const bool done = std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) {
      return mention.role == Role::act && is_a(mention.concept_id, act);
    });
    if (done) return verb;
  }
  return {};
}

std::string words_in(const Norm& norm, Role role, std::string_view fallback) {
  for (const Mention& mention : norm.mentions) {
    if (mention.role == role && !mention.words.empty()) return one_line(mention.words);
  }
  return std::string(fallback);
}

/// The clause's own word where it says who; "one" and "them" are the people the policy speaks of.
std::string audience_of(const Subject& subject, const Norm& norm, const std::string& served) {
  for (const Mention& mention : norm.mentions) {
    const bool people = mention.role == Role::audience && is_a(mention.concept_id, subject.words.audience);
    if (people && mention.words.size() > 4) return one_line(mention.words);
  }
  return served;
}

}  // namespace

std::vector<std::string> credits_of(const Subject& subject) {
  std::vector<std::string> credits;
  std::set<std::string> seen;
  const PolicyDocument& policy = subject.policy;
  const std::string served = policy.audience ? one_line(policy.audience->value) : "members";
  for (std::size_t i = 0; i < subject.reading.norms.size(); ++i) {
    const Norm& norm = subject.reading.norms[i];
    if (!subject.norms[i].permits || subject.norms[i].hollow) continue;
    const std::string_view verb = verb_for(norm, subject.words);
    if (verb.empty()) continue;
    std::string actor = words_in(norm, Role::actor, "staff");
    // "You" and "they" say nothing outside their sentence.
    if (actor.size() <= 4 || same_words(actor, "yourself")) actor = "staff";
    if (actor.front() >= 'A' && actor.front() <= 'Z' && !looks_like_name(actor))
      actor.front() = static_cast<char>(actor.front() - 'A' + 'a');
    const std::string audience = verb.starts_with("name ") ? "" : " " + audience_of(subject, norm, served);
    std::string line =
        fmt::format("{} {} {}{}", actor, norm.modality == Modality::require ? "are asked to" : "may", verb, audience);
    if (seen.insert(line).second) credits.push_back(fmt::format("{} ({})", line, policy.clauses[norm.clause].id));
  }
  return credits;
}

}  // namespace engagelint
