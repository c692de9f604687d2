// norm: clauses -> what each sentence permits, requires or forbids.
// In: a PolicyDocument. Out: a Reading: norms with every role in its place, and the sentences that could not be read.
// A sentence that carries the sign of a norm and gave none is `unread`: counted and shown, never passed silently.
// "Staff must not reply to members." -> prohibit(staff, reply, members)
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace engagelint {

/// A row of rules/lexicon: staff > volunteers, engage > reply. 0 is "no concept".
enum class Concept : std::uint16_t { none = 0 };

/// What a mentioned concept does in its norm.
enum class Role : std::uint8_t {
  actor,       // who the norm is on
  others,      // who is shut out by an "only"
  act,         // what is done
  object,      // what it is done to or with
  topic,       // what it is about
  audience,    // the people it is done towards
  channel,     // where
  target,      // where a person or a question is sent
  instrument,  // with what words or tools
  time,        // when
  purpose,     // what for
  condition,   // inside if/when/provided: what opens the norm
  approver,    // whose approval is needed
  ground,      // the law or duty that is named
  quality,     // inappropriate, negative, confidential: how the object is described
  exception,   // inside unless/except/without: what lifts it
  context,     // mentioned in the heading, the question before or the clause around it
  count_       // number of roles
};

/// One concept in one role, with the words that say it.
struct Mention {
  Concept concept_id = Concept::none;
  Role role = Role::object;
  Span span;                    ///< in the file
  std::string_view words = {};  ///< in the decoded text
};

enum class Via : std::uint8_t { modal, passive, imperative, heading, nominal, negated, qa, field, declarative };

struct Norm {
  std::uint32_t clause = 0;    ///< index into PolicyDocument::clauses
  std::uint32_t sentence = 0;  ///< index into Reading::sentences
  Modality modality = Modality::none;
  Via via = Via::modal;
  Confidence confidence = Confidence::high;
  Span span;               ///< the norm's own words in the file, without conditions before it
  std::string_view quote;  ///< the same in the decoded text
  std::string_view verb;   ///< its main verb in the decoded text; empty for a noun phrase, and where a deontic word is the verb
  std::vector<Mention> mentions;
  bool every = false;           ///< on each, every or all of the content
  bool only = false;            ///< exclusive
  bool unknown_object = false;  ///< the object's head is a word the lexicon does not know: taken as specific
  bool person = false;          ///< a named person, or "the colleague who", is the target or the approver
  bool situation = false;       ///< holds only in a named situation that is neither approval nor the ordinary case
  bool optional_ = false;       ///< leaves it to the reader ("if you like")
  bool elliptic = false;        ///< "we may not": the verb itself is left to what was said before
  bool savings = false;         ///< "nothing in this policy prevents …": keeps a right rather than giving one
  bool chosen = false;          ///< on those who were designated for it, or to be designated first
  bool on_others = false;       ///< on visitors, members or the organisation rather than on staff
  bool foreign = false;         ///< in the active voice, of a subject that is neither somebody at work nor what they write
  bool narrated = false;        ///< told in the past tense
  double delay_hours = 0;       ///< at the earliest; 0 is none
  double within_hours = 0;      ///< at the latest; 0 is none
  std::uint32_t approvals = 0;  ///< approvals needed before the act; 0: none
  std::uint32_t quantity = 0;   ///< "three posts a month"
};

/// A run of Reading::symbols.
struct Symbols {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Sentence {
  std::uint32_t clause = 0;
  std::int32_t item = -1;  ///< index into Clause::items; -1 the text; -2 the fields
  Span span;               ///< in the file
  std::string_view words;  ///< in the decoded text
  bool normative = false;
  bool unread = false;
  bool reported = false;      ///< what others are quoted with is most of it, or it is quoted or repealed as a whole
  std::vector<Concept> said;  ///< whatever it names, in any role, with the lead or question that it answers
  Symbols own;                ///< its words
  Symbols above;              ///< those of its clause's title, or of the question that it answers
  Symbols section;            ///< those of its section's title
};

/// The whole result of the phase. Views point into the PolicyDocument, which must outlive it.
struct Reading {
  std::vector<Sentence> sentences;
  std::vector<Norm> norms;
  /// The words in their order, one number each: the stem of a word, or one number for all names of staff, of those served, of
  /// gatekeepers, of the organisation, of networks, so that the words of one organisation are those of another.
  std::vector<std::uint32_t> symbols;
};

/// Reads every clause of a policy. Never throws for a bad policy; one pass.
[[nodiscard]] Reading read_norms(const PolicyDocument& policy);

/// "prohibited: staff reply to members, unless approved".
[[nodiscard]] std::string paraphrase(const Norm& norm);

}  // namespace engagelint
