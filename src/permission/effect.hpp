// What one norm does to the acts it reaches: the step between a reading and a decision. Internal to src/permission and its tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "permission/permission.hpp"

namespace engagelint {

/// A kind of actor, or one person of that kind.
struct Who {
  Concept kind = Concept::none;
  std::string person;  ///< lower case; empty: all of the kind
  bool operator==(const Who&) const = default;
};

/// A kind of people, or those of them that go by one word.
struct Audience {
  Concept kind = Concept::none;
  std::string word;  ///< lower case, singular; empty: all of the kind
  bool operator==(const Audience&) const = default;
};

struct Effect {
  enum class Kind : std::uint8_t {
    permit,
    gate,
    forbid,
    exempt,  ///< no approval is needed
    latency  ///< how long an approval takes, said apart from what it is for
  };
  Kind kind = Kind::permit;
  std::uint32_t policy = 0, norm = 0;
  std::int32_t account = -1;         ///< the account whose keys say so; there is no norm then
  std::uint32_t actions = 0;         ///< bits of Action
  std::vector<Who> who, not_who;     ///< empty: all staff; none
  std::vector<Audience> to, not_to;  ///< empty: anyone; none
  std::vector<Concept> on, not_on;   ///< kinds of account; empty: any; none
  std::vector<std::string> networks, not_networks;
  std::vector<Gate> gates;
  double delay_hours = 0;
  Ground limit = Ground::none;  ///< content or situation: it decides nothing about the question as such
  bool discouraged = false;
  bool elsewhere = false;   ///< on a network, whichever: where only some may be used
  bool savings = false;     ///< "nothing in this policy prevents …"
  bool every = false;       ///< of each and every one, so that no permission goes before it
  bool permissive = false;  ///< a gate that is a permission: "may, with approval"
  bool from_exception = false;
  bool waives_any = false;  ///< "no approval is needed", and it is not said for what
};

[[nodiscard]] constexpr std::uint32_t bit(Action action) { return 1U << static_cast<unsigned>(action); }
/// engage and what it holds.
inline constexpr std::uint32_t engage_bits = 0xFF;

/// What the keys of the accounts say.
void read_account_effects(std::uint32_t policy, const PolicyDocument& document, std::vector<Effect>& out);
/// Every effect of every norm, in order, and behind those of a policy the ones of its accounts.
[[nodiscard]] std::vector<Effect> read_effects(std::span<const PolicyReading> policies);

/// The acts that a norm is on; several where it names several.
[[nodiscard]] std::uint32_t actions_of(const Norm& norm);
/// Whether a word that has other senses is that act here: "add a client", and not "add a line".
[[nodiscard]] bool meant(const Norm& norm, const Mention& act, std::uint32_t bits);
/// "Whether you choose to take part in a blog or a wiki is up to you": anywhere, as what is named are examples.
[[nodiscard]] bool left_to_you(const Norm& norm);
/// What is left to them.
[[nodiscard]] std::uint32_t chosen_acts(const Norm& norm);
/// The acts of the norm as if that act were its only one.
[[nodiscard]] std::uint32_t bits_of_act(const Norm& norm, const Mention& act);
/// The acts that are mentioned in a role.
[[nodiscard]] std::uint32_t bits_of(const Norm& norm, Role role);
// told_acts.cpp: acts that a turn of phrase names
[[nodiscard]] std::uint32_t to_the_press(const Norm& norm, const Mention& act);
[[nodiscard]] bool names_position(const Norm& norm);
[[nodiscard]] bool shows_as_staff(const Norm& norm);
[[nodiscard]] bool does_that(const Norm& norm, const Mention& act);
[[nodiscard]] bool closed_network(const Norm& norm);
[[nodiscard]] bool agreed_with(const Norm& norm);
[[nodiscard]] bool access_after_training(const Norm& norm);
[[nodiscard]] bool bears_our_name(const Norm& norm);
[[nodiscard]] bool keeps_blog(const Norm& norm);
[[nodiscard]] bool deals_with_work(const Norm& norm);
/// "get", "obtain", "seek", and not a mere "have".
[[nodiscard]] bool obtains(const Norm& norm);
/// "must get approval before posting": "get", "submit", "tell" are the way to the act.
[[nodiscard]] bool asks(const Norm& norm);
/// "must speak with the press office before talking to journalists": to ask by another word.
[[nodiscard]] bool consults(const Norm& norm);
/// The organisation, its work, its affairs: what talk at work is about.
[[nodiscard]] bool ordinary_topic(Concept topic);
/// Whether something is to come before the act.
[[nodiscard]] bool says_before(const Norm& norm);
/// Whether the norm is on some content, topic, tone, case or time only; `bans` reads narrowly what `permits` reads widely.
[[nodiscard]] Ground limit_of(const Norm& norm, bool ban);
/// The same, where the norm's acts, as actions_of has them, are known already.
[[nodiscard]] Ground limit_of(const Norm& norm, std::uint32_t actions, bool ban);

/// Whether it is plain that its acts are what the norm is on: one that is told by the way, or of others, decides nothing.
[[nodiscard]] bool clear(const Norm& norm, std::uint32_t actions, bool gate);

/// The acts without those that stand in a side remark.
[[nodiscard]] std::uint32_t plainly(const Norm& norm, std::uint32_t actions);

/// Lower case, one blank between words.
[[nodiscard]] std::string plain(std::string_view words);
/// Whether one of the parts stands in the words, both plain.
[[nodiscard]] bool says_any(std::string_view words, std::initializer_list<std::string_view> parts);
/// The same without the ending of the plural.
[[nodiscard]] std::string singular(std::string_view words);
/// "x" and "on x" are Twitter's other name.
[[nodiscard]] std::string network_name(std::string_view words);

// lattice.cpp
enum class Reach : std::uint8_t { none, narrower, whole };
[[nodiscard]] bool holds(const Who& outer, const Who& inner);
[[nodiscard]] bool holds(const Audience& outer, const Audience& inner);
[[nodiscard]] bool holds_account(Concept outer, Concept inner);
[[nodiscard]] Reach reach(const Effect& effect, const Question& question);

/// How two effects that reach a question stand to each other, seen from the left.
enum class Order : std::uint8_t { equal, more_specific, more_general, crossing };
struct Comparison {
  Order order = Order::equal;
  bool audience_only = false;  ///< crossing, and the right one is narrower in nothing but whom the organisation serves anyway
};
[[nodiscard]] Comparison compare(const Effect& left, const Effect& right, const Question& question);

}  // namespace engagelint
