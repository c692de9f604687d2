#include <array>

#include "policy/reader.hpp"

namespace engagelint {

namespace {

constexpr std::array<std::string_view, 2> owners{"organization", "person"}, speakers{"organization", "own-work"},
    replies{"on", "off"};
constexpr std::array<std::string_view, 2> truths{"true", "false"};
constexpr std::array<std::string_view, 3> links{"optional", "required", "required on every post"},
    approvals{"none", "profile", "every-post"};
constexpr std::array<std::string_view, 4> person_keys{"name", "role", "speaks-for", "handles"};
constexpr std::array<std::string_view, 17> account_keys{
    "handle",    "network",        "held-by", "purpose",  "replies",  "response-within", "administrators", "person", "written-by",
    "disclosed", "names-employer", "links",   "tracking", "approval", "ownership",       "successor",      "accept"};

Account read_account(const Keys& keys) {
  Account account;
  account.handle = keys.text("handle");
  account.network = keys.text("network");
  account.held_by = keys.one_of("held-by", owners);
  account.purpose = keys.text("purpose");
  account.replies = keys.one_of("replies", replies);
  account.response_within = keys.text("response-within");
  account.person = keys.text("person");
  account.written_by = keys.text("written-by");
  account.disclosed = keys.one_of("disclosed", truths);
  account.names_employer = keys.one_of("names-employer", truths);
  account.links = keys.one_of("links", links);
  account.tracking = keys.one_of("tracking", truths);
  account.approval = keys.one_of("approval", approvals);
  account.ownership = keys.one_of("ownership", owners);
  account.successor = keys.text("successor");
  if (keys.find("administrators") != nullptr) account.administrators = keys.texts("administrators");
  account.accept = read_accept(keys);
  account.span = keys.node().span;
  return account;
}

}  // namespace

void PolicyReader::read_people(const Keys& keys) {
  const Node* list = keys.list("people");
  if (list == nullptr) return;
  for (const Node* node : list->items) {
    Person person;
    person.span = node->span;
    if (node->kind == NodeKind::mapping) {
      const Keys own(*node, "a person", notes_);
      own.check(person_keys);
      person.name = own.text("name");
      person.role = own.text("role");
      person.speaks_for = own.one_of("speaks-for", speakers);
      person.handles = own.texts("handles");
    } else if (node->kind == NodeKind::scalar) {
      notes_.add(NoticeKind::bad_schema, node->place(), "a person is a mapping, not a text",
                 "write `name: " + shortened(node->text.value, 40) + "`");
      person.name = text_of(*node, "a person", notes_);
    } else {
      notes_.add(NoticeKind::bad_schema, node->place(), "a person is a mapping", "write `name:` and `role:`");
      continue;
    }
    out_.people.push_back(std::move(person));
  }
}

void PolicyReader::read_accounts(const Keys& keys) {
  const Node* list = keys.list("accounts");
  if (list == nullptr) return;
  for (const Node* node : list->items) {
    if (node->kind != NodeKind::mapping) {
      notes_.add(NoticeKind::bad_schema, node->place(), "an account is a mapping, not " + std::string(name_of(node->kind)),
                 "write `handle:` and `held-by:`");
      continue;
    }
    const Keys own(*node, "an account", notes_);
    own.check(account_keys);
    out_.accounts.push_back(read_account(own));
  }
}

}  // namespace engagelint
