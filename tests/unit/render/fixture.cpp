#include "fixture.hpp"

namespace fixture {
namespace {

using namespace engagelint;

constexpr std::string_view restrictive = R"(social-media-policy: 1
title: Social media policy
organization: Association of Inland Ports
status: draft
sections:
  - id: "2"
    title: Talking with members
    clauses:
      - id: "2.1"
        text: >
          Employees may use Twitter. They must obtain prior
          approval from Communications before they reply to members.
      - id: "2.2"
        list:
          - answer questions without prior approval
          - comment on «Häfen» without prior approval
      - id: "2.3"
        text: Only the office speaks on Facebook.
      - id: "2.4"
        text: Avoid informal words.
accounts:
  - handle: "@inlandports"
    replies: off
)";

constexpr RuleInfo approval{"per-post-approval", "approval", "Every post or reply needs prior approval"};
constexpr RuleInfo official{"official-account-only", "voice", "Only the official account may speak"};
constexpr RuleInfo silent{"replies-off", "accounts", "An account that does not answer"};
constexpr RuleInfo tone{"formal-tone", "voice", "A tone that nobody speaks in"};
constexpr RuleInfo listening{"mc-listen", "missing", "Nothing on listening"};

Finding finding(const SourceFile& file, RuleInfo rule, Severity severity, Span span, std::string message) {
  Finding result;
  result.rule = rule;
  result.severity = severity;
  result.span = span;
  result.message = std::move(message);
  for (const char c : file.text(span)) {
    const bool blank = c == '\n' || c == ' ';
    if (!blank || (!result.quote.empty() && result.quote.back() != ' ')) result.quote += blank ? ' ' : c;
  }
  return result;
}

Finding approval_finding(const SourceFile& file, Span span, std::string clause) {
  Finding result = finding(file, approval, Severity::error, span, "a member waits for an approval before anyone may answer");
  result.clause = std::move(clause);
  result.why = "a member who calls is put through to someone who can help; the approval is the maze";
  result.instead = "name the people who may answer members directly; they tell Communications afterwards";
  result.arguments = {"letting-go-of-control", "converse-not-broadcast"};
  return result;
}

Finding first_finding(const SourceFile& file) {
  Finding result = approval_finding(file, range(file, "They must obtain", "approval"), "2.1");
  result.related.push_back({find(file, "Communications"), "this approval comes first"});
  result.related.push_back({find(file, "members", find(file, "reply").begin), "who is waiting"});
  result.related.push_back({result.span, "an office decides what staff may say", "gatekeeper"});
  result.reading = "required: staff get approval by Communications before they reply to members";
  Fix fix{FixKind::changes_policy, FixLevel::small, "One trusted person answers without approval", {}};
  fix.edits.push_back({result.span, "Ana Costa answers members and tells"});
  result.fixes.push_back(fix);
  result.fixes.push_back({FixKind::show_only, FixLevel::bold, "Nobody needs approval", {}});
  return result;
}

void add_findings(FileReport& policy) {
  const SourceFile& file = *policy.file;
  policy.findings.push_back(first_finding(file));
  policy.findings.push_back(approval_finding(file, find(file, "answer questions without prior approval"), "2.2/1"));
  Finding weaker = approval_finding(file, find(file, "comment on «Häfen» without prior approval"), "2.2/2");
  weaker.severity = Severity::warning;
  weaker.confidence = Confidence::medium;
  policy.findings.push_back(weaker);
  Finding voice =
      finding(file, official, Severity::warning, find(file, "Only the office speaks"), "a member meets an office, not a person");
  voice.clause = "2.3";
  voice.why = "people talk with people";
  voice.instead = "name who answers";
  voice.accepted = Acceptance{find(file, "2.3"), "official-account-only", "counsel asks for it until the merger is done",
                              "Ana Costa", "2010-06-30"};
  policy.findings.push_back(voice);
  Finding note =
      finding(file, tone, Severity::note, find(file, "informal words"), "a member is answered in a voice that nobody speaks");
  note.clause = "2.4";
  policy.findings.push_back(note);
  Finding account = finding(file, silent, Severity::warning, find(file, "off", find(file, "replies").begin),
                            "a member who writes to the account gets no answer");
  account.account = "@inlandports";
  account.confidence = Confidence::low;
  account.why = "an account that does not answer is a phone that nobody picks up";
  account.instead = "say who answers there";
  policy.findings.push_back(account);
  const auto end = static_cast<Offset>(file.text().size());
  Finding part = finding(file, listening, Severity::warning, {end, end}, "nobody is asked to listen to what members say");
  part.why = "listening comes before talking";
  part.instead = "say who reads what members write, and when";
  policy.findings.push_back(part);
  order(policy);
}

FileReport policy_of(const SourceFile& file, std::string title) {
  FileReport policy;
  policy.file = &file;
  policy.title = std::move(title);
  policy.organization = "Association of Inland Ports";
  policy.status = "draft";
  return policy;
}

}  // namespace

Report report() {
  Report result;
  result.sources.push_back(std::make_shared<SourceFile>("policies/restrictive.yaml", std::string(restrictive)));
  const SourceFile& file = *result.sources[0];
  FileReport policy = policy_of(file, "Social media policy");
  policy.clauses = 4;
  policy.sentences = 6;
  policy.normative = 5;
  policy.unread = 1;
  policy.credits = {"staff may use Twitter (2.1)"};
  add_findings(policy);
  result.files.push_back(policy);
  Notice notice{NoticeKind::bad_schema, "policies/restrictive.yaml", &file,
                find(file, "status"),   "an unknown key `status`",   "did you mean `state`?"};
  result.notices.push_back(notice);
  return result;
}

Report clean_report() {
  Report result;
  result.sources.push_back(
      std::make_shared<SourceFile>("policies/engaging.yaml", "social-media-policy: 1\ntitle: How we talk\n"));
  FileReport policy = policy_of(*result.sources[0], "How we talk");
  policy.clauses = 3;
  policy.sentences = 4;
  policy.normative = 4;
  policy.credits = {"any of the staff may answer members (1.1)", "a member is handed to a person, by name (1.2)",
                    "staff may use their own accounts (1.3)", "whoever made a mistake may correct it (2.1)"};
  result.files.push_back(policy);
  return result;
}

Report several() {
  Report result = report();
  Report clean = clean_report();
  result.sources.push_back(clean.sources[0]);
  result.files.push_back(clean.files[0]);
  result.sources.push_back(
      std::make_shared<SourceFile>("policies/broken.yaml", "social-media-policy: 1\ntitle: \"Never closed\nclauses: []\n"));
  const SourceFile& broken = *result.sources.back();
  Notice notice{NoticeKind::bad_yaml,
                "policies/broken.yaml",
                &broken,
                find(broken, "\"Never closed"),
                "a quote is opened here and never closed",
                "close it with a second \" at the end of the words",
                true};
  result.notices.push_back(notice);
  result.notices.push_back(
      {NoticeKind::unreadable_file, "policies/gone.yaml", nullptr, std::nullopt, "there is no such file", "", true});
  return result;
}

}  // namespace fixture
