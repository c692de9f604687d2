// Most policies contradict themselves nowhere, so that what costs time is asked last: first modality and concepts of each norm,
// then pairs, then the words around a pair, and only for what is left what the norms do (src/permission).
#include "engine/contradictions.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "classifier/classifier.hpp"
#include "engine/scope.hpp"
#include "engine/stances.hpp"
#include "permission/effect.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

/// So many different permissions are compared with all bans; a file of any size is read in one pass.
constexpr std::size_t most_gives = 256;
/// A sentence that is less likely to block was misread as a ban, or is a fair one.
constexpr float likely = 0.03F;

bool all_staff(const Who& who) { return who.person.empty() && (who.kind == Concept::none || who.kind == Vocabulary::staff); }

bool same_people(const std::vector<Who>& left, const std::vector<Who>& right) {
  const auto everybody = [](const std::vector<Who>& set) {
    return set.empty() || std::any_of(set.begin(), set.end(), all_staff);
  };
  if (everybody(left) || everybody(right)) return everybody(left) && everybody(right);
  return std::is_permutation(left.begin(), left.end(), right.begin(), right.end());
}

/// The few whom a ban leaves out are those who speak for the house: for everybody else it stands.
bool few(const std::vector<Who>& left_out) {
  return std::all_of(left_out.begin(), left_out.end(), [](const Who& who) {
    return !who.person.empty() || is_a(who.kind, Vocabulary::gatekeeper) || is_a(who.kind, Vocabulary::managers) ||
           is_a(who.kind, Vocabulary::executives) || is_a(who.kind, Vocabulary::communications);
  });
}

/// Everything in `inner` is held by something in `outer`; an empty set is everything.
template <class Element, class Holds>
bool holds_all(const std::vector<Element>& outer, const std::vector<Element>& left_out, const std::vector<Element>& inner,
               Holds hold) {
  const auto held = [&](const Element& one) {
    return std::any_of(outer.begin(), outer.end(), [&](const Element& wide) { return hold(wide, one); });
  };
  if (!left_out.empty()) return false;
  return outer.empty() || (!inner.empty() && std::all_of(inner.begin(), inner.end(), held));
}

bool takes_back(const Effect& take, const Effect& give) {
  const bool gate = take.kind == Effect::Kind::gate;
  if (!gate && take.kind != Effect::Kind::forbid) return false;
  if (give.kind != Effect::Kind::permit && (give.kind != Effect::Kind::exempt || !gate)) return false;
  if (take.limit != Ground::none || give.limit != Ground::none || take.elsewhere || give.savings) return false;
  // What an exception gives or takes is the exception to something.
  if (take.from_exception || give.from_exception || take.permissive) return false;
  const bool approval =
      std::any_of(take.gates.begin(), take.gates.end(), [](const Gate& one) { return one.kind == GateKind::approval; });
  if (gate && !approval) return false;
  const bool acts = give.actions != 0 && (give.actions & ~take.actions) == 0;
  if (!acts || !same_people(take.who, give.who) || !give.not_who.empty() || !few(take.not_who)) return false;
  return holds_all(take.to, take.not_to, give.to, [](const Audience& a, const Audience& b) { return holds(a, b); }) &&
         holds_all(take.on, take.not_on, give.on, holds_account) &&
         holds_all(take.networks, take.not_networks, give.networks, [](const auto& a, const auto& b) { return a == b; });
}

/// One norm with the sentences of its clause, as if the clause stood alone.
std::vector<Effect> effects_of(const PolicyReading& policy, const Norm& norm) {
  Reading alone;
  const std::vector<Sentence>& sentences = policy.reading->sentences;
  std::size_t first = norm.sentence;
  while (first > 0 && sentences[first - 1].clause == norm.clause) --first;
  std::size_t end = norm.sentence;
  while (end < sentences.size() && sentences[end].clause == norm.clause) ++end;
  alone.sentences.assign(sentences.begin() + static_cast<std::ptrdiff_t>(first),
                         sentences.begin() + static_cast<std::ptrdiff_t>(end));
  for (const Norm* each = &norm; each != nullptr;) {
    alone.norms.push_back(*each);
    each = each != policy.reading->norms.data() && (each - 1)->clause == norm.clause ? each - 1 : nullptr;
  }
  // Those before it only say what "so" or "it" means there.
  std::reverse(alone.norms.begin(), alone.norms.end());
  for (Norm& each : alone.norms) {
    each.sentence -= static_cast<std::uint32_t>(first);
    if (&each != &alone.norms.back()) each.modality = Modality::none;
  }
  const PolicyReading one{policy.policy, &alone};
  return read_effects({&one, 1});
}

/// A norm that gives or takes, with the policy it stands in.
struct Party {
  PolicyReading policy;
  Stance stance;
  bool common = false;                         ///< of a policy that this one is part of
  std::optional<bool> counts;                  ///< the same: whether it is said plainly, and learned to block if it takes
  std::optional<std::vector<Effect>> effects;  ///< asked once, and only where something depends on it
  [[nodiscard]] const Norm& norm() const { return policy.reading->norms[stance.norm]; }
};

const std::vector<Effect>& read_effects(Party& party) {
  if (!party.effects) party.effects = effects_of(party.policy, party.norm());
  return *party.effects;
}

/// What was learned from labelled clauses knows a ban that was misread from one that stands in somebody's way.
bool stands_in_the_way(const Party& take) {
  if (take.norm().via == Via::field) return true;
  const std::vector<Norm>& norms = take.policy.reading->norms;
  std::size_t first = take.stance.norm;
  while (first > 0 && norms[first - 1].sentence == take.norm().sentence) --first;
  std::size_t end = take.stance.norm + 1;
  while (end < norms.size() && norms[end].sentence == take.norm().sentence) ++end;
  return Classifier(*take.policy.reading).verdict(take.norm().sentence, first, end).blocking >= likely;
}

bool counts(Party& party) {
  if (!party.counts) party.counts = stands_alone(party.policy, party.stance) && (party.stance.gives || stands_in_the_way(party));
  return *party.counts;
}

class Search {
 public:
  Search(const PolicyReading& own, const Beside& beside, const Vocabulary& words, TraitsByClause& clauses)
      : own_(own), clauses_(clauses) {
    gather(own, words, false);
    for (const PolicyReading& other : beside.documents) gather(other, words, false);
    for (const PolicyReading& other : beside.common) gather(other, words, true);
  }

  void run() {
    for (Party& take : takes_) {
      for (Party& give : gives_) {
        if (concerns(take, give) && contradict(take, give)) {
          mark(take, give);
          break;
        }
      }
    }
  }

 private:
  void gather(const PolicyReading& policy, const Vocabulary& words, bool common) {
    for (std::uint32_t i = 0; i < policy.reading->norms.size(); ++i) {
      const Norm& norm = policy.reading->norms[i];
      const std::optional<Stance> stance = stance_of(norm, i);
      if (!stance || (stance->gives && gives_.size() >= most_gives)) continue;
      const NormTraits scope = scope_of(norm, words);
      if (scope.narrow || scope.known_ground || policy.reading->sentences[norm.sentence].reported) continue;
      const std::int32_t section = policy.policy->clauses[norm.clause].section;
      if (!seen_.insert(signature_of(norm, stance->gives ? -1 : section, &policy)).second) continue;
      (stance->gives ? gives_ : takes_).push_back({policy, *stance, common, std::nullopt, std::nullopt});
    }
  }

  /// One of the two stands in the policy at hand, and the other policy does not say the same of itself.
  [[nodiscard]] bool concerns(const Party& take, const Party& give) const {
    const bool take_here = take.policy.policy == own_.policy;
    const bool give_here = give.policy.policy == own_.policy;
    return take_here || (give_here && take.common);
  }

  static bool contradict(Party& take, Party& give) {
    if (!may_clash(take.policy, take.stance, give.policy, give.stance)) return false;
    if (!counts(take) || !counts(give)) return false;
    for (const Effect& taken : read_effects(take)) {
      for (const Effect& given : read_effects(give)) {
        if (takes_back(taken, given)) return true;
      }
    }
    return false;
  }

  void mark(const Party& take, const Party& give) {
    const bool take_here = take.policy.policy == own_.policy;
    const Party& here = take_here ? take : give;
    const Party& there = take_here ? give : take;
    ClauseTraits& traits = clauses_[here.norm().clause];
    if (traits.contradicts) return;
    traits.contradicts = true;
    traits.taken_by = take.stance.gate ? "approval" : take.norm().modality == Modality::discourage ? "advice" : "ban";
    traits.gives = !take_here;
    traits.here = place_of(here);
    traits.there = place_of(there);
  }

  [[nodiscard]] Place place_of(const Party& party) const {
    const SourceFile* file = party.policy.policy->file;
    return {party.norm().span, one_line(party.norm().quote), file == own_.policy->file ? nullptr : file};
  }

  const PolicyReading& own_;
  TraitsByClause& clauses_;
  std::vector<Party> gives_, takes_;
  std::set<std::vector<std::uint64_t>> seen_;
};

}  // namespace

void find_contradictions(const PolicyReading& own, const Beside& beside, const Vocabulary& words, TraitsByClause& clauses) {
  Search(own, beside, words, clauses).run();
}

}  // namespace engagelint
