#include "mutate.hpp"

#include <algorithm>
#include <cctype>
#include <memory>

#include "engine/engine.hpp"
#include "norm/concepts.hpp"

namespace engagelint::mutation {
namespace {

using Maybe = std::optional<std::string>;

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '\'' || c == '-'; }

/// Places of a whole word or phrase, in small letters.
std::vector<std::size_t> places(const std::string& text, std::string_view words) {
  std::string low = text;
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  std::vector<std::size_t> out;
  for (auto at = low.find(words); at != std::string::npos; at = low.find(words, at + 1)) {
    const auto end = at + words.size();
    if ((at == 0 || !letter(low[at - 1])) && (end >= low.size() || !letter(low[end]))) out.push_back(at);
  }
  return out;
}

bool has(const std::string& text, std::string_view words) { return !places(text, words).empty(); }

template <class Words>
bool has_any(const std::string& text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has(text, word); });
}

std::string lowered(const Sample& sentence) {
  std::string out = sentence.text;
  if (!sentence.opens_with_name) out[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(out[0])));
  return out;
}

std::string without_stop(std::string text) {
  if (!text.empty() && text.back() == '.') text.pop_back();
  return text;
}

constexpr std::array<std::string_view, 5> modals{"must", "may", "shall", "should", "can"};
constexpr std::array<std::string_view, 18> cases{"pending",    "unless", "except",   "without", "if",      "when",
                                                 "until",      "before", "where",    "while",   "because", "after",
                                                 "other than", "as",     "provided", "only",    "save",    "whenever"};

Maybe deny(const Sample& sentence) {
  if (!sentence.single || !sentence.statement || has_any(sentence.text, std::array{"if", "where", "when", "because"}))
    return std::nullopt;
  return "It is not true that " + lowered(sentence);
}

/// "must not" becomes "need not", "may not" becomes "may": only where the sentence has one modal.
Maybe free(const Sample& sentence) {
  if (!sentence.single) return std::nullopt;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 16> swaps{{{"must not", "need not"},
                                                                                 {"may not", "may"},
                                                                                 {"shall not", "may"},
                                                                                 {"should not", "may"},
                                                                                 {"cannot", "can"},
                                                                                 {"are not allowed to", "are allowed to"},
                                                                                 {"is not allowed", "is allowed"},
                                                                                 {"are not permitted to", "are permitted to"},
                                                                                 {"is not permitted", "is permitted"},
                                                                                 {"do not", "you may"},
                                                                                 {"is prohibited", "is allowed"},
                                                                                 {"are prohibited", "are allowed"},
                                                                                 {"is forbidden", "is allowed"},
                                                                                 {"are forbidden", "are allowed"},
                                                                                 {"must", "need not"},
                                                                                 {"shall", "need not"}}};
  std::size_t signs = 0;
  for (const auto modal : modals) signs += places(sentence.text, modal).size();
  for (const auto& [from, to] : swaps) {
    const auto at = places(sentence.text, from);
    if (at.empty()) continue;
    const bool modal = std::any_of(modals.begin(), modals.end(), [f = from](std::string_view m) { return f.starts_with(m); });
    // A ban with an approval or "no", "only", "never" beside it is freed by more than its modal.
    if (at.size() != 1 || signs != (modal ? 1U : 0U) ||
        has_any(sentence.text, std::array{"no", "nor", "only", "never", "nobody", "nothing", "neither", "none", "any"}))
      return std::nullopt;
    // "You may post without approval" frees; "You may post unless …" leaves the case shut.
    if (has_any(sentence.text, std::array{"unless", "until", "except", "other than"})) return std::nullopt;
    std::string out = sentence.text;
    out.replace(at[0], from.size(), to);
    if (at[0] == 0) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
  }
  return std::nullopt;
}

Maybe on(const Sample& sentence, const std::string& one, const std::string& many) {
  if (!sentence.single || sentence.actors.empty()) return std::nullopt;
  constexpr std::array<std::string_view, 9> plural{"staff", "you",      "personnel", "people", "volunteers",
                                                   "we",    "everyone", "faculty",   "crew"};
  std::string out = sentence.text;
  for (const std::string& actor : sentence.actors) {
    std::string low = actor;
    std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool bare = low.find('\'') == std::string::npos && low.find(' ') == std::string::npos;
    if (!bare || low == "everyone" || low == "nobody" || low == "we" || low == "anyone" || low == "no one") return std::nullopt;
    const bool several = low.back() == 's' || std::find(plural.begin(), plural.end(), low) != plural.end();
    const auto at = places(out, low);
    if (at.empty() || out.compare(at[0] + low.size(), 3, "\xE2\x80\x99") == 0) return std::nullopt;
    std::string word = several ? many : one;
    if (at[0] == 0) word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    out.replace(at[0], actor.size(), word);
  }
  // Who works here is still spoken of.
  if (has_any(out, std::array{"staff", "employee", "employees", "you", "your", "you're", "volunteers", "volunteer", "staff's",
                              "team", "teams", "colleagues"}))
    return std::nullopt;
  return out;
}

Maybe on_visitors(const Sample& sentence) { return on(sentence, "visitor", "visitors"); }
Maybe on_commenters(const Sample& sentence) { return on(sentence, "commenter to our page", "commenters on our page"); }

Maybe quote(const Sample& sentence) {
  if (sentence.text.find('"') != std::string::npos) return std::nullopt;
  return "Critics say that \"" + without_stop(sentence.text) + "\".";
}

Maybe repeal(const Sample& sentence) {
  // A second sentence would stand outside what was repealed.
  if (!sentence.one) return std::nullopt;
  return "The following rule was repealed in 2009: " + sentence.text;
}

/// What stands after the one ban, where it begins with a plain verb: "reply to members".
Maybe banned_act(const Sample& sentence) {
  if (!sentence.single || has_any(sentence.text, cases)) return std::nullopt;
  for (const std::string_view ban : {"must not ", "may not ", "shall not ", "should not ", "cannot ", "are not allowed to ",
                                     "are not permitted to ", "do not ", "never "}) {
    const auto at = places(sentence.text, ban.substr(0, ban.size() - 1));
    if (at.size() != 1) continue;
    const std::string act = without_stop(sentence.text.substr(at[0] + ban.size()));
    const std::string first = act.substr(0, act.find(' '));
    if (first == "be" || first == "have" || first.size() < 2 || (first.ends_with("ly") && first != "reply") || first == "in" ||
        first == "on" || first == "under" || first == "ever" || first == "at")
      return std::nullopt;
    if (has_any(act, modals) || act.find(':') != std::string::npos || act.find(';') != std::string::npos || has(act, "but") ||
        has(act, "not"))
      return std::nullopt;
    return act;
  }
  return std::nullopt;
}

Maybe as_exception(const Sample& sentence) {
  const auto act = banned_act(sentence);
  if (!act) return std::nullopt;
  return "Staff must not use the office printer, except to " + *act + ".";
}

Maybe beside_permission(const Sample& sentence) {
  if (!banned_act(sentence) || !sentence.statement) return std::nullopt;
  return "Staff may use the office printer, except that " + lowered(sentence);
}

Maybe narrowed(const Sample& sentence) {
  if (!sentence.single || !sentence.bans_talk || has_any(sentence.text, cases) || has(sentence.text, "about"))
    return std::nullopt;
  return without_stop(sentence.text) + " about patient records, as HIPAA requires.";
}

bool talk(Concept act) {
  for (const std::string_view name : {"engage", "post", "reply", "share", "speak-about"}) {
    if (is_a(act, find_concept(name))) return true;
  }
  return false;
}

bool is_staff(Concept actor) { return is_a(actor, find_concept("staff")); }

/// A ban on talk alone: nothing of what it is about, of cases, grounds or approvals.
bool bans_talk(const Norm& norm) {
  if (norm.modality != Modality::prohibit && norm.modality != Modality::discourage) return false;
  bool act = false;
  for (const Mention& mention : norm.mentions) {
    act = act || (mention.role == Role::act && talk(mention.concept_id));
    for (const Role role :
         {Role::topic, Role::condition, Role::exception, Role::approver, Role::ground, Role::time, Role::purpose}) {
      if (mention.role == role) return false;
    }
  }
  return act && norm.approvals == 0 && !norm.situation;
}

}  // namespace

Sample describe(std::string_view text) {
  Sample out;
  out.text = std::string(text);
  if (!out.text.empty() && letter(out.text.back())) out.text += '.';
  std::string yaml = "social-media-policy: 1\ntitle: t\nclauses:\n  - \"";
  for (const char c : out.text) yaml += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
  std::vector<Notice> notices;
  const auto policies = read_policies(std::make_shared<SourceFile>("policy.yaml", yaml + "\"\n"), notices);
  if (policies.empty()) return out;
  const Reading& reading = policies.front().reading;
  out.one = reading.sentences.size() == 1;
  out.single = reading.sentences.size() == 1 && reading.norms.size() == 1 && out.text.ends_with('.');
  if (reading.norms.empty()) return out;
  const Norm& norm = reading.norms.front();
  out.statement = norm.via == Via::modal || norm.via == Via::passive || norm.via == Via::declarative;
  out.bans_talk = bans_talk(norm);
  const std::string first = out.text.substr(0, out.text.find(' '));
  out.opens_with_name =
      first.size() > 1 && std::any_of(first.begin() + 1, first.end(), [](unsigned char c) { return std::isupper(c) != 0; });
  for (const Mention& mention : norm.mentions) {
    if (mention.role != Role::actor) continue;
    if (!is_staff(mention.concept_id)) out.actors.clear();
    if (!is_staff(mention.concept_id)) break;
    std::string words(mention.words);
    if (std::find(out.actors.begin(), out.actors.end(), words) == out.actors.end()) out.actors.push_back(std::move(words));
  }
  return out;
}

const std::vector<Mutator>& mutators() {
  static const std::vector<Mutator> all{
      {"denied", "It is not true that staff must not reply to members.", false, deny},
      {"freed", "Staff need not reply to members.", false, free},
      {"visitors", "Visitors must not reply to members.", false, on_visitors},
      {"commenters", "Commenters on our page must not reply to members.", false, on_commenters},
      {"quoted", "Critics say that \"Staff must not reply to members\".", false, quote},
      {"repealed", "The following rule was repealed in 2009: Staff must not reply to members.", false, repeal},
      {"exception", "Staff must not use the office printer, except to reply to members.", false, as_exception},
      {"grounded", "Staff must not reply to members about patient records, as HIPAA requires.", false, narrowed},
      {"beside", "Staff may use the office printer, except that staff must not reply to members.", true, beside_permission}};
  return all;
}

}  // namespace engagelint::mutation
