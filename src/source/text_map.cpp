#include <algorithm>

#include "source/source.hpp"

namespace engagelint {

namespace {

bool is_copy(const TextMap::Run& run) { return run.copied && run.decoded_length == run.source_length; }

Offset decoded_end(const TextMap::Run& run) { return run.decoded + run.decoded_length; }

}  // namespace

TextMap::TextMap(std::vector<Run> runs) {
  if (runs.size() == 1) {
    one_ = runs.front();
  } else {
    many_ = std::move(runs);
  }
}

std::span<const TextMap::Run> TextMap::runs() const {
  if (many_.empty()) return {&one_, 1};
  return many_;
}

/// The last run that begins at or before the place.
std::size_t TextMap::run_at(Offset decoded) const {
  const std::span<const Run> all = runs();
  const auto after =
      std::upper_bound(all.begin(), all.end(), decoded, [](Offset place, const Run& run) { return place < run.decoded; });
  return after == all.begin() ? 0 : static_cast<std::size_t>(after - all.begin()) - 1;
}

Span TextMap::to_source(Span decoded) const {
  const std::span<const Run> all = runs();
  const Run& first = all[run_at(decoded.begin)];
  Offset begin = first.source;
  if (decoded.begin >= decoded_end(first)) {
    begin = first.source + first.source_length;
  } else if (is_copy(first)) {
    begin = first.source + (std::max(decoded.begin, first.decoded) - first.decoded);
  }
  if (decoded.empty()) return {begin, begin};
  const Run& last = all[run_at(decoded.end - 1)];
  Offset end = last.source + last.source_length;
  if (is_copy(last) && decoded.end < decoded_end(last)) end = last.source + (decoded.end - std::min(decoded.end, last.decoded));
  return {begin, std::max(begin, end)};
}

bool TextMap::verbatim(Span decoded) const {
  if (decoded.empty()) return true;
  const std::span<const Run> all = runs();
  const std::size_t last = run_at(decoded.end - 1);
  if (decoded.end > decoded_end(all[last])) return false;
  for (std::size_t at = run_at(decoded.begin);; ++at) {
    if (!is_copy(all[at])) return false;
    if (at == last) return true;
    if (all[at].source + all[at].source_length != all[at + 1].source) return false;
  }
}

}  // namespace engagelint
