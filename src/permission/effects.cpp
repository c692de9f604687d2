// One norm -> what it permits, gates and forbids, and for whom.
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
using Kind = Effect::Kind;

bool engaging(std::uint32_t actions) { return actions != 0; }

bool actor_kind(Concept kind) {
  return is_a(kind, c::actor_) && !is_a(kind, c::visitors_) && !is_a(kind, c::agency_);
}

/// The press office and spokespersons are communications by another name.
Concept folded(Concept kind) {
  if (is_a(kind, c::communications_)) return c::communications_;
  if (is_a(kind, c::individual_) || is_a(kind, c::you_staff_) || is_a(kind, c::we_)) return c::staff_;
  return kind;
}

class EffectReader {
 public:
  EffectReader(std::uint32_t index, const PolicyReading& source, std::vector<Effect>& out)
      : index_(index), policy_(*source.policy), reading_(*source.reading), out_(out) {
    own_word_ = policy_.audience ? singular(policy_.audience->value) : "";
    for (const Norm& norm : reading_.norms) {
      for (const Mention& m : norm.mentions) speaks_own_ = speaks_own_ || (m.role == Role::audience && singular(m.words) == own_word_);
    }
  }

  void run() {
    for (std::uint32_t i = 0; i < reading_.norms.size(); ++i) {
      at_ = i;
      norm_ = &reading_.norms[i];
      if (!norm_->on_others && (!norm_->optional_ || permits())) read();
    }
  }

 private:
  [[nodiscard]] bool has(Role role, Concept kind) const { return mentions(*norm_, role, kind); }
  [[nodiscard]] bool bans() const { return norm_->modality == Modality::prohibit || norm_->modality == Modality::discourage; }
  [[nodiscard]] bool permits() const {
    return norm_->modality == Modality::permit || norm_->modality == Modality::require || norm_->modality == Modality::recommend;
  }

  void read() {
    if (norm_->modality == Modality::none || norm_->modality == Modality::sanction) return;
    if (latency() || (norm_->modality == Modality::permit && has(Role::act, c::approve_))) return;
    Effect effect = base();
    if (norm_->modality == Modality::exempt) return exempt(effect);
    if (ignores(effect) || through_official(effect)) return;
    if (!engaging(effect.actions)) return;
    if (norm_->modality == Modality::define) return practice(effect);
    gates(effect);
    if (norm_->modality == Modality::restrict_to) return only(effect);
    if (!effect.gates.empty()) return gate(effect);
    if (bans()) return ban(effect);
    if (permits() && !steps()) permit(effect);
  }

  // ---- the dimensions
  Effect base() const {
    Effect effect;
    effect.policy = index_;
    effect.norm = at_;
    effect.actions = actions_of(*norm_);
    effect.discouraged = norm_->modality == Modality::discourage;
    effect.savings = norm_->savings;
    effect.every = norm_->every && norm_->approvals > 0;
    effect.limit = limit_of(*norm_, bans() || norm_->approvals > 0 || norm_->modality == Modality::restrict_to);
    who(effect);
    for (const Mention& m : norm_->mentions) {
      if (m.role == Role::audience && towards(m, effect.actions)) add_audience(m, effect.to);
      if (m.role == Role::channel) add_channel(m, effect.on, effect.networks);
    }
    // A list of examples is no limit: "Facebook, LinkedIn or any comparable page".
    if (gives_examples()) {
      effect.networks.clear();
      std::erase_if(effect.on, [](Concept on) { return is_a(on, c::forum_) || is_a(on, c::blog_); });
    }
    const bool in_our_name = (effect.actions & bit(Action::open_account)) != 0 && has(Role::object, c::speak_for_);
    if (in_our_name && effect.on.empty()) effect.on.push_back(c::official_account_);
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

  [[nodiscard]] bool gives_examples() const {
    const std::string quote = plain(norm_->quote);
    for (const std::string_view sign : {"or any comparable", "or any other", "or any similar", "or similar", "such as", "including", "for example",
                                        "for instance", "e.g.", "and the like", "or some other", "and so on"})
      if (quote.find(sign) != std::string::npos) return true;
    return false;
  }

  /// What is posted about people is not posted to them: for content, a word has to lead there.
  [[nodiscard]] bool towards(const Mention& m, std::uint32_t actions) const {
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
  void elsewhere(Effect& effect) const {
    if (!has(Role::channel, c::other_platform_) || !bans()) return;
    if (effect.actions == 0) effect.actions = engage_bits;
    effect.elsewhere = true;
    for (std::uint32_t i = at_; i-- > 0 && reading_.norms[i].clause == norm_->clause;) {
      for (const Mention& m : reading_.norms[i].mentions) {
        if (m.role == Role::channel && is_a(m.concept_id, c::network_)) effect.not_networks.push_back(network_name(m.words));
      }
    }
  }

  /// "Managers may do so": to whom, as the sentence before says.
  void earlier_audience(Effect& effect) const {
    if (has_role(*norm_, Role::object) || has_role(*norm_, Role::audience)) return;
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

  void who(Effect& effect) const {
    // "approved by Communications", "staff authorised by the director": who gives leave is not who acts.
    const bool approving = has(Role::act, c::approve_) || has(Role::act, c::review_act_);
    const bool chosen_by = has(Role::quality, c::approve_);
    for (const Mention& m : norm_->mentions) {
      if (m.role != Role::actor || !actor_kind(m.concept_id)) continue;
      if (approving && norm_->approvals > 0 && m.concept_id != c::staff_ && m.concept_id != c::you_staff_) continue;
      if (chosen_by && !effect.who.empty()) continue;
      add_who(m, effect.who);
    }
  }

  void add_who(const Mention& m, std::vector<Who>& to) const {
    Who who{folded(m.concept_id), {}};
    if (is_a(m.concept_id, c::named_person_)) who.person = person_of(plain(m.words));
    if (std::find(to.begin(), to.end(), who) == to.end()) to.push_back(std::move(who));
  }

  /// The name as `people` has it: "Ana" is Ana Costa.
  std::string person_of(std::string word) const {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    for (const Person& person : policy_.people) {
      if (!person.name) continue;
      const std::string name = plain(person.name->value);
      if (name == word || name.starts_with(word + " ")) return name;
    }
    return word;
  }

  void add_audience(const Mention& m, std::vector<Audience>& to) const {
    Audience audience{m.concept_id, {}};
    if (!is_a(m.concept_id, c::audience_)) return;
    if (m.concept_id == c::public_ && own_word_ == "public") audience.kind = c::served_;
    const std::string word = singular(m.words);
    if (is_a(m.concept_id, c::served_)) {
      // The policy's own word means all it serves; another word beside it means some of them.
      const bool general = word == own_word_ || !speaks_own_ || generic(word);
      if (general) audience.kind = c::served_;
      if (!general) audience.word = word;
    }
    // "anyone", "everybody": no audience at all.
    for (const std::string_view open : {"any", "every", "some", "who", "people", "one"})
      if (m.concept_id == c::public_ && word.starts_with(open)) return;
    if (std::find(to.begin(), to.end(), audience) == to.end()) to.push_back(std::move(audience));
  }

  static bool generic(const std::string& word) {
    static constexpr std::string_view words[] = {"member", "customer", "client", "user", "the people we serve", "people we serve", "audience"};
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
  }

  void add_channel(const Mention& m, std::vector<Concept>& on, std::vector<std::string>& networks) const {
    const Concept kind = m.concept_id;
    if (is_a(kind, c::network_)) {
      networks.push_back(network_name(m.words));
      return;
    }
    // On social media is anywhere; a bare "platform" or "outside" names no place.
    if (kind == c::social_media_ || kind == c::channel_ || is_a(kind, c::platform_word_) || is_a(kind, c::outside_word_) ||
        is_a(kind, c::offline_) || is_a(kind, c::approved_platform_) || is_a(kind, c::other_platform_))
      return;
    // "under their own names" says how, not where, as long as it is allowed.
    const std::string words = plain(m.words);
    if (mentions(*norm_, Role::act, c::identify_) && words.find("profile") != std::string::npos) return;
    const bool manner = words.find("name") != std::string::npos && words.find("account") == std::string::npos &&
                        words.find("profile") == std::string::npos && words.find("page") == std::string::npos;
    if (manner && !bans()) return;
    if (std::find(on.begin(), on.end(), kind) == on.end()) on.push_back(kind);
  }

  // ---- gates
  void gates(Effect& effect) const {
    if (norm_->approvals > 0 || needs_leave()) {
      if (norm_->modality == Modality::permit && !has_role(*norm_, Role::condition) && has(Role::act, c::approve_)) return;
      approvals(effect);
    }
    const bool before = has(Role::time, c::before_posting_);
    const bool duty = norm_->modality == Modality::require || norm_->modality == Modality::recommend;
    if (duty && before && norm_->approvals == 0) asked_before(effect);
    told_first(effect);
    trained(effect);
    if (norm_->chosen && !bans()) effect.gates.push_back({GateKind::designation, chooser()});
    if (has(Role::quality, c::approve_) && norm_->approvals == 0 && permits())
      effect.gates.push_back({GateKind::designation, chooser()});
    if (norm_->delay_hours > 0) {
      effect.delay_hours = norm_->delay_hours;
      if (effect.gates.empty()) effect.gates.push_back({GateKind::delay, {}});
    }
    effect.permissive = permits() && norm_->modality != Modality::require;
  }

  /// "need permission to": a right that somebody gives, and not one that everybody has.
  [[nodiscard]] bool needs_leave() const {
    return norm_->modality == Modality::require && std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
      const std::string words = plain(m.words);
      const bool given = words.find("permission") != std::string::npos || words.find("leave") != std::string::npos ||
                         words.find("authori") != std::string::npos;
      return m.role == Role::object && is_a(m.concept_id, c::right_noun_) && given;
    });
  }

  void approvals(Effect& effect) const {
    std::vector<std::string> names;
    for (const Role role : {Role::approver, Role::actor}) {
      for (const Mention& m : norm_->mentions) {
        const bool gives = role == Role::approver || (has(Role::act, c::approve_) && !is_a(m.concept_id, c::staff_));
        if (m.role != role || !gives || m.words.empty()) continue;
        const std::string name = one_line(m.words);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
      if (!names.empty()) break;
    }
    for (const Mention& m : norm_->mentions) {
      // "requires the director's approval"
      const bool whose = names.empty() && m.role == Role::object && has(Role::object, c::approve_);
      if (whose && actor_kind(m.concept_id) && !is_a(m.concept_id, c::staff_)) names.push_back(one_line(m.words));
      if (whose && (is_a(m.concept_id, c::managers_) || is_a(m.concept_id, c::executives_))) names.push_back(one_line(m.words));
    }
    if (names.size() > 1 && norm_->approvals == 1) {
      std::string either;
      for (const std::string& name : names) either += (either.empty() ? "" : " or ") + name;
      names = {either};
    }
    if (names.empty()) names.emplace_back();
    for (std::string& name : names) effect.gates.push_back({GateKind::approval, std::move(name)});
  }

  void asked_before(Effect& effect) const {
    if (has(Role::quality, c::vague_) || norm_->situation) return;
    const bool tells = has(Role::act, c::notify_) || has(Role::act, c::report_account_) || has(Role::act, c::log_);
    const bool asks = has(Role::act, c::ask_) || has(Role::act, c::submit_);
    if (!tells && !asks) return;
    std::string by;
    for (const Mention& m : norm_->mentions) {
      const bool who = m.role == Role::object || m.role == Role::target;
      if (who && (actor_kind(m.concept_id)) && by.empty()) by = one_line(m.words);
    }
    effect.gates.push_back({tells ? GateKind::notice : GateKind::approval, by});
  }

  /// "not without telling HR first"
  void told_first(Effect& effect) const {
    const bool tells = has(Role::exception, c::notify_) || has(Role::exception, c::ask_) || has(Role::exception, c::submit_);
    if (!bans() || !tells || norm_->approvals > 0) return;
    std::string by;
    for (const Mention& m : norm_->mentions) {
      if (m.role == Role::exception && actor_kind(m.concept_id) && by.empty()) by = one_line(m.words);
    }
    effect.gates.push_back({has(Role::exception, c::notify_) ? GateKind::notice : GateKind::approval, by});
  }

  void trained(Effect& effect) const {
    const bool course = std::any_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
      return m.role == Role::condition && is_a(m.concept_id, c::future_decision_) && plain(m.words).find("training") != std::string::npos;
    });
    const bool condition = course || has(Role::condition, c::train_) || has(Role::quality, c::train_) || has(Role::exception, c::train_);
    const bool first = norm_->modality == Modality::require && has(Role::act, c::train_) && has(Role::time, c::before_posting_);
    if (condition || first) effect.gates.push_back({GateKind::training, {}});
  }

  std::string chooser() const {
    std::string first;
    for (const Mention& m : norm_->mentions) {
      if (m.role == Role::approver) return one_line(m.words);
      if (m.role == Role::actor && has(Role::quality, c::approve_)) {
        if (!first.empty()) return one_line(m.words);
        first = "seen";
      }
    }
    return {};
  }

  static std::string one_line(std::string_view words) {
    std::string out;
    for (const char ch : words) {
      if (ch == '\n' || ch == ' ') {
        if (!out.empty() && out.back() != ' ') out += ' ';
      } else {
        out += ch;
      }
    }
    return out;
  }

  // ---- modalities
  void push(Kind kind, Effect effect) {
    effect.kind = kind;
    out_.push_back(std::move(effect));
  }

  void gate(Effect& effect) {
    effect.limit = limit_of(*norm_, !effect.permissive);
    // Whoever is outside the house is asked about their own things, not about the act.
    if (has(Role::approver, c::audience_)) effect.limit = Ground::content;
    push(Kind::gate, effect);
  }

  void ban(Effect& effect) {
    exceptions(effect);
    push(Kind::forbid, effect);
  }

  void permit(Effect& effect) {
    // "may, without approval": no gate, whatever else asks for one.
    if (norm_->modality == Modality::permit && has(Role::exception, c::approve_) && norm_->approvals == 0) push(Kind::exempt, effect);
    exceptions(effect);
    push(Kind::permit, effect);
  }

  /// What stands behind "except", "other than", "unless": its people, places and audiences are under the opposite rule.
  void exceptions(Effect& effect) {
    Effect other = effect;
    other.from_exception = true;
    const Kind opposite = bans() ? Kind::permit : Kind::forbid;
    bool people = false;
    bool place = false;
    bool audience = false;
    for (const Mention& m : norm_->mentions) {
      if (m.role != Role::exception) continue;
      if (actor_kind(m.concept_id)) {
        if (!people) other.who.clear();
        people = true;
        add_who(m, effect.not_who);
        add_who(m, other.who);
      } else if (is_a(m.concept_id, c::audience_)) {
        if (!audience) other.to.clear();
        audience = true;
        add_audience(m, effect.not_to);
        add_audience(m, other.to);
      } else if (is_a(m.concept_id, c::channel_)) {
        if (!place) {
          other.on.clear();
          other.networks.clear();
        }
        place = true;
        add_channel(m, effect.not_on, effect.not_networks);
        add_channel(m, other.on, other.networks);
      }
    }
    // All staff cannot be the exception to a rule on all staff.
    const auto everyone = [](const Who& who) { return who.kind == c::staff_ && who.person.empty(); };
    std::erase_if(effect.not_who, everyone);
    std::erase_if(other.who, everyone);
    people = people && !other.who.empty();
    if (people || place || audience) push(opposite, other);
    // "unless they say where they work": a condition that anyone can meet.
    if (bans() && (has(Role::exception, c::identify_) || has(Role::exception, c::disclaimer_))) effect.limit = Ground::content;
  }

  void only(Effect& effect) {
    if (has_role(*norm_, Role::others) && !effect.who.empty()) return only_who(effect);
    if (!effect.gates.empty()) {
      effect.permissive = true;
      return push(Kind::gate, effect);
    }
    const bool somewhere = !effect.on.empty() || !effect.networks.empty();
    // "limited to the sites in Annex C": which these are is not said here.
    if (has(Role::act, c::use_) && !somewhere) return;
    if (somewhere) only_there(effect);
    effect.limit = limit_of(*norm_, false);
    push(Kind::permit, effect);
  }

  /// Only X may: X may, and nobody else.
  void only_who(Effect effect) {
    const bool all = std::any_of(effect.who.begin(), effect.who.end(), [](const Who& who) { return who.kind == c::staff_; });
    if (all) {
      // "only designated staff": a way in for everyone.
      if (effect.gates.empty()) effect.gates.push_back({GateKind::designation, {}});
      effect.permissive = true;
      return push(Kind::gate, effect);
    }
    Effect others = effect;
    others.gates.clear();
    others.who.clear();
    others.not_who = effect.who;
    push(Kind::forbid, others);
    effect.limit = limit_of(*norm_, false);
    effect.permissive = true;
    push(effect.gates.empty() ? Kind::permit : Kind::gate, effect);
  }

  /// Only there: nowhere else of the same kind.
  void only_there(const Effect& effect) {
    Effect elsewhere = effect;
    elsewhere.on.clear();
    elsewhere.networks.clear();
    if (!effect.networks.empty() && effect.on.empty()) {
      elsewhere.not_networks = effect.networks;
      elsewhere.elsewhere = true;
    } else {
      for (const Concept kind : {c::official_account_, c::personal_account_}) {
        const bool allowed = std::any_of(effect.on.begin(), effect.on.end(),
                                         [&](Concept on) { return is_a(on, kind) || is_a(kind, on); });
        if (!allowed) elsewhere.on.push_back(kind);
      }
      if (elsewhere.on.empty()) return;
    }
    push(Kind::forbid, elsewhere);
  }

  /// "Conversations must run through our own accounts": there, and on no account of one's own.
  bool through_official(Effect& effect) {
    if (norm_->modality != Modality::require || !has(Role::channel, c::official_account_)) return false;
    if (!has(Role::object, c::engage_) && !has(Role::object, c::content_) && !has(Role::object, c::reply_)) return false;
    for (const Concept act : {c::engage_, c::post_, c::connect_, c::join_, c::identify_, c::open_account_})
      if (has(Role::act, act) && !norm_->only) return false;
    effect.actions = engage_bits;
    only_there(effect);
    push(Kind::permit, effect);
    return true;
  }

  /// To have to ignore is to be forbidden to answer.
  bool ignores(Effect& effect) {
    if (!has(Role::act, c::hide_) || (norm_->modality != Modality::require && norm_->modality != Modality::recommend)) return false;
    bool ignore = false;
    for (const Mention& m : norm_->mentions) {
      const std::string words = plain(m.words);
      ignore = ignore || (m.role == Role::act && (words.find("ignor") != std::string::npos || words.find("unanswer") != std::string::npos));
    }
    if (!ignore) return true;
    effect.limit = limit_of(*norm_, true);
    effect.actions = has(Role::channel, c::dm_) ? bit(Action::message) : bit(Action::reply);
    std::erase_if(effect.on, [](Concept on) { return is_a(on, c::dm_); });
    effect.discouraged = norm_->modality == Modality::recommend;
    push(Kind::forbid, effect);
    return true;
  }

  void exempt(Effect effect) {
    const bool approval = has(Role::object, c::approve_) || has(Role::act, c::approve_) || has(Role::act, c::ask_) ||
                          has(Role::act, c::obtain_) || has(Role::quality, c::approve_) || norm_->approvals > 0;
    if (!approval) return;
    if (effect.actions == 0) effect.actions = earlier_actions(effect);
    if (effect.actions == 0) effect.actions = engage_bits;
    effect.limit = limit_of(*norm_, false);
    push(Kind::exempt, effect);
  }

  /// "You may post. You do not need approval.": what is spoken of in the sentence before.
  std::uint32_t earlier_actions(Effect& effect) const {
    for (std::uint32_t i = at_; i-- > 0 && reading_.norms[i].clause == norm_->clause;) {
      const std::uint32_t bits = actions_of(reading_.norms[i]);
      if (bits == 0 || reading_.norms[i].on_others) continue;
      if (effect.to.empty()) {
        for (const Mention& m : reading_.norms[i].mentions) {
          if (m.role == Role::audience) add_audience(m, effect.to);
          if (m.role == Role::channel) add_channel(m, effect.on, effect.networks);
          if (m.role == Role::actor && actor_kind(m.concept_id) && !has_role(*norm_, Role::actor)) add_who(m, effect.who);
        }
      }
      return bits;
    }
    return 0;
  }

  /// The present tense as a rule: "Ana answers members".
  void practice(Effect& effect) {
    if (norm_->confidence == Confidence::low || effect.who.empty() || norm_->approvals > 0) return;
    if (!has_role(*norm_, Role::act)) return;
    push(Kind::permit, effect);
  }

  /// A duty to ask, submit, train or wait that is no gate says nothing of the act itself.
  [[nodiscard]] bool steps() const {
    for (const Concept act : {c::approve_, c::submit_, c::obtain_, c::ask_, c::notify_, c::wait_, c::review_act_, c::train_})
      if (has(Role::act, act) && norm_->modality != Modality::permit) return true;
    return false;
  }

  bool latency() {
    if (norm_->delay_hours <= 0) return false;
    const bool approval = has(Role::object, c::approve_) || has(Role::act, c::approve_) || norm_->approvals > 0;
    if (!approval || actions_of(*norm_) != 0) return false;
    Effect effect = base();
    effect.delay_hours = norm_->delay_hours;
    push(Kind::latency, effect);
    return true;
  }

  std::uint32_t index_;
  const PolicyDocument& policy_;
  const Reading& reading_;
  std::vector<Effect>& out_;
  std::string own_word_;
  bool speaks_own_ = false;
  std::uint32_t at_ = 0;
  const Norm* norm_ = nullptr;
};

}  // namespace

std::vector<Effect> read_effects(std::span<const PolicyReading> policies) {
  std::vector<Effect> out;
  for (std::uint32_t i = 0; i < policies.size(); ++i) EffectReader(i, policies[i], out).run();
  return out;
}

}  // namespace engagelint
