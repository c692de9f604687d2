#include "engine/facts.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "source/prose.hpp"
#include "norm/concepts.hpp"
#include "rule/rule.hpp"

namespace engagelint {
namespace {

using expr::Fact;

template <class View>
struct Row {
  std::string_view name;
  Getter<View> get;
};

std::string_view word_of(Modality modality) {
  constexpr std::string_view words[] = {"none",       "permit", "require",  "prohibit", "recommend",
                                        "discourage", "exempt", "restrict", "sanction", "define"};
  return words[static_cast<std::size_t>(modality)];
}

std::string_view word_of(Via via) {
  constexpr std::string_view words[] = {"modal",   "passive", "imperative", "heading",    "nominal",
                                        "negated", "qa",      "field",      "declarative"};
  return words[static_cast<std::size_t>(via)];
}

std::string_view word_of(AccountTraits::Purpose purpose) {
  constexpr std::string_view words[] = {"none", "converse", "signpost", "announce", "alerts", "other"};
  return words[static_cast<std::size_t>(purpose)];
}

bool has_role(const Norm& norm, Role role) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(), [&](const Mention& mention) { return mention.role == role; });
}

bool has(const Norm& norm, Role role, Concept ancestor) {
  return std::any_of(norm.mentions.begin(), norm.mentions.end(),
                     [&](const Mention& mention) { return mention.role == role && is_a(mention.concept_id, ancestor); });
}

bool instructs(const Norm& norm) {
  return norm.modality == Modality::require ||
         (norm.modality == Modality::recommend && (norm.via == Via::imperative || norm.via == Via::heading));
}

/// "Only X may": somebody may, and everybody else is shut out.
bool reserves(const Norm& norm) { return norm.modality == Modality::restrict_to && has_role(norm, Role::others); }

bool asks_approval(const NormView& view) {
  const Vocabulary& words = view.subject.words;
  if (view.norm.approvals > 0) return true;
  const bool asks = has(view.norm, Role::act, words.approve) || has(view.norm, Role::act, words.submit) ||
                    has(view.norm, Role::act, words.approval_request);
  return asks && instructs(view.norm) &&
         (has(view.norm, Role::object, words.content) || has(view.norm, Role::topic, words.content));
}

/// Another norm of the same sentence has staff answer, and in their own way.
bool answered(const NormView& view) {
  const Vocabulary& words = view.subject.words;
  const auto norms = norms_of(view.subject.reading, view.norm.sentence);
  return std::any_of(norms.begin(), norms.end(), [&](const Norm& other) {
    if (&other == &view.norm || other.on_others || other.only) return false;
    const bool lets = other.modality == Modality::require || other.modality == Modality::permit ||
                      other.modality == Modality::recommend || other.modality == Modality::exempt;
    return lets && other.approvals == 0 && has(other, Role::act, words.engage) && !has(other, Role::act, words.redirect) &&
           other.modality != Modality::exempt;
  });
}

/// Offices and managers that the norm names, each once: the hands that something passes through.
double hands(const NormView& view) {
  const Vocabulary& words = view.subject.words;
  const auto& sentences = view.subject.reading.sentences;
  // "your manager or HR": one of them will do.
  if (view.norm.sentence < sentences.size() && sentences[view.norm.sentence].words.find(" or ") != std::string_view::npos)
    return 1;
  const char* last = nullptr;
  double count = 0;
  for (const Mention& mention : view.norm.mentions) {
    if (mention.role == Role::context || mention.role == Role::actor || mention.role == Role::others) continue;
    const bool office = is_a(mention.concept_id, words.gatekeeper) || is_a(mention.concept_id, words.managers) ||
                        is_a(mention.concept_id, words.executives);
    if (!office || mention.words.data() == last) continue;
    last = mention.words.data();
    count += 1;
  }
  return count;
}

template <Role role>
Fact concepts_in(const NormView& view) {
  return view.lists.of(role);
}

constexpr Row<NormView> norm_rows[] = {
    {"norm.mod", [](const NormView& v) -> Fact { return word_of(v.norm.modality); }},
    {"norm.via", [](const NormView& v) -> Fact { return word_of(v.norm.via); }},
    {"norm.confidence", [](const NormView& v) -> Fact { return name_of(v.norm.confidence); }},
    {"norm.bans",
     [](const NormView& v) -> Fact { return v.norm.modality == Modality::prohibit || v.norm.modality == Modality::discourage; }},
    {"norm.reserves", [](const NormView& v) -> Fact { return reserves(v.norm); }},
    {"norm.limits", [](const NormView& v) -> Fact { return v.norm.modality == Modality::restrict_to && !reserves(v.norm); }},
    {"norm.demands", [](const NormView& v) -> Fact { return instructs(v.norm); }},
    {"norm.allows",
     [](const NormView& v) -> Fact {
       const bool allows =
           v.norm.modality == Modality::permit || v.norm.modality == Modality::exempt || v.norm.modality == Modality::recommend;
       return allows && v.norm.approvals == 0;
     }},
    {"norm.declares",
     [](const NormView& v) -> Fact { return v.norm.modality == Modality::define || v.norm.modality == Modality::none; }},
    {"norm.actor", concepts_in<Role::actor>},
    {"norm.others", concepts_in<Role::others>},
    {"norm.act", concepts_in<Role::act>},
    {"norm.object", concepts_in<Role::object>},
    {"norm.topic", concepts_in<Role::topic>},
    {"norm.audience", concepts_in<Role::audience>},
    {"norm.channel", concepts_in<Role::channel>},
    {"norm.target", concepts_in<Role::target>},
    {"norm.instrument", concepts_in<Role::instrument>},
    {"norm.time", concepts_in<Role::time>},
    {"norm.purpose", concepts_in<Role::purpose>},
    {"norm.condition", concepts_in<Role::condition>},
    {"norm.exception", concepts_in<Role::exception>},
    {"norm.approver", concepts_in<Role::approver>},
    {"norm.ground", concepts_in<Role::ground>},
    {"norm.quality", concepts_in<Role::quality>},
    {"norm.context", concepts_in<Role::context>},
    {"norm.any", [](const NormView& v) -> Fact { return v.lists.any(); }},
    {"norm.said", [](const NormView& v) -> Fact { return v.lists.said(); }},
    {"norm.around", [](const NormView& v) -> Fact { return v.lists.around(); }},
    {"norm.answered", [](const NormView& v) -> Fact { return answered(v); }},
    {"norm.approval", [](const NormView& v) -> Fact { return asks_approval(v); }},
    {"norm.every", [](const NormView& v) -> Fact { return v.norm.every; }},
    {"norm.only", [](const NormView& v) -> Fact { return v.norm.only; }},
    {"norm.person", [](const NormView& v) -> Fact { return v.norm.person; }},
    {"norm.situation", [](const NormView& v) -> Fact { return v.norm.situation; }},
    {"norm.optional", [](const NormView& v) -> Fact { return v.norm.optional_; }},
    {"norm.narrow", [](const NormView& v) -> Fact { return v.traits.narrow; }},
    {"norm.grounded", [](const NormView& v) -> Fact { return v.traits.grounded; }},
    {"norm.unknown-object", [](const NormView& v) -> Fact { return v.norm.unknown_object; }},
    {"norm.delay", [](const NormView& v) -> Fact { return v.norm.delay_hours; }},
    {"norm.within", [](const NormView& v) -> Fact { return v.norm.within_hours; }},
    {"norm.approvals", [](const NormView& v) -> Fact { return static_cast<double>(v.norm.approvals); }},
    {"norm.hands", [](const NormView& v) -> Fact { return hands(v); }},
    {"norm.quantity", [](const NormView& v) -> Fact { return static_cast<double>(v.norm.quantity); }},
    {"norm.structured", [](const NormView& v) -> Fact { return v.norm.via == Via::field; }},
    {"norm.text",
     [](const NormView& v) -> Fact {
       const auto& sentences = v.subject.reading.sentences;
       return v.norm.sentence < sentences.size() ? sentences[v.norm.sentence].words : v.norm.quote;
     }},
};

template <Part part>
Fact has_part(const Subject& subject) {
  return subject.whole.has_part(part);
}

constexpr Row<Subject> policy_rows[] = {
    {"policy.clauses", [](const Subject& s) -> Fact { return static_cast<double>(s.policy.clauses.size()); }},
    {"policy.permits-engagement", has_part<Part::permission>},
    {"policy.listens", has_part<Part::listen>},
    {"policy.hands-over", has_part<Part::handoff>},
    {"policy.has-response-target", has_part<Part::response_target>},
    {"policy.has-disclosure", has_part<Part::disclosure>},
    {"policy.has-own-voice", has_part<Part::own_voice>},
    {"policy.has-guidelines", has_part<Part::guidelines>},
    {"policy.has-contact", has_part<Part::contact>},
    {"policy.has-confidential-list", has_part<Part::confidential_list>},
    {"policy.starts-small", has_part<Part::start_small>},
    {"policy.has-training", has_part<Part::training>},
    {"policy.has-worktime", has_part<Part::worktime>},
    {"policy.channels-open", has_part<Part::channels_open>},
    {"policy.covers-mistakes", has_part<Part::mistakes>},
    {"policy.protects-staff", has_part<Part::protect_staff>},
    {"policy.covers-leaving", has_part<Part::leaving>},
    {"policy.has-savings", has_part<Part::savings>},
    {"policy.has-review", has_part<Part::review>},
    {"policy.review-set", [](const Subject& s) -> Fact { return s.policy.review.has_value(); }},
    {"policy.review-past", [](const Subject& s) -> Fact { return s.whole.review_past; }},
    {"policy.names-people", [](const Subject& s) -> Fact { return s.whole.names_people; }},
    {"policy.names-roles", [](const Subject& s) -> Fact { return s.whole.names_roles; }},
    {"policy.permits-own-accounts", [](const Subject& s) -> Fact { return s.whole.permits_own_accounts; }},
    {"policy.staff-safety", [](const Subject& s) -> Fact { return s.whole.staff_safety; }},
    {"policy.incident", [](const Subject& s) -> Fact { return s.whole.incident; }},
    {"policy.response-target-in-text", [](const Subject& s) -> Fact { return s.whole.target_in_text; }},
    {"policy.written-agreement", [](const Subject& s) -> Fact { return s.whole.written_agreement; }},
    {"policy.tracking-voluntary", [](const Subject& s) -> Fact { return s.whole.tracking_voluntary; }},
    {"policy.people", [](const Subject& s) -> Fact { return static_cast<double>(s.whole.named_humans); }},
    {"policy.people-behind-accounts",
     [](const Subject& s) -> Fact { return static_cast<double>(s.whole.people_behind_accounts); }},
    {"policy.restrictions", [](const Subject& s) -> Fact { return static_cast<double>(s.whole.restrictions); }},
    {"policy.permissions", [](const Subject& s) -> Fact { return static_cast<double>(s.whole.permissions); }},
    {"policy.restrictions-per-permission", [](const Subject& s) -> Fact { return s.whole.restrictions_per_permission(); }},
    {"policy.person-accounts", [](const Subject& s) -> Fact { return static_cast<double>(s.whole.person_accounts); }},
    {"policy.organization-accounts", [](const Subject& s) -> Fact { return static_cast<double>(s.whole.organization_accounts); }},
};

std::string_view value_of(const std::optional<Text>& text) { return text ? std::string_view(text->value) : std::string_view{}; }

template <std::optional<Text> Account::*field>
Fact word_in(const AccountView& view) {
  return view.account.entry ? value_of(view.account.entry->*field) : std::string_view{};
}

template <std::optional<Text> Account::*field>
Fact is_given(const AccountView& view) {
  return view.account.entry && (view.account.entry->*field) && normal((view.account.entry->*field)->value) != " ";
}

bool is(const AccountView& view, std::optional<Text> Account::*field, std::string_view value) {
  return view.account.entry && view.account.entry->*field && same_words((view.account.entry->*field)->value, value);
}

constexpr Row<AccountView> account_rows[] = {
    {"account.listed", [](const AccountView& v) -> Fact { return v.account.entry != nullptr; }},
    {"account.held-by",
     [](const AccountView& v) -> Fact {
       return v.account.by_person         ? std::string_view("person")
              : v.account.by_organization ? std::string_view("organization")
                                          : std::string_view{};
     }},
    {"account.network", word_in<&Account::network>},
    {"account.purpose", [](const AccountView& v) -> Fact { return word_of(v.account.purpose); }},
    {"account.replies", word_in<&Account::replies>},
    {"account.approval", word_in<&Account::approval>},
    {"account.ownership", word_in<&Account::ownership>},
    {"account.links-required",
     [](const AccountView& v) -> Fact { return v.account.entry && says(normal(value_of(v.account.entry->links)), "required"); }},
    {"account.tracking",
     [](const AccountView& v) -> Fact { return is(v, &Account::tracking, "true") || is(v, &Account::tracking, "yes"); }},
    {"account.disclosed",
     [](const AccountView& v) -> Fact {
       return v.account.says_disclosed || is(v, &Account::disclosed, "true") || is(v, &Account::disclosed, "yes");
     }},
    {"account.hides-employer",
     [](const AccountView& v) -> Fact {
       return is(v, &Account::names_employer, "false") || is(v, &Account::names_employer, "no");
     }},
    {"account.has-person", is_given<&Account::person>},
    {"account.has-writer", is_given<&Account::written_by>},
    {"account.has-successor", is_given<&Account::successor>},
    {"account.has-response-target", is_given<&Account::response_within>},
    {"account.administrators",
     [](const AccountView& v) -> Fact {
       return v.account.entry && v.account.entry->administrators ? static_cast<double>(v.account.entry->administrators->size())
                                                                 : 0.0;
     }},
    {"account.announcing-words", [](const AccountView& v) -> Fact { return v.account.announcing_words; }},
    {"account.duty-desk", [](const AccountView& v) -> Fact { return v.account.duty_desk; }},
    {"account.named-owner", [](const AccountView& v) -> Fact { return v.account.named_owner; }},
    {"account.team-entry", [](const AccountView& v) -> Fact { return v.account.team_entry; }},
    {"account.organization-handle", [](const AccountView& v) -> Fact { return v.account.organization_handle; }},
    {"account.written-by-other", [](const AccountView& v) -> Fact { return v.account.written_by_other; }},
    {"account.in-people", [](const AccountView& v) -> Fact { return v.account.owner != nullptr; }},
    {"account.unknown-person", [](const AccountView& v) -> Fact { return v.account.unknown_person; }},
    {"account.duplicate-purpose", [](const AccountView& v) -> Fact { return v.account.duplicate_purpose; }},
    {"account.first-by-organization", [](const AccountView& v) -> Fact { return v.account.first_by_organization; }},
    {"account.first-by-person", [](const AccountView& v) -> Fact { return v.account.first_by_person; }},
    {"account.text-disagrees", [](const AccountView& v) -> Fact { return v.account.contradicted != nullptr; }},
};

constexpr Row<ClauseView> clause_rows[] = {
    {"clause.contradicts", [](const ClauseView& v) -> Fact { return v.traits.contradicts; }},
    {"clause.taken-by", [](const ClauseView& v) -> Fact { return v.traits.taken_by; }},
    {"clause.hollow-permission", [](const ClauseView& v) -> Fact { return v.traits.hollow_permission; }},
    {"clause.unmet-condition", [](const ClauseView& v) -> Fact { return v.traits.unmet; }},
    {"clause.nameless-approver", [](const ClauseView& v) -> Fact { return v.traits.nameless_approver; }},
    {"clause.committee", [](const ClauseView& v) -> Fact { return v.traits.committee; }},
    {"clause.undefined-term", [](const ClauseView& v) -> Fact { return v.traits.undefined; }},
    {"clause.open-exception", [](const ClauseView& v) -> Fact { return v.traits.open_exception; }},
    {"clause.closed-network", [](const ClauseView& v) -> Fact { return v.traits.closed_network; }},
    {"clause.dead-reference", [](const ClauseView& v) -> Fact { return v.traits.dead_reference; }},
    {"clause.hand-offs", [](const ClauseView& v) -> Fact { return static_cast<double>(v.traits.hand_offs); }},
    {"clause.reaches", [](const ClauseView& v) -> Fact { return v.traits.reaches; }},
    {"clause.overreach", [](const ClauseView& v) -> Fact { return v.traits.overreach; }},
    {"clause.unlisted-handle", [](const ClauseView& v) -> Fact { return v.traits.unlisted_handle; }},
};

/// Facts about the whole policy may be used in conditions on its accounts and clauses too.
template <std::size_t at, class View>
Fact of_policy(const View& view) {
  return policy_rows[at].get(view.subject);
}

template <class View, std::size_t... at>
constexpr auto borrowed(std::index_sequence<at...>) {
  return std::array<Row<View>, sizeof...(at)>{Row<View>{policy_rows[at].name, &of_policy<at, View>}...};
}

/// Own facts first and those of the policy behind, as schemas have them.
template <class View, std::size_t own>
constexpr auto with_policy(const Row<View> (&rows)[own]) {
  constexpr std::size_t shared = std::size(policy_rows);
  std::array<Row<View>, own + shared> all{};
  std::copy(std::begin(rows), std::end(rows), all.begin());
  const auto behind = borrowed<View>(std::make_index_sequence<shared>{});
  std::copy(behind.begin(), behind.end(), all.begin() + own);
  return all;
}

template <class Rows>
constexpr auto getters_of(const Rows& rows) {
  std::array<decltype(std::begin(rows)->get), std::size(Rows{})> getters{};
  std::transform(std::begin(rows), std::end(rows), getters.begin(), [](const auto& row) { return row.get; });
  return getters;
}

template <class Rows>
std::vector<std::string_view> names_of(const Rows& rows) {
  std::vector<std::string_view> names;
  names.reserve(std::size(rows));
  for (const auto& row : rows) names.push_back(row.name);
  return names;
}

constexpr auto norm_all = with_policy(norm_rows);
constexpr auto account_all = with_policy(account_rows);
constexpr auto clause_all = with_policy(clause_rows);
constexpr auto policy_all = std::to_array(policy_rows);

constexpr auto norm_getters = getters_of(norm_all);
constexpr auto account_getters = getters_of(account_all);
constexpr auto clause_getters = getters_of(clause_all);
constexpr auto policy_getters = getters_of(policy_all);

}  // namespace

FactTables fact_tables() {
  return {.norm = norm_getters,
          .norm_own = std::size(norm_rows),
          .account = account_getters,
          .clause = clause_getters,
          .policy = policy_getters};
}

std::vector<std::string_view> fetched(Scope scope) {
  switch (scope) {
    case Scope::norm: return names_of(norm_all);
    case Scope::account: return names_of(account_all);
    case Scope::clause: return names_of(clause_all);
    case Scope::policy: return names_of(policy_all);
  }
  return {};
}

}  // namespace engagelint
