// Who acts, towards whom, and where.
#include "permission/effect_reader.hpp"

#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;

/// The press office and spokespersons are communications by another name.
Concept folded(Concept kind) {
  if (is_a(kind, c::communications_)) return c::communications_;
  if (is_a(kind, c::individual_) || is_a(kind, c::you_staff_) || is_a(kind, c::we_)) return c::staff_;
  return kind;
}

}  // namespace

using norm::has_role;
using norm::mentions;

// ---- the dimensions
Effect EffectReader::base() const {
  Effect effect;
  effect.policy = index_;
  effect.norm = at_;
  const std::uint32_t acts = actions_of(*norm_);
  effect.actions = acts;
  effect.discouraged = norm_->modality == Modality::discourage;
  // "must not state on any network that they examine for the Board": where one works stands behind the norm's own words.
  if (effect.actions == 0 && has(Role::act, c::speak_about_)) {
    Norm longer = *norm_;
    longer.quote = reading_.sentences[norm_->sentence].words;
    if (actions_of(longer) == bit(Action::identify)) effect.actions = bit(Action::identify);
  }
  effect.savings = norm_->savings;
  effect.every = norm_->every && norm_->approvals > 0;
  effect.limit = limit_of(*norm_, acts, bans() || norm_->approvals > 0 || norm_->modality == Modality::restrict_to);
  who(effect);
  who_before(effect);
  for (const Mention& m : norm_->mentions) {
    if (m.role == Role::audience && towards(m, effect.actions)) add_audience(m, effect.to);
    // "Questions from clients should be answered": whose questions they are.
    if (m.role == Role::actor && has(Role::object, c::question_) && effect.actions == bit(Action::reply))
      add_audience(m, effect.to);
    if (m.role == Role::channel && !same_place(m)) add_channel(m, effect.on, effect.networks);
  }
  // "on any social network, forum or profile": anywhere.
  const bool anywhere = std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
    return m.role == Role::channel && is_a(m.concept_id, c::social_media_) && plain(m.words).starts_with("any ");
  });
  if (anywhere) effect.on.clear();
  unsaid_audience(effect);
  // "share posts of @org", "follow @org": whose they are, and not where they are shared.
  constexpr std::uint32_t theirs = bit(Action::share) | bit(Action::connect);
  const bool named = has(Role::act, norm::c::amplify_) || has(Role::act, norm::c::connect_);
  if (named && !bans() && (effect.actions & ~theirs) == 0 && std::erase(effect.on, norm::c::official_account_) > 0 &&
      effect.to.empty())
    effect.actions &= ~bit(Action::connect);
  // A list of examples is no limit: "Facebook, LinkedIn or any comparable page".
  if (!effect.on.empty() && left_to_you(*norm_)) effect.on.clear();
  // "the tenants' own Facebook group" is theirs, and no account of one's own.
  if (effect.actions == bit(Action::join) && has(Role::channel, norm::c::forum_))
    std::erase(effect.on, norm::c::personal_account_);
  if ((!effect.on.empty() || !effect.networks.empty()) && gives_examples()) {
    effect.networks.clear();
    std::erase_if(effect.on, [](Concept on) { return is_a(on, c::forum_) || is_a(on, c::blog_); });
  }
  const bool opens_somewhere = (effect.actions & bit(Action::open_account)) != 0 && effect.on.empty();
  if (opens_somewhere && (has(Role::object, c::speak_for_) || has(Role::object, c::org_name_) || bears_our_name(*norm_) ||
                          says_any(norm_->quote, {" in the name of "})))
    effect.on.push_back(c::official_account_);
  if (effect.on.empty() && has(Role::condition, c::name_signature_) && has(Role::object, c::account_thing_))
    effect.on.push_back(c::named_account_);
  earlier_audience(effect);
  elsewhere(effect);
  // A profile says it to whoever reads it.
  if (effect.actions == bit(Action::identify)) effect.to.clear();
  // The forum and the private message are in the act already.
  if ((effect.actions & (bit(Action::join) | bit(Action::message))) != 0)
    std::erase_if(effect.on, [](Concept on) { return is_a(on, c::forum_) || is_a(on, c::dm_); });
  return effect;
}

bool EffectReader::same_place(const Mention& m) const {
  const char* start = norm_->quote.data();
  if (m.words.data() <= start || m.words.data() > start + norm_->quote.size()) return false;
  const std::string before = plain({start, static_cast<std::size_t>(m.words.data() - start)});
  for (const std::string_view sign : {" that", " the same", " such"})
    if (before.ends_with(sign)) return true;
  return false;
}

void EffectReader::titled_audience(Effect& effect) const {
  const Clause& clause = policy_.clauses[norm_->clause];
  if (clause.section < 0 || other_object() || norm_->modality == Modality::exempt) return;
  const auto& title = policy_.sections[static_cast<std::size_t>(clause.section)].title;
  if (!title) return;
  const std::string words = " " + plain(title->value) + " ";
  const auto names = [&](std::string_view word) { return !word.empty() && words.find(word) != std::string::npos; };
  if (names(" press ") || names("journalist") || names("reporter") || names(" media enquir") || names(" news media "))
    return effect.to.push_back({c::press_, {}});
  if (names(" minors ") || names(" children ") || names(" young people ")) return effect.to.push_back({c::minors_, {}});
  for (const std::string_view other : {own_word_.c_str(), "members", "customers", "visitors", "users", "clients"})
    if (names(other)) return effect.to.push_back({c::served_, {}});
}

/// Whether something is spoken of but those who are asked first and the questions themselves.
bool EffectReader::other_object() const {
  const auto asked = [&](const Mention& m) {
    for (const Concept kind :
         {c::question_, c::gatekeeper_, c::content_, c::reply_content_, c::reply_, c::time_unit_, c::you_staff_})
      if (is_a(m.concept_id, kind)) return true;
    return std::any_of(norm_->mentions.begin(), norm_->mentions.end(),
                       [&](const Mention& o) { return o.words.data() == m.words.data() && actor_kind(o.concept_id); });
  };
  return std::any_of(norm_->mentions.begin(), norm_->mentions.end(),
                     [&](const Mention& m) { return m.role == Role::object && !asked(m); });
}

/// "a resident's question", "friends with my regulars": towards those the organisation serves, whatever the word.
void EffectReader::unsaid_audience(Effect& effect) const {
  if (!effect.to.empty() || has_role(*norm_, Role::audience) || norm_->on_others) return;
  constexpr std::uint32_t talk = bit(Action::reply) | bit(Action::message) | bit(Action::connect);
  if (effect.actions == 0 || (effect.actions & ~talk) != 0) return;
  // "A reporter wrote to me. What now? Tell the press office before you reply."
  for (const Mention& m : norm_->mentions) {
    if (m.role == Role::context && !other_object()) add_audience(m, effect.to);
  }
  if (!effect.to.empty()) return;
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::object && m.role != Role::condition) continue;
    const bool theirs = is_a(m.concept_id, c::question_) && plain(m.words).find("'s ") != std::string::npos;
    const bool people = m.role == Role::object && m.concept_id == Concept::none && norm_->unknown_object && !bans() &&
                        (effect.actions & bit(Action::connect)) != 0;
    if (!theirs && !people) continue;
    effect.to.push_back({c::served_, {}});
    return;
  }
  if (!bans()) titled_audience(effect);
}

bool EffectReader::gives_examples() const {
  return says_any(norm_->quote, {"or any comparable", "or any other", "or any similar", "or similar", "such as", "including",
                                 "for example", "for instance", "e.g.", "and the like", "or some other", "and so on"});
}

/// What is posted about people is not posted to them: for content, a word has to lead there.
bool EffectReader::towards(const Mention& m, std::uint32_t actions) const {
  constexpr std::uint32_t content = bit(Action::post) | bit(Action::mention) | bit(Action::share);
  if (norm_->via == Via::field || (actions & ~content) != 0 || !is_a(m.concept_id, c::audience_)) return true;
  const char* start = norm_->quote.data();
  if (m.words.data() <= start || m.words.data() > start + norm_->quote.size()) return true;
  const std::string before = plain({start, static_cast<std::size_t>(m.words.data() - start)}) + " ";
  const std::size_t tail = before.size() > 24 ? before.size() - 24 : 0;
  const std::string near = before.substr(tail);
  for (const std::string_view lead : {" to ", " with ", " for ", " towards ", " among ", " from "})
    if (near.find(lead) != std::string::npos) return true;
  return false;
}

/// "Only Twitter and Facebook. Anything else is out": on every network but those.
void EffectReader::elsewhere(Effect& effect) const {
  if (!has(Role::channel, c::other_platform_) || !bans() || left_out(nullptr)) return;
  if (effect.actions == 0) effect.actions = engage_bits;
  effect.elsewhere = true;
  for (std::uint32_t i = at_; i-- > 0 && reading_.norms[i].clause == norm_->clause;) {
    for (const Mention& m : reading_.norms[i].mentions) {
      if (m.role == Role::channel && is_a(m.concept_id, c::network_)) effect.not_networks.push_back(network_name(m.words));
    }
  }
}

/// "Managers may do so": to whom, as the sentence before says.
void EffectReader::earlier_audience(Effect& effect) const {
  if (has_role(*norm_, Role::audience)) return;
  // "…; do not answer them yourself"
  const std::string quote = plain(norm_->quote) + " ";
  if (bans() && (quote.find(" them ") != std::string::npos || quote.find(" these ") != std::string::npos)) {
    for (const Mention& m : norm_->mentions) {
      if (m.role == Role::context && is_a(m.concept_id, c::audience_)) add_audience(m, effect.to);
    }
    return;
  }
  if (has_role(*norm_, Role::object)) return;
  const bool so = std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
    return m.role == Role::act && (plain(m.words) == "do" || plain(m.words) == "do so");
  });
  if (!so) return;
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::context) continue;
    if (is_a(m.concept_id, c::audience_)) add_audience(m, effect.to);
    if (is_a(m.concept_id, c::channel_)) add_channel(m, effect.on, effect.networks);
  }
}

/// "employees, other than those in the press office": whether a mention stands behind such words; with none, whether there are
/// any.
bool EffectReader::left_out(const Mention* mention) const {
  return std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [&](const Mention& m) {
    if (m.role != Role::channel || !is_a(m.concept_id, norm::c::other_platform_) || !plain(m.words).starts_with("other than"))
      return false;
    return mention == nullptr || (mention->span.begin >= m.span.end && mention->span.begin < m.span.end + 24);
  });
}

void EffectReader::who(Effect& effect) const {
  // "approved by Communications", "staff authorised by the director": who gives leave is not who acts.
  const bool approving = has(Role::act, c::approve_) || has(Role::act, c::review_act_);
  const bool chosen_by = has(Role::quality, c::approve_);
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::actor || !actor_kind(m.concept_id) || left_out(&m)) continue;
    if (approving && norm_->approvals > 0 && m.concept_id != c::staff_ && m.concept_id != c::you_staff_) continue;
    if (chosen_by && !effect.who.empty()) continue;
    add_who(m, effect.who);
  }
}

/// "Pages and clerks, as classes of staff without a desk, do not reply": the subject stands before the comma, as a phrase of its
/// own.
void EffectReader::who_before(Effect& effect) const {
  if (norm_->via != Via::imperative || !effect.who.empty() || at_ == 0) return;
  const Norm& before = reading_.norms[at_ - 1];
  if (before.sentence != norm_->sentence || !before.verb.empty() || before.via == Via::imperative) return;
  const char* end = before.quote.data() + before.quote.size();
  if (norm_->quote.data() < end || norm_->quote.data() > end + 3) return;
  for (const Mention& m : before.mentions) {
    if (m.role == Role::actor && actor_kind(m.concept_id)) add_who(m, effect.who);
  }
}

void EffectReader::add_who(const Mention& m, std::vector<Who>& to) const {
  Who who{folded(m.concept_id), {}};
  if (is_a(m.concept_id, c::named_person_)) who.person = person_of(plain(m.words));
  if (std::find(to.begin(), to.end(), who) == to.end()) to.push_back(std::move(who));
}

/// The name as `people` has it: "Ana" is Ana Costa.
std::string EffectReader::person_of(std::string word) const {
  if (word.ends_with("'s")) word.resize(word.size() - 2);
  for (const Person& person : policy_.people) {
    if (!person.name) continue;
    std::string name = plain(person.name->value);
    if (name == word || name.starts_with(word + " ")) return name;
  }
  return word;
}

void EffectReader::add_audience(const Mention& m, std::vector<Audience>& to) const {
  Audience audience{m.concept_id, {}};
  if (!is_a(m.concept_id, c::audience_)) return;
  if (m.concept_id == c::public_ && own_word_ == "public") audience.kind = c::served_;
  const std::string word = singular(m.words);
  // "allowed for all employees": no audience, but those who may.
  if (word.find("employee") != std::string::npos || word.find("staff") != std::string::npos) return;
  if (is_a(m.concept_id, c::served_)) {
    // The policy's own word means all it serves; another word beside it means some of them.
    const bool general = word == own_word_ || !speaks_own_ || generic(word);
    if (general) audience.kind = c::served_;
    if (!general) audience.word = word;
  }
  // "anyone", "everybody": no audience at all.
  for (const std::string_view open : {"any", "every", "some", "who", "people", "person", "one"})
    if (m.concept_id == c::public_ && word.starts_with(open)) return;
  if (std::find(to.begin(), to.end(), audience) == to.end()) to.push_back(std::move(audience));
}

bool EffectReader::generic(const std::string& word) {
  static constexpr std::string_view words[] = {"member",          "customer", "client", "user", "the people we serve",
                                               "people we serve", "audience"};
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

void EffectReader::add_channel(const Mention& m, std::vector<Concept>& on, std::vector<std::string>& networks) const {
  const Concept kind = m.concept_id;
  if (is_a(kind, c::network_)) {
    // "public threads" are no network of that name.
    if (m.words.front() >= 'a' && m.words.front() <= 'z' && plain(m.words) == "threads") return;
    networks.push_back(network_name(m.words));
    return;
  }
  // On social media is anywhere; a bare "platform" or "outside" names no place.
  if (kind == c::social_media_ || kind == c::channel_ || is_a(kind, c::platform_word_) || is_a(kind, c::outside_word_) ||
      is_a(kind, c::offline_) || is_a(kind, c::approved_platform_) || is_a(kind, c::other_platform_))
    return;
  // "under their own names" says how, not where, as long as it is allowed.
  const std::string words = plain(m.words);
  if (actions_of(*norm_) == bit(Action::identify) &&
      (words.find("profile") != std::string::npos || words.find("bio") != std::string::npos))
    return;
  const bool manner = words.find("name") != std::string::npos && words.find("account") == std::string::npos &&
                      words.find("profile") == std::string::npos && words.find("page") == std::string::npos;
  if (manner && !bans()) return;
  if (std::find(on.begin(), on.end(), kind) == on.end()) on.push_back(kind);
}

}  // namespace engagelint
