// What a title, or the lead of a list, carries to what stands under it.
#pragma once

#include <optional>

#include "norm/builder.hpp"

namespace engagelint::norm {

struct Heading {
  Source source;
  bool question = false;
  bool from_section = false;
  bool bare = false;               ///< no more than a sign: "Never", "Do"
  bool carries = false;            ///< its words stand in front of each item: "Employees must not"
  bool whole = false;              ///< a statement of its own, which only a fragment can continue
  bool complete = false;           ///< a comma belongs between it and the item: "When a member writes,"
  std::vector<Mention> mentions;   ///< what a topical title speaks of, as context for its items
  std::optional<Mention> subject;  ///< whom a modal in it speaks of: "Visitors must not"
  std::vector<Concept> signs;      ///< the signs in it
  Context context;                 ///< what it says by itself: "Never", "Examples of rules we dropped"

  /// Whether it says of what stands under it that it is asked, allowed or forbidden.
  [[nodiscard]] bool rules() const { return carries || context.carried != Modality::none; }
};

/// Reads a clause's or a section's title, or the sentence that a list goes on from. `work` is scratch.
[[nodiscard]] Heading read_heading(const Source& title, const LocalWords& local, Workspace& work);

/// Sets the flags of a context from the markers that stand in a text.
void apply_markers(const std::vector<std::uint16_t>& markers, Context& context);

}  // namespace engagelint::norm
