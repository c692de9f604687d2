// rules/clauses/*.tsv -> labelled clauses, read as the clauses of a policy are. Only what learns includes this.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "norm/norm.hpp"
#include "policy/policy.hpp"

namespace engagelint::classifier {

/// One line of such a file.
struct Labelled {
  std::string label;    ///< id of a rule, or `-`: fair
  std::string title;    ///< heading or lead above it; may be empty
  std::string text;     ///< one or several sentences
  std::string section;  ///< title of the section that it stands in; may be empty
  Span marked;          ///< in `text`: the words that the label is about; empty: all of them
  std::string where;    ///< file:line, for messages
};

/// Throws std::runtime_error with file and line where a line has not three columns or four.
[[nodiscard]] std::vector<Labelled> read_labelled(const std::string& path);

/// A policy of one clause that says so, and what was read in it. Norms and sentences point into `policy`.
struct LabelledReading {
  std::unique_ptr<PolicyDocument> policy;
  Reading reading;
};
[[nodiscard]] LabelledReading read_clause(const Labelled& labelled);

/// The label of sentence `index`: the clause's where it stands in the marked words, else fair. Throws std::runtime_error where a
/// clause of several sentences is not fair and has no marks.
[[nodiscard]] std::string_view label_of(const Labelled& labelled, const LabelledReading& read, std::size_t index);

}  // namespace engagelint::classifier
