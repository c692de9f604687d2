// How plainly a norm says that its acts are what it permits or forbids. What is not said plainly is shown and decides nothing.
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"
#include "permission/effect_reader.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;

bool inside(std::string_view words, std::string_view text) {
  return words.data() >= text.data() && words.data() < text.data() + text.size();
}

std::string before(const Norm& norm, std::string_view words) {
  if (!inside(words, norm.quote)) return {};
  return " " + plain({norm.quote.data(), static_cast<std::size_t>(words.data() - norm.quote.data())});
}

bool ends_with(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

/// "may read and answer", "tweet, post": the second is as much the rule as the first.
bool joined(const std::string& left) {
  return ends_with(left, {" and", " or", ",", " nor", " then", " not", " never", " to", " also", " either", " freely", " openly",
                          "ly", "/", "(", ";", " but", " please"});
}

/// "may try to answer", "use the form to reply": a verb that leaves the act to the next one.
bool leads_on(const Norm& norm, const Mention* main) {
  const std::string verb = plain(norm.verb);
  for (const std::string_view word :
       {"aim",  "try",    "wish",     "want",  "like",  "endeavour", "endeavor", "seek", "strive", "prefer",
        "feel", "choose", "continue", "begin", "start", "care",      "remember", "do",   "use",    "have"})
    if (verb.starts_with(word)) return true;
  if (main == nullptr || main->concept_id == Concept::none) return false;
  return is_a(main->concept_id, c::cognition_) || is_a(main->concept_id, c::light_) || is_a(main->concept_id, c::use_);
}

/// "give an answer", "make no response": the noun is the act.
bool supports(const Norm& norm) {
  const std::string verb = plain(norm.verb);
  for (const std::string_view word : {"giv", "make", "made", "making", "send", "sent", "issu", "provid", "offer", "have", "post",
                                      "writ", "leav", "enter", "tak", "attempt", "put", "return", "becom"})
    if (verb.starts_with(word)) return true;
  return false;
}

/// "Those who open accounts must: register the address": an item of a list that names an act of its own.
bool acts_itself(const Norm& norm) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                     [&](const Mention& m) { return m.role == Role::act && inside(m.words, norm.quote); });
}

bool ban_of(const Norm& norm) { return norm.modality == Modality::prohibit || norm.modality == Modality::discourage; }

/// Where the act stands in the norm's own words: as its verb, or where it is told by the way.
bool governs(const Norm& norm, const Mention* main, const Mention& act) {
  if (!inside(act.words, norm.quote)) return !acts_itself(norm);
  // "No response is to be made", and not "sharing may amount to consent".
  if (act.words.data() < norm.verb.data()) return supports(norm) || plain(norm.verb).starts_with("take place");
  const std::string left = before(norm, act.words);
  // Whoever may not let themselves be drawn into it may not do it.
  if (ban_of(norm))
    return !ends_with(left, {" who", " which", " what", " that", " you", " they", " we", " staff", " people", " members", " it"});
  if (ends_with(left, {" to", " for", " in"})) return leads_on(norm, main);
  if (ends_with(left, {" the", " a", " an", " no", " any", " their", " your", " such"})) return supports(norm);
  return joined(left);
}

/// Its main verb is the act itself.
bool leads(const Norm& norm, std::uint32_t actions) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& m) {
    return m.role == Role::act && m.words.data() == norm.verb.data() && (bits_of_act(norm, m) & actions) != 0;
  });
}

/// The act is the main verb, stands beside it, or is what a light verb leads to; "check what you write" is on checking.
bool heads(const Norm& norm, std::uint32_t actions) {
  if (norm.verb.empty() || norm.elliptic) return true;
  const Mention* main = nullptr;
  bool act = false;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::act || m.words.empty()) continue;
    act = true;
    if (m.words.data() == norm.verb.data() && (main == nullptr || (bits_of_act(norm, m) & actions) != 0)) main = &m;
  }
  if (main != nullptr && (bits_of_act(norm, *main) & actions) != 0) return inside(main->words, norm.quote) || !acts_itself(norm);
  bool other = false;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::act || m.words.empty() || (bits_of_act(norm, m) & actions) == 0) continue;
    if (governs(norm, main, m)) return true;
    other = true;
  }
  // "You can block players, in private": the place alone makes no message.
  if (!other && actions == bit(Action::message) && norm.via != Via::passive) return supports(norm) || leads_on(norm, main);
  // "An error in a reply shall be corrected": done to a reply, and no reply.
  const bool done_to = act && norm.via == Via::passive && !ban_of(norm);
  if (!other && done_to) return supports(norm) || leads_on(norm, main) || plain(norm.verb).starts_with("accept");
  // The act stands in another place: an object, a condition, a purpose.
  return !other && (norm.via != Via::imperative || (act && (leads_on(norm, main) || supports(norm))));
}

/// What a verb that is told by the way adds: "pass on what we have posted" is no leave to post.
std::uint32_t by_the_way(const Norm& norm) {
  const Mention* main = nullptr;
  for (const Mention& m : norm.mentions) {
    if (m.role == Role::act && m.words.data() == norm.verb.data()) main = &m;
  }
  if (main == nullptr || norm.verb.empty()) return 0;
  std::uint32_t told = 0;
  std::uint32_t said = 0;
  for (const Mention& m : norm.mentions) {
    if (m.role != Role::act || m.words.empty()) continue;
    const bool first = m.words.data() == norm.verb.data();
    (first || governs(norm, main, m) ? said : told) |= bits_of_act(norm, m);
  }
  return told & ~said;
}

/// "Answer them", "please do not reply": an order opens with its verb, in the form that orders have; "Approaches by the media"
/// and "Blog" are headings.
bool orders(const Norm& norm) {
  const std::string verb = plain(norm.verb);
  if (verb.empty() || (verb.ends_with("s") && !verb.ends_with("ss"))) return false;
  if (plain(norm.quote).find(' ') == std::string::npos) return false;
  // "Praise of our programmes": a noun.
  const char* end = norm.quote.data() + norm.quote.size();
  const std::string_view rest(norm.verb.data() + norm.verb.size(),
                              static_cast<std::size_t>(end - norm.verb.data()) - norm.verb.size());
  if (inside(norm.verb, norm.quote) && plain(rest).starts_with("of ")) return false;
  const std::string left = before(norm, norm.verb);
  return left.empty() || left.find_first_not_of(" \"'(") == std::string::npos || left.back() == ',' || left.back() == ';' ||
         left.back() == ':' || joined(left) ||
         ends_with(left, {" do", "n't", "n\u2019t", " just", " always", " simply", " again", " so", " first"});
}

/// "Write in the first person": how to write, said of nothing and to nobody.
bool tells_how(const Norm& norm, std::uint32_t actions) {
  if (norm.via != Via::imperative || actions != bit(Action::post)) return false;
  return std::none_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& m) {
    if (m.role == Role::topic || m.role == Role::audience || m.role == Role::channel) return true;
    if (m.role != Role::act || (bits_of_act(norm, m) & bit(Action::post)) == 0) return false;
    const std::string verb = plain(m.words);
    return (!verb.starts_with("writ") && !verb.starts_with("updat")) || verb.ends_with(" about");
  });
}

/// "Figures are published by Investor Relations": a report of what others do; questions that are answered are answered here.
bool reported_practice(const Norm& norm, std::uint32_t actions) {
  if (norm.via != Via::declarative || norm.verb.empty()) return false;
  const bool ours = std::any_of(norm.mentions.begin(), norm.mentions.end(),
                                [](const Mention& m) { return m.role == Role::actor && actor_kind(m.concept_id); });
  return !ours && actions != bit(Action::reply);
}

/// "A copy goes to the director", "one clear reply", "see that posts agree with it": words that give leave in other sentences.
bool asked(const Norm& norm) {
  if (says_before(norm)) return true;
  bool weak = false;
  for (const Mention& m : norm.mentions) {
    bool leave = false;
    for (const Concept kind : {c::approve_, c::submit_, c::review_act_, c::ask_, c::train_, c::notify_, c::wait_, c::right_noun_})
      leave = leave || is_a(m.concept_id, kind);
    if (!leave) continue;
    const std::string words = plain(m.words);
    const bool thin = words == "clear" || words.starts_with("agree") || words == "go" || words.starts_with("go ") ||
                      words.starts_with("goes") || words == "one";
    if (!thin || m.role == Role::exception) return true;
    weak = true;
  }
  return !weak;
}

}  // namespace

std::uint32_t bits_of_act(const Norm& norm, const Mention& act) {
  Norm one = norm;
  std::erase_if(one.mentions, [&](const Mention& m) { return m.role == Role::act && m.words.data() != act.words.data(); });
  return actions_of(one);
}

std::uint32_t plainly(const Norm& norm, std::uint32_t actions) {
  if (ban_of(norm) || norm.approvals > 0 || norm.via == Via::field || left_to_you(norm)) return actions;
  const std::uint32_t left = actions & ~by_the_way(norm);
  return left == 0 ? actions : left;
}

bool clear(const Norm& norm, std::uint32_t actions, bool gate) {
  if (norm.via == Via::field || norm.savings) return true;
  if (left_to_you(norm)) return true;
  if (norm.narrated || norm.foreign) return false;
  // What is asked before the act is another act.
  if (gate) return asked(norm);
  const std::string quote = plain(norm.quote);
  // "Nothing in this policy is meant to keep staff from …": the rule that is spoken of is no ban.
  if (quote.starts_with("nothing in this ") || quote.starts_with("nothing herein ")) return false;
  // "Should that not help": a condition turned round.
  if (norm.via != Via::qa && quote.starts_with("should ")) return false;
  // "You are responsible for what you publish", "the purpose is to help staff take part": told of, and neither given nor asked.
  for (const std::string_view sign :
       {"responsible for", "answerable for", "purpose of", "aim of", "aim is", "intention is", "wish is"})
    if (quote.find(sign) != std::string::npos) return false;
  // "We do not ask you to take part": what is not asked is not forbidden.
  for (const std::string_view sign :
       {"not ask ", "not require ", "not expect ", "not oblige ", "not force ", "nobody has to ", "no one has to "})
    if (ban_of(norm) && quote.find(sign) != std::string::npos) return false;
  if (ban_of(norm) && norm.confidence == Confidence::low && !leads(norm, actions)) return false;
  if (!ban_of(norm) && norm.via == Via::declarative && norm.confidence == Confidence::low) return false;
  if (!ban_of(norm) && tells_how(norm, actions)) return false;
  // "The firm stands by your right to engage."
  if (norm::mentions(norm, Role::object, c::right_noun_)) return true;
  if (norm.via == Via::imperative && !ban_of(norm) && !orders(norm)) return false;
  const bool duty = norm.modality == Modality::require || norm.modality == Modality::recommend;
  if (duty && reported_practice(norm, actions)) return false;
  // "Nothing negative may be posted" read as a permission.
  if (norm.modality == Modality::permit && (quote.starts_with("nothing ") || quote.starts_with("no "))) return false;
  return heads(norm, actions);
}

}  // namespace engagelint
