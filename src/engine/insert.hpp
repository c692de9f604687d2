// Where a drafted part goes, as an edit that follows the quoting and indentation around it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/subject.hpp"

namespace engagelint {

struct Insertion {
  Span place;                ///< empty range where the part would stand
  std::optional<Edit> edit;  ///< none where the surroundings are not in block style: the draft is shown only
};

/// `at` is clause, clause-first, people or review; `draft` is filled already.
[[nodiscard]] Insertion insertion_for(const Subject& subject, std::string_view at, std::string_view title_words,
                                      std::string_view draft);

}  // namespace engagelint
