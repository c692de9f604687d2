// Words that are an act in one sentence and something else in another: "add a client", "add a line"; "answer us", "answer for
// it".
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"
#include "permission/effect.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;

bool starts(std::string_view words, std::initializer_list<std::string_view> heads) {
  return std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return words.starts_with(head); });
}

/// What stands behind the words in the norm, from its first letter.
std::string after(const Norm& norm, std::string_view words) {
  const char* end = norm.quote.data() + norm.quote.size();
  if (words.data() < norm.quote.data() || words.data() + words.size() > end) return {};
  return plain({words.data() + words.size(), static_cast<std::size_t>(end - words.data()) - words.size()});
}

struct Objects {
  bool people = false;  ///< others than those who act
  bool things = false;
  bool places = false;
};

Objects objects_of(const Norm& norm) {
  Objects out;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::object && m.role != Role::audience && m.role != Role::channel && m.role != Role::exception &&
        m.role != Role::target)
      continue;
    const std::string words = plain(m.words);
    if (m.role == Role::channel || is_a(m.concept_id, c::channel_) || is_a(m.concept_id, c::account_thing_)) {
      out.places = true;
    } else if (is_a(m.concept_id, c::audience_) || is_a(m.concept_id, c::actor_) || is_a(m.concept_id, c::connect_) ||
               says_any(words, {"friend", "contact", "connection", "request", "invitation", "follower"})) {
      out.people = true;
    } else if (m.role == Role::object) {
      out.things = true;
    }
  }
  return out;
}

/// Whether what stands next behind the verb is people, or an account of theirs: "follow members", not "follow the advice of
/// members".
bool next_is_people(const Norm& norm, const Mention& act) {
  const Mention* next = nullptr;
  for (const Mention& m : norm.mentions) {
    if (m.role == Role::act || m.words.data() <= act.words.data() || m.role == Role::quality) continue;
    if (next == nullptr || m.words.data() < next->words.data()) next = &m;
  }
  if (next == nullptr || act.words.data() < norm.quote.data()) return true;
  for (const Concept kind : {c::audience_, c::actor_, c::channel_, c::account_thing_, c::connect_})
    if (is_a(next->concept_id, kind)) return true;
  return next->concept_id != Concept::none && next->role != Role::object;
}

/// "add a client as a friend", and not "add a line", "follow the rules".
bool connects(const Norm& norm, const Mention& act, const std::string& words) {
  const Objects objects = objects_of(norm);
  if (starts(words, {"say"})) return says_any(norm.quote, {"friend", "request", "connect", "contact", "link"});
  if (words == "add" || words == "adding" || words == "adds" || words == "added" || starts(words, {"accept", "invit"}))
    return objects.people && (!objects.things || says_any(norm.quote, {"friend", "contact", "connection", "request", "invit"}));
  if (starts(words, {"follow", "subscrib", "link", "be linked"}) && words != "link up")
    return next_is_people(norm, act) && (objects.people || !objects.things);
  return true;
}

bool about_questions(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                     [](const Mention& m) { return is_a(m.concept_id, c::question_) || is_a(m.concept_id, c::content_); });
}

bool replies(const Norm& norm, const Mention& act, const std::string& words) {
  const std::string next = after(norm, act.words);
  // "answers for what is posted": bears the blame.
  if (starts(words, {"answer"}) && starts(next, {"for "})) return false;
  if (starts(words, {"address"}) && (starts(next, {"to "}) || (objects_of(norm).things && !about_questions(norm)))) return false;
  if (starts(words, {"help", "assist", "advis"})) {
    return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
      return m.role != Role::act && (is_a(m.concept_id, c::audience_) || is_a(m.concept_id, c::question_));
    });
  }
  return true;
}

/// "identify yourself", "name your employer": where one works, and not whom one names or speaks for.
bool says_where(const Norm& norm, const std::string& words) {
  if (norm::mentions(norm, Role::object, c::speak_for_)) return false;
  if (says_any(words, {"employ", "work", "yourself", "themselves", "oneself", "who you", "who they", "who say", "role", "name",
                       "affiliation", "self-", "uniform", "job", "where"}))
    return true;
  const Objects objects = objects_of(norm);
  return norm.via != Via::passive && norm.via != Via::declarative &&
                 !(objects.things && !norm::mentions(norm, Role::object, c::employer_mention_))
             ? true
             : says_any(norm.quote, {"employ", "work", "themselves", "yourself", "oneself", "himself"});
}

/// "write to the editor": a letter.
bool posts(const Norm& norm, const Mention& act, const std::string& words) {
  return !starts(words, {"writ"}) || !starts(after(norm, act.words), {"to "}) || norm::has_role(norm, Role::audience);
}

/// A place where people meet, and no book or list.
bool joins(const Norm& norm, const std::string& words) {
  if (starts(words, {"join"})) return !says_any(norm.quote, {" up"});
  const bool look = starts(words, {"look", "drop", "visit", "frequent"});
  return (objects_of(norm).places && !look) || says_any(norm.quote, {"group", "communit", "forum", "discussion", "conversation",
                                                                     "thread", "network", "chat", "list server", "board"});
}

/// "forward it to the office": to somebody inside the house.
bool passes_on(const Norm& norm, const Mention& act, const std::string& words) {
  if (starts(words, {"forward", "pass"}))
    return (" " + after(norm, act.words)).find(" to ") == std::string::npos || norm::has_role(norm, Role::audience);
  return !(starts(words, {"like"}) && says_any(norm.quote, {"would like", "not like it"}));
}

}  // namespace

bool meant(const Norm& norm, const Mention& act, std::uint32_t bits) {
  // A word that is asked about stands alone.
  if (norm.quote.empty() || act.words.empty()) return true;
  const std::string words = plain(act.words);
  if (bits == bit(Action::connect)) return connects(norm, act, words);
  if (bits == bit(Action::reply)) return replies(norm, act, words);
  if (bits == bit(Action::identify)) return says_where(norm, words);
  if (bits == bit(Action::join)) return joins(norm, words);
  if (bits == bit(Action::post)) return posts(norm, act, words);
  if (bits == bit(Action::share)) return passes_on(norm, act, words);
  if (bits == bit(Action::engage)) return words != "listen";
  return true;
}

}  // namespace engagelint
