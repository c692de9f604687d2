// What a norm takes over from the sentence, the question or the norm before it.
#include "norm/follow_on.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {

// Who may? These may: and so nobody else, unless they are everybody.
void shut_out_others(std::vector<Norm>& norms, std::size_t before) {
  for (auto i = before; i < norms.size(); ++i) {
    auto& norm = norms[i];
    norm.via = Via::qa;
    if (norm.modality != Modality::permit) continue;
    const Mention* first = nullptr;
    bool everybody = false;
    for (const auto& mention : norm.mentions) {
      if (mention.role != Role::actor) continue;
      if (first == nullptr) first = &mention;
      everybody = everybody || mention.concept_id == c::staff_ || !is_a(mention.concept_id, c::actor_) ||
                  is_a(mention.concept_id, c::you_staff_) || is_a(mention.concept_id, c::we_);
    }
    if (first == nullptr || everybody) continue;
    auto others = *first;
    others.role = Role::others;
    others.concept_id = c::staff_;
    norm.mentions.push_back(others);
    norm.modality = Modality::restrict_to;
    norm.only = true;
  }
}

// "They reply. The rest of us do not.": the verb that is left out is the one before.
void complete(Norm& norm) {
  if (!norm.elliptic || has_role(norm, Role::object)) return;
  for (const auto& mention : norm.mentions) {
    if (mention.role == Role::act && !is_a(mention.concept_id, c::light_)) return;
  }
  const auto count = norm.mentions.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto copy = norm.mentions[i];
    if (copy.role != Role::context) continue;
    if (is_a(copy.concept_id, c::act_)) {
      copy.role = Role::act;
    } else if (is_a(copy.concept_id, c::audience_)) {
      copy.role = Role::audience;
    } else if (is_a(copy.concept_id, c::channel_)) {
      copy.role = Role::channel;
    } else if (is_a(copy.concept_id, c::topic_)) {
      copy.role = Role::topic;
    } else if (is_a(copy.concept_id, c::thing_)) {
      copy.role = Role::object;
    } else {
      continue;
    }
    norm.mentions.push_back(copy);
  }
}

// "Friend requests? Please turn them down." "… Stay out of them.": the act and the place are what was spoken of before.
void resolve(Norm& norm) {
  if (norm.modality != Modality::prohibit && norm.modality != Modality::discourage) return;
  if (has_role(norm, Role::act) || has_role(norm, Role::channel)) return;
  const bool refused = mentions(norm, Role::quality, c::hide_);
  const auto count = norm.mentions.size();
  for (std::size_t i = 0; i < count; ++i) {
    auto copy = norm.mentions[i];
    if (copy.role != Role::context) continue;
    if (refused && is_a(copy.concept_id, c::connect_)) {
      copy.role = Role::act;
      norm.mentions.push_back(copy);
    } else if (!refused && is_a(copy.concept_id, c::forum_) && !has_role(norm, Role::object)) {
      copy.role = Role::channel;
      norm.mentions.push_back(copy);
      copy.role = Role::act;
      copy.concept_id = c::use_;
      norm.mentions.push_back(copy);
    }
  }
}

// "may share, but should not comment": the second rule is read with the first in view.
void share(const Norm& from, Norm& to) {
  const auto count = from.mentions.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (from.mentions[i].role == Role::context) continue;
    auto copy = from.mentions[i];
    copy.role = Role::context;
    to.mentions.push_back(copy);
  }
}

}  // namespace engagelint::norm
