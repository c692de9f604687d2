// The author's own words with every place that matters underlined.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/layout.hpp"
#include "source/source.hpp"

namespace engagelint::render {

struct Mark {
  Span span;
  std::string_view words;  ///< said behind or below the underline; may be empty
  bool primary = false;
};

struct SnippetOptions {
  std::size_t width = 100;  ///< cells of a line, gutter included
  std::size_t gutter = 2;   ///< digits of the largest line number shown
  Ink ink = Ink::error;     ///< of the primary underline
};

/// The lines of the marks with carets under the primary one and dashes under the others. Lines longer than the
/// width are cut around the marks; long ranges show their first lines and their last.
[[nodiscard]] std::string snippet(const SourceFile& file, const std::vector<Mark>& marks, const SnippetOptions& options,
                                  const Paint& paint);

/// Digits needed for the line numbers of these marks.
[[nodiscard]] std::size_t gutter_of(const SourceFile& file, const std::vector<Mark>& marks);

}  // namespace engagelint::render
