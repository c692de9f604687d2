#include "permission/question.hpp"

#include <algorithm>
#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/local_words.hpp"
#include "norm/units.hpp"
#include "permission/effect.hpp"
#include "source/nearest.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;

/// A word of docs/permissions.md and what it stands for.
struct Known {
  std::string_view word;
  Concept kind;
};

constexpr std::array actors{Known{"staff", c::staff_},
                            Known{"volunteers", c::volunteers_},
                            Known{"managers", c::managers_},
                            Known{"communications", c::communications_},
                            Known{"executives", c::executives_},
                            Known{"board", c::board_},
                            Known{"contractors", c::contractors_}};
constexpr std::array audiences{Known{"members", c::served_}, Known{"public", c::public_}, Known{"journalists", c::press_},
                               Known{"minors", c::minors_}};
constexpr std::array accounts{Known{"personal", c::personal_account_}, Known{"named", c::named_account_},
                              Known{"official", c::official_account_}};

/// The kind that a typed word stands for, with or without the ending of the plural; none where it is not in the list.
template <std::size_t size>
Concept find(const std::array<Known, size>& list, std::string_view word) {
  for (const Known& known : list) {
    if (known.word == word || singular(known.word) == singular(word)) return known.kind;
  }
  return Concept::none;
}

std::vector<std::string_view> words_of_people(std::span<const PolicyReading> policies) {
  std::vector<std::string_view> out;
  for (const PolicyReading& one : policies) {
    for (const Person& person : one.policy->people) {
      if (person.name) out.push_back(person.name->value);
    }
  }
  return out;
}

/// Units of a few words, read with the words of one policy.
struct Read {
  std::string text;
  std::vector<norm::Token> tokens;
  std::vector<norm::Unit> units;
};

void read_words(std::string_view text, const PolicyDocument& policy, Read& into, norm::LocalWords& local) {
  into.text = text;
  local = norm::local_words(policy);
  norm::add_units(into.text, {0, static_cast<Offset>(into.text.size())}, 0, local, into.tokens, into.units);
}

/// The first reading that is of that kind, whichever policy knows the word. `words` are those that say it.
Concept look_up(std::string_view text, std::span<const PolicyReading> policies, Concept kind, std::string* words = nullptr) {
  for (const PolicyReading& one : policies) {
    Read read;
    norm::LocalWords local;
    read_words(text, *one.policy, read, local);
    for (const norm::Unit& unit : read.units) {
      for (const norm::Tag& tag : unit.tags) {
        if (!is_a(Concept{tag.concept_id}, kind)) continue;
        if (words != nullptr) *words = read.text.substr(unit.begin, unit.end - unit.begin);
        return Concept{tag.concept_id};
      }
    }
  }
  return Concept::none;
}

class WordReader {
 public:
  explicit WordReader(std::span<const PolicyReading> policies) : policies_(policies) {}

  AskedQuestion read(const QuestionWords& words) {
    asked_.words = words;
    who(words.who);
    action(words.action);
    to(words.to);
    on(words.on);
    return std::move(asked_);
  }

 private:
  void unknown(std::string_view word, std::string_view what, const std::vector<std::string_view>& known) {
    if (asked_.error) return;
    asked_.error = "`" + std::string(word) + "` is not known as " + std::string(what);
    const std::string_view meant = nearest(word, known);
    if (!meant.empty()) {
      asked_.hint = "did you mean `" + std::string(meant) + "`?";
      return;
    }
    asked_.hint = "known are";
    for (const std::string_view each : known) asked_.hint += (each == known.front() ? " " : ", ") + std::string(each);
  }

  template <std::size_t size>
  static std::vector<std::string_view> names(const std::array<Known, size>& list) {
    std::vector<std::string_view> out;
    out.reserve(list.size());
    for (const Known& known : list) out.push_back(known.word);
    return out;
  }

  void add_own(std::vector<std::string_view>& known) const {
    for (const PolicyReading& one : policies_) {
      for (const auto& [own, meaning] : one.policy->glossary) known.push_back(own.value);
    }
  }

  void who(std::string_view word) {
    Question& question = asked_.question;
    if (word.empty()) {
      asked_.words.who = "staff";
      question.who = c::staff_;
      return;
    }
    question.who = find(actors, plain(word));
    if (question.who != Concept::none) return;
    if (person(word)) return;
    question.who = look_up(word, policies_, c::actor_);
    if (is_a(question.who, c::individual_) || is_a(question.who, c::you_staff_)) question.who = c::staff_;
    if (is_a(question.who, c::communications_)) question.who = c::communications_;
    if (question.who != Concept::none && question.who != c::actor_) return;
    std::vector<std::string_view> known = names(actors);
    for (const std::string_view name : words_of_people(policies_)) known.push_back(name);
    add_own(known);
    unknown(word, "someone who acts", known);
  }

  /// A name, or a handle, of `people`: with the role that it has there.
  bool person(std::string_view word) {
    const std::string asked = plain(word);
    for (const PolicyReading& one : policies_) {
      for (const Person& person : one.policy->people) {
        if (!person.name) continue;
        const std::string name = plain(person.name->value);
        const bool handle = std::any_of(person.handles.begin(), person.handles.end(),
                                        [&](const Text& text) { return plain(text.value) == asked; });
        if (name != asked && !name.starts_with(asked + " ") && !handle) continue;
        asked_.question.person = name;
        asked_.words.who = person.name->value;
        asked_.question.who = person.role ? look_up(person.role->value, policies_, c::actor_) : Concept::none;
        if (is_a(asked_.question.who, c::communications_)) asked_.question.who = c::communications_;
        if (asked_.question.who == Concept::none) asked_.question.who = c::staff_;
        return true;
      }
    }
    return false;
  }

  void action(std::string_view word) {
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < action_count; ++i) {
      known.push_back(name_of(static_cast<Action>(i)));
      if (plain(word) == known.back()) {
        asked_.question.action = static_cast<Action>(i);
        return;
      }
    }
    if (word.empty()) {
      if (!asked_.error) {
        asked_.error = "it is not said what is to be done";
        asked_.hint = "name an action: " + std::string(name_of(Action::engage));
        for (std::size_t i = 1; i < action_count; ++i) asked_.hint += ", " + std::string(known[i]);
      }
      return;
    }
    Norm norm;
    std::string words;
    const Concept act = look_up(word, policies_, c::act_, &words);
    norm.modality = Modality::permit;
    norm.mentions.push_back({act, Role::act, {}, words});
    const std::uint32_t bits = act == Concept::none ? 0 : actions_of(norm);
    for (std::size_t i = 0; i < action_count; ++i) {
      if ((bits & bit(static_cast<Action>(i))) == 0) continue;
      asked_.question.action = static_cast<Action>(i);
      asked_.words.action = known[i];
      return;
    }
    unknown(word, "an action", known);
  }

  void to(std::string_view word) {
    if (word.empty()) return;
    Question& question = asked_.question;
    const std::string asked = singular(word);
    std::vector<std::string_view> known = names(audiences);
    for (const PolicyReading& one : policies_) {
      if (!one.policy->audience) continue;
      known.push_back(one.policy->audience->value);
      if (singular(one.policy->audience->value) == asked) question.audience = c::served_;
    }
    if (question.audience == Concept::none) question.audience = find(audiences, plain(word));
    if (question.audience != Concept::none) return;
    question.audience = look_up(word, policies_, c::audience_);
    if (is_a(question.audience, c::served_)) question.audience_word = asked;
    if (question.audience != Concept::none) return;
    add_own(known);
    unknown(word, "somebody to talk with", known);
  }

  void on(std::string_view word) {
    if (word.empty()) return;
    Question& question = asked_.question;
    std::string network;
    if (plain(word) == "x" || look_up(word, policies_, c::network_, &network) != Concept::none)
      question.network = network_name(network.empty() ? word : network);
    std::size_t at = 0;
    const std::string all = plain(word);
    while (at < all.size() && question.account == Concept::none) {
      const std::size_t end = std::min(all.find(' ', at), all.size());
      question.account = find(accounts, all.substr(at, end - at));
      at = end + 1;
    }
    if (question.account == Concept::none) {
      const Concept kind = look_up(word, policies_, c::channel_);
      const bool place = kind != Concept::none && !is_a(kind, c::network_) && kind != c::social_media_ && kind != c::channel_;
      if (place) question.account = kind;
      if (kind == c::social_media_) return;
    }
    if (question.account != Concept::none || !question.network.empty()) return;
    std::vector<std::string_view> known = names(accounts);
    for (const std::string_view each : {"Twitter", "Facebook", "Instagram", "LinkedIn", "TikTok", "YouTube", "Threads", "Bluesky",
                                        "Mastodon", "Reddit", "WhatsApp"})
      known.push_back(each);
    add_own(known);
    unknown(word, "a network or a kind of account", known);
  }

  std::span<const PolicyReading> policies_;
  AskedQuestion asked_;
};

/// What the sentence itself cannot carry: the words of the policies, without their clauses.
PolicyDocument words_only(std::span<const PolicyReading> policies) {
  PolicyDocument out;
  for (const PolicyReading& one : policies) {
    const PolicyDocument& policy = *one.policy;
    if (!out.audience) out.audience = policy.audience;
    if (!out.organization) out.organization = policy.organization;
    out.glossary.insert(out.glossary.end(), policy.glossary.begin(), policy.glossary.end());
    out.people.insert(out.people.end(), policy.people.begin(), policy.people.end());
    out.accounts.insert(out.accounts.end(), policy.accounts.begin(), policy.accounts.end());
  }
  return out;
}

std::string words_in(const Norm& norm, Role role, Concept kind) {
  for (const Mention& m : norm.mentions) {
    if (m.role == role && is_a(m.concept_id, kind)) return std::string(m.words);
  }
  return {};
}

/// A word in the place of a thing that no list knows.
std::string unknown_word(std::string_view sentence, const PolicyDocument& words) {
  Read read;
  norm::LocalWords local;
  read_words(sentence, words, read, local);
  norm::choose_classes(read.units);
  for (const norm::Unit& unit : read.units) {
    if (unit.unknown && unit.kind == 'w') return read.text.substr(unit.begin, unit.end - unit.begin);
  }
  return {};
}

/// The roles of a sentence that was read, as flags would name them.
QuestionWords flags_of(const Norm& norm, const Effect& effect) {
  QuestionWords out;
  for (std::size_t i = 0; i < action_count && out.action.empty(); ++i) {
    if ((effect.actions & bit(static_cast<Action>(i))) != 0) out.action = name_of(static_cast<Action>(i));
  }
  // "post about work" is asked as talk about work.
  if ((effect.actions & bit(Action::mention)) != 0 && (effect.actions & bit(Action::engage)) == 0)
    out.action = name_of(Action::mention);
  out.who = words_in(norm, Role::actor, c::actor_);
  if (is_a(find_concept("we"), c::we_) && !words_in(norm, Role::actor, c::we_).empty()) out.who.clear();
  if (!words_in(norm, Role::actor, c::you_staff_).empty()) out.who.clear();
  out.to = words_in(norm, Role::audience, c::audience_);
  const std::string network = words_in(norm, Role::channel, c::network_);
  for (const Concept kind : effect.on) out.on = name_of(kind);
  for (const Known& known : accounts) {
    if (!effect.on.empty() && effect.on.front() == known.kind) out.on = known.word;
  }
  if (!network.empty()) out.on += (out.on.empty() ? "" : " ") + network;
  return out;
}

}  // namespace

AskedQuestion read_question(const QuestionWords& words, std::span<const PolicyReading> policies) {
  return WordReader(policies).read(words);
}

AskedQuestion read_question(std::string_view sentence, std::span<const PolicyReading> policies) {
  PolicyDocument document = words_only(policies);
  Clause clause;
  clause.text.emplace();
  std::string text(sentence);
  while (!text.empty() && (text.back() == ' ' || text.back() == '?' || text.back() == '.')) text.pop_back();
  AskedQuestion asked;
  if (const std::string word = unknown_word(text, document); !word.empty()) {
    std::vector<std::string_view> known;
    for (const auto& list : {std::span<const Known>(actors), std::span<const Known>(audiences), std::span<const Known>(accounts)})
      for (const Known& each : list) known.push_back(each.word);
    for (std::size_t i = 0; i < action_count; ++i) known.push_back(name_of(static_cast<Action>(i)));
    for (const std::string_view name : words_of_people(policies)) known.push_back(name);
    if (document.audience) known.push_back(document.audience->value);
    asked.error = "`" + word + "` is not known here";
    const std::string_view meant = nearest(word, known);
    asked.hint = meant.empty() ? "ask with --who, --action, --to and --on" : "did you mean `" + std::string(meant) + "`?";
    return asked;
  }
  // A question with a plain yes behind it is read as the rule that the yes would make of it.
  clause.text->value = text + "? Yes.";
  document.clauses.push_back(std::move(clause));
  const Reading reading = read_norms(document);
  const PolicyReading one[] = {{&document, &reading}};
  for (const Effect& effect : read_effects(one)) {
    if (effect.actions == 0 || effect.account >= 0) continue;
    return read_question(flags_of(reading.norms[effect.norm], effect), policies);
  }
  asked.error = "the question was not understood";
  asked.hint = "ask as in \"may volunteers reply to members on Instagram?\", or with --who, --action, --to and --on";
  return asked;
}

std::string in_words(const QuestionWords& words) {
  std::string out = "may " + (words.who.empty() ? "staff" : words.who) + " ";
  const std::string& action = words.action;
  const bool to = !words.to.empty();
  if (action == "engage") {
    out += "engage" + std::string(to ? " with " : "");
  } else if (action == "reply") {
    out += "reply" + std::string(to ? " to " : "");
  } else if (action == "mention") {
    out += "talk about the organisation or their work" + std::string(to ? " to " : "");
  } else if (action == "connect") {
    out += "connect" + std::string(to ? " with " : "");
  } else if (action == "message") {
    out += "send private messages" + std::string(to ? " to " : "");
  } else if (action == "join") {
    out += "join communities" + std::string(to ? " of " : "");
  } else if (action == "identify") {
    out += "say where they work" + std::string(to ? " to " : "");
  } else if (action == "open-account") {
    out += "open an account" + std::string(to ? " for " : "");
  } else {
    out += action + std::string(to ? " to " : "");
  }
  out += words.to;
  if (words.on == "personal" || words.on == "named" || words.on == "official") return out + " on " + words.on + " accounts";
  return words.on.empty() ? out : out + " on " + words.on;
}

}  // namespace engagelint
