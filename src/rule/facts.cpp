#include "rule/facts.hpp"

#include <array>

namespace engagelint {
namespace {

using expr::FactInfo;

namespace rows {

using enum expr::Type;

// clang-format off
constexpr std::array policy_facts{
    FactInfo{"policy.clauses", number, "", "clauses it has"},
    FactInfo{"policy.permits-engagement", boolean, "", "a clause lets staff engage, answer or hand over without asking"},
    FactInfo{"policy.listens", boolean, "", "listening to and answering members is a purpose"},
    FactInfo{"policy.hands-over", boolean, "", "it says how to bring in the colleague who can help"},
    FactInfo{"policy.has-response-target", boolean, "", "it gives a time within which a member hears back"},
    FactInfo{"policy.has-disclosure", boolean, "", "it says how to say where you work"},
    FactInfo{"policy.has-own-voice", boolean, "", "it asks for own words, the first person"},
    FactInfo{"policy.has-guidelines", boolean, "", "guidelines and judgment stand in place of approval"},
    FactInfo{"policy.has-contact", boolean, "", "a named person to ask in doubt"},
    FactInfo{"policy.has-confidential-list", boolean, "", "a finite list of what not to share"},
    FactInfo{"policy.starts-small", boolean, "", "somebody starts, and it is reviewed"},
    FactInfo{"policy.has-training", boolean, "", "training, a course or a buddy"},
    FactInfo{"policy.has-worktime", boolean, "", "working time is given for it"},
    FactInfo{"policy.channels-open", boolean, "", "no clause ties the permission to some networks"},
    FactInfo{"policy.covers-mistakes", boolean, "", "it says what happens after a mistake"},
    FactInfo{"policy.protects-staff", boolean, "", "it supports staff who are attacked"},
    FactInfo{"policy.covers-leaving", boolean, "", "it says what happens to accounts and connections when someone leaves"},
    FactInfo{"policy.has-savings", boolean, "", "a clause on rights that stay untouched"},
    FactInfo{"policy.has-review", boolean, "", "an owner or a date of review, by key or by clause"},
    FactInfo{"policy.review-set", boolean, "", "the key `review` is there"},
    FactInfo{"policy.review-past", boolean, "", "the date in `review` lies in the past"},
    FactInfo{"policy.names-people", boolean, "", "somebody is named whom members can go to"},
    FactInfo{"policy.names-roles", boolean, "", "roles stand where people could be named"},
    FactInfo{"policy.permits-own-accounts", boolean, "", "a clause lets staff use their own accounts"},
    FactInfo{"policy.staff-safety", boolean, "", "the safety of staff is named as a ground"},
    FactInfo{"policy.incident", boolean, "", "it speaks of an incident with an end"},
    FactInfo{"policy.response-target-in-text", boolean, "", "a clause gives a time within which a member hears back"},
    FactInfo{"policy.written-agreement", boolean, "", "a clause speaks of an agreement in writing with the person"},
    FactInfo{"policy.tracking-voluntary", boolean, "", "a clause says that tracking is voluntary"},
    FactInfo{"policy.people", number, "", "named people in `people` and `accounts`"},
    FactInfo{"policy.people-behind-accounts", number, "", "different people behind the person accounts"},
    FactInfo{"policy.restrictions", number, "", "bans and approvals on talking, answering and posting, narrow ones aside"},
    FactInfo{"policy.permissions", number, "", "permissions to talk that stand on their own"},
    FactInfo{"policy.restrictions-per-permission", number, "", "of the two the one by the other; 0 where there is no permission"},
    FactInfo{"policy.person-accounts", number, "", "accounts held by a person"},
    FactInfo{"policy.organization-accounts", number, "", "accounts held by the organisation"},
};

constexpr std::array norm_facts{
    FactInfo{"norm.mod", word, "none permit require prohibit recommend discourage exempt restrict sanction define",
             "what the norm does"},
    FactInfo{"norm.via", word, "modal passive imperative heading nominal negated qa field declarative", "how it was said"},
    FactInfo{"norm.confidence", word, "low medium high", "how sure the reading is"},
    FactInfo{"norm.bans", boolean, "", "it says not to do the act: prohibit or discourage", "prohibit discourage"},
    FactInfo{"norm.reserves", boolean, "", "somebody may and others are shut out: only X may", "restrict"},
    FactInfo{"norm.limits", boolean, "", "an `only` on object, channel, time or manner", "restrict"},
    FactInfo{"norm.demands", boolean, "", "it tells to do the act: require, or recommend in the imperative or a heading", "require recommend"},
    FactInfo{"norm.allows", boolean, "", "permit, exempt or recommend, without an approval", "permit exempt recommend"},
    FactInfo{"norm.declares", boolean, "", "a statement without a modal: the account is for announcements", "none define"},
    FactInfo{"norm.actor", concepts, "", "who the norm is on; staff where nobody is named"},
    FactInfo{"norm.others", concepts, "", "who is shut out by an `only`"},
    FactInfo{"norm.act", concepts, "", "what is done"},
    FactInfo{"norm.object", concepts, "", "what it is done to or with"},
    FactInfo{"norm.topic", concepts, "", "what it is about"},
    FactInfo{"norm.audience", concepts, "", "the people it is done towards"},
    FactInfo{"norm.channel", concepts, "", "where"},
    FactInfo{"norm.target", concepts, "", "where a person or a question is sent"},
    FactInfo{"norm.instrument", concepts, "", "with what words or tools"},
    FactInfo{"norm.time", concepts, "", "when"},
    FactInfo{"norm.purpose", concepts, "", "what for"},
    FactInfo{"norm.condition", concepts, "", "inside if, when, provided: what opens the norm"},
    FactInfo{"norm.exception", concepts, "", "inside unless, except, without: what lifts it"},
    FactInfo{"norm.approver", concepts, "", "whose approval is needed"},
    FactInfo{"norm.ground", concepts, "", "the law or duty that is named"},
    FactInfo{"norm.quality", concepts, "", "how the object is described: negative, confidential"},
    FactInfo{"norm.context", concepts, "", "mentioned in the heading, the question or the sentence before"},
    FactInfo{"norm.any", concepts, "", "everything mentioned but exceptions and the context"},
    FactInfo{"norm.said", concepts, "", "everything that its sentence names, in any role, with the lead or question it answers"},
    FactInfo{"norm.around", concepts, "", "the same, with the context and the sentences before and after"},
    FactInfo{"norm.answered", boolean, "", "beside it, staff are asked or allowed to answer"},
    FactInfo{"norm.approval", boolean, "", "an approval is needed before the act"},
    FactInfo{"norm.every", boolean, "", "on each, every or all of the content"},
    FactInfo{"norm.only", boolean, "", "it says only, solely, exclusively"},
    FactInfo{"norm.person", boolean, "", "a named person, or the colleague who can, is the target or the approver"},
    FactInfo{"norm.situation", boolean, "", "it holds in a named situation only"},
    FactInfo{"norm.optional", boolean, "", "it leaves the act to the reader"},
    FactInfo{"norm.narrow", boolean, "", "a narrow, fair scope was recognised"},
    FactInfo{"norm.grounded", boolean, "", "any ground is named"},
    FactInfo{"norm.unknown-object", boolean, "", "the object is a word the lexicon does not know, so taken as specific"},
    FactInfo{"norm.delay", number, "", "hours to wait, at the earliest; 0 is none"},
    FactInfo{"norm.within", number, "", "hours, at the latest; 0 is none"},
    FactInfo{"norm.approvals", number, "", "approvals needed one after the other"},
    FactInfo{"norm.hands", number, "", "offices and managers it names, other than whom it is on"},
    FactInfo{"norm.quantity", number, "", "posts asked for"},
    FactInfo{"norm.structured", boolean, "", "it comes from the keys of a clause"},
    FactInfo{"norm.text", word, "", "the words of the sentence; a last resort"},
};

constexpr std::array account_facts{
    FactInfo{"account.listed", boolean, "", "it is an entry of `accounts`, not only a handle of `people`"},
    FactInfo{"account.held-by", word, "person organization", "who holds it; empty where it is not said"},
    FactInfo{"account.network", word, "", "its network"},
    FactInfo{"account.purpose", word, "none converse signpost announce alerts other", "its purpose; other is free text"},
    FactInfo{"account.replies", word, "on off", "empty where it is not said"},
    FactInfo{"account.approval", word, "none profile every-post", "empty where it is not said"},
    FactInfo{"account.ownership", word, "person organization", "empty where it is not said"},
    FactInfo{"account.links-required", boolean, "", "every post has to link"},
    FactInfo{"account.tracking", boolean, "", "posts are tracked"},
    FactInfo{"account.disclosed", boolean, "", "the profile says that somebody else writes"},
    FactInfo{"account.hides-employer", boolean, "", "the profile does not say where the person works"},
    FactInfo{"account.has-person", boolean, "", "`person` is given"},
    FactInfo{"account.has-writer", boolean, "", "`written-by` is given"},
    FactInfo{"account.has-successor", boolean, "", "`successor` is given"},
    FactInfo{"account.has-response-target", boolean, "", "`response-within` is given"},
    FactInfo{"account.administrators", number, "", "entries of `administrators`"},
    FactInfo{"account.announcing-words", boolean, "", "the free text of `purpose` speaks of announcing only"},
    FactInfo{"account.duty-desk", boolean, "", "a rotating desk that signs with initials"},
    FactInfo{"account.named-owner", boolean, "", "`person` or an administrator is a person's name"},
    FactInfo{"account.team-entry", boolean, "", "a department, role or mailbox stands where a person should"},
    FactInfo{"account.organization-handle", boolean, "", "the handle is made of the organisation's name only"},
    FactInfo{"account.written-by-other", boolean, "", "`written-by` is not the `person`"},
    FactInfo{"account.in-people", boolean, "", "its handle stands in `people`"},
    FactInfo{"account.unknown-person", boolean, "", "it names somebody who is not in `people`, which exists"},
    FactInfo{"account.duplicate-purpose", boolean, "", "another account of the organisation has the same network and purpose"},
    FactInfo{"account.first-by-organization", boolean, "", "the first account held by the organisation"},
    FactInfo{"account.first-by-person", boolean, "", "the first account held by a person"},
    FactInfo{"account.text-disagrees", boolean, "", "a clause says the opposite of one of its fields"},
};

constexpr std::array clause_facts{
    FactInfo{"clause.contradicts", boolean, "", "it takes back what its keys or another clause give, or gives what a common policy takes back"},
    FactInfo{"clause.taken-by", word, "none ban advice approval", "how it is taken back; none where nothing is"},
    FactInfo{"clause.hollow-permission", boolean, "", "the first permission to engage, where each needs approval or discretion"},
    FactInfo{"clause.unmet-condition", boolean, "", "the first permission for the trained, where nothing else is said of training"},
    FactInfo{"clause.nameless-approver", boolean, "", "the first approval by an office, where there is neither a name nor a time"},
    FactInfo{"clause.committee", boolean, "", "that office is a committee"},
    FactInfo{"clause.undefined-term", boolean, "", "it is for the authorised, and nobody says who that is"},
    FactInfo{"clause.open-exception", boolean, "", "it forbids but in cases that it does not name, and nothing else permits"},
    FactInfo{"clause.closed-network", boolean, "", "it is for a network that has closed"},
    FactInfo{"clause.dead-reference", boolean, "", "it leans on something that is not there"},
    FactInfo{"clause.hand-offs", number, "", "hand-offs of a member's question on the longest way that it carries on; 0: it carries none on"},
    FactInfo{"clause.reaches", word, "none person team generic dead-end", "where that way ends; none where there is none"},
    FactInfo{"clause.overreach", boolean, "", "a finding stands although it names a ground: the ground covers less"},
    FactInfo{"clause.unlisted-handle", boolean, "", "it names a handle that is neither in `accounts` nor in `people`"},
};
// clang-format on

}  // namespace rows

template <std::size_t own, std::size_t shared>
constexpr auto joined(const std::array<FactInfo, own>& first, const std::array<FactInfo, shared>& behind) {
  std::array<FactInfo, own + shared> all{};
  for (std::size_t i = 0; i < own; ++i) all[i] = first[i];
  for (std::size_t i = 0; i < shared; ++i) all[own + i] = behind[i];
  return all;
}

constexpr auto norm_scope = joined(rows::norm_facts, rows::policy_facts);
constexpr auto clause_scope = joined(rows::clause_facts, rows::policy_facts);
constexpr auto account_scope = joined(rows::account_facts, rows::policy_facts);

}  // namespace

std::span<const FactInfo> facts_of(Scope scope) {
  switch (scope) {
    case Scope::norm: return norm_scope;
    case Scope::clause: return clause_scope;
    case Scope::account: return account_scope;
    case Scope::policy: return rows::policy_facts;
  }
  return {};
}

std::string_view name_of(Scope scope) {
  constexpr std::string_view names[] = {"norm", "clause", "account", "policy"};
  return names[static_cast<std::size_t>(scope)];
}

expr::Schema schema_of(Scope scope, const expr::ConceptTable& concepts_known) { return {facts_of(scope), concepts_known}; }

}  // namespace engagelint
