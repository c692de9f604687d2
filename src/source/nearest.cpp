#include "source/nearest.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace engagelint {

namespace {

// No key or closed value is longer; what is longer is prose and near to nothing.
constexpr std::size_t longest_word = 64;

std::string normal(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') {
      out.push_back(static_cast<char>(c - 'A' + 'a'));
    } else {
      out.push_back(c == '_' || c == ' ' ? '-' : c);
    }
  }
  return out;
}

}  // namespace

std::size_t slips(std::string_view left, std::string_view right) {
  std::vector<std::size_t> rows(3 * (right.size() + 1));
  std::size_t* before = rows.data();
  std::size_t* above = before + right.size() + 1;
  std::size_t* row = above + right.size() + 1;
  for (std::size_t j = 0; j <= right.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0U : 1U);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[right.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> known) {
  if (word.empty() || word.size() > longest_word) return {};
  const std::string meant = normal(word);
  std::string_view best;
  std::size_t fewest = 0;
  for (const std::string_view candidate : known) {
    const std::size_t allowed = std::max<std::size_t>(1, std::min(meant.size(), candidate.size()) / 3);
    const std::size_t longer = std::max(meant.size(), candidate.size());
    if (longer - std::min(meant.size(), candidate.size()) > allowed) continue;
    const std::size_t found = slips(meant, normal(candidate));
    // One slip in a word of two letters is another word: "to" is not "on".
    if (found > allowed || (found > 0 && longer < 3)) continue;
    if (best.empty() || found < fewest) {
      best = candidate;
      fewest = found;
    }
  }
  return best;
}

}  // namespace engagelint
