// Which acts a norm is on.
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"
#include "permission/effect.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using norm::has_role;
using norm::mentions;

bool about_work(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    return m.role == Role::topic && ordinary_topic(m.concept_id) && plain(m.words) != "we" && plain(m.words) != "groups";
  });
}

/// One word may have several readings; a reading of a narrower kind of act goes before a wider one.
std::uint32_t act_bits(Concept act) {
  if (is_a(act, c::message_)) return bit(Action::message);
  if (is_a(act, c::reply_)) return bit(Action::reply);
  if (is_a(act, c::engage_)) return bit(Action::engage);
  if (is_a(act, c::amplify_)) return bit(Action::share);
  if (is_a(act, c::post_)) return bit(Action::post);
  if (is_a(act, c::speak_about_)) return bit(Action::mention);
  if (is_a(act, c::connect_)) return bit(Action::connect);
  if (is_a(act, c::join_)) return bit(Action::join);
  if (is_a(act, c::identify_)) return bit(Action::identify);
  if (is_a(act, c::open_account_)) return bit(Action::open_account);
  return 0;
}

/// "All posts must be approved", "proposed replies are submitted": the act stands in what is made by it.
std::uint32_t content_bits(const Mention& mention) {
  if (is_a(mention.concept_id, c::reply_content_)) return bit(Action::reply);
  // "No comment is placed until it was cleared."
  if (plain(mention.words) == "no comment") return bit(Action::reply) | bit(Action::post);
  if (!is_a(mention.concept_id, c::content_)) return 0;
  if (says_any(mention.words, {"repl", "answer", "response", "comment"})) return bit(Action::reply);
  if (says_any(mention.words, {"communication", "activity", "anything", "everything", "interaction", "statement", "message"}))
    return bit(Action::engage) | engage_bits;
  return bit(Action::post);
}

constexpr std::string_view repairing[] = {"correct", "clarif",  "explain",     "justif",    "defend",  "rebut",
                                          "refute",  "counter", "contradict",  "fix",       "support", "return",
                                          "set ",    "put ",    "make amends", "take up",   "pick up", "attend",
                                          "apolog",  "solve",   "resolve",     "look into", "sort",    "clear"};

/// "list the company on their profiles"
bool in_profile(const Norm& norm) {
  bool profile = false;
  bool house = false;
  for (const Mention& m : norm.mentions) {
    profile = profile || (m.role == Role::channel && says_any(m.words, {"profile", "bio"}));
    house = house || (m.role == Role::topic && is_a(m.concept_id, c::organization_));
  }
  return profile && house;
}

/// "must not state that they examine for the Board"
bool works_for(const Norm& norm) {
  const std::string text = plain(norm.quote);
  const std::size_t that = std::min({text.find(" that they "), text.find(" that you "), text.find(" that he or she ")});
  const bool us = std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    return is_a(m.concept_id, c::organization_) || is_a(m.concept_id, c::board_);
  });
  return us && that != std::string::npos && text.find(" for the ", that) < that + 40;
}

bool employer(const Norm& norm) {
  if (in_profile(norm) || works_for(norm) || names_position(norm)) return true;
  return mentions(norm, Role::object, c::employer_mention_) || mentions(norm, Role::object, c::disclosure_tag_) ||
         mentions(norm, Role::topic, c::employer_mention_);
}

bool any_account(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const bool place = is_a(m.concept_id, c::official_account_) || is_a(m.concept_id, c::personal_account_) ||
                       is_a(m.concept_id, c::account_thing_) || is_a(m.concept_id, c::social_media_) ||
                       is_a(m.concept_id, c::blog_);
    return place && (m.role == Role::channel || m.role == Role::object || m.role == Role::condition);
  });
}

/// "correct what you got wrong", "explain": ways to answer, which say nothing of answering as such.
bool repairs(const Mention& mention) {
  const std::string text = plain(mention.words);
  return std::any_of(std::begin(repairing), std::end(repairing), [&](std::string_view word) { return text.starts_with(word); });
}

/// "Talk to your supervisor", "speak with Legal": talk inside the house.
bool talks_inside(const Norm& norm) {
  if (has_role(norm, Role::audience) || mentions(norm, Role::act, c::leave_to_)) return false;
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const bool whom = m.role == Role::object || m.role == Role::target;
    return whom &&
           (is_a(m.concept_id, c::managers_) || is_a(m.concept_id, c::executives_) || is_a(m.concept_id, c::gatekeeper_) ||
            is_a(m.concept_id, c::named_person_) || is_a(m.concept_id, c::colleagues_topic_));
  });
}

/// "comment on posts by members", "comment on social media": an answer, where the topic would stand.
bool comments_there(const Norm& norm) {
  const auto there = [](const Mention& m) {
    return (m.role == Role::channel || m.role == Role::object) &&
           (is_a(m.concept_id, c::channel_) || is_a(m.concept_id, c::content_) || is_a(m.concept_id, c::question_));
  };
  return !has_role(norm, Role::topic) && std::any_of(norm.mentions.begin(), norm.mentions.end(), there);
}

}  // namespace

std::uint32_t bits_of(const Norm& norm, Role role) {
  std::uint32_t bits = 0;
  for (const Mention& mention : norm.mentions) {
    if (mention.role != role) continue;
    std::uint32_t one = act_bits(mention.concept_id);
    // "speak freely about their work": the preposition stands too far off for the phrase.
    const std::string verb = mention.concept_id == Concept::none ? plain(mention.words) : "";
    if ((verb == "speak" || verb == "talk") && about_work(norm)) one = bit(Action::mention);
    // "then you may start" opens no account.
    if (one == bit(Action::open_account) && !any_account(norm) && !says_any(mention.words, {"account", "profile", "page"}))
      one = 0;
    // "say so", "bring it up", "referred to": to talk about work, the work has to be named, or the public addressed.
    const bool bare = one == bit(Action::mention) && !about_work(norm);
    // "does not comment on social media": the place stands where the topic would.
    if (bare && !says_any(mention.words, {"public"}))
      one = says_any(mention.words, {"comment on"}) && comments_there(norm) ? bit(Action::reply) : to_the_press(norm, mention);
    if (one == bit(Action::reply) && repairs(mention)) one = 0;
    if (one == bit(Action::post) && says_any(mention.words, {"appear", "issue", "release", "go "}) && norm.via != Via::passive)
      one = 0;
    if (one != 0 && meant(norm, mention, one)) bits |= one;
  }
  return bits;
}

namespace {

bool talks_about(const Norm& norm) {
  bool talk = false;
  for (const Mention& m : norm.mentions) {
    const std::string words = m.role == Role::act ? plain(m.words) : "";
    if (words.empty()) continue;
    if (words != "talk" && words != "speak" && words != "chat") return false;
    talk = true;
  }
  return talk && says_any(norm.quote, {" about "});
}

bool posts_only(const Norm& norm) {
  const bool in = std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    return m.role == Role::act && (plain(m.words) == "engage" || plain(m.words) == "engage in");
  });
  if (!in || plain(norm.quote).find("engage in ") == std::string::npos) return false;
  bool posts = false;
  for (const Mention& m : norm.mentions) {
    const bool content = m.role == Role::object && is_a(m.concept_id, c::content_);
    if (content && says_any(m.words, {"post", "blog", "tweet", "content"})) posts = true;
    if (content && content_bits(m) != bit(Action::post)) return false;
  }
  return posts;
}

/// What is written about work is talk about work; what is sent in private is a message; what is said in a group is taking part.
std::uint32_t refine(const Norm& norm, std::uint32_t bits) {
  const bool ban = norm.modality == Modality::prohibit || norm.modality == Modality::discourage || norm.approvals > 0 ||
                   norm.modality == Modality::restrict_to;
  const bool in_private =
      (mentions(norm, Role::condition, c::personal_quality_) && mentions(norm, Role::object, c::engage_)) ||
      says_any(norm.quote, {"private message", "private electronic", "private online message", "private correspondence"});
  if (mentions(norm, Role::channel, c::dm_) || in_private) {
    constexpr std::uint32_t talk = bit(Action::reply) | bit(Action::engage) | bit(Action::post);
    if ((bits & talk) != 0) bits = (bits & ~(talk | engage_bits)) | bit(Action::message);
  }
  if (mentions(norm, Role::channel, c::forum_) && (bits & (bit(Action::engage) | bit(Action::join))) != 0)
    bits = (bits & ~(engage_bits)) | bit(Action::join);
  // "Talk about how the story was made": said of something, and to nobody in particular.
  if ((bits & bit(Action::engage)) != 0 && !has_role(norm, Role::audience) && talks_about(norm))
    bits = about_work(norm) ? bit(Action::mention) : 0;
  // "engage in unofficial posts": to post, and not to talk with people.
  if ((bits & bit(Action::engage)) != 0 && !has_role(norm, Role::audience) && posts_only(norm))
    bits = bit(Action::post) | (ban ? 0U : bit(Action::mention));
  if ((about_work(norm) || deals_with_work(norm)) && (bits & bit(Action::post)) != 0 && (bits & bit(Action::engage)) == 0) {
    bits |= bit(Action::mention);
    if (ban) bits &= ~bit(Action::post);
  }
  // "may post about their work": a post, too.
  const bool written = std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const std::string words = m.role == Role::act ? plain(m.words) : "";
    return words.starts_with("post") || words.starts_with("tweet") || words.starts_with("blog") || words.starts_with("write");
  });
  if (written && !ban && bits == bit(Action::mention) && norm.modality != Modality::exempt) bits |= bit(Action::post);
  if ((bits & bit(Action::engage)) != 0) bits |= engage_bits;
  // A ban on posts that say where one works is a ban on saying it.
  if (ban && (bits & (bit(Action::post) | bit(Action::share))) != 0 && shows_as_staff(norm)) return bit(Action::identify);
  return bits;
}

/// "Only Twitter and Facebook."
bool only_networks(const Norm& norm) {
  return norm.modality == Modality::restrict_to && mentions(norm, Role::channel, c::network_) && !has_role(norm, Role::object) &&
         !has_role(norm, Role::actor);
}

bool narrow_object(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const bool what = m.role == Role::object || m.role == Role::topic;
    return what &&
           (is_a(m.concept_id, c::narrow_topic_) || is_a(m.concept_id, c::logo_) || is_a(m.concept_id, c::account_thing_));
  });
}

/// "Professional accounts are permitted only where authorised", "you need a yes for a professional account".
bool asks_for_account(const Norm& norm) {
  if (norm.approvals == 0 || narrow_object(norm) || mentions(norm, Role::object, c::content_)) return false;
  return mentions(norm, Role::channel, c::personal_account_) || mentions(norm, Role::channel, c::official_account_);
}

/// "New accounts require approval."
bool new_account(const Norm& norm) {
  return norm.approvals > 0 && mentions(norm, Role::object, c::account_thing_) && !mentions(norm, Role::object, c::content_) &&
         !mentions(norm, Role::act, c::use_) && !mentions(norm, Role::object, c::use_);
}

/// "Posts are written in the third person": how, and not whether.
bool states_manner(const Norm& norm) {
  const bool duty = norm.modality == Modality::require || norm.modality == Modality::recommend;
  return duty && norm.approvals == 0 && norm.via != Via::imperative && norm.via != Via::field &&
         mentions(norm, Role::object, c::content_) && !has_role(norm, Role::actor) && mentions(norm, Role::act, c::post_) &&
         !mentions(norm, Role::time, c::before_posting_);
}

bool uses_a_channel(const Norm& norm) {
  const bool named = norm.via == Via::nominal || !has_role(norm, Role::act);
  const bool use = mentions(norm, Role::act, c::use_) || (named && mentions(norm, Role::object, c::use_));
  if (!use || !has_role(norm, Role::channel)) return false;
  const bool duty = norm.modality == Modality::require || norm.modality == Modality::recommend;
  // "use the official account when talking with members" is a duty about talking; "social media are used for news" is a purpose.
  return !duty || ((mentions(norm, Role::condition, c::engage_) || mentions(norm, Role::purpose, c::engage_)) &&
                   norm.via != Via::declarative);
}

/// "Officers may have a named account": to have one, whatever for.
bool has_one(const Norm& norm) {
  bool account = false;
  bool have = false;
  for (const Mention& m : norm.mentions) {
    const std::string words = plain(m.words);
    account = account || is_a(m.concept_id, c::account_thing_) || words.ends_with("account");
    have = have || (m.role == Role::act && (words == "have" || words == "hold" || words == "keep" || words == "maintain"));
  }
  return account && have;
}

/// "Accounts that carry a name are not allowed."
bool bans_accounts(const Norm& norm) {
  const bool ban = norm.modality == Modality::prohibit || norm.modality == Modality::discourage;
  // "Staff shall not on personal pages: mention the Library": what is banned is named, and only on them.
  const bool named = mentions(norm, Role::object, c::act_) || mentions(norm, Role::object, c::content_);
  return ban && !named && !has_role(norm, Role::act) &&
         (mentions(norm, Role::object, c::account_thing_) || mentions(norm, Role::channel, c::personal_account_));
}

/// "Managers may do so."
bool does_so(const Norm& norm) {
  if (norm.elliptic) return true;
  return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                     [&](const Mention& m) { return m.role == Role::act && does_that(norm, m); });
}

}  // namespace

bool ordinary_topic(Concept topic) { return is_a(topic, c::organization_) || is_a(topic, c::work_) || is_a(topic, c::affairs_); }

bool asks(const Norm& norm) {
  for (const Concept act : {c::approve_, c::submit_, c::ask_, c::notify_, c::wait_, c::review_act_, c::train_, c::log_})
    if (mentions(norm, Role::act, act)) return true;
  return obtains(norm) || mentions(norm, Role::object, c::approve_) || norm.modality == Modality::exempt || agreed_with(norm);
}

bool consults(const Norm& norm) {
  if ((norm.modality != Modality::require && norm.modality != Modality::recommend) || !says_before(norm)) return false;
  bool talks = false;
  bool inside = false;
  for (const Mention& m : norm.mentions) {
    const std::string words = m.role == Role::act ? plain(m.words) : "";
    for (const std::string_view verb : {"speak", "talk", "discuss", "contact", "liaise", "confer", "check", "see ", "meet"})
      talks = talks || words.starts_with(verb);
    const bool whom = m.role == Role::object || m.role == Role::target;
    inside = inside || (whom && (is_a(m.concept_id, c::managers_) || is_a(m.concept_id, c::executives_) ||
                                 is_a(m.concept_id, c::gatekeeper_) || is_a(m.concept_id, c::named_person_)));
  }
  return talks && inside;
}

bool obtains(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const std::string words = m.role == Role::act && is_a(m.concept_id, c::obtain_) ? plain(m.words) : "";
    return !words.empty() && words != "have" && words != "has";
  });
}

bool says_before(const Norm& norm) {
  // An act among the times is one that something comes before.
  if (mentions(norm, Role::time, c::act_) || mentions(norm, Role::time, c::before_posting_)) return true;
  const std::string text = plain(norm.quote);
  return text.starts_with("before ") || text.find(" before ") != std::string::npos;
}

std::uint32_t actions_of(const Norm& norm) {
  std::uint32_t bits = bits_of(norm, Role::act);
  if (consults(norm)) return refine(norm, bits_of(norm, Role::time) | bits_of(norm, Role::condition));
  if (bits != bit(Action::post) && talks_inside(norm) && norm.approvals == 0 && !says_before(norm) && !agreed_with(norm))
    return 0;
  if (states_manner(norm)) return 0;
  if (left_to_you(norm)) return chosen_acts(norm);
  // "Introduce your successor to the members you talk with": what is asked for is the hand-over.
  if (mentions(norm, Role::act, c::introduce_successor_) || mentions(norm, Role::act, c::handover_)) bits = 0;
  if (bits == 0 && does_so(norm)) bits = bits_of(norm, Role::context);
  const bool named = norm.via == Via::nominal || norm.via == Via::negated || norm.via == Via::passive ||
                     norm.via == Via::heading || norm.via == Via::qa || norm.via == Via::imperative || norm.savings ||
                     mentions(norm, Role::actor, c::gatekeeper_) || norm.modality == Modality::prohibit ||
                     norm.modality == Modality::discourage;
  if (bits == 0 && named && norm.approvals == 0 && !asks(norm)) bits = bits_of(norm, Role::object);
  // "your right to engage"
  if (bits == 0 && mentions(norm, Role::object, c::right_noun_)) bits = bits_of(norm, Role::purpose);
  // "Send somebody a private message."
  const bool duty = norm.modality == Modality::require || norm.modality == Modality::recommend;
  if (bits == 0 && mentions(norm, Role::channel, c::dm_) && !asks(norm) && !duty) bits = bit(Action::message);
  if (bits == 0 && (only_networks(norm) || closed_network(norm))) bits = bit(Action::engage);
  // "Anything that comes in after noon waits": what waits has been asked for already.
  const bool waits = mentions(norm, Role::condition, c::wait_) && !mentions(norm, Role::time, c::before_posting_);
  if ((asks(norm) || norm.approvals > 0) && !waits) {
    if (bits == 0) {
      const bool active = mentions(norm, Role::act, c::approve_) || mentions(norm, Role::act, c::submit_) ||
                          mentions(norm, Role::object, c::approve_);
      for (const Mention& mention : norm.mentions) {
        const bool what = mention.role == Role::object || mention.role == Role::act;
        if (what && (active || !says_any(mention.words, {"anything", "everything"}))) bits |= content_bits(mention);
      }
      if (bits == 0 && new_account(norm)) bits = bit(Action::open_account);
      if (bits == 0) bits = bits_of(norm, Role::object) | bits_of(norm, Role::time);
      // "wait until your supervisor has approved a reply"
      // "before posting about …": a phrase that is a noun as well
      if (bits == 0 && says_before(norm)) bits = bits_of(norm, Role::condition);
      if (bits == 0 && mentions(norm, Role::act, c::wait_)) bits = bits_of(norm, Role::condition);
      // "Run it past your manager before it goes up."
      const bool goes_up = mentions(norm, Role::act, c::submit_) && mentions(norm, Role::time, c::before_posting_);
      if (bits == 0 && goes_up) bits = bit(Action::post);
      // "Any communication on social media requires approval", "training before you start".
      const bool anything = norm.approvals > 0 && mentions(norm, Role::channel, c::social_media_) && !narrow_object(norm);
      const bool start = mentions(norm, Role::act, c::train_) && mentions(norm, Role::time, c::light_);
      if (bits == 0 && (anything || start)) bits = engage_bits;
    }
  }
  if (norm.modality == Modality::exempt && keeps_blog(norm)) bits |= bit(Action::open_account);
  if (bits == 0 && norm.modality == Modality::exempt) bits = bits_of(norm, Role::condition);
  if (bits == 0 && asks_for_account(norm)) bits = bit(Action::open_account);
  const bool hides = mentions(norm, Role::act, c::disclose_) || mentions(norm, Role::act, c::speak_about_) ||
                     mentions(norm, Role::object, c::disclose_) || mentions(norm, Role::act, c::include_) ||
                     mentions(norm, Role::act, c::report_account_);
  if (employer(norm) && hides) bits = bit(Action::identify);
  // "do not become members of patrons' groups"
  const bool groups = mentions(norm, Role::channel, c::forum_) || says_any(norm.quote, {"groups", "communities", "forums"});
  if (bits == 0 && groups && says_any(norm.quote, {"member of", "members of", "belong to"})) bits = bit(Action::join);
  if (bits == 0 && access_after_training(norm)) return engage_bits;
  if (bits == 0 && uses_a_channel(norm)) {
    // "must not use Facebook to befriend members": what it is used for is what is banned.
    bits = norm.modality == Modality::prohibit ? bits_of(norm, Role::purpose) : 0;
    if (bits == 0) bits = has_one(norm) ? bit(Action::open_account) : bit(Action::engage);
  }
  // "Comments by staff are encouraged."
  const bool wanted = norm.modality == Modality::permit || norm.modality == Modality::recommend;
  if (bits == 0 && wanted && !has_role(norm, Role::act) && has_role(norm, Role::actor) && norm.approvals == 0) {
    for (const Mention& mention : norm.mentions) {
      if (bits == 0 && mention.role == Role::object) bits = content_bits(mention);
    }
  }
  const bool allowed = norm.modality == Modality::permit && !has_role(norm, Role::act) && !has_role(norm, Role::object);
  if (bits == 0 && allowed && (mentions(norm, Role::channel, c::personal_account_)))
    bits = bit(Action::engage) | bit(Action::open_account);
  if (bans_accounts(norm)) bits = bit(Action::engage) | bit(Action::open_account);
  return refine(norm, bits);
}

}  // namespace engagelint
