#include "engine/stances.hpp"

#include <algorithm>
#include <string>

#include "norm/concepts.hpp"
#include "norm/roles.hpp"
#include "permission/effect.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using norm::has_role;
using norm::mentions;

std::uint32_t acts_of(Concept is) {
  if (is_a(is, c::message_)) return bit(Action::message);
  if (is_a(is, c::reply_) || is_a(is, c::reply_content_)) return bit(Action::reply);
  if (is_a(is, c::content_) || is_a(is, c::engage_) || is_a(is, c::use_)) return engage_bits | bit(Action::open_account);
  if (is_a(is, c::amplify_)) return bit(Action::share);
  if (is_a(is, c::post_)) return bit(Action::post) | bit(Action::mention);
  if (is_a(is, c::speak_about_)) return bit(Action::mention) | bit(Action::reply);
  if (is_a(is, c::connect_)) return bit(Action::connect);
  if (is_a(is, c::join_)) return bit(Action::join);
  if (is_a(is, c::identify_) || is_a(is, c::employer_mention_)) return bit(Action::identify);
  if (is_a(is, c::open_account_) || is_a(is, c::account_thing_)) return bit(Action::open_account);
  return 0;
}

std::uint32_t acts_of(const Norm& norm) {
  std::uint32_t acts = 0;
  for (const Mention& m : norm.mentions) {
    if (m.role == Role::act || m.role == Role::object || m.role == Role::time) acts |= acts_of(m.concept_id);
  }
  return acts;
}

bool everybody(Concept who) {
  return who == c::staff_ || is_a(who, c::you_staff_) || is_a(who, c::individual_) || is_a(who, c::we_);
}

bool on_everybody(const Norm& norm) {
  return std::all_of(norm.mentions.begin(), norm.mentions.end(),
                     [](const Mention& m) { return m.role != Role::actor || everybody(m.concept_id); });
}

/// All staff on both sides, or the same of them. "Only the press office may" is on all others.
bool same_actors(const Norm& take, const Norm& give) {
  if (on_everybody(give)) return on_everybody(take) || take.modality == Modality::restrict_to;
  const auto named = [](const Norm& norm, Concept who) {
    return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                       [&](const Mention& m) { return m.role == Role::actor && m.concept_id == who; });
  };
  return std::any_of(give.mentions.begin(), give.mentions.end(),
                     [&](const Mention& m) { return m.role == Role::actor && named(take, m.concept_id); });
}

/// A duty counts where it is said of somebody: "Answer within a day" may be about those who answer at all.
bool gives(const Norm& norm) {
  if (norm.approvals > 0 || norm.chosen || norm.elliptic || has_role(norm, Role::exception)) return false;
  if (norm.modality == Modality::permit || norm.modality == Modality::exempt) return true;
  if (norm.modality != Modality::recommend && norm.modality != Modality::require) return false;
  return norm.via == Via::field || (norm.via == Via::modal && has_role(norm, Role::actor));
}

bool takes(const Norm& norm) {
  if (norm.approvals > 0) return norm.modality != Modality::permit && norm.modality != Modality::exempt;
  if (has_role(norm, Role::exception)) return false;
  return norm.modality == Modality::prohibit || norm.modality == Modality::discourage ||
         (norm.modality == Modality::restrict_to && has_role(norm, Role::others));
}

/// Posts, answers, accounts, work: what may stand beside an act without saying which.
bool generic(Concept thing) {
  for (const Concept kind : {c::content_, c::reply_content_, c::channel_, c::account_thing_, c::act_, c::audience_, c::actor_,
                             c::question_, c::social_media_, c::approve_, c::approval_thing_})
    if (is_a(thing, kind)) return true;
  return ordinary_topic(thing);
}

bool limits(const Mention& m) {
  switch (m.role) {
    case Role::object:
    case Role::topic:
    case Role::instrument:
    case Role::purpose:
    case Role::quality: return !generic(m.concept_id);
    case Role::audience: return true;
    case Role::channel: return m.concept_id != c::social_media_ && m.concept_id != c::channel_;
    default: return false;
  }
}

/// What the taking norm is limited to, the giving one is limited to as well.
bool reaches_as_far(const Norm& take, const Norm& give) {
  return std::all_of(take.mentions.begin(), take.mentions.end(), [&](const Mention& wide) {
    if (!limits(wide)) return true;
    bool any = false;
    for (const Mention& narrow : give.mentions) {
      if (narrow.role != wide.role) continue;
      any = any || is_a(narrow.concept_id, wide.concept_id) ||
            (wide.role == Role::audience && is_a(wide.concept_id, c::public_) && is_a(narrow.concept_id, c::served_));
    }
    return any;
  });
}

/// Customers and donors are both served, and one of them may be some of the others.
bool same_audience_words(const PolicyReading& taker, const Norm& take, const PolicyReading& giver, const Norm& give) {
  const auto served = [](const PolicyReading& policy, const Norm& norm) {
    std::string word;
    for (const Mention& m : norm.mentions) {
      if (m.role == Role::audience && is_a(m.concept_id, c::served_)) word = singular(m.words);
    }
    for (const std::string_view general : {"member", "customer", "client", "user"})
      if (word == general) return std::string("member");
    return policy.policy->audience && word == singular(policy.policy->audience->value) ? "member" : word;
  };
  const std::string word = served(taker, take);
  return word.empty() || word == served(giver, give);
}

/// What makes one of two clauses the exception to the other, or sends the reader on.
bool names_exception(const Sentence& sentence, bool gate) {
  constexpr std::string_view signs =
      "except|save |save,|subject to|other than|apart from|without prejudice|notwithstanding|provided|as long as|so long as|"
      "only if|only when|only where|in accordance|in line with|above|below|following|section |clause |paragraph |does not apply|"
      "instead|otherwise|until|already|again|on behalf|in the name of";
  const std::string text = normal(sentence.words);
  return says(text, signs) || (!gate && says(text, "unless|without"));
}

/// "Our pages are a shop window. No replies.": on those pages.
bool speaks_of_our_pages(const PolicyReading& policy, const Norm& norm) {
  const std::vector<Sentence>& sentences = policy.reading->sentences;
  for (std::size_t i = norm.sentence; i-- > 0 && sentences[i].clause == norm.clause;) {
    for (const Concept said : sentences[i].said) {
      if (is_a(said, c::official_account_)) return true;
    }
  }
  return false;
}

/// A clause in which an exception is named somewhere.
bool has_exception(const PolicyReading& policy, const Norm& norm) {
  const std::vector<Sentence>& sentences = policy.reading->sentences;
  for (std::size_t i = norm.sentence + 1; i < sentences.size() && sentences[i].clause == norm.clause; ++i) {
    if (says(normal(sentences[i].words), "exception|except|this does not|does not apply|unless|apart from|but you may|however"))
      return true;
  }
  return false;
}

/// Titles under which a clause holds for some case, people or place only.
bool titled_narrowly(const PolicyReading& policy, const Norm& norm) {
  constexpr std::string_view signs =
      "crisis|crises|emergenc|incident|outage|election|minor|child|young|student|pupil|press |the media|media relat|media enq|"
      "media inq|news media|journalist|reporter|official|corporate|brand|confiden|privacy|private|secur|legal|litigat|regulat|"
      "hours|working time|work time|at work|volunteer|contractor|board|intern|director|manager|complain|negative|criticism|troll|"
      "abus|sensitive|harass|interview|recruit|investor|financ|patient|record|copyright|logo|example|definition|history|advert|"
      "campaign|purchas|our page|our account|our channel|organisation's account|organization's account|company account|"
      "when you leave|leaving|pilot|trial|former|previous|withdrawn|other ";
  const auto narrow = [&](const std::optional<Text>& title) {
    if (!title) return false;
    const auto stands_there = [&](const Mention& m) {
      return m.role == Role::context && title->span.begin <= m.span.begin && m.span.end <= title->span.end;
    };
    return says(normal(title->value), signs) || std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& m) {
             return stands_there(m) && (is_a(m.concept_id, c::narrow_topic_) || is_a(m.concept_id, c::narrow_audience_) ||
                                        is_a(m.concept_id, c::narrow_time_) || is_a(m.concept_id, c::official_account_));
           });
  };
  const Clause& clause = policy.policy->clauses[norm.clause];
  if (narrow(clause.title)) return true;
  for (std::int32_t at = clause.section; at >= 0; at = policy.policy->sections[static_cast<std::size_t>(at)].parent) {
    if (narrow(policy.policy->sections[static_cast<std::size_t>(at)].title)) return true;
  }
  return false;
}

/// An approval that stands with a permission says how it is used; a title of its own begins something new.
bool under_one_heading(const PolicyDocument& policy, std::uint32_t left, std::uint32_t right) {
  const Clause& a = policy.clauses[left];
  const Clause& b = policy.clauses[right];
  return a.section == b.section && !(a.section < 0 && a.title && b.title);
}

}  // namespace

std::optional<Stance> stance_of(const Norm& norm, std::uint32_t index) {
  if (norm.on_others || norm.savings || norm.situation || norm.confidence == Confidence::low) return std::nullopt;
  const bool give = gives(norm);
  if (!give && !takes(norm)) return std::nullopt;
  const std::uint32_t acts = acts_of(norm);
  const bool gate = !give && norm.approvals > 0;
  if (acts == 0 || has_role(norm, Role::condition) || (!gate && has_role(norm, Role::time))) return std::nullopt;
  return Stance{index, acts, give, gate};
}

std::vector<std::uint64_t> signature_of(const Norm& norm, std::int32_t section, const void* policy) {
  std::vector<std::uint64_t> parts{static_cast<std::uint64_t>(norm.modality), static_cast<std::uint32_t>(section),
                                   reinterpret_cast<std::uintptr_t>(policy)};
  for (const Mention& mention : norm.mentions) {
    parts.push_back(static_cast<std::uint64_t>(mention.role) << 16 | static_cast<std::uint64_t>(mention.concept_id));
  }
  std::sort(parts.begin() + 3, parts.end());
  return parts;
}

bool may_clash(const PolicyReading& taker, const Stance& take, const PolicyReading& giver, const Stance& give) {
  const Norm& taken = taker.reading->norms[take.norm];
  const Norm& given = giver.reading->norms[give.norm];
  if ((take.acts & give.acts) == 0 || (given.modality == Modality::exempt && !take.gate)) return false;
  if (!same_actors(taken, given) || !reaches_as_far(taken, given)) return false;
  if (taker.policy == giver.policy) {
    const bool keys = (taken.via == Via::field) != (given.via == Via::field);
    if (taken.clause == given.clause && !keys) return false;
    if (take.gate && taken.clause != given.clause && given.modality != Modality::exempt &&
        under_one_heading(*taker.policy, taken.clause, given.clause))
      return false;
  }
  return same_audience_words(taker, taken, giver, given);
}

bool stands_alone(const PolicyReading& policy, const Stance& stance) {
  const Norm& norm = policy.reading->norms[stance.norm];
  return !names_exception(policy.reading->sentences[norm.sentence], stance.gate || stance.gives) &&
         !has_exception(policy, norm) && (stance.gives || !speaks_of_our_pages(policy, norm)) && !titled_narrowly(policy, norm);
}

}  // namespace engagelint
