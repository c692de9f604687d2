// Reads a policy's clauses one after the other, with what each carries into the next: titles, questions, the sentence before.
// read_norms.cpp reads texts and fields, questions.cpp the questions and what answers them.
#pragma once

#include "norm/builder.hpp"
#include "norm/headings.hpp"
#include "norm/local_words.hpp"
#include "norm/sentences.hpp"
#include "norm/symbols.hpp"

namespace engagelint::norm {

class Reader {
 public:
  explicit Reader(const PolicyDocument& policy) : policy_(policy), local_(local_words(policy)) {}

  /// Everything of the policy, once.
  Reading run();

 private:
  void clause(std::uint32_t index);
  Heading heading_of(const Source& source);
  Heading section_heading(const Clause& clause) const;
  Context context_of(const Clause& clause, const Heading& heading) const;
  /// Returns where its last sentence stands in it.
  Span text(std::uint32_t index, std::int32_t item, const Text& words, const Heading& heading);
  void lead(const Source& sentence, Heading& heading);
  void one_sentence(const Text& words, const SentencePart& part, const Heading& heading, bool item);
  void name_all();
  Symbols symbols_above(const Source& source);
  static bool clause_title_closed(const Clause& clause);
  bool has_statement(const Text& words, bool whole);
  void prepend(const Heading& heading);
  bool read_units(const Context& context);

  // questions.cpp
  bool answer();
  bool names_who();
  void ask_of_them(const Source& question);
  void turn_back();
  static bool may_be(const Unit& unit, char cls);
  std::size_t read_question();
  bool conditional();
  bool completed();
  bool elaborates();
  void remember_question();

  void remember(const Norm& norm);
  void after(std::size_t before, bool sign, const Context& context);
  [[nodiscard]] bool belongs_to_staff(const Mention& mention) const;
  [[nodiscard]] bool is_other(const Mention& mention) const;
  [[nodiscard]] bool on_others(const Norm& norm, const Context& context) const;
  void fields(std::uint32_t index);

  const PolicyDocument& policy_;
  LocalWords local_;
  Workspace work_;
  std::vector<Token> sentence_tokens_;  // of the sentence at hand, read once
  std::vector<Heading> sections_;
  std::vector<Symbols> section_symbols_;
  Symbols above_;
  std::vector<Mention> previous_;  // of the sentence before
  std::vector<Mention> title_;     // of a topical title
  Source question_;
  const Text* answer_text_ = nullptr;
  Span answer_part_;
  std::vector<std::uint16_t> question_markers_;
  Modality question_sign_ = Modality::none;  // "What is not allowed?" forbids what the answer names
  Reading out_;
};

}  // namespace engagelint::norm
