// The keys and closed lists of a rule file. Internal to src/rule; docs/rule.schema.json says the same.
#pragma once

#include <array>
#include <string_view>

namespace engagelint::keys {

using Word = std::string_view;

inline constexpr std::array<Word, 20> rule{
    "id",         "title",   "severity", "since",   "scope",  "rank",    "additional",    "arguments", "when",   "lower-when",
    "raise-when", "message", "why",      "instead", "labels", "counter", "leave-it-when", "rewrites",  "insert", "examples"};
inline constexpr std::array<Word, 13> required{"id",      "title", "severity", "since",   "scope",         "arguments", "when",
                                               "message", "why",   "instead",  "counter", "leave-it-when", "examples"};
inline constexpr std::array<Word, 2> argument{"id", "stands"};
inline constexpr std::array<Word, 2> labels{"primary", "related"};
inline constexpr std::array<Word, 4> rewrite{"level", "kind", "title", "text"};
inline constexpr std::array<Word, 3> insert{"at", "title-words", "draft"};
inline constexpr std::array<Word, 3> examples{"flags", "silent", "todo"};
inline constexpr std::array<Word, 5> example{"clause", "title", "policy", "quote", "why"};

inline constexpr std::array<Word, 3> severities{"note", "warning", "error"};
inline constexpr std::array<Word, 4> scopes{"norm", "clause", "account", "policy"};
inline constexpr std::array<Word, 2> stands{"says", "derived"};
inline constexpr std::array<Word, 3> levels{"small", "middle", "bold"};
inline constexpr std::array<Word, 3> kinds{"mechanical", "changes-policy", "show-only"};
inline constexpr std::array<Word, 4> insert_places{"clause", "clause-first", "people", "review"};
inline constexpr std::array<Word, 2> truths{"true", "false"};

/// The post's arguments that a rule may rest on.
inline constexpr std::array<Word, 8> arguments{"people-not-brands",     "converse-not-broadcast",      "direct-connection",
                                               "letting-go-of-control", "missing-component",           "start-small",
                                               "no-brand-in-disguise",  "connections-belong-to-people"};

// What a label may stand on, by scope.
inline constexpr std::array<Word, 19> norm_places{
    "norm",       "sentence", "actor",   "others",    "act",       "object",   "topic",  "audience", "channel", "target",
    "instrument", "time",     "purpose", "condition", "exception", "approver", "ground", "quality",  "context"};
inline constexpr std::array<Word, 21> account_places{
    "account", "handle",   "entry",           "name",           "field",    "clause",     "network",   "held-by",
    "purpose", "replies",  "response-within", "administrators", "person",   "written-by", "disclosed", "names-employer",
    "links",   "tracking", "approval",        "ownership",      "successor"};
inline constexpr std::array<Word, 14> clause_places{"clause",   "here",   "there",     "permission", "condition",
                                                    "approver", "term",   "exception", "network",    "reference",
                                                    "handle",   "ground", "hand-off",  "before"};
inline constexpr std::array<Word, 6> policy_places{"policy", "title", "review", "people", "accounts", "sections"};

}  // namespace engagelint::keys
