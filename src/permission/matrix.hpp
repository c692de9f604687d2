// Many questions at once: who x action, by audience and channel. In: policies and the words to ask with. Out: a grid of answers,
// ready to be drawn. Groups of people whose answers are all the same share a block.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "permission/permission.hpp"
#include "permission/question.hpp"

namespace engagelint {

/// One answer of the grid.
struct MatrixCell {
  Answer answer = Answer::silent;
  bool discouraged = false;
  std::optional<Answer> before;      ///< under a what-if, where it was another one
  std::vector<std::string> clauses;  ///< that decided, each once
  std::string because;               ///< one sentence
  std::string question;              ///< "may staff reply to members on Instagram"
};

/// Where a column asks.
struct MatrixColumn {
  std::string to;  ///< empty: anyone
  std::string on;  ///< empty: anywhere
};

/// People with the same answers, and those answers: one row an action, one entry a column.
struct MatrixBlock {
  std::vector<std::string> who;
  std::vector<std::vector<MatrixCell>> rows;
};

struct Matrix {
  std::string title;  ///< of the policies
  std::vector<std::string> actions;
  std::vector<MatrixColumn> columns;
  std::vector<MatrixBlock> blocks;
  bool what_if = false;
  std::optional<std::string> error;  ///< a word that is not known; nothing else is filled then
  std::string hint;
};

/// What to ask; an empty list is filled with what the policies speak of.
struct MatrixWords {
  std::vector<std::string> who, actions, to, on;
};

/// `then` empty: no what-if. The grid shows `then` where there is one, with the answers before.
[[nodiscard]] Matrix make_matrix(std::span<const PolicyReading> now, std::span<const PolicyReading> then, MatrixWords words);

/// "yes", "ask first", "no", "silent", "both": the word beside the symbol of an answer.
[[nodiscard]] std::string_view short_word(Answer answer);
/// "✓", "◷", "✗", "·", "≠": what tells answers apart without colour.
[[nodiscard]] std::string_view symbol(Answer answer);

}  // namespace engagelint
