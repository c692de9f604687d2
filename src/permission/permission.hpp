// permission: norms -> what people at work may do. docs/permissions.md has the semantics.
// In: policies that were read. Out: for a question (who, action, to whom, where) an answer, with the norms that decided it, those
// that others overruled, and those that are only partial reasons. The order of clauses never matters.
// Refuses nothing: what no norm reaches is silent. Words are turned into questions in question.hpp.
// "Staff must not reply to members." -> decide({.who = volunteers, .action = reply, .audience = served}).answer == forbidden
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "norm/norm.hpp"

namespace engagelint {

/// What may be asked for. `engage` holds those from reply to join; identify and open_account stand beside it.
enum class Action : std::uint8_t { engage, reply, post, share, mention, connect, message, join, identify, open_account, count_ };
inline constexpr std::size_t action_count = static_cast<std::size_t>(Action::count_);

/// "reply", "open-account".
[[nodiscard]] std::string_view name_of(Action action);

/// What is asked. An audience or a channel that is left open means any whatever; `who` that is left open means all staff.
struct Question {
  Concept who = Concept::none;  ///< a kind of actor; for a person, of the person's role
  std::string person = {};      ///< a name of `people`, empty for a kind of actor
  Action action = Action::engage;
  Concept audience = Concept::none;  ///< served: whom the organisation serves, whatever it calls them
  std::string audience_word = {};    ///< a word for one group of them ("donors"); empty: all of them
  Concept account = Concept::none;   ///< personal-account, named-account, official-account …
  std::string network = {};          ///< lower case, "twitter"; empty: any
};

enum class Answer : std::uint8_t { permitted, gated, forbidden, silent, conflicting };
[[nodiscard]] std::string_view name_of(Answer answer);

/// What must come before the act.
enum class GateKind : std::uint8_t { approval, notice, designation, training, delay };
[[nodiscard]] std::string_view name_of(GateKind kind);
struct Gate {
  GateKind kind = GateKind::approval;
  std::string by = {};  ///< in the policy's words; empty where nobody is named
  bool operator==(const Gate&) const = default;
};

enum class Standing : std::uint8_t {
  decided,    ///< the answer rests on it
  overruled,  ///< it reaches the question, and another norm goes before it
  partial     ///< it speaks of a narrower case and decides nothing about the question
};

/// Why a norm was overruled, or is only partial.
enum class Ground : std::uint8_t {
  none,
  more_specific,  ///< lex specialis: the other speaks of a narrower actor, action, audience or channel
  exception,      ///< the other is an exception to it
  exempted,       ///< the approval it asks for is waived
  savings,        ///< a savings clause does not repair a ban
  lifted,         ///< it permits, and the other cuts into what it permits
  narrower,       ///< partial: for a narrower actor, action, audience or channel
  content,        ///< partial: on some content, topic or tone only
  situation,      ///< partial: in some case or at some time only
  unclear,        ///< partial: it is not plain that it speaks of the act
};

struct Reason {
  std::uint32_t policy = 0;  ///< index into the policies
  std::uint32_t norm = 0;    ///< index into its Reading::norms
  Standing standing = Standing::decided;
  Ground ground = Ground::none;
  Answer speaks = Answer::silent;  ///< what it would answer alone
  std::int32_t account = -1;       ///< index into PolicyDocument::accounts where their keys say so, and no norm
};

struct Decision {
  Answer answer = Answer::silent;
  bool discouraged = false;     ///< forbidden by no more than a "should not"
  std::vector<Gate> gates;      ///< in the order in which they are to be passed; filled for gated
  double delay_hours = 0;       ///< at the earliest, for gated; 0: none is named
  std::vector<Reason> reasons;  ///< decided, overruled, partial; in the order of the policies
};

/// One policy as it was read. Both must outlive what is made of them.
struct PolicyReading {
  const PolicyDocument* policy = nullptr;
  const Reading* reading = nullptr;
};

struct Effect;  // effect.hpp: what one norm does to the acts it reaches

/// The norms of a policy, or of several that hold together, ready to be asked.
class Permissions {
 public:
  explicit Permissions(std::span<const PolicyReading> policies);
  Permissions(Permissions&&) noexcept;
  Permissions& operator=(Permissions&&) noexcept;
  Permissions(const Permissions&) = delete;
  Permissions& operator=(const Permissions&) = delete;
  ~Permissions();

  /// One answer; takes time in proportion to the number of norms. Never fails.
  [[nodiscard]] Decision decide(const Question& question) const;
  [[nodiscard]] std::span<const PolicyReading> policies() const { return policies_; }
  [[nodiscard]] std::span<const Effect> effects() const;

 private:
  std::vector<PolicyReading> policies_;
  std::vector<Effect> effects_;
};

/// The same for one policy, once.
[[nodiscard]] Decision decide(const Question& question, const PolicyDocument& policy, const Reading& reading);

}  // namespace engagelint
