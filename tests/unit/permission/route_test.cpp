#include "permission/route.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "norm/concepts.hpp"
#include "policy/read_policy.hpp"

using namespace engagelint;

namespace {

/// A policy with its reading and its route, kept together.
struct Routed {
  explicit Routed(const std::string& body)
      : file("policy.yaml", "social-media-policy: 1\ntitle: Talking\n" + body), policies(read_policy(file)) {
    REQUIRE(policies.policies.size() == 1);
    reading = read_norms(policies.policies.front());
    const std::vector<PolicyReading> read{{&policies.policies.front(), &reading}};
    route = read_route(read);
    const std::optional<Route> chains = read_chains(read);
    may_chain = chains.has_value();
    CHECK((may_chain || std::all_of(route.ways.begin(), route.ways.end(), [](const Way& way) { return way.handoffs < 2; })));
    CHECK((!may_chain || chains->ways.size() == route.ways.size()));
  }
  SourceFile file;
  PolicyFile policies;
  Reading reading;
  Route route;
  bool may_chain = false;  ///< a second hand-off is looked for in the whole route
};

/// "1 hand-offs 0 approvals 72 h generic".
std::string figures(const Way& way) {
  std::ostringstream out;
  out << way.handoffs << " hand-offs " << way.approvals << " approvals " << way.delay << " h " << name_of(way.ends);
  return out.str();
}

std::string steps(const Way& way) {
  std::string out;
  for (const RouteStep& step : way.steps) {
    out += (out.empty() ? "" : " > ") + std::string(name_of(step.kind)) + (step.who.empty() ? "" : " " + step.who);
  }
  return out;
}

struct Case {
  const char* body;
  const char* shortest;
  const char* longest;
};

const char* const team_account =
    "accounts: [{handle: '@ports', network: Twitter, held-by: organization, administrators: [Communications Team], replies: on}]\n";
const char* const person_account =
    "people: [{name: Ana Costa, role: Membership, handles: ['@ana']}]\n"
    "accounts: [{handle: '@ana', network: Twitter, held-by: person, person: Ana Costa, replies: on}]\n";

}  // namespace

TEST_CASE("what clauses say happens to a question") {
  const Case cases[] = {
      // answered
      {"clauses: ['Staff may answer members under their own names.']", "0 hand-offs 0 approvals 0 h person",
       "0 hand-offs 0 approvals 0 h person"},
      {"clauses: ['You may talk with members online. You do not need approval.']", "0 hand-offs 0 approvals 0 h person",
       "0 hand-offs 0 approvals 0 h person"},
      {"clauses: ['Staff may answer members. If you cannot help, name the colleague who can.']",
       "0 hand-offs 0 approvals 0 h person", "1 hand-offs 0 approvals 0 h person"},
      {"clauses: ['Answer members within one working day.']", "0 hand-offs 0 approvals 0 h person",
       "0 hand-offs 0 approvals 0 h person"},
      {"clauses: [{who: staff, may: reply, to: members}]", "0 hand-offs 0 approvals 0 h person",
       "0 hand-offs 0 approvals 0 h person"},
      // a team, and nobody else
      {"clauses: ['Only the Communications team may reply to members.']", "0 hand-offs 0 approvals 0 h team",
       "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: [{who: communications, only-may: reply, to: members}]", "0 hand-offs 0 approvals 0 h team",
       "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: ['Our customer service team answers members.']", "0 hand-offs 0 approvals 0 h team",
       "0 hand-offs 0 approvals 0 h team"},
      {"clauses: ['Leave questions to the communications team.']", "1 hand-offs 0 approvals 0 h team",
       "1 hand-offs 0 approvals 0 h team"},
      // one hand-off
      {"clauses: ['Staff must refer all questions from members to Communications.']", "1 hand-offs 0 approvals 0 h team",
       "1 hand-offs 0 approvals 0 h team"},
      {"clauses: ['All questions that arrive on social media must be referred to info@ports.example.']",
       "1 hand-offs 0 approvals 0 h generic", "1 hand-offs 0 approvals 0 h generic"},
      {"clauses: ['Do not answer questions. Direct members to the contact form on our website.']",
       "1 hand-offs 0 approvals 0 h generic", "1 hand-offs 0 approvals 0 h generic"},
      {"clauses: ['Members who ask a question are sent to the FAQ.']", "1 hand-offs 0 approvals 0 h generic",
       "1 hand-offs 0 approvals 0 h generic"},
      {"clauses: ['If a member asks a question, tell them to call the switchboard.']", "1 hand-offs 0 approvals 0 h generic",
       "1 hand-offs 0 approvals 0 h generic"},
      {"clauses: [{who: staff, must: refer questions to the contact form, to: members}]", "1 hand-offs 0 approvals 0 h generic",
       "1 hand-offs 0 approvals 0 h generic"},
      {"clauses: [{who: staff, must: refer, to: communications}]", "1 hand-offs 0 approvals 0 h team",
       "1 hand-offs 0 approvals 0 h team"},
      {"people: [{name: Ana Costa}]\nclauses: ['Staff should pass members on to Ana Costa.']",
       "0 hand-offs 0 approvals 0 h person", "1 hand-offs 0 approvals 0 h person"},
      // chains
      {"clauses: ['Staff must refer all questions from members to Communications. Communications forwards questions to the enquiries mailbox.']",
       "2 hand-offs 0 approvals 0 h generic", "2 hand-offs 0 approvals 0 h generic"},
      {"clauses: ['Staff must refer all questions from members to Communications.', 'Communications forwards questions to info@ports.example.', 'Questions sent to info@ports.example are forwarded to the press office.']",
       "3 hand-offs 0 approvals 0 h team", "3 hand-offs 0 approvals 0 h team"},
      {"clauses: ['Any question is passed from staff to the press office, from there to Legal, and then to a form on the website.']",
       "3 hand-offs 0 approvals 0 h generic", "3 hand-offs 0 approvals 0 h generic"},
      {"clauses: ['Staff pass questions to the helpdesk. The helpdesk forwards them to the responsible department. They then go to the legal department.']",
       "3 hand-offs 0 approvals 0 h team", "3 hand-offs 0 approvals 0 h team"},
      {"clauses: ['Escalate questions to your manager, who passes them on to the customer service team.']",
       "2 hand-offs 0 approvals 0 h team", "2 hand-offs 0 approvals 0 h team"},
      {"clauses: [{who: staff, must: refer questions, to: communications}, {who: communications, must: forward questions to info@ports.example}]",
       "2 hand-offs 0 approvals 0 h generic", "2 hand-offs 0 approvals 0 h generic"},
      {"people: [{name: Ana Costa, handles: ['@ana']}]\nclauses: ['All questions must be referred to the enquiries mailbox. The mailbox is read by Ana Costa.']",
       "1 hand-offs 0 approvals 0 h person", "1 hand-offs 0 approvals 0 h person"},
      {"clauses: ['Refer all questions to the contact form. The contact form is answered by the membership team within five days.']",
       "1 hand-offs 0 approvals 0 h team", "1 hand-offs 0 approvals 0 h team"},
      {"clauses: ['Staff refer questions to Communications. Communications refers questions to staff.']",
       "2 hand-offs 0 approvals 0 h dead-end", "2 hand-offs 0 approvals 0 h dead-end"},
      // approvals and waiting
      {"clauses: ['Staff must obtain approval from Communications before they reply to members.']",
       "0 hand-offs 1 approvals 0 h person", "0 hand-offs 1 approvals 0 h person"},
      {"clauses: ['Every reply must be approved by the line manager and the legal department.']",
       "0 hand-offs 2 approvals 0 h person", "0 hand-offs 2 approvals 0 h person"},
      {"clauses: ['Staff may answer members once their manager has approved the answer. Approval takes up to three working days.']",
       "0 hand-offs 1 approvals 72 h person", "0 hand-offs 1 approvals 72 h person"},
      {"clauses: ['Staff must not reply to members without prior approval.', 'Replies need the approval of Communications.']",
       "0 hand-offs 1 approvals 0 h person", "0 hand-offs 1 approvals 0 h person"},
      {"clauses: [{who: staff, must-not: reply, to: members, unless: approved by communications, after: 48 hours}]",
       "0 hand-offs 1 approvals 48 h person", "0 hand-offs 1 approvals 48 h person"},
      {"clauses: [{who: staff, may: reply, to: members, if: approved by their manager and by legal}]",
       "0 hand-offs 2 approvals 0 h person", "0 hand-offs 2 approvals 0 h person"},
      {"clauses: ['Staff must wait 24 hours before they reply.']", "0 hand-offs 0 approvals 24 h person",
       "0 hand-offs 0 approvals 24 h person"},
      {"clauses: ['Staff must obtain approval from their supervisor before answering a member; the supervisor seeks clearance from Communications.']",
       "0 hand-offs 2 approvals 0 h person", "0 hand-offs 2 approvals 0 h person"},
      {"clauses: ['Refer questions to Communications. Every reply must be approved by Legal.']",
       "0 hand-offs 1 approvals 0 h person", "1 hand-offs 1 approvals 0 h team"},
      // silence
      {"clauses: ['Staff must not reply to members.']", "0 hand-offs 0 approvals 0 h dead-end",
       "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: ['We do not answer questions on social media.']", "0 hand-offs 0 approvals 0 h dead-end",
       "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: ['Nobody replies to comments.']", "0 hand-offs 0 approvals 0 h dead-end",
       "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: ['Staff may answer members. Staff must not respond to criticism.']", "0 hand-offs 0 approvals 0 h person",
       "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: ['Be kind.']", "0 hand-offs 0 approvals 0 h dead-end", "0 hand-offs 0 approvals 0 h dead-end"},
      {"clauses: ['Refer all questions to info@ports.example. Messages sent to info@ports.example are not answered.']",
       "1 hand-offs 0 approvals 0 h dead-end", "1 hand-offs 0 approvals 0 h dead-end"},
      // beside the point
      {"clauses: ['Staff may answer members. Journalists are referred to the press office.']",
       "0 hand-offs 0 approvals 0 h person", "0 hand-offs 0 approvals 0 h person"},
      {"clauses: ['Staff may answer members. Do not discuss pending litigation. Do not engage with trolls.']",
       "0 hand-offs 0 approvals 0 h person", "0 hand-offs 0 approvals 0 h person"},
      {"clauses: [\"Staff may answer members. Get the parents' consent before you post a photo of a child.\"]",
       "0 hand-offs 0 approvals 0 h person", "0 hand-offs 0 approvals 0 h person"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.body);
    const Routed routed(each.body);
    CAPTURE(steps(routed.route.shortest));
    CAPTURE(steps(routed.route.longest));
    CHECK(figures(routed.route.shortest) == each.shortest);
    CHECK(figures(routed.route.longest) == each.longest);
  }
}

TEST_CASE("clauses by themselves tell that nothing is handed on twice") {
  const std::string refer = "clauses:\n  - Staff must refer all questions from members to Communications.\n";
  CHECK_FALSE(Routed(refer).may_chain);
  CHECK_FALSE(Routed(refer + "  - Staff must refer complaints to Legal.\n").may_chain);
  CHECK(Routed(refer + "  - Communications forwards questions to Legal.\n").may_chain);
}

TEST_CASE("what an account shows") {
  const auto account = [](const std::string& keys) { return "accounts: [{handle: '@ports', network: Twitter, " + keys + "}]\n"; };
  const std::pair<std::string, const char*> cases[] = {
      {account("held-by: organization, replies: off, administrators: [Ana Costa]"), "0 hand-offs 0 approvals 0 h dead-end"},
      {account("held-by: organization, purpose: announce"), "0 hand-offs 0 approvals 0 h dead-end"},
      {account("held-by: organization, replies: on, administrators: [Ana Costa, Comms team]"),
       "0 hand-offs 0 approvals 0 h person"},
      {account("held-by: organization, replies: on, administrators: [Comms team]"), "0 hand-offs 0 approvals 0 h team"},
      {account("held-by: organization, replies: on, administrators: [info@ports.example]"),
       "0 hand-offs 0 approvals 0 h generic"},
      {account("held-by: organization"), "0 hand-offs 0 approvals 0 h team"},
      {account("held-by: person, person: Ana Costa"), "0 hand-offs 0 approvals 0 h person"},
      {account("held-by: person, person: Ana Costa, approval: every-post"), "0 hand-offs 1 approvals 0 h person"},
      {account("held-by: person, person: Ana Costa, written-by: Communications"), "0 hand-offs 0 approvals 0 h team"},
      {account("held-by: person, person: Ana Costa, replies: off"), "0 hand-offs 0 approvals 0 h dead-end"},
      {"people: [{name: Ana Costa, role: Membership}]", "0 hand-offs 0 approvals 0 h person"},
  };
  for (const auto& [body, expected] : cases) {
    CAPTURE(body);
    const Routed routed(body);
    CHECK(routed.route.ways.size() == 1);
    CHECK(figures(routed.route.shortest) == expected);
  }
}

TEST_CASE("clauses and accounts together") {
  const std::pair<std::string, const char*> cases[] = {
      // A clause on every question decides over an account that replies.
      {std::string(team_account) + "clauses: ['All questions on social media must be referred to the contact form.']",
       "1 hand-offs 0 approvals 0 h generic"},
      // The team behind an account does what the clauses say of the team.
      {std::string(team_account) + "clauses: ['Communications forwards all questions to the contact form.']",
       "1 hand-offs 0 approvals 0 h generic"},
      // A person's account that talks with people is closer than a general ban.
      {std::string(person_account) + "clauses: ['Staff must not reply to members.']", "0 hand-offs 0 approvals 0 h person"},
      {std::string(team_account) + "clauses: [\"Conversations with members must run through the association's own account.\"]",
       "0 hand-offs 0 approvals 0 h team"},
      {std::string(person_account) + "clauses: ['Every reply must be approved by Legal.']", "0 hand-offs 1 approvals 0 h person"},
  };
  for (const auto& [body, expected] : cases) {
    CAPTURE(body);
    const Routed routed(body);
    CAPTURE(steps(routed.route.shortest));
    CHECK(figures(routed.route.shortest) == expected);
  }
}

TEST_CASE("words that say the same have the same ways") {
  const std::vector<std::pair<const char*, const char*>> same = {
      {"clauses: ['Staff must obtain approval from Communications before they reply to members.']",
       "clauses: [{who: staff, must-not: reply, to: members, unless: approved by Communications}]"},
      {"clauses: ['Staff may answer members.']", "clauses: [{who: staff, may: answer, to: members}]"},
      {"clauses: ['Staff must refer all questions from members to Communications.']",
       "clauses: [{who: staff, must: refer questions, to: Communications}]"},
      {"clauses: [{who: communications, only-may: reply, to: members}]",
       "clauses: ['Only Communications may reply to members.']"}};
  for (const auto& [left, right] : same) {
    CAPTURE(left);
    const Routed one(left);
    const Routed other(right);
    CHECK(figures(one.route.shortest) == figures(other.route.shortest));
    CHECK(figures(one.route.longest) == figures(other.route.longest));
  }
}

TEST_CASE("properties of ways, over clauses in every order and number") {
  const std::vector<std::string> clauses = {"Staff must refer all questions from members to Communications.",
                                            "Communications forwards questions to the enquiries mailbox.",
                                            "The enquiries mailbox is read by the membership team.",
                                            "Every reply must be approved by Legal.",
                                            "Staff must not respond to criticism.",
                                            "Staff must not reply to members.",
                                            "If you cannot help, name the colleague who can.",
                                            "Direct messages from members must not be answered."};
  const auto body = [](const std::vector<std::string>& chosen) {
    std::string out = "clauses:\n";
    for (const std::string& each : chosen) out += "  - " + each + "\n";
    return out;
  };
  for (unsigned set = 1; set < 1U << clauses.size(); ++set) {
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      if ((set >> i & 1U) != 0) chosen.push_back(clauses[i]);
    }
    const Routed plain(body(chosen));
    CAPTURE(body(chosen));
    // The order of clauses is no meaning.
    std::reverse(chosen.begin(), chosen.end());
    const Routed turned(body(chosen));
    CHECK(figures(plain.route.shortest) == figures(turned.route.shortest));
    CHECK(figures(plain.route.longest) == figures(turned.route.longest));
    // A permission never takes a member farther away.
    chosen.emplace_back("Staff may answer members. You do not need approval.");
    const Routed freed(body(chosen));
    CHECK_FALSE(is_shorter(plain.route.shortest, freed.route.shortest));
    CHECK(figures(freed.route.shortest) == "0 hand-offs 0 approvals 0 h person");
    // Every way is told from a question to its end, and its figures are its steps.
    for (const Way& way : freed.route.ways) {
      const auto count = [&](StepKind kind) {
        return static_cast<std::uint32_t>(
            std::count_if(way.steps.begin(), way.steps.end(), [&](const RouteStep& step) { return step.kind == kind; }));
      };
      CHECK(count(StepKind::ask) == 1);
      CHECK(count(StepKind::answer) + count(StepKind::dead_end) == 1);
      CHECK(count(StepKind::handoff) == way.handoffs);
      CHECK(count(StepKind::approval) == way.approvals);
      CHECK_FALSE(is_shorter(way, freed.route.shortest));
      CHECK_FALSE(is_longer(way, freed.route.longest));
    }
  }
}

TEST_CASE("a maze of any size is drawn in bounded time") {
  const std::vector<std::string> offices = {"Legal",
                                            "Compliance",
                                            "HR",
                                            "Communications",
                                            "the press office",
                                            "Marketing",
                                            "IT",
                                            "the committee",
                                            "the finance department"};
  std::string body = "clauses:\n  - {who: staff, must: refer questions, to: Legal}\n";
  for (const std::string& from : offices) {
    for (const std::string& to : offices) body += "  - {who: " + from + ", must: refer questions, to: " + to + "}\n";
  }
  const Routed routed(body);
  CHECK(routed.route.ways.size() == most_ways);
  CHECK(routed.route.cut);
  CHECK(routed.route.longest.ends == Ending::dead_end);
  CHECK(routed.route.longest.handoffs > 3);
}

TEST_CASE("ways agree with what is permitted, over whole policies") {
  std::size_t policies = 0;
  for (const char* folder : {"/examples", "/tests/corpus/dev"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ENGAGELINT_SOURCE_DIR) + folder)) {
      if (entry.path().extension() != ".yaml") continue;
      std::ifstream in(entry.path());
      const SourceFile file(entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(in), {}));
      const PolicyFile read = read_policy(file);
      for (const PolicyDocument& policy : read.policies) {
        const Reading reading = read_norms(policy);
        const std::vector<PolicyReading> views{{&policy, &reading}};
        const Route route = read_route(views);
        const Question asked{.who = find_concept("staff"), .action = Action::reply, .audience = find_concept("served")};
        const Decision decision = Permissions(views).decide(asked);
        CAPTURE(file.path());
        ++policies;
        for (const RouteLeg& leg : route.legs) {
          if (route.stops[leg.from].key != "staff" || !leg.when.empty() || leg.to >= 0) continue;
          const bool answers = leg.ends != Ending::dead_end;
          // Whoever may not answer does not; whoever may is not told to be silent.
          if (decision.answer == Answer::forbidden) CHECK_FALSE(answers);
          if (decision.answer == Answer::permitted)
            CHECK((answers || leg.who == "replies are closed" || leg.who == "nobody reads them"));
        }
        for (const Way& way : route.ways) CHECK(way.steps.size() >= 2);
      }
    }
  }
  CHECK(policies > 20);
}

TEST_CASE("ways in whole policies, as their readers find them") {
  std::ifstream in(std::string(ENGAGELINT_SOURCE_DIR) + "/tests/unit/permission/known-routes.txt");
  REQUIRE(in.good());
  std::string head;
  std::string body;
  std::size_t policies = 0;
  const auto check = [&] {
    if (head.empty()) return;
    std::vector<std::string> parts;
    for (std::size_t at = 3; at < head.size();) {
      const std::size_t bar = std::min(head.find(" | ", at), head.size());
      parts.push_back(head.substr(at, bar - at));
      at = bar + 3;
    }
    REQUIRE(parts.size() >= 3);
    CAPTURE(parts.front());
    const Routed routed(body);
    CAPTURE(steps(routed.route.shortest));
    CAPTURE(steps(routed.route.longest));
    const bool found = figures(routed.route.shortest) == parts[1] && figures(routed.route.longest) == parts[2];
    if (parts.size() == 3) {
      CHECK(figures(routed.route.shortest) == parts[1]);
      CHECK(figures(routed.route.longest) == parts[2]);
    } else {
      // What is found by now loses its "todo".
      CHECK_FALSE(found);
    }
    ++policies;
  };
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ") && head.empty()) continue;
    if (line.starts_with("== ")) {
      check();
      head = line;
      body.clear();
    } else {
      body += line + "\n";
    }
  }
  check();
  CHECK(policies > 30);
}
