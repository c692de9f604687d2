// What is worked out once from a norm, an account or a whole policy, before any rule is asked. Filled in
// scope.cpp, account_traits.cpp, cross.cpp and policy_traits.cpp; facts.cpp hands it to conditions by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace engagelint {

/// A place in the file and the words that stand there.
struct Place {
  Span span;
  std::string words;
  const SourceFile* file = nullptr;  ///< null: the policy's own
};

/// How far a norm reaches, and whether the law or ethics it names reaches as far: domain page "grounds"; and what it gives.
struct NormTraits {
  bool narrow = false;           ///< a narrow, fair scope was recognised
  bool grounded = false;         ///< any ground is named
  bool known_ground = false;     ///< one that the linter knows
  bool unknown_ground = false;   ///< one that it does not
  bool close_to_minors = false;  ///< it is about friendship or private messages with minors and nobody else
  bool permits = false;          ///< it lets staff talk with those who are served, or asks them to
  bool hollow = false;           ///< it does, and can be taken back or needs approval
};

/// One account, or one handle of `people` of which nothing else is known (`entry` is null).
struct AccountTraits {
  const Account* entry = nullptr;
  const Person* owner = nullptr;  ///< the entry of `people` that lists its handle
  std::string_view handle;
  Span span;  ///< of the handle
  bool by_person = false, by_organization = false;
  enum class Purpose : std::uint8_t { none, converse, signpost, announce, alerts, other };
  Purpose purpose = Purpose::none;
  bool announcing_words = false;     ///< free text with only announcing words
  bool duty_desk = false;            ///< a rotating desk that signs with initials
  bool named_owner = false;          ///< `person` or an administrator is a person's name
  bool team_entry = false;           ///< a department, role or mailbox stands where a person should
  bool organization_handle = false;  ///< made of the organisation's name only
  bool written_by_other = false, says_disclosed = false;
  bool unknown_person = false;
  bool duplicate_purpose = false;
  bool first_by_organization = false, first_by_person = false;
  const Text* team_place = nullptr;     ///< the department, role or mailbox
  const Text* unknown_place = nullptr;  ///< the name that `people` does not have
  const Text* contradicted = nullptr;   ///< the field that a clause of the text speaks against
  Place contradiction;                  ///< that clause
};

/// What a clause says against itself, against another, or about what is not there.
struct ClauseTraits {
  bool contradicts = false;            ///< it takes back what its keys or another clause give
  std::string_view taken_by = "none";  ///< ban, advice, approval
  bool gives = false;                  ///< it is the one that gives, and what it is part of takes back
  bool hollow_permission = false;      ///< the first permission to engage of a policy in which none stands on its own
  bool unmet = false;                  ///< what it permits hangs on a training of which nothing else is said
  bool nameless_approver = false;      ///< the first approval by an office, where there is neither a name nor a time
  bool committee = false;              ///< of several
  bool undefined = false;              ///< it is for the authorised, and nobody says who that is
  bool open_exception = false;         ///< it forbids but in cases that it does not name, and nothing else permits
  bool closed_network = false;         ///< it is for a network that is gone
  bool dead_reference = false;
  bool unlisted_handle = false;
  bool overreach = false;  ///< a finding stands although a ground is named: the ground covers less than the clause
  Place here, there;       ///< where something is taken back, and where it was given; the other way round where it `gives`
  Place permission, condition, approver, term, exception, network, reference, handle, ground;
  std::string covers;                 ///< what the ground asks for
  std::uint32_t hand_offs = 0;        ///< of the longest way of a question that this clause passes on a second time; 0: none
  std::string_view reaches = "none";  ///< where that way ends: the words of engagelint/route/1
  std::string reached;                ///< the same in words: "Ana Costa", "nobody"
  Place hand_off, before;             ///< where it is passed on here, and where it was before
};

/// By the index of the clause. Few clauses have any, so those that have none are not there.
using TraitsByClause = std::map<std::size_t, ClauseTraits>;

/// Parts that a whole policy has or lacks: domain page "missing parts".
enum class Part : std::uint8_t {
  permission,
  listen,
  handoff,
  response_target,
  disclosure,
  own_voice,
  guidelines,
  contact,
  confidential_list,
  start_small,
  training,
  worktime,
  channels_open,
  mistakes,
  protect_staff,
  leaving,
  savings,
  review,
  count_
};

struct PolicyTraits {
  std::array<bool, static_cast<std::size_t>(Part::count_)> has{};
  [[nodiscard]] bool has_part(Part part) const { return has[static_cast<std::size_t>(part)]; }
  bool names_people = false, names_roles = false;
  bool permits_all_staff = false;
  bool permits_own_accounts = false;
  bool review_past = false;
  bool staff_safety = false;       ///< the ground is named somewhere
  bool incident = false;           ///< an incident with an end is spoken of
  bool target_in_text = false;     ///< a clause gives a time to answer, not only an account
  bool written_agreement = false;  ///< with the person whose account it is
  bool tracking_voluntary = false;
  std::size_t restrictions = 0, permissions = 0;  ///< on talking with those who are served, of whatever reach
  [[nodiscard]] double restrictions_per_permission() const {
    return permissions == 0 ? 0.0 : static_cast<double>(restrictions) / static_cast<double>(permissions);
  }
  std::size_t person_accounts = 0, organization_accounts = 0, named_humans = 0, people_behind_accounts = 0;
};

}  // namespace engagelint
