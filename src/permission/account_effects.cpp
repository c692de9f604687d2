// The keys of `accounts` -> effects: who runs an account may post there, `replies: off` closes it, `approval` gates it.
// Each speaks of its own account alone: a kind of account on one network.
#include <algorithm>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "permission/effect.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using Kind = Effect::Kind;

std::string value(const std::optional<Text>& key) { return key ? plain(key->value) : std::string(); }

bool personal(const Account& account) { return value(account.held_by) == "person"; }

/// Where it is, in the words of questions.
std::pair<bool, std::string> place(const Account& account) { return {personal(account), network_name(value(account.network))}; }

constexpr std::uint32_t writing = bit(Action::post) | bit(Action::share);

class AccountReader {
 public:
  AccountReader(std::uint32_t policy, const PolicyDocument& document, std::vector<Effect>& out)
      : policy_(policy), document_(document), out_(out) {}

  void run() {
    for (std::size_t i = 0; i < document_.accounts.size(); ++i) {
      const Account& account = document_.accounts[i];
      if (!account.network || place(account).second.empty()) continue;
      at_ = static_cast<std::int32_t>(i);
      read(account);
    }
  }

 private:
  void read(const Account& account) {
    Effect effect;
    effect.policy = policy_;
    effect.account = at_;
    effect.on = {personal(account) ? c::named_account_ : c::official_account_};
    effect.networks = {place(account).second};
    const std::vector<Who> runs = those_who_run(account);
    // Another account of that kind there may be run otherwise: the place alone does not tell which is meant.
    if (shared(account)) effect.limit = Ground::narrower;
    const bool closed = value(account.replies) == "off";
    if (closed) push(Kind::forbid, effect, bit(Action::reply), personal(account) ? runs : std::vector<Who>());
    if (!runs.empty()) push(Kind::permit, effect, writing | (closed ? 0U : bit(Action::reply)), runs);
    const std::string approval = value(account.approval);
    if (approval == "none" && !runs.empty()) push(Kind::exempt, effect, writing | bit(Action::reply), runs);
    if (approval != "profile" && approval != "every-post") return;
    effect.gates.push_back({GateKind::approval, {}});
    effect.every = approval == "every-post";
    const std::uint32_t gated = effect.every ? writing | bit(Action::reply) : bit(Action::open_account);
    push(Kind::gate, effect, gated, personal(account) ? runs : std::vector<Who>());
  }

  void push(Kind kind, Effect effect, std::uint32_t actions, std::vector<Who> who) {
    effect.kind = kind;
    effect.actions = actions;
    effect.who = std::move(who);
    out_.push_back(std::move(effect));
  }

  std::vector<Who> those_who_run(const Account& account) const {
    std::vector<Who> out;
    if (account.administrators) {
      for (const Text& name : *account.administrators) add(name.value, out);
    }
    if (account.person) add(account.person->value, out);
    if (account.written_by) add(account.written_by->value, out);
    return out;
  }

  /// Someone of `people`, or the communications department; other names are nobody who could be asked about.
  void add(std::string_view words, std::vector<Who>& to) const {
    const std::string name = plain(words);
    const bool known = std::any_of(document_.people.begin(), document_.people.end(),
                                   [&](const Person& person) { return person.name && plain(person.name->value) == name; });
    Who who{c::staff_, name};
    if (!known) {
      if (name.find("communications") == std::string::npos) return;
      who = {c::communications_, {}};
    }
    if (std::find(to.begin(), to.end(), who) == to.end()) to.push_back(std::move(who));
  }

  bool shared(const Account& account) const {
    if (personal(account)) return false;
    return std::count_if(document_.accounts.begin(), document_.accounts.end(),
                         [&](const Account& other) { return place(other) == place(account); }) > 1;
  }

  std::uint32_t policy_;
  const PolicyDocument& document_;
  std::vector<Effect>& out_;
  std::int32_t at_ = -1;
};

}  // namespace

void read_account_effects(std::uint32_t policy, const PolicyDocument& document, std::vector<Effect>& out) {
  AccountReader(policy, document, out).run();
}

}  // namespace engagelint
