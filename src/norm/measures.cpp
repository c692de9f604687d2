#include "norm/measures.hpp"

#include <array>
#include <charconv>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "norm/roles.hpp"

namespace engagelint::norm {
namespace {

struct Named {
  std::string_view word;
  double value;
};
constexpr std::array<Named, 20> numbers{
    {{"one", 1},          {"a", 1},       {"an", 1},           {"two", 2},      {"three", 3},
     {"four", 4},         {"five", 5},    {"six", 6},          {"seven", 7},    {"eight", 8},
     {"nine", 9},         {"ten", 10},    {"twelve", 12},      {"fifteen", 15}, {"twenty", 20},
     {"twenty-four", 24}, {"thirty", 30}, {"forty-eight", 48}, {"sixty", 60},   {"ninety", 90}}};

double number_of(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc{}) return value;
  const auto low = normalised(word);
  for (const auto& named : numbers) {
    if (named.word == low) return named.value;
  }
  return 0;
}

// A working day counts as a day: what matters is when the answer can be there.
double unit_hours(std::string_view word) {
  auto low = normalised(word);
  auto has = [&](std::string_view part) { return low.find(part) != std::string::npos; };
  if (has("minute")) return 1.0 / 60;
  if (has("hour")) return 1;
  if (has("day")) return 24;
  if (has("fortnight")) return 24 * 14;
  if (has("week")) return 24 * 7;
  if (has("month")) return 24 * 30;
  if (has("quarter")) return 24 * 91;
  if (has("year")) return 24 * 365;
  return 0;
}

std::string_view words_of(const Workspace& work, const Unit& unit) {
  return std::string_view(work.sources[unit.source].text->value).substr(unit.begin, unit.end - unit.begin);
}

}  // namespace

double hours_in(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  double number = 0;
  for (const auto& token : tokens) {
    const auto word = text.substr(token.begin, token.end - token.begin);
    if (const double value = number_of(word); value > 0) {
      number = value;
    } else if (const double unit = unit_hours(word); unit > 0) {
      return (number > 0 ? number : 1) * unit;
    }
  }
  return 0;
}

void read_measures(const Workspace& work, const std::vector<std::uint32_t>& chunks, Norm& norm) {
  double number = 0;
  for (const auto i : chunks) {
    const auto& chunk = work.chunks[i];
    // "three of our posts": the number goes over the "of".
    if (chunk.kind != ChunkKind::noun && chunk.kind != ChunkKind::preposition) number = 0;
    for (auto k = chunk.first; k < chunk.last; ++k) {
      const Unit& unit = work.units[k];
      if (unit.cls == 'm') {
        number = number_of(words_of(work, unit));
        continue;
      }
      if (unit.cls == 'd' && (unit.hash == hash_of("a") || unit.hash == hash_of("an"))) number = 1;
      if (unit.cls != 'n') continue;
      if (means(unit, c::time_unit_)) {
        if (number == 0) continue;
        const double hours = number * unit_hours(words_of(work, unit));
        const Unit* before = chunk.first > 0 ? &work.units[chunk.first - 1] : nullptr;
        const std::string word = before != nullptr ? normalised(words_of(work, *before)) : std::string{};
        const bool later = word == "no later than" || word == "not later than";
        const bool target = (later && !mentions(norm, Role::time, c::before_posting_)) || word == "within" || word == "in" ||
                            word == "inside" || word == "under";
        const bool waits = mentions(norm, Role::act, c::wait_) || mentions(norm, Role::act, c::submit_) ||
                           mentions(norm, Role::act, c::approve_) || mentions(norm, Role::object, c::approve_) ||
                           mentions(norm, Role::time, c::before_posting_) || word == "least" || word == "at least" ||
                           word == "no less than" || word == "not less than" || word == "until" || word == "for" ||
                           word == "of" || later;
        if (target && !mentions(norm, Role::act, c::approve_)) {
          norm.within_hours = hours;
        } else if (waits) {
          norm.delay_hours = hours;
        } else if (norm.within_hours == 0 && target) {
          norm.within_hours = hours;
        }
        number = 0;
      } else if (number > 0 && (means(unit, c::content_) || means(unit, c::amplify_) || means(unit, c::post_))) {
        norm.quantity = static_cast<std::uint32_t>(number);
        number = 0;
      }
    }
  }
}

}  // namespace engagelint::norm
