#include "norm/told_audience.hpp"

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {
namespace {

bool subject_is_audience(const std::vector<Unit>& units) {
  for (const auto& unit : units) {
    if (unit.cls == 'n') return may_mean(unit, c::audience_);
    if (unit.cls == 'M' || unit.cls == 'B') return false;
  }
  return false;
}

}  // namespace

bool told_audience(const std::vector<Unit>& units, std::size_t i) {
  bool tells = false;
  for (const auto& tag : units[i].tags) {
    const Concept x{tag.concept_id};
    tells = tells || (tag.cls == 'V' && (is_a(x, c::redirect_) || is_a(x, c::notify_) || is_a(x, c::ask_)));
  }
  if (!tells) return false;
  if (subject_is_audience(units)) return true;
  while (i > 0) {
    --i;
    const char cls = units[i].cls;
    if (cls == 'w' || cls == 's' || cls == ';') return subject_is_audience(units);
    if (cls == 'n') return may_mean(units[i], c::audience_) || !may_mean(units[i], c::actor_);
    if (cls == 'p') return false;
  }
  return false;
}

}  // namespace engagelint::norm
