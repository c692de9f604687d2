#include "engine/policy_traits.hpp"

#include <algorithm>
#include <string>

#include "engine/word_table.hpp"
#include "source/prose.hpp"

namespace engagelint {
namespace {

/// What shows that a part is there. `plain`: in a sentence that forbids nothing; otherwise anywhere in one clause.
struct Sign {
  Part part;
  bool plain;
  std::string_view words;
};

constexpr Sign signs[] = {
    {Part::listen, true, "listen|hear from|learn from|hear what"},
    {Part::listen, true,
     "we use|purpose|why we|we are online|is online|here to|aim|goal & help|answer|convers|talk with|dialog|engag"},
    {Part::handoff, true,
     "colleague who|person who can|someone who can|somebody who can|who can help|who knows|put them through"},
    {Part::handoff, true, "introduc|hand over|hand them|connect them|bring in|name & @person|colleague|someone who"},
    {Part::response_target, true,
     "within|no later than|same day|the same working day|in a day|in one day|end of the day & answer|repl|respon|hear|get back|acknowledg & "
     "hour|day|minute"},
    {Part::disclosure, true,
     "say|state|disclos|identif|make clear|make it clear|tell|mention|your profile & where you work|where they work|work here|work for|"
     "works here|employ|affiliat|your role|one works"},
    {Part::disclosure, true, "views are|view is|opinions are|own views|personal view|not necessarily"},
    {Part::own_voice, true,
     "own words|own voice|first person|be yourself|as yourself|authentic|human voice|be human|own style|own way"},
    {Part::guidelines, true, "judgment|judgement|common sense"},
    {Part::guidelines, true,
     "need no|needs no|no approval|no permission|no sign-off|not need|don't need|needn't|need not|without asking|without approval|"
     "not have to & approv|permission|sign-off|ask first|asking|clear"},
    {Part::contact, false, "ask|question|unsure|not sure|doubt|advice|stuck|contact|help & @person"},
    {Part::start_small, false, "pilot|start with|starts with|begin with|begins with|first & @person"},
    {Part::training, true,
     "train|course|buddy|coach|workshop|induction|orientation & @person|run by|given by|gives|offers|led by|provides|every|month|quarter|hour"},
    {Part::worktime, true,
     "working time|work time|working hours|part of your job|part of the job|is work|paid time|working day & "
     "talk|answer|repl|engag|convers|post|online|social|time|work"},
    {Part::channels_open, true,
     "any network|every network|wherever|where they are|where members are|any channel|whatever network|new network"},
    {Part::mistakes, false,
     "mistake|goes wrong|go wrong|get it wrong|got it wrong|something wrong|slip & correct|put it right|say so|own up|"
     "learn|tell|apolog|fix|straight answer"},
    {Part::protect_staff, false,
     "harass|abus|attack|troll|threat|stalk & support|report|block|stand by|help|tell|need not answer|record|copy"},
    {Part::leaving, false,
     "leav|depart|when you go|before you go|when they go|last day|move on|resign|retire|separation & "
     "account|connection|follower|contact|successor|friend"},
    {Part::savings, false,
     "nothing in|nothing here|does not limit|not intended to|nothing on these & limit|prohibit|restrict|interfere|"
     "prevent|right & pay|working conditions|section 7|protected|rights|wages|whistle"},
    {Part::review, false,
     "we review|is reviewed|be reviewed|review date|reviewed every|review this|next review|reviewed on|looked at again"},
};

constexpr std::string_view bans =
    "must not|may not|shall not|mustn't|do not|don't|never|no one|nobody|cannot|can't|should not|"
    "shouldn't|prohibit|forbid|not allowed|not permitted|refrain|are not to|is not to|not authori";
/// "You do not need approval" forbids nothing.
constexpr std::string_view releases =
    "do not need|don't need|do not have to|don't have to|never held against|cannot help|can't help|don't know|do not know|"
    "no one reviews";

/// The groups of the signs, one behind the other, and what else clauses are looked through for.
constexpr std::size_t group_count(std::string_view sign) {
  std::size_t count = 0;
  for (; !sign.empty(); ++count) static_cast<void>(take_part(sign, " & "));
  return count;
}
constexpr std::size_t sign_groups = [] {
  std::size_t count = 0;
  for (const Sign& sign : signs) count += group_count(sign.words);
  return count;
}();
enum Other : std::size_t {
  ban = sign_groups,
  release,
  any_ban,
  choice,
  listed,
  secret,
  agreed,
  written,
  tracked,
  free_choice,
  incident,
  ended,
  person,
  all_groups
};

constexpr auto groups = [] {
  std::array<std::string_view, all_groups> list;
  std::size_t next = 0;
  for (const Sign& sign : signs) {
    for (std::string_view rest = sign.words; !rest.empty();) list[next++] = take_part(rest, " & ");
  }
  list[ban] = list[any_ban] = bans;
  list[release] = releases;
  list[choice] = "and |or ";
  list[listed] = "share|disclos|confiden|publish|reveal|secret|for posting|post ";
  list[secret] = "confiden|secret|prohibit|not ";
  list[agreed] = "agreement|agreed|agree";
  list[written] = "in writing|written";
  list[tracked] = "track|code";
  list[free_choice] = "voluntar|optional|as you like";
  list[incident] = "incident|emergency|crisis";
  list[ended] = "until|all-clear|all clear|ends|end of";
  list[person] = "@person";
  return list;
}();
constexpr WordTable<count_words(groups)> table(groups);

constexpr Groups bit(std::size_t group) { return Groups{1} << group; }

/// For each sign, what a text must have of it.
constexpr auto sign_bits = [] {
  std::array<Groups, std::size(signs)> bits{};
  std::size_t next = 0;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    for (std::size_t left = group_count(signs[i].words); left > 0; --left) bits[i] |= bit(next++);
  }
  return bits;
}();

/// The groups that a name gives: those of "@person".
constexpr Groups person_bits = [] {
  Groups bits = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (std::string_view rest = groups[i]; !rest.empty();) bits |= take_part(rest, "|") == groups[person] ? bit(i) : 0;
  }
  return bits;
}();

bool has_all(Groups text, Groups wanted) { return (text & wanted) == wanted; }
bool has_any(Groups text, Groups wanted) { return (text & wanted) != 0; }
bool forbids(Groups text) { return has_any(text, bit(ban)); }

bool has_role(const Norm& norm, Role role) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) { return mention.role == role; });
}

bool has(const Norm& norm, Role role, Concept ancestor) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                     [&](const Mention& mention) { return mention.role == role && is_a(mention.concept_id, ancestor); });
}

bool by_staff(const Norm& norm, const Vocabulary& words) {
  return !has_role(norm, Role::actor) || has(norm, Role::actor, words.staff) || has(norm, Role::actor, words.named_person);
}

bool covers_all_staff(const Norm& norm, const Vocabulary& words) {
  return std::all_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) {
    return mention.role != Role::actor || mention.concept_id == words.staff || mention.concept_id == words.you ||
           mention.concept_id == words.individual;
  });
}

void join(std::string& out, const std::vector<Text>& texts) {
  for (const Text& text : texts) out += text.value + ", ";
}

/// All words of a clause, its titles and the titles around it, in one line.
std::string clause_words(const PolicyDocument& policy, const Clause& clause) {
  std::string text;
  text.reserve(512);
  for (std::int32_t at = clause.section; at >= 0; at = policy.sections[static_cast<std::size_t>(at)].parent) {
    if (const auto& title = policy.sections[static_cast<std::size_t>(at)].title) text += title->value + ". ";
  }
  if (clause.title) text += clause.title->value + ": ";
  if (clause.text) text += clause.text->value + " ";
  for (const ClauseItem& item : clause.items) text += item.text.value + ". ";
  if (clause.fields.empty()) return text;
  join(text, clause.fields.who);
  text += std::string(name_of(clause.fields.modal->modality)) + " ";
  join(text, clause.fields.modal->acts);
  for (const auto* field : {&clause.fields.to, &clause.fields.on, &clause.fields.about, &clause.fields.because})
    join(text, *field);
  for (const Text& target : clause.fields.within) text += "within " + target.value + " ";
  for (const Text& condition : clause.fields.condition) text += "if " + condition.value + " ";
  return text;
}

/// The words by which a text can name a person of this policy: "ana", "costa".
std::vector<std::string> name_words(const PolicyDocument& policy) {
  std::vector<std::string> names;
  const auto add = [&](const std::optional<Text>& text) {
    if (!text || looks_like_team(text->value)) return;
    for (std::string& word : words_of(text->value)) {
      if (word.size() >= 3) names.push_back(std::move(word));
    }
  };
  for (const Person& person : policy.people) add(person.name);
  for (const Account& account : policy.accounts) {
    for (const auto* field : {&account.person, &account.successor}) {
      if (*field && looks_like_name((*field)->value)) add(*field);
    }
    for (const Text& text : account.administrators.value_or(std::vector<Text>{})) {
      if (looks_like_name(text.value)) add(text);
    }
  }
  return names;
}

class PartFinder {
 public:
  PartFinder(const PolicyDocument& policy, const Reading& reading, const Vocabulary& words, PolicyTraits& whole)
      : policy_(policy), reading_(reading), words_(words), whole_(whole), names_(name_words(policy)) {
    for (const std::string& name : names_) initials_ |= std::uint64_t{1} << (static_cast<unsigned char>(name.front()) % 64U);
  }

  void read_clauses() {
    person_named_.assign(policy_.clauses.size(), false);
    mixed_.assign(policy_.clauses.size(), false);
    for (const Norm& norm : reading_.norms) {
      if (norm.person || has(norm, Role::target, words_.named_person) || has(norm, Role::actor, words_.named_person)) {
        person_named_[norm.clause] = true;
      }
    }
    for (std::size_t i = 0; i < policy_.clauses.size(); ++i) read_clause(i);
    for (const Sentence& sentence : reading_.sentences) {
      if (plain_left() == 0) break;
      if (!mixed_[sentence.clause]) continue;
      const Groups text = look_through(sentence.words, sentence.clause);
      if (!forbids(text)) find(text, true);
    }
  }

 private:
  void set(Part part) { whole_.has[static_cast<std::size_t>(part)] = true; }

  bool begins_name(char c) const { return (initials_ >> (static_cast<unsigned char>(c) % 64U) & 1U) != 0; }
  bool is_name(std::string_view text, std::size_t at) const {
    return std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
      const std::size_t end = at + name.size();
      return text.compare(at, name.size(), name) == 0 && (end >= text.size() || !is_word_byte(text[end]));
    });
  }

  /// What the words have, in one pass.
  Groups look_through(std::string_view words, std::size_t clause) {
    const std::string text = normal(words);
    Groups found = 0;
    bool named = false;
    for_starts(text, [&](std::size_t at) {
      const Groups here = table.at(text, at);
      found |= has_any(here, bit(release)) ? here & ~bit(ban) : here;
      named = named || (begins_name(text[at]) && is_name(text, at));
    });
    if (named) whole_.names_people = true;
    if (named || person_named_[clause]) found |= person_bits;
    return found;
  }

  void find(Groups text, bool plain) {
    for (std::size_t i = 0; i < std::size(signs); ++i) {
      if (signs[i].plain == plain && has_all(text, sign_bits[i])) set(signs[i].part);
    }
  }

  /// Signs that only a sentence can give and that are still looked for.
  [[nodiscard]] std::ptrdiff_t plain_left() const {
    return std::count_if(std::begin(signs), std::end(signs),
                         [&](const Sign& sign) { return sign.plain && !whole_.has_part(sign.part); });
  }

  void read_clause(std::size_t index) {
    const Clause& clause = policy_.clauses[index];
    const std::string words = clause_words(policy_, clause);
    const Groups text = look_through(words, index);
    find(text, false);
    // A list is read with its heading: "No sign-off needed for: an answer to a member".
    if (!forbids(text)) {
      find(text, true);
    } else {
      // What no clause says, none of its sentences says.
      for (std::size_t i = 0; i < std::size(signs); ++i) {
        const bool open = signs[i].plain && !whole_.has_part(signs[i].part);
        mixed_[index] = mixed_[index] || (open && has_all(text, sign_bits[i]));
      }
    }
    const auto marks = std::count(words.begin(), words.end(), ',') + std::count(words.begin(), words.end(), ';');
    const bool list =
        clause.items.size() >= 2 || marks >= 2 || clause.fields.about.size() >= 2 || (marks >= 1 && has_any(text, bit(choice)));
    if (list && has_any(text, bit(listed)) && has_any(text, bit(any_ban) | bit(secret))) set(Part::confidential_list);
    whole_.written_agreement = whole_.written_agreement || has_all(text, bit(agreed) | bit(written));
    whole_.tracking_voluntary = whole_.tracking_voluntary || has_all(text, bit(tracked) | bit(free_choice));
    whole_.incident = whole_.incident || has_all(text, bit(incident) | bit(ended));
  }

  const PolicyDocument& policy_;
  const Reading& reading_;
  const Vocabulary& words_;
  PolicyTraits& whole_;
  std::vector<std::string> names_;
  std::uint64_t initials_ = 0;  ///< of the names: most words begin with another letter
  std::vector<bool> person_named_;
  std::vector<bool> mixed_;  ///< clauses that forbid something and show a part as well: their sentences tell which
};

void read_norm_parts(const Subject& subject, PolicyTraits& whole) {
  const Vocabulary& words = subject.words;
  bool tied = false;
  bool open = false;
  const auto set = [&](Part part) { whole.has[static_cast<std::size_t>(part)] = true; };
  for (std::size_t i = 0; i < subject.norms.size(); ++i) {
    const Norm& norm = subject.reading.norms[i];
    if (has(norm, Role::ground, words.staff_safety)) whole.staff_safety = true;
    const bool network = has(norm, Role::channel, words.network) && !has(norm, Role::channel, words.personal_account);
    if (norm.modality == Modality::restrict_to && norm.only && network) tied = true;
    const bool asked = norm.modality == Modality::require || norm.modality == Modality::recommend;
    if (asked && by_staff(norm, words) && (has(norm, Role::act, words.engage) || has(norm, Role::act, words.listen)))
      set(Part::listen);
    if (has(norm, Role::act, words.reply) && norm.within_hours > 0) set(Part::response_target);
    if ((asked || norm.modality == Modality::permit) && has(norm, Role::act, words.handover) &&
        (norm.person || has(norm, Role::target, words.named_person) || has(norm, Role::target, words.staff))) {
      set(Part::handoff);
    }
    if (norm.modality == Modality::exempt && has(norm, Role::act, words.approve)) set(Part::guidelines);
    const bool allows =
        norm.modality == Modality::permit || norm.modality == Modality::recommend || norm.modality == Modality::exempt;
    if (allows && has(norm, Role::channel, words.personal_account)) whole.permits_own_accounts = true;
    if (!subject.norms[i].permits || subject.norms[i].hollow) continue;
    set(Part::permission);
    (network ? tied : open) = true;
    if (covers_all_staff(norm, words)) whole.permits_all_staff = true;
  }
  if (!tied || open) set(Part::channels_open);
}

void read_fields(const PolicyDocument& policy, const std::vector<AccountTraits>& accounts, std::string_view today,
                 PolicyTraits& whole) {
  const auto set = [&](Part part) { whole.has[static_cast<std::size_t>(part)] = true; };
  bool speaks = false;
  for (const Person& person : policy.people) {
    whole.names_people = whole.names_people || person.name.has_value();
    whole.names_roles = whole.names_roles || person.role.has_value();
    speaks = speaks || (person.speaks_for && same_words(person.speaks_for->value, "organization"));
  }
  if (policy.review) {
    set(Part::review);
    whole.review_past = is_before(policy.review->value, today);
    if (speaks) set(Part::start_small);
  }
  bool keeps = whole.person_accounts > 0;
  bool free = whole.person_accounts > 0;
  for (const AccountTraits& account : accounts) {
    if (account.purpose == AccountTraits::Purpose::converse) set(Part::listen);
    if (!account.entry) continue;
    const Account& entry = *account.entry;
    if (account.named_owner) whole.names_people = true;
    if (entry.person || entry.administrators) whole.names_roles = true;
    if (entry.response_within) set(Part::response_target);
    if (!account.by_person) continue;
    free = free && entry.approval && same_words(entry.approval->value, "none");
    keeps = keeps && entry.ownership && entry.successor;
  }
  const bool only_entries =
      std::all_of(accounts.begin(), accounts.end(), [](const AccountTraits& a) { return a.entry || !a.by_person; });
  if (free && only_entries) set(Part::guidelines);
  if (keeps && only_entries) set(Part::leaving);
}

}  // namespace

bool permits_engagement(const Norm& norm, const Vocabulary& words) {
  const bool modality =
      norm.modality == Modality::permit || norm.modality == Modality::recommend || norm.modality == Modality::require;
  const bool act = has(norm, Role::act, words.engage) || has(norm, Role::act, words.handover);
  const bool official_only =
      has(norm, Role::channel, words.official_account) && !has(norm, Role::channel, words.personal_account);
  return modality && act && !norm.on_others && by_staff(norm, words) && !official_only;
}

bool is_hollow(const Norm& norm, const Reading& reading) {
  if (norm.approvals > 0) return true;
  const std::string text = normal(norm.sentence < reading.sentences.size() ? reading.sentences[norm.sentence].words : norm.quote);
  return says(
      text,
      "discretion|revoke|revocable|withdrawn at any|withdraw this|taken back|take back|as management sees|may be withdrawn");
}

void find_parts(Subject& subject, std::string_view today) {
  PolicyTraits& whole = subject.whole;
  PartFinder(subject.policy, subject.reading, subject.words, whole).read_clauses();
  read_norm_parts(subject, whole);
  whole.target_in_text = whole.has_part(Part::response_target);
  read_fields(subject.policy, subject.accounts, today, whole);
  // Who starts is no question where everybody may.
  if (whole.permits_all_staff) whole.has[static_cast<std::size_t>(Part::start_small)] = true;
}

}  // namespace engagelint
