// One text -> its sentences.
#pragma once

#include <string_view>
#include <vector>

#include "source/source.hpp"

namespace engagelint::norm {

struct SentencePart {
  Span span;  ///< in the decoded text, blanks around it left out
  bool question = false;
  bool answer = false;  ///< opened by "A:"
};

/// Does not split at abbreviations, numbers, handles, addresses, ellipses or inside brackets and quotations.
void split_sentences(std::string_view text, std::vector<SentencePart>& out);

}  // namespace engagelint::norm
