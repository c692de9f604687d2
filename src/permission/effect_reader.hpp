// One norm -> what it permits, gates and forbids, and for whom. Internal to src/permission: effects.cpp reads modalities,
// dimensions.cpp who, to whom and where, gates.cpp what comes first.
#pragma once

#include <string>
#include <vector>

#include "norm/roles.hpp"
#include "permission/effect.hpp"

namespace engagelint {

/// Actors on the side of the house.
[[nodiscard]] bool actor_kind(Concept kind);

class EffectReader {
 public:
  EffectReader(std::uint32_t index, const PolicyReading& source, std::vector<Effect>& out)
      : index_(index), policy_(*source.policy), reading_(*source.reading), out_(out) {
    own_word_ = policy_.audience ? singular(policy_.audience->value) : "";
    for (const Norm& norm : reading_.norms) {
      for (const Mention& m : norm.mentions)
        speaks_own_ = speaks_own_ || (m.role == Role::audience && singular(m.words) == own_word_);
    }
  }
  void run();

 private:
  using Kind = Effect::Kind;
  [[nodiscard]] bool has(Role role, Concept kind) const { return norm::mentions(*norm_, role, kind); }
  [[nodiscard]] bool bans() const { return norm_->modality == Modality::prohibit || norm_->modality == Modality::discourage; }
  [[nodiscard]] bool permits() const;
  void read();
  // ---- the dimensions
  Effect base() const;
  [[nodiscard]] bool gives_examples() const;
  /// What is posted about people is not posted to them: for content, a word has to lead there.
  [[nodiscard]] bool towards(const Mention& m, std::uint32_t actions) const;
  /// "Only Twitter and Facebook. Anything else is out": on every network but those.
  void elsewhere(Effect& effect) const;
  /// "Managers may do so": to whom, as the sentence before says.
  void earlier_audience(Effect& effect) const;
  /// "employees, other than those in the press office": whether a mention stands behind such words.
  [[nodiscard]] bool left_out(const Mention* mention) const;
  void who(Effect& effect) const;
  void who_before(Effect& effect) const;
  void add_who(const Mention& m, std::vector<Who>& to) const;
  /// The name as `people` has it: "Ana" is Ana Costa.
  std::string person_of(std::string word) const;
  void add_audience(const Mention& m, std::vector<Audience>& to) const;
  void unsaid_audience(Effect& effect) const;
  /// "Talking with visitors": whom the title of the section names.
  void titled_audience(Effect& effect) const;
  [[nodiscard]] bool other_object() const;
  /// "in that forum": where it was spoken of, and no place of its own.
  [[nodiscard]] bool same_place(const Mention& m) const;
  static bool generic(const std::string& word);
  void add_channel(const Mention& m, std::vector<Concept>& on, std::vector<std::string>& networks) const;
  // ---- gates
  void gates(Effect& effect) const;
  /// "need permission to": a right that somebody gives, and not one that everybody has.
  [[nodiscard]] bool needs_leave() const;
  void approvals(Effect& effect) const;
  void asked_before(Effect& effect) const;
  void agreed(Effect& effect) const;
  /// "Departments shall designate the employees authorized to post": who was not designated may not.
  bool designates(Effect& effect) const;
  /// "not without telling HR first"
  void told_first(Effect& effect) const;
  void trained(Effect& effect) const;
  std::string chooser() const;
  static std::string one_line(std::string_view words);
  // ---- modalities
  void push(Kind kind, Effect effect);
  void gate(Effect& effect);
  void ban(Effect& effect);
  void permit(Effect& effect);
  [[nodiscard]] bool told_by_the_way() const;
  [[nodiscard]] bool asked_of_a_case() const;
  [[nodiscard]] bool restricted_behind() const;
  [[nodiscard]] bool carries_on() const;
  [[nodiscard]] bool vague_contact(const Effect& effect) const;
  /// What stands behind "except", "other than", "unless": its people, places and audiences are under the opposite rule.
  void exceptions(Effect& effect);
  void only(Effect& effect);
  /// Only X may: X may, and nobody else.
  void only_who(Effect effect);
  /// "Only staff may": employees may; volunteers and contractors may not.
  void only_employees(Effect effect);
  /// Only there: nowhere else of the same kind.
  void only_there(const Effect& effect);
  /// "Conversations must run through our own accounts": there, and on no account of one's own.
  bool through_official(Effect& effect);
  /// "Managers are authorised to respond": a permission, though the word is that of an approval.
  bool authorised(Effect& effect);
  /// To have to ignore is to be forbidden to answer.
  bool ignores(Effect& effect);
  bool left_to_them(Effect& effect);
  /// "must speak to the press office before talking to journalists": the talk that comes second is gated.
  bool consulted(Effect& effect);
  /// "An employee who wishes to keep a blog must apply to the director."
  bool applied_for(Effect& effect);
  void exempt(Effect effect);
  /// "You may post. You do not need approval.": what is spoken of in the sentence before.
  std::uint32_t earlier_actions(Effect& effect) const;
  /// The present tense as a rule: "Ana answers members".
  void practice(Effect& effect);
  /// A duty to ask, submit, train or wait that is no gate says nothing of the act itself.
  [[nodiscard]] bool steps() const;
  bool latency();

  std::uint32_t index_;
  const PolicyDocument& policy_;
  const Reading& reading_;
  std::vector<Effect>& out_;
  std::string own_word_;
  bool speaks_own_ = false;
  bool turn_ = false;  ///< a turn of phrase that says by itself what it does
  std::uint32_t at_ = 0;
  const Norm* norm_ = nullptr;
};

}  // namespace engagelint
