#include "norm/lookahead.hpp"

#include "norm/concept_ids.hpp"

namespace engagelint::norm {

bool Lookahead::auxiliary(std::uint32_t i) const {
  if (i >= chunks_.size() || chunks_[i].kind != ChunkKind::verb) return false;
  for (auto k = chunks_[i].first; k < chunks_[i].last; ++k) {
    const char cls = units_[k].cls;
    if (cls == 'M' || cls == 'B' || cls == 'D' || cls == 'H') return true;
  }
  return false;
}

bool Lookahead::statement_ahead(std::uint32_t i, bool own_subject) const {
  bool noun = false;
  for (auto k = i; k < chunks_.size() && k < i + 8; ++k) {
    switch (chunks_[k].kind) {
      case ChunkKind::verb: return auxiliary(k) ? (noun || !own_subject) : (noun && own_subject && k == i + 1 && finite(k));
      case ChunkKind::noun: noun = true; break;
      case ChunkKind::preposition:
      case ChunkKind::adverb:
      case ChunkKind::only:
      case ChunkKind::negation: break;
      default: return false;
    }
  }
  return false;
}

bool Lookahead::finite(std::uint32_t k) const {
  const char first = units_[chunks_[k].first].cls;
  return units_[chunks_[k].last - 1].form == Form::third || first == 'V' || first == 'F';
}

bool Lookahead::only_modal(std::uint32_t verb) const {
  if (units_[chunks_[verb].first].cls != 'M') return false;
  for (auto k = verb + 1; k < chunks_.size(); ++k) {
    if (chunks_[k].kind == ChunkKind::verb || chunks_[k].kind == ChunkKind::deontic) return false;
  }
  return true;
}

bool Lookahead::anything(std::uint32_t i) const {
  const auto& word = units_[chunks_[i].last - 1];
  return means(word, c::p_anything_) || means(word, c::p_nothing_);
}

bool Lookahead::dangling(std::uint32_t i) const {
  const char cls = units_[chunks_[i].last - 1].cls;
  // "are not site managers": there is no verb to wait for.
  if (units_[chunks_[i].first].cls == 'B' && i + 1 < chunks_.size() && chunks_[i + 1].kind == ChunkKind::noun) return false;
  return chunks_[i].kind == ChunkKind::verb && (cls == 'M' || cls == 'D' || cls == 'a' || cls == 'N') && auxiliary(i);
}

bool Lookahead::please_ahead(std::uint32_t i) const { return i < chunks_.size() && chunks_[i].kind == ChunkKind::please; }

bool Lookahead::imperative_ahead(std::uint32_t i) const {
  return i < chunks_.size() && chunks_[i].kind == ChunkKind::verb && units_[chunks_[i].first].cls != 'E' &&
         (units_[chunks_[i].first].cls == 'D' || units_[chunks_[i].first].cls == 'N' ||
          (!auxiliary(i) && units_[chunks_[i].first].form == Form::base));
}

bool Lookahead::verb_list(std::uint32_t i) const { return i > 0 && chunks_[i - 1].kind == ChunkKind::verb && !auxiliary(i + 1); }

bool Lookahead::auxiliary_ahead(std::uint32_t i) const {
  for (auto k = i; k < chunks_.size() && k < i + 3; ++k) {
    if (chunks_[k].kind == ChunkKind::verb) return auxiliary(k);
    if (chunks_[k].kind != ChunkKind::adverb && chunks_[k].kind != ChunkKind::only) return false;
  }
  return false;
}

bool Lookahead::closes(std::uint32_t i) const {
  for (auto k = i; k < chunks_.size(); ++k) {
    if (chunks_[k].kind == ChunkKind::mark && unit(k).cls == ')') return true;
  }
  return false;
}

}  // namespace engagelint::norm
