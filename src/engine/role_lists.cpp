#include "engine/role_lists.hpp"

namespace engagelint {

void RoleLists::read(const Norm& norm, const Reading& reading) {
  concepts_.clear();
  for (std::size_t role = 0; role < role_count; ++role) {
    starts_[role] = static_cast<std::uint32_t>(concepts_.size());
    for (const Mention& mention : norm.mentions) {
      if (mention.role == static_cast<Role>(role)) concepts_.push_back(static_cast<std::uint16_t>(mention.concept_id));
    }
  }
  starts_[role_count] = static_cast<std::uint32_t>(concepts_.size());
  starts_[role_count + 1] = starts_[role_count];
  add_said(norm, reading);
}

void RoleLists::add_said(const Norm& norm, const Reading& reading) {
  if (norm.sentence >= reading.sentences.size()) return;
  const auto add = [&](std::size_t at) {
    const Sentence& other = reading.sentences[at];
    if (other.clause != norm.clause || other.item != reading.sentences[norm.sentence].item) return;
    for (const Concept x : other.said) concepts_.push_back(static_cast<std::uint16_t>(x));
  };
  add(norm.sentence);
  starts_[role_count + 1] = static_cast<std::uint32_t>(concepts_.size());
  if (norm.sentence > 0) add(norm.sentence - 1);
  if (norm.sentence + 1 < reading.sentences.size()) add(norm.sentence + 1);
}

std::span<const std::uint16_t> RoleLists::of(Role role) const {
  const auto at = static_cast<std::size_t>(role);
  return std::span(concepts_).subspan(starts_[at], starts_[at + 1] - starts_[at]);
}

std::span<const std::uint16_t> RoleLists::any() const {
  // The exception and the context are the last roles.
  return std::span(concepts_).first(starts_[static_cast<std::size_t>(Role::exception)]);
}

std::span<const std::uint16_t> RoleLists::said() const {
  return std::span(concepts_).subspan(starts_[role_count], starts_[role_count + 1] - starts_[role_count]);
}

std::span<const std::uint16_t> RoleLists::around() const {
  return std::span(concepts_).subspan(starts_[static_cast<std::size_t>(Role::context)]);
}

}  // namespace engagelint
