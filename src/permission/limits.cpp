// Whether a norm is on its acts as such, or only on some content, in some case, at some time.
#include <algorithm>
#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"
#include "permission/effect.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using norm::has_role;
using norm::mentions;

/// What may stand behind "post", "use" or "share" without saying which posts: posts, answers, accounts, places, people.
bool generic_thing(Concept thing) {
  for (const Concept kind : {c::content_, c::reply_content_, c::channel_, c::account_thing_, c::act_, c::audience_, c::actor_,
                             c::quality_, c::question_, c::social_media_, c::time_})
    if (is_a(thing, kind)) return true;
  return ordinary_topic(thing);
}

/// "shall not publish the name of a client", "may not be used for the promotion of a business": of what is posted, or of what a
/// place is used for, only that is banned.
bool some_things_only(const Norm& norm, std::uint32_t bits) {
  constexpr std::uint32_t content = bit(Action::post) | bit(Action::share);
  const bool use = mentions(norm, Role::act, c::use_);
  if (!use && (bits == 0 || (bits & ~content) != 0)) return false;
  bool some = false;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::object || m.words.empty()) continue;
    // "must not post what is listed in 2.4"
    const bool listed = plain(m.words) == "what";
    if (!use && !listed && is_a(m.concept_id, c::content_) && m.concept_id != Concept::none) return false;
    some = some || listed;
    some = some || !generic_thing(m.concept_id) || (use && is_a(m.concept_id, c::harass_));
  }
  return some;
}

bool answers_some_things(const Norm& norm, std::uint32_t bits) {
  if (bits != bit(Action::reply) || norm.via == Via::qa) return false;
  bool some = false;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::object || m.words.empty()) continue;
    if (generic_thing(m.concept_id)) return false;
    some = true;
  }
  return some;
}

/// "must not use Facebook to harass colleagues"
bool used_for_else(const Norm& norm) {
  if (!mentions(norm, Role::act, c::use_) || !has_role(norm, Role::purpose)) return false;
  return std::none_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    return m.role == Role::purpose &&
           (is_a(m.concept_id, c::engage_) || is_a(m.concept_id, c::post_) || is_a(m.concept_id, c::connect_) ||
            is_a(m.concept_id, c::speak_about_) || is_a(m.concept_id, c::join_) || is_a(m.concept_id, c::message_));
  });
}

/// "nothing that harms us", "no reply which touches upon policy", "such remarks": of those alone.
bool described(const Norm& norm, std::uint32_t bits) {
  // "post nothing about a supporter"
  const bool about = says_any(norm.quote, {"nothing on ", "nothing about ", "anything on ", "anything about "});
  constexpr std::uint32_t content =
      bit(Action::post) | bit(Action::share) | bit(Action::reply) | bit(Action::engage) | engage_bits;
  if (bits == 0 || (bits & ~content) != 0 || bits == bit(Action::mention) || bits == bit(Action::connect)) return false;
  if (about && (bits & bit(Action::mention)) == 0) return true;
  return says_any(norm.quote,
                  {" which ", "nothing that ", "anything that ", "something that ", "content that ", "posts that ",
                   "comments that ", "post that ", "comment that ", "material that ", "messages that ", "remarks that ",
                   " such remark", " such post", " such comment", " such message", " such question"});
}

/// "do not reply there", "nor answer in them": where, was said before.
bool elsewhere_said(const Norm& norm) {
  if (has_role(norm, Role::channel) && !mentions(norm, Role::channel, c::forum_)) return false;
  const std::string text = plain(norm.quote) + " ";
  for (const std::string_view sign :
       {" there ", " there,", " in them ", " in it ", " on it ", " on them ", " from it ", " from them "})
    if (text.find(sign) != std::string::npos) return true;
  return false;
}

/// "Staff who come across a complaint must not reply": in that case.
bool of_some(const Norm& norm) {
  if (norm.verb.data() < norm.quote.data() || norm.verb.data() > norm.quote.data() + norm.quote.size()) return false;
  const std::string subject = plain({norm.quote.data(), static_cast<std::size_t>(norm.verb.data() - norm.quote.data())}) + " ";
  const std::size_t who = subject.find(" who ");
  if (who == std::string::npos) return false;
  const std::string relative = subject.substr(who + 4);
  for (const std::string_view met :
       {" come across", " comes across", " came across", " find", " see ", " sees ", " notice", " spot", " receiv", " learn",
        " encounter", " is contacted", " are contacted", " is approached", " are approached", " is asked", " are asked", " get "})
    if (relative.find(met) != std::string::npos) return true;
  return false;
}

/// "Join their group, if they'll have you", "if you like": politeness, and no case of its own.
bool courtesy(const Norm& norm) {
  constexpr std::array<std::string_view, 9> polite{"you", "they", "have", "like", "wish", "want", "let", "willing", "welcome"};
  bool any = false;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::condition) continue;
    if (std::find(polite.begin(), polite.end(), plain(m.words)) == polite.end()) return false;
    any = true;
  }
  return any;
}

/// "accounts in made-up names": that, and no account of one's own.
bool false_name(const Norm& norm) {
  return says_any(norm.quote, {"made-up", "made up name", "fictitious", "fake ", "false name", "assumed name", "pseudonym",
                               "anonymous", "somebody else", "someone else", "another person's name"});
}

}  // namespace

Ground limit_of(const Norm& norm, std::uint32_t actions, bool ban) {
  bool ordinary = false;
  bool narrow = false;
  bool whole = false;
  // An account in the organisation's name is a kind of account, and no content.
  const bool opens = mentions(norm, Role::act, c::open_account_);
  const bool ours = mentions(norm, Role::channel, c::official_account_);
  for (const Mention& m : norm.mentions) {
    const bool what = m.role == Role::topic || m.role == Role::object || m.role == Role::instrument;
    if (m.role == Role::topic && ordinary_topic(m.concept_id)) ordinary = true;
    // "mention the company, its roadworks or its bills": the whole comes first, and what follows is part of it.
    if (m.role == Role::topic && ordinary && !narrow) whole = true;
    if ((what || m.role == Role::condition) && is_a(m.concept_id, c::narrow_topic_)) narrow = true;
    if (!what) continue;
    const bool work = mentions(norm, Role::topic, c::work_);
    if (is_a(m.concept_id, c::any_information_) && !work) narrow = true;
    for (const Concept thing :
         {c::criticism_, c::review_content_, c::logo_, c::org_name_, c::link_, c::hashtag_, c::password_, c::device_, c::goods_,
          c::media_protocol_, c::emergency_service_, c::statutory_process_, c::expression_freedom_, c::disclaimer_, c::speak_for_,
          c::endorse_, c::username_, c::opinion_thing_})
      narrow = narrow || (is_a(m.concept_id, thing) && !((opens || ours) && (thing == c::speak_for_ || thing == c::org_name_)));
    if (ban && (is_a(m.concept_id, c::template_) || is_a(m.concept_id, c::information_))) narrow = true;
  }
  whole = whole && actions == bit(Action::mention) && !mentions(norm, Role::object, c::speak_for_) &&
          !mentions(norm, Role::object, c::disclaimer_);
  // "say that they work for the police": where one works, whatever it is called.
  if (actions == bit(Action::identify) && !mentions(norm, Role::object, c::logo_)) narrow = false;
  if (whole) narrow = false;
  if (mentions(norm, Role::act, c::harass_) || mentions(norm, Role::act, c::argue_)) return Ground::content;
  if (ban && norm.modality != Modality::restrict_to && norm.approvals == 0 && described(norm, actions)) return Ground::content;
  if ((actions & bit(Action::identify)) == 0 && of_some(norm)) return Ground::situation;
  if (ban && norm.approvals == 0 && norm.modality != Modality::require && elsewhere_said(norm)) return Ground::situation;
  if (ban) {
    const bool acts_alone = norm.modality != Modality::restrict_to && norm.approvals == 0;
    if (acts_alone && (some_things_only(norm, actions) || used_for_else(norm) || false_name(norm))) return Ground::content;
    // "is a function of the press office": the word for whose it is says nothing of what it is about.
    const bool theirs = norm.modality == Modality::restrict_to && mentions(norm, Role::object, c::duty_noun_);
    // "Private chat with a minor is not to take place, through games or otherwise": with whom is said, and no more is needed.
    constexpr std::uint32_t towards = bit(Action::message) | bit(Action::connect);
    const bool people = actions != 0 && (actions & ~towards) == 0 && has_role(norm, Role::audience);
    if (norm.unknown_object && !theirs && !people && !whole && !mentions(norm, Role::topic, c::work_) && !asks(norm))
      narrow = true;
    for (const Concept tone : {c::vague_, c::abusive_, c::negative_quality_, c::false_official_, c::own_consent_})
      narrow = narrow || mentions(norm, Role::quality, tone);
  } else {
    // What is not known narrows what is said; whom one talks with is told by the audience.
    constexpr std::uint32_t content = bit(Action::post) | bit(Action::share) | bit(Action::mention);
    const bool unknown = norm.unknown_object && (actions & content) != 0 && (actions & bit(Action::engage)) == 0;
    narrow = (narrow || (unknown && !has_role(norm, Role::audience))) && !ordinary;
    // "To a bad review the associate replies once."
    narrow = narrow || (actions == bit(Action::reply) && mentions(norm, Role::quality, c::negative_quality_));
    // "respond to errors about us": to those, and not to whatever comes.
    narrow = narrow || (answers_some_things(norm, actions) && !has_role(norm, Role::audience));
  }
  if (narrow) return Ground::content;
  for (const Role role : {Role::time, Role::condition}) {
    if (mentions(norm, role, c::narrow_time_)) return Ground::situation;
    if (!ban) continue;
    for (const Concept when : {c::work_time_, c::breaks_, c::off_duty_, c::leaving_})
      if (mentions(norm, role, when)) return Ground::situation;
  }
  if (mentions(norm, Role::channel, c::offline_) && !mentions(norm, Role::channel, c::social_media_)) return Ground::situation;
  const bool undecided = mentions(norm, Role::condition, c::future_decision_);
  if (ban && norm.situation && !undecided) return Ground::situation;
  if (ban && has_role(norm, Role::purpose) && mentions(norm, Role::purpose, c::speak_for_)) return Ground::content;
  // What has to be done in some case is permitted in that case.
  const bool duty = norm.modality == Modality::require || norm.modality == Modality::recommend;
  if (duty && norm.situation && !courtesy(norm) && norm.via != Via::heading && (actions & bit(Action::identify)) == 0)
    return Ground::situation;
  // "for personal use in the breaks" is no permission to talk with members.
  const bool use = mentions(norm, Role::act, c::use_);
  if (!ban && use && actions != bit(Action::open_account) &&
      (mentions(norm, Role::quality, c::personal_quality_) || mentions(norm, Role::time, c::breaks_)))
    return Ground::situation;
  return Ground::none;
}

Ground limit_of(const Norm& norm, bool ban) { return limit_of(norm, actions_of(norm), ban); }

}  // namespace engagelint
