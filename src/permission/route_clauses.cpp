// Clauses -> who answers, who must not, who approves, who waits. Handing on is read in route_passing.cpp.
#include "permission/route_clauses.hpp"

#include <algorithm>

#include "source/prose.hpp"

namespace engagelint::route {
namespace {

class Reader {
 public:
  Reader(const PolicyDocument& policy, const Reading& reading, Sayings& out) : policy_(policy), reading_(reading), out_(out) {}

  void run() {
    Before before;
    std::uint32_t clause = 0;
    for (const Norm& norm : reading_.norms) {
      // "They" may stand in the next clause, and no farther.
      if (norm.clause > clause + 1) before.place.reset();
      clause = norm.clause;
      const Said said = study_norm(policy_, reading_, norm);
      if (norm.on_others) {
        if (norm.only) read_channel(said);
        add_passings(said, before, out_.passings);
        continue;
      }
      if (!said.narrow && norm.confidence != Confidence::low) read_norm(said, before);
      remember(said, before);
    }
  }

 private:
  void read_norm(const Said& said, Before& before) {
    read_approval(said);
    read_hold(said);
    read_ban(said);
    read_channel(said);
    read_answer(said);
    add_passings(said, before, out_.passings);
  }

  void remember(const Said& said, Before& before) const {
    for (const Mention& mention : said.norm.mentions) {
      if (mention.role == Role::context || !is_a(mention.concept_id, words().named_person)) continue;
      const std::optional<Place> place = place_in(policy_, reading_, said.norm, mention);
      if (place && place->kind == StopKind::person) before.person = place;
    }
  }

  bool specific(const Said& said) const {
    const Words& w = words();
    if (said.norm.unknown_object) return true;
    return std::any_of(said.norm.mentions.begin(), said.norm.mentions.end(), [&](const Mention& m) {
      const bool what = m.role == Role::object || m.role == Role::topic || m.role == Role::quality;
      return what && is_a(m.concept_id, w.narrow_topic);
    });
  }

  /// Sentences that speak of an approval: a gate, the time one takes, or that none is needed.
  void read_approval(const Said& said) {
    const Words& w = words();
    const Norm& norm = said.norm;
    const bool speaks = norm.approvals > 0 || said.does(w.approve) || said.has(Role::object, w.approve);
    if (norm.modality == Modality::exempt) {
      if (speaks && said.when.empty()) out_.no_approval = true;
      return;
    }
    // "Approval takes up to three days", "requests for approval are answered within two days".
    const double hours = std::max(norm.delay_hours, norm.within_hours);
    const bool time_only = hours > 0 && said.has(Role::object, w.approve) && !said.has(Role::object, w.reply_content) &&
                           !said.has(Role::object, w.content) && (said.does(w.wait) || said.does(w.reply));
    if (speaks && time_only) {
      out_.approval_hours = std::max(out_.approval_hours, hours);
      return;
    }
    // A question that is sent on "for clearance" is sent on; an answer that is sent there waits.
    if (said.does(w.redirect) && said.has(Role::object, w.question)) return;
    if (said.bans() && said.does(w.approve) && said.has(Role::purpose, w.engage)) return;
    std::vector<RouteGate> gates = gates_of(said);
    if (gates.empty() || specific(said)) return;
    // A permission under a condition of approval carries its own gates, and so does an answer by a team.
    if (norm.modality == Modality::permit || norm.modality == Modality::restrict_to) return;
    const bool approves = said.place && said.place->kind != StopKind::staff && said.does(w.approve);
    const bool answers = said.answers() || ((approves || said.does(w.submit)) && said.says(w.reply)) ||
                         said.has(Role::object, w.reply) || said.has(Role::object, w.reply_content) ||
                         said.has(Role::condition, w.reply) || said.has(Role::time, w.reply);
    // "Whatever channels the Council has agreed on": approved, and nothing that a member waits for.
    if (approves && !answers && !said.has(Role::object, w.content)) return;
    out_.gatings.push_back({approves ? std::string(who::staff) : said.actor, answers, std::move(gates), said.basis});
  }

  void read_hold(const Said& said) {
    const Words& w = words();
    const Norm& norm = said.norm;
    if (norm.delay_hours <= 0 || norm.approvals > 0 || !said.when.empty()) return;
    if (!said.answers() && !said.does(w.post) && !said.does(w.wait) && !said.has(Role::object, w.reply)) return;
    out_.holds.push_back({said.actor, norm.delay_hours, said.basis});
  }

  void read_ban(const Said& said) {
    const Words& w = words();
    const Norm& norm = said.norm;
    if (said.says(w.comments_closed) && norm.modality != Modality::permit && !said.says(w.narrow_time)) {
      out_.bans.push_back({std::string(who::everyone), said.when, "replies are closed", said.basis});
      return;
    }
    const bool ignore =
        norm.modality == Modality::require && said.does(w.hide) &&
        says(normal(norm.quote), "ignor|unanswered|without an answer|without a reply") &&
        (said.has(Role::object, w.criticism) || said.has(Role::object, w.question) || said.has(Role::object, w.content));
    const bool unread = said.bans() && said.does(w.monitor) && said.has(Role::object, w.content);
    // "Refrain from engaging": what is refrained from is the object.
    const bool refrains = said.has(Role::object, w.engage) && says(normal(norm.quote), "refrain|abstain|desist|avoid ");
    // "Not authorised to reply" asks for no approval.
    const bool unauthorised = said.bans() && said.does(w.approve) && said.has(Role::purpose, w.engage);
    const bool silence = unauthorised || (said.bans() && (said.answers() || refrains));
    if (!ignore && !unread && !silence) return;
    if ((norm.approvals > 0 && !unauthorised) || specific(said) || said.when.starts_with("about ")) return;
    if (said.has(Role::exception, w.train) || said.has(Role::exception, w.spokesperson)) return;
    const bool in_a_case = norm.situation || said.has(Role::condition, w.act);
    if (in_a_case && said.when.empty()) return;
    const char* why = ignore                     ? "such words are ignored"
                      : unread                   ? "nobody reads them"
                      : said.actor == who::staff ? "staff may not answer"
                                                 : "nobody answers";
    out_.bans.push_back({banned(said), said.when, why, said.basis, silence});
  }

  /// Whom a ban is on: the organisation's accounts alone, the box that a message was sent to, or who is named.
  std::string banned(const Said& said) const {
    const Words& w = words();
    if (said.place && said.place->kind != StopKind::staff) return said.place->key;
    for (const Mention& mention : said.norm.mentions) {
      const std::optional<Place> place = place_in(policy_, reading_, said.norm, mention);
      if (place && place->kind == StopKind::generic) return place->key;
    }
    if (said.place) return said.place->key;
    const bool official = said.has(Role::channel, w.official_account);
    if (official && !said.has(Role::channel, w.personal_account)) return std::string(who::official);
    return said.has(Role::channel, w.personal_account) ? std::string(who::staff) : said.actor;
  }

  /// "Conversations must run through our own accounts": nobody answers under a name, and the account is where it goes.
  void read_channel(const Said& said) {
    const Words& w = words();
    const Norm& norm = said.norm;
    if (norm.modality != Modality::require && norm.modality != Modality::restrict_to) return;
    if (!said.answers() && !said.has(Role::object, w.engage)) return;
    if (said.place && said.place->kind != StopKind::staff) return;
    for (const Mention& mention : norm.mentions) {
      if (!is_a(mention.concept_id, w.official_account) || (mention.role != Role::channel && mention.role != Role::target))
        continue;
      const std::string before = word_before(said, mention);
      const bool by_way = before == "through" || before == "via" || before == "over" || before == "by";
      if (!norm.only && !by_way && !said.does(w.submit)) continue;
      const std::optional<Place> place = place_in(policy_, reading_, said.norm, mention);
      if (!place) continue;
      out_.passings.push_back({.from = std::string(who::staff),
                               .source = any_staff(),
                               .to = *place,
                               .when = said.when,
                               .optional = false,
                               .handoff = true,
                               .basis = said.basis});
      out_.bans.push_back({std::string(who::staff), said.when, "nobody may answer under an own name", said.basis, true});
      channel_norm_ = &norm;
      return;
    }
  }

  void read_answer(const Said& said) {
    const Words& w = words();
    const Norm& norm = said.norm;
    if (!said.lets() || !said.answers() || &norm == channel_norm_) return;
    if (said.has(Role::object, w.approve)) return;
    // "Ana answers": whom, and not whatever else can be answered.
    const bool asked = said.has(Role::audience, w.served) || said.has(Role::audience, w.open_public) ||
                       said.has(Role::object, w.question) || said.has(Role::object, w.reply_content) ||
                       said.has(Role::object, w.criticism) || said.has(Role::object, w.content);
    const bool other = std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& m) {
      return (m.role == Role::object || m.role == Role::audience) && !is_a(m.concept_id, w.approve);
    });
    const bool role = said.place && said.place->key.starts_with("role ");
    if (said.place && said.place->kind != StopKind::staff && !asked && (other || role)) return;
    const bool official_only = said.has(Role::channel, w.official_account) && !said.has(Role::channel, w.personal_account);
    const bool by_staff = !said.place || said.place->kind == StopKind::staff;
    if (by_staff && official_only) return;
    if (specific(said) && said.when.empty()) return;
    Answering answer{.by = by_staff && !said.place ? std::string(who::staff) : said.actor,
                     .place = said.place.value_or(any_staff()),
                     .when = said.when,
                     .only = norm.modality == Modality::restrict_to,
                     .gates = gates_of(said),
                     .hold = norm.approvals > 0 ? 0 : norm.delay_hours,
                     .within = norm.within_hours,
                     .basis = said.basis};
    if (answer.by == who::everyone) answer.by = std::string(who::staff);
    out_.answers.push_back(std::move(answer));
  }

  const PolicyDocument& policy_;
  const Reading& reading_;
  Sayings& out_;
  const Norm* channel_norm_ = nullptr;
};

/// "The enquiries mailbox … The mailbox is read by …": one place by two names.
class Names {
 public:
  explicit Names(Sayings& sayings) : sayings_(sayings) {
    for (Passing& each : sayings_.passings) {
      known_.push_back(&each.source);
      known_.push_back(&each.to);
    }
    for (Answering& each : sayings_.answers) known_.push_back(&each.place);
  }

  void join() {
    const std::vector<Place> before = copies();
    for (Passing& each : sayings_.passings) {
      settle(each.source, &each.from, before);
      settle(each.to, nullptr, before);
    }
    for (Answering& each : sayings_.answers) settle(each.place, &each.by, before);
    for (Ban& each : sayings_.bans) {
      Place place{StopKind::generic, each.on, each.on.starts_with("generic ") ? each.on.substr(8) : "", {}};
      settle(place, &each.on, before);
    }
  }

 private:
  std::vector<Place> copies() const {
    std::vector<Place> all;
    for (const Place* each : known_) {
      if (each->kind == StopKind::generic || each->kind == StopKind::team) all.push_back(*each);
    }
    return all;
  }

  static void settle(Place& place, std::string* key, const std::vector<Place>& all) {
    if (place.kind != StopKind::generic && place.kind != StopKind::team) return;
    const std::vector<std::string> own = words_of(place.name);
    if (own.size() != 1) return;
    for (const Place& each : all) {
      if (each.kind != place.kind || each.key == place.key || !meant(each, own.front())) continue;
      if (key != nullptr && *key == place.key) *key = each.key;
      place = each;
      return;
    }
  }

  static bool meant(const Place& longer, const std::string& word) {
    const std::vector<std::string> all = words_of(longer.name);
    if (all.size() > 1 && all.back() == word) return true;
    const bool box = word == "mailbox" || word == "inbox" || word == "address" || word == "email";
    return box && longer.name.find('@') != std::string::npos;
  }

  Sayings& sayings_;
  std::vector<Place*> known_;
};

/// "Four levels of approval".
std::size_t levels_of(const Norm& norm) {
  constexpr std::string_view numbers[] = {"two", "three", "four", "five"};
  for (const Mention& mention : norm.mentions) {
    if (!is_a(mention.concept_id, words().chain) || norm.approvals == 0) continue;
    for (std::size_t i = 0; i < std::size(numbers); ++i) {
      if (normal(mention.words).starts_with(" " + std::string(numbers[i]) + " ")) return i + 2;
    }
  }
  return 0;
}

bool in_sentence(const Said& said, const Mention& mention) {
  if (said.norm.sentence >= said.reading.sentences.size() || mention.words.empty()) return false;
  const std::string_view words = said.reading.sentences[said.norm.sentence].words;
  return mention.words.data() >= words.data() && mention.words.data() < words.data() + words.size();
}

bool alternative(const Said& said, const Mention& mention) { return word_before(said, mention) == "or"; }

}  // namespace

namespace {

/// An approval that the reading of the sentence did not count as one.
bool asks_first(const Said& said) {
  const Words& w = words();
  // A chain: the one who approves seeks clearance of the next.
  const bool chain = said.place && said.place->kind != StopKind::staff && (said.does(w.submit) || said.does(w.approval_request));
  // "Check with your supervisor first."
  const bool somebody =
      said.has(Role::approver, w.gatekeeper) || said.has(Role::approver, w.managers) || said.has(Role::approver, w.named_person);
  const bool first = said.does(w.submit) && said.says(w.before_posting) && somebody;
  return !said.bans() && (chain || first);
}

}  // namespace

std::vector<RouteGate> gates_of(const Said& said) {
  const Words& w = words();
  const Norm& norm = said.norm;
  std::vector<RouteGate> gates;
  if (norm.approvals == 0 && !asks_first(said)) return gates;
  if (norm.modality == Modality::exempt || norm.modality == Modality::define) return gates;
  const auto add = [&](const Place& place) {
    const bool known = std::any_of(gates.begin(), gates.end(), [&](const RouteGate& gate) { return gate.key == place.key; });
    if (!known) gates.push_back({place.key, place.name, 0, said.basis.clause, place.at});
  };
  for (const Mention& mention : norm.mentions) {
    // "Each comment goes to your manager, then to Legal": sent there to be approved.
    const bool sent = mention.role == Role::target && said.does(w.redirect);
    if (mention.role != Role::approver && !sent) continue;
    const std::optional<Place> place = place_in(said.policy, said.reading, said.norm, mention);
    if (!place || place->kind == StopKind::staff || alternative(said, mention)) continue;
    const bool same_words = !gates.empty() && gates.back().at.span == mention.span;
    if (!same_words) add(*place);
  }
  // "Communications approves replies": who acts is who approves.
  if (gates.empty() && said.place && said.place->kind != StopKind::staff && said.does(w.approve)) {
    // "Provided that both their supervisor and Legal have approved": the first stands before.
    for (const Mention& mention : norm.mentions) {
      const std::optional<Place> place = place_in(said.policy, said.reading, said.norm, mention);
      const bool beside = mention.role == Role::context && in_sentence(said, mention);
      if (beside && place && (place->kind == StopKind::person || place->kind == StopKind::team)) add(*place);
    }
    add(*said.place);
  }
  const std::size_t levels = std::max<std::size_t>(norm.approvals, levels_of(norm));
  while (gates.size() < levels) gates.push_back({"", "", 0, said.basis.clause, said.basis.at});
  if (!gates.empty()) gates.front().hours = std::max(norm.delay_hours, said.does(w.approve) ? norm.within_hours : 0);
  return gates;
}

Sayings read_sayings(std::span<const PolicyReading> policies) {
  Sayings sayings;
  for (const PolicyReading& each : policies) Reader(*each.policy, *each.reading, sayings).run();
  Names(sayings).join();
  return sayings;
}

}  // namespace engagelint::route
