#include <fmt/format.h>

#include <algorithm>
#include <functional>

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

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The author's own preposition before a mention, over an article: "to the members".
std::string_view preposition_before(std::string_view quote, std::string_view words) {
  if (words.data() <= quote.data() || words.data() > quote.data() + quote.size()) return {};
  auto rest = quote.substr(0, static_cast<std::size_t>(words.data() - quote.data()));
  for (int step = 0; step < 3; ++step) {
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\n')) rest.remove_suffix(1);
    const auto at = rest.find_last_of(" \n");
    const auto word = rest.substr(at == std::string_view::npos ? 0 : at + 1);
    if (one_of(word, {"to", "with", "on", "about", "from", "of", "for", "in", "through", "by", "at", "via"})) return word;
    if (!one_of(word, {"the", "a", "an", "our", "their", "your", "its", "any", "all", "own", "every", "each"})) return {};
    rest = rest.substr(0, at == std::string_view::npos ? 0 : at);
  }
  return {};
}

bool told(Role role) {
  return role == Role::object || role == Role::topic || role == Role::audience || role == Role::target || role == Role::channel ||
         role == Role::instrument || role == Role::time;
}

// What the act is done to, with whom and where, in the author's order and with the author's prepositions.
void append_rest(std::string& out, const Norm& norm) {
  std::vector<const Mention*> mentions;
  for (const auto& mention : norm.mentions) {
    if (told(mention.role) && !mention.words.empty()) mentions.push_back(&mention);
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention* a, const Mention* b) { return a->span.begin < b->span.begin; });
  Offset end = 0;
  bool first = true;
  for (const auto* mention : mentions) {
    if (!first && mention->span.begin < end) continue;
    if (const auto preposition = preposition_before(norm.quote, mention->words); !preposition.empty()) {
      if (!out.ends_with(fmt::format(" {}", preposition))) append(out, preposition);
    } else if (!first) {
      out += ',';
    }
    append(out, mention->words);
    end = mention->span.end;
    first = false;
  }
}

}  // namespace

std::string paraphrase(const Norm& norm) {
  std::string out{lead(norm.modality)};
  out += ':';
  auto actor = words_in(norm, Role::actor, ",");
  if (actor.empty() && norm.modality != Modality::define) actor = "staff";
  append(out, actor);
  append(out, words_in(norm, Role::act, ","));
  append_rest(out, norm);
  if (norm.approvals > 0) {
    const auto approver = words_in(norm, Role::approver, " and");
    const std::string_view how = norm.modality == Modality::prohibit ? "unless approved" : "after approval";
    out += approver.empty() ? fmt::format(", {}", how)
                            : fmt::format(", {} by{}{}", how, approver.front() == ' ' ? "" : " ", approver);
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
