// The classes that a unit may have, before one is chosen.
#pragma once

#include "norm/units.hpp"

namespace engagelint::norm {

struct Choices {
  bool verb = false, third = false, past = false, gerund = false, noun = false, plural = false, adjective = false;
  std::uint32_t others = 0;  // one bit for each other class letter
};

inline constexpr std::string_view class_letters = "MNBHDTuswcoPAFdpiam";

inline Choices choices_of(const Unit& unit) {
  Choices out;
  for (const auto& tag : unit.tags) {
    if (tag.cls == 'V') {
      out.verb = out.verb || tag.form == Form::base;
      out.third = out.third || tag.form == Form::third;
      out.past = out.past || tag.form == Form::past || tag.form == Form::participle;
      out.gerund = out.gerund || tag.form == Form::gerund;
    } else if (tag.cls == 'n') {
      out.noun = true;
      out.plural = out.plural || tag.form == Form::third;
    } else if (tag.cls == 'j') {
      out.adjective = true;
    } else if (const auto at = class_letters.find(tag.cls); at != std::string_view::npos) {
      out.others |= 1U << at;
    }
  }
  return out;
}

inline bool has(const Choices& choices, char cls) { return (choices.others >> class_letters.find(cls) & 1U) != 0; }

/// A relative clause stands open before `i`: no mark and no modal of the main statement ended it.
inline bool relative_before(const std::vector<Unit>& units, std::size_t i) {
  while (i > 0) {
    const char cls = units[--i].cls;
    if (cls == 'w') return true;
    if (cls == ';' || cls == ':' || cls == '.' || cls == 'M') return false;
  }
  return false;
}

inline bool is_mark(char cls) {
  return cls == ',' || cls == ';' || cls == ':' || cls == '.' || cls == '?' || cls == '!' || cls == '-' || cls == '(' ||
         cls == ')' || cls == '"';
}

inline bool starts_noun(const Unit* unit) {
  if (unit == nullptr) return false;
  const auto choices = choices_of(*unit);
  if (unit->kind == '@' || unit->kind == '#' || unit->kind == '1' || unit->kind == 'u' || unit->kind == '_') return true;
  if (unit->tags.empty()) return unit->kind == 'w' && unit->cls == 'n';
  return has(choices, 'd') || has(choices, 'p') || choices.noun || choices.adjective || has(choices, 'm') ||
         (choices.past && !choices.verb);
}

inline bool starts_determined(const Unit* unit) {
  if (unit == nullptr) return false;
  const auto choices = choices_of(*unit);
  return has(choices, 'd') || has(choices, 'p') || unit->kind == '@';
}

inline void set_form(Unit& unit) {
  for (const auto& tag : unit.tags) {
    if (fits(unit, tag)) {
      unit.form = tag.form;
      return;
    }
  }
}

}  // namespace engagelint::norm
