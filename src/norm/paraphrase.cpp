#include <fmt/format.h>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint {
namespace {

std::string_view lead(Modality modality) {
  switch (modality) {
    case Modality::permit: return "permitted";
    case Modality::require: return "required";
    case Modality::prohibit: return "prohibited";
    case Modality::recommend: return "recommended";
    case Modality::discourage: return "discouraged";
    case Modality::exempt: return "no duty";
    case Modality::restrict_to: return "only";
    case Modality::sanction: return "sanction";
    case Modality::define: return "stated";
    case Modality::none: break;
  }
  return "said";
}

// Line breaks inside a mention are the author's folding, not words.
void append(std::string& out, std::string_view words) {
  if (!out.empty() && out.back() != ' ') out += ' ';
  for (const char ch : words) out += ch == '\n' || ch == '\t' ? ' ' : ch;
}

std::string words_in(const Norm& norm, Role role, std::string_view joint) {
  std::string out;
  std::string_view last;
  for (const auto& mention : norm.mentions) {
    if (mention.role != role || mention.words.empty()) continue;
    if (last.data() != nullptr && mention.words.data() >= last.data() && mention.words.data() < last.data() + last.size())
      continue;
    if (!out.empty()) out += joint;
    append(out, mention.words);
    last = mention.words;
  }
  return out;
}

}  // namespace

std::string paraphrase(const Norm& norm) {
  std::string out{lead(norm.modality)};
  out += ':';
  auto actor = words_in(norm, Role::actor, ",");
  if (actor.empty() && norm.modality != Modality::define) actor = "staff";
  append(out, actor);
  append(out, words_in(norm, Role::act, ","));
  for (const auto role : {Role::object, Role::topic, Role::audience, Role::target, Role::channel, Role::instrument, Role::time}) {
    const auto words = words_in(norm, role, ",");
    if (words.empty()) continue;
    if (role == Role::topic) append(out, "about");
    if (role == Role::audience && !norm.mentions.empty()) append(out, "with");
    if (role == Role::target) append(out, "to");
    if (role == Role::channel) append(out, "on");
    append(out, words);
  }
  if (norm.approvals > 0) {
    const auto approver = words_in(norm, Role::approver, " and");
    out += approver.empty() ? ", after approval" : fmt::format(", after approval by {}", approver);
  }
  if (const auto words = words_in(norm, Role::condition, ","); !words.empty()) out += fmt::format(", if {}", words);
  if (const auto words = words_in(norm, Role::exception, ","); !words.empty() && norm.approvals == 0)
    out += fmt::format(", unless {}", words);
  if (norm.delay_hours > 0) out += fmt::format(", not before {:g} hours", norm.delay_hours);
  if (norm.within_hours > 0) out += fmt::format(", within {:g} hours", norm.within_hours);
  if (const auto words = words_in(norm, Role::ground, ","); !words.empty()) out += fmt::format(", because of {}", words);
  return out;
}

}  // namespace engagelint
