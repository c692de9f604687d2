// What a sentence says by the way, of a case, or as it goes on from what was said before: no rule on the act at large.
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "permission/effect_reader.hpp"

namespace engagelint {

namespace c = norm::c;
using norm::has_role;

/// "We exist because workers talk to one another", "and we'll back you": a statement permits only what it says first.
bool EffectReader::told_by_the_way() const {
  const std::string sentence = plain(reading_.sentences[norm_->sentence].words);
  for (const std::string_view sign : {" assume that ", " aware that ", " remember that ", " bear in mind that ",
                                      " keep in mind that ", " understand that ", " recognise that ", " recognize that "})
    if (norm_->modality == Modality::permit && sentence.find(sign) != std::string::npos) return true;
  if (norm_->elliptic && has_role(*norm_, Role::object)) return true;
  if (norm_->via != Via::declarative || has(Role::object, c::right_noun_)) return false;
  // "Being commented upon does not make a view ours."
  const std::string quote = plain(norm_->quote);
  if (quote.substr(0, quote.find(' ')).ends_with("ing") && !has_role(*norm_, Role::actor)) return true;
  for (const Mention& m : norm_->mentions) {
    if (m.role != Role::act || m.words.empty()) continue;
    return (bits_of_act(*norm_, m) & actions_of(*norm_)) == 0;
  }
  return false;
}

/// "stays in touch until the referral is taken up": a duty to be in contact, with whom and where being left to the context.
bool EffectReader::vague_contact(const Effect& effect) const {
  const bool duty = norm_->modality == Modality::require || norm_->modality == Modality::recommend;
  if (!duty || !effect.to.empty() || (effect.actions & bit(Action::engage)) == 0) return false;
  if (has_role(*norm_, Role::channel) || has_role(*norm_, Role::audience) || has(Role::object, c::social_media_)) return false;
  return std::none_of(norm_->mentions.begin(), norm_->mentions.end(), [](const Mention& m) {
    const std::string words = m.role == Role::act ? plain(m.words) : "";
    for (const std::string_view verb : {"engag", "participat", "interact", "take part", "convers", "communicat", "use"})
      if (words.starts_with(verb)) return true;
    return false;
  });
}

/// "Somebody called me names. Can I answer?": asked of that case, which is told before the question.
bool EffectReader::asked_of_a_case() const {
  if (norm_->modality != Modality::permit) return false;
  const Sentence& own = reading_.sentences[norm_->sentence];
  bool told = false;
  for (std::size_t i = 0; i < norm_->sentence; ++i) {
    const Sentence& before = reading_.sentences[i];
    if (before.clause != own.clause || before.item != own.item || before.words.empty()) continue;
    const bool question = before.words.find('?') != std::string_view::npos;
    if (question) return told;
    const std::string words = plain(before.words) + " ";
    told = words.find(" me ") != std::string::npos || words.find(" my ") != std::string::npos || words.find("i ") == 0;
  }
  return false;
}

/// "No chats which delete themselves": what is banned is told behind the norm's own words.
bool EffectReader::restricted_behind() const {
  const std::string_view sentence = reading_.sentences[norm_->sentence].words;
  const char* end = norm_->quote.data() + norm_->quote.size();
  if (end < sentence.data() || end >= sentence.data() + sentence.size()) return false;
  const std::string rest = plain({end, static_cast<std::size_t>(sentence.data() + sentence.size() - end)}) + " ";
  // Behind a comma more is told of it; without one it is narrowed.
  return rest.starts_with("which ") || rest.starts_with("that ") || rest.starts_with("whose ");
}

/// "Take part, therefore.", "Do not reply.": an order on nothing in particular that goes on from what was said before.
bool EffectReader::carries_on() const {
  if (norm_->via != Via::imperative) return false;
  for (const Mention& m : norm_->mentions) {
    if (m.role == Role::object || m.role == Role::audience || m.role == Role::channel || m.role == Role::topic ||
        m.role == Role::target)
      return false;
  }
  const Sentence& own = reading_.sentences[norm_->sentence];
  if (norm_->sentence == 0) return false;
  const Sentence& before = reading_.sentences[norm_->sentence - 1];
  return before.clause == own.clause && before.item == own.item;
}

}  // namespace engagelint
