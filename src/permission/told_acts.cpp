// Acts that a turn of phrase names, and no verb: "mention their position", "TikTok is closed to staff", "is up to you".
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

bool mentions_word(const Norm& norm, std::initializer_list<std::string_view> parts) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& m) { return says_any(m.words, parts); });
}

}  // namespace

/// "Whether one has a blog is his or her own decision", "it is up to you".
bool left_to_you(const Norm& norm) {
  if (norm.modality != Modality::permit && norm.modality != Modality::define) return false;
  const bool own =
      says_any(norm.quote, {"own decision", "own choice", "own business", "own affair", "personal decision", "personal choice",
                            "up to you", "up to them", "up to each", "free to decide", "free to choose"});
  if (norm.modality == Modality::define && !own) return false;
  const bool chosen = mentions(norm, Role::condition, c::follow_script_) && has_role(norm, Role::condition);
  if (chosen && bits_of(norm, Role::condition) != 0) return true;
  return own && bits_of(norm, Role::act) == 0 && chosen_acts(norm) != 0;
}

std::uint32_t chosen_acts(const Norm& norm) {
  std::uint32_t chosen = bits_of(norm, Role::condition);
  // "free to decide whom you befriend"
  if (chosen == 0) chosen = bits_of(norm, Role::quality);
  // "whether you create or take part in a blog": the blog stands before the choice.
  if (mentions(norm, Role::condition, c::open_account_) && mentions_word(norm, {"blog", "account", "profile", "page"}))
    chosen |= bit(Action::open_account);
  return (chosen & bit(Action::engage)) != 0 ? chosen | engage_bits : chosen;
}

/// "Statements to the media are made by the chief executive": to tell journalists something, whatever about.
std::uint32_t to_the_press(const Norm& norm, const Mention& act) {
  const bool press = mentions(norm, Role::audience, c::press_);
  return press && says_any(act.words, {"statement", "comment"}) ? bit(Action::mention) | bit(Action::reply) : 0;
}

/// "may refer to their position", "shall mention their designation": where one works.
bool names_position(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    if (m.role != Role::object && m.role != Role::topic) return false;
    const std::string words = plain(m.words);
    for (const std::string_view part : {"position", "designation", "job title", "employer", "employment", "affiliation"})
      if (words.ends_with(part) && (words.size() == part.size() || words[words.size() - part.size() - 1] == ' ')) return true;
    return false;
  });
}

/// "Posts in which you call yourself a carer", "pictures in which they present themselves as nurses of ours".
bool shows_as_staff(const Norm& norm) {
  bool oneself = false;
  bool staff = false;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::condition) continue;
    const std::string words = plain(m.words);
    oneself = oneself || words == "yourself" || words == "yourselves" || words == "themselves" || words == "oneself" ||
              words == "himself" || words == "herself";
    staff = staff || (is_a(m.concept_id, c::staff_) && !is_a(m.concept_id, c::you_staff_));
  }
  return oneself && staff;
}

/// "do so", "do it", and not "do not allow".
bool does_that(const Norm& norm, const Mention& act) {
  const std::string words = plain(act.words);
  if (words == "do so") return true;
  if (words != "do" && words != "does") return false;
  const char* end = norm.quote.data() + norm.quote.size();
  if (act.words.data() < norm.quote.data() || act.words.data() >= end) return true;
  const std::string next =
      plain({act.words.data() + act.words.size(), static_cast<std::size_t>(end - act.words.data()) - act.words.size()});
  return next.empty() || (!next.starts_with("not ") && !next.starts_with("n't"));
}

/// "Telegram is closed to officers", "TikTok is off limits": to be there at all.
bool closed_network(const Norm& norm) {
  const bool ban = norm.modality == Modality::prohibit || norm.modality == Modality::discourage;
  return ban && norm.verb.empty() && mentions(norm, Role::channel, c::network_) && !has_role(norm, Role::act) &&
         !has_role(norm, Role::audience) && !has_role(norm, Role::topic);
}

/// "needs no permission to have a blog"
bool keeps_blog(const Norm& norm) {
  const bool keep = std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    const std::string words = m.role == Role::act ? plain(m.words) : "";
    return words == "have" || words == "keep" || words == "run" || words == "start" || words == "maintain";
  });
  return keep && mentions_word(norm, {"blog", "account", "profile", "page"});
}

/// "A posting that deals with the work of the Library needs approval."
bool deals_with_work(const Norm& norm) {
  if (norm.approvals == 0 || !says_any(norm.quote, {"deals with", "deal with", "concern", "relat", "touch", "to do with"}))
    return false;
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) {
    return m.role == Role::condition && (is_a(m.concept_id, c::work_) || is_a(m.concept_id, c::organization_));
  });
}

/// "Pages are set up in agreement with the vice president", "posts by others are arranged with her": leave by another word.
bool agreed_with(const Norm& norm) {
  const bool duty = norm.modality == Modality::require || norm.modality == Modality::recommend;
  return duty && norm.approvals == 0 &&
         says_any(norm.quote, {"in agreement with", "by agreement with", "agreed with", "arranged with", "arrange it with",
                               "settled with", "at the request of", "on the say-so of"});
}

/// "Access to the accounts is granted on completion of training."
bool access_after_training(const Norm& norm) {
  if (!mentions(norm, Role::channel, c::official_account_) || !says_any(norm.quote, {"access", "password", "log-in", "login"}))
    return false;
  if (!says_any(norm.quote, {"granted", "given", "issued", "handed out"})) return false;
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [](const Mention& m) { return is_a(m.concept_id, c::train_); });
}

/// "pages that carry the crest or the name of the Shire"
bool bears_our_name(const Norm& norm) {
  return says_any(norm.quote, {" carry", " carries", " carrying", " bear", " display", " show"}) &&
         says_any(norm.quote,
                  {" crest", " logo", " arms", " emblem", " wordmark", " name", " colours", " colors", " style", " brand"});
}

}  // namespace engagelint
