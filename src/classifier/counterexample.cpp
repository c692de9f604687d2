#include "classifier/counterexample.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace engagelint::classifier {
namespace {

struct Swap {
  std::string_view from, to;
};

// The longer ones first: "must not" is no "must".
constexpr std::array<Swap, 22> swaps{{{"must not", "need not"},
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
                                      {"are required to", "are not required to"},
                                      {"is required to", "is not required to"},
                                      {"have to", "do not have to"},
                                      {"has to", "does not have to"},
                                      {"needs", "does not need"},
                                      {"must", "need not"},
                                      {"shall", "need not"},
                                      {"should", "need not"}}};

// Beside these it takes more than a modal verb.
constexpr std::array<std::string_view, 17> holds{"no",      "nor",        "not",   "only",    "never",  "nobody",
                                                 "nothing", "neither",    "none",  "without", "unless", "except",
                                                 "until",   "other than", "alone", "solely",  "any"};
constexpr std::array<std::string_view, 8> modals{"must", "may", "shall", "should", "can", "will", "need", "could"};

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '\'' || c == '-'; }

std::size_t find_word(std::string_view low, std::string_view words, std::size_t from = 0) {
  for (auto at = low.find(words, from); at != std::string_view::npos; at = low.find(words, at + 1)) {
    const auto end = at + words.size();
    if ((at == 0 || !letter(low[at - 1])) && (end >= low.size() || !letter(low[end]))) return at;
  }
  return std::string_view::npos;
}

bool has(std::string_view low, std::string_view words) { return find_word(low, words) != std::string_view::npos; }

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return low;
}

std::optional<std::string> freed_words(const std::string& words) {
  const std::string low = lower(words);
  for (const Swap& swap : swaps) {
    const auto at = find_word(low, swap.from);
    if (at == std::string::npos) continue;
    std::string rest = low;
    rest.erase(at, swap.from.size());
    const auto in_rest = [&](std::string_view word) { return has(rest, word); };
    if (std::any_of(holds.begin(), holds.end(), in_rest) || std::any_of(modals.begin(), modals.end(), in_rest))
      return std::nullopt;
    std::string out = words;
    out.replace(at, swap.from.size(), swap.to);
    if (at == 0) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
    return out;
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 6> bans{"must not ", "may not ", "shall not ", "should not ", "cannot ", "do not "};
// What is forbidden in these is no talk with anybody. So many things, that what is learned is not their names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> frames{
    {{"Staff must not ask for ", ", except to "},
     {"Staff may not book ", " other than to "},
     {"Do not order ", " unless it is to "},
     {"Nobody shall take ", " except to "},
     {"No money is spent on ", " save to "},
     {"You should not use ", ", except to "},
     {"Employees are not allowed to have ", ", unless to "}}};
constexpr std::array<std::string_view, 20> things{
    "the pool car",  "stationery", "the meeting room", "a locker",     "the van",     "a uniform",      "the courtyard",
    "petty cash",    "a lanyard",  "the boardroom",    "flip charts",  "the archive", "a projector",    "the franking machine",
    "the mail room", "a bicycle",  "catering",         "the workshop", "a tent",      "a parking space"};

std::optional<std::string> excepted_words(const std::string& words) {
  const std::string low = lower(words);
  for (const std::string_view ban : bans) {
    const auto at = find_word(low, ban.substr(0, ban.size() - 1));
    // "Chefs may talk; cleaners may not": the act is elsewhere.
    if (at == std::string::npos || at + ban.size() >= words.size()) continue;
    const std::string act = words.substr(at + ban.size());
    if (act.starts_with("be ") || act.starts_with("have ")) return std::nullopt;
    const auto& [before, behind] = frames[act.size() % frames.size()];
    return std::string(before).append(things[words.size() % things.size()]).append(behind).append(act);
  }
  return std::nullopt;
}

/// The clause with other words where the label's stood, and fair.
Labelled with_words(const Labelled& labelled, const std::string& words) {
  Labelled fair = labelled;
  fair.label = "-";
  fair.marked = {};
  fair.text = labelled.marked.empty()
                  ? words
                  : labelled.text.substr(0, labelled.marked.begin) + words + labelled.text.substr(labelled.marked.end);
  return fair;
}

/// What the label is about; empty where that hangs on a lead, which an item cannot free, or where the clause is fair.
std::string words_of(const Labelled& labelled) {
  if (labelled.label == "-" || !labelled.title.empty()) return {};
  if (labelled.marked.empty()) return labelled.text;
  return labelled.text.substr(labelled.marked.begin, labelled.marked.end - labelled.marked.begin);
}

}  // namespace

std::optional<Labelled> freed(const Labelled& labelled) {
  const auto words = freed_words(words_of(labelled));
  return words ? std::optional(with_words(labelled, *words)) : std::nullopt;
}

std::optional<Labelled> excepted(const Labelled& labelled) {
  const std::string words = words_of(labelled);
  if (!freed_words(words)) return std::nullopt;
  const auto out = excepted_words(words);
  return out ? std::optional(with_words(labelled, *out)) : std::nullopt;
}

}  // namespace engagelint::classifier
