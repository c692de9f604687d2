// What is worked out once from a norm, an account or a whole policy, before any rule is asked. Filled in
// scope.cpp, account_traits.cpp, cross.cpp and policy_traits.cpp; facts.cpp hands it to conditions by name.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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
};

/// How far a norm reaches, and whether the law or ethics it names reaches as far: domain page "grounds".
struct NormTraits {
  bool narrow = false;          ///< a narrow, fair scope was recognised
  bool grounded = false;        ///< any ground is named
  bool known_ground = false;    ///< one that the linter knows
  bool unknown_ground = false;  ///< one that it does not
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
  bool contradicts = false;        ///< its text and its keys, or it and another clause
  bool hollow_permission = false;  ///< the first permission to engage of a policy in which none stands on its own
  bool dead_reference = false;
  bool unlisted_handle = false;
  bool overreach = false;  ///< a finding stands although a ground is named: the ground covers less than the clause
  Place permission, ban, reference, handle, ground;
  std::string covers;                 ///< what the ground asks for
  std::uint32_t hand_offs = 0;        ///< of the longest way of a question that this clause passes on a second time; 0: none
  std::string_view reaches = "none";  ///< where that way ends: the words of engagelint/route/1
  std::string reached;                ///< the same in words: "Ana Costa", "nobody"
  Place hand_off, before;             ///< where it is passed on here, and where it was before
  [[nodiscard]] bool speaks() const {
    return contradicts || hollow_permission || dead_reference || unlisted_handle || overreach || hand_offs > 0;
  }
};

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
  std::size_t person_accounts = 0, organization_accounts = 0, named_humans = 0, people_behind_accounts = 0;
};

}  // namespace engagelint
