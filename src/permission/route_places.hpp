// Which words are a place where a question may be: a person, a department, a mailbox, an account. Internal to route.
#pragma once

#include <optional>

#include "norm/concepts.hpp"
#include "permission/route.hpp"

namespace engagelint::route {

/// The concepts that ways are made of, looked up once.
struct Words {
  Concept act = find_concept("act"), engage = find_concept("engage"), reply = find_concept("reply"), help = find_concept("help");
  Concept post = find_concept("post"), monitor = find_concept("monitor"), submit = find_concept("submit");
  Concept redirect = find_concept("redirect"), handover = find_concept("handover"), speak_about = find_concept("speak-about");
  Concept log = find_concept("log"), link_act = find_concept("link-act"), leave_to = find_concept("leave-to"),
          approve = find_concept("approve"), hide = find_concept("hide");
  Concept approval_request = find_concept("approval-request"), wait = find_concept("wait");
  Concept work_act = find_concept("work-act"), close_channel = find_concept("close-channel"), use = find_concept("use");
  Concept approval_thing = find_concept("approval-thing"), chain = find_concept("chain"), train = find_concept("train");
  Concept staff = find_concept("staff"), you = find_concept("you-staff"), individual = find_concept("individual");
  Concept we = find_concept("we"), organization = find_concept("organization"), work = find_concept("work");
  Concept named_person = find_concept("named-person"), gatekeeper = find_concept("gatekeeper");
  Concept managers = find_concept("managers"), executives = find_concept("executives"), board = find_concept("board");
  Concept approving_manager = find_concept("approving-manager"), spokesperson = find_concept("spokesperson");
  Concept committee = find_concept("committee"), department = find_concept("department"), agency = find_concept("agency");
  Concept communications = find_concept("communications");
  Concept generic = find_concept("target-generic"), help_desk = find_concept("help-desk");
  Concept official_account = find_concept("official-account"), personal_account = find_concept("personal-account");
  Concept named_account = find_concept("named-account"), dm = find_concept("dm"), channel = find_concept("channel");
  Concept question = find_concept("question"), criticism = find_concept("criticism"), content = find_concept("content");
  Concept reply_content = find_concept("reply-content"), served = find_concept("served"), open_public = find_concept("public");
  Concept audience = find_concept("audience"), narrow_audience = find_concept("narrow-audience");
  Concept press = find_concept("press"), offender = find_concept("offender"), visitors = find_concept("visitors");
  Concept emergency = find_concept("emergency-service"), statutory = find_concept("statutory-process");
  Concept own_complaint = find_concept("own-complaint"), press_protocol = find_concept("media-protocol");
  Concept narrow_topic = find_concept("narrow-topic"), narrow_time = find_concept("narrow-time");
  Concept before_posting = find_concept("before-posting"), work_time = find_concept("work-time"), asked = find_concept("asked"),
          send_on = find_concept("send-on");
  Concept own_consent = find_concept("own-consent"), abusive = find_concept("abusive");
  Concept comments_closed = find_concept("comments-closed"), nobody_reads = find_concept("nobody-reads");
  Concept unread = find_concept("unread"), third_party = find_concept("third-party-rights");
};
[[nodiscard]] const Words& words();

/// A stop that words name.
struct Place {
  StopKind kind = StopKind::team;
  std::string key, name;
  Spot at;
};

/// The place that a mention is, or nothing: "Communications", "the contact form", "Ana", "info@society.example".
[[nodiscard]] std::optional<Place> place_of(const PolicyDocument& policy, const Mention& mention);
/// The same for a name that stands in a key of an account: an administrator, a writer.
[[nodiscard]] Place place_of(const PolicyDocument& policy, const Text& name);
[[nodiscard]] Place place_of(const PolicyDocument& policy, const Person& person);
[[nodiscard]] Place place_of(const PolicyDocument& policy, const Account& account);
/// Staff as a whole, whoever is asked.
[[nodiscard]] Place any_staff();
/// Of those who match the same words, the one that says more: a mailbox before the desk that is behind it.
[[nodiscard]] bool says_more(const Place& left, const Place& right);

/// Without articles and line breaks: "the  enquiries mailbox" -> "enquiries mailbox".
[[nodiscard]] std::string bare_name(std::string_view words);
/// A department by its name.
[[nodiscard]] Place team_called(const std::string& name, Spot at);
/// "0800 123 456", "www.society.example": a place that is no word.
[[nodiscard]] std::optional<Place> number_or_page(std::string_view sentence, Spot at);

}  // namespace engagelint::route
