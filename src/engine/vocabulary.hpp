// The concepts that the engine itself speaks of, looked up by name once a run.
#pragma once

#include "norm/concepts.hpp"
#include "norm/norm.hpp"

namespace engagelint {

struct Vocabulary {
  // acts
  Concept act = find_concept("act"), engage = find_concept("engage"), reply = find_concept("reply");
  Concept message = find_concept("message"), connect = find_concept("connect"), handover = find_concept("handover");
  Concept redirect = find_concept("redirect"), approve = find_concept("approve"), listen = find_concept("listen-act");
  Concept submit = find_concept("submit"), approval_request = find_concept("approval-request");
  Concept disclose = find_concept("disclose");
  // people
  Concept staff = find_concept("staff"), named_person = find_concept("named-person"), gatekeeper = find_concept("gatekeeper");
  Concept managers = find_concept("managers"), executives = find_concept("executives");
  Concept visitors = find_concept("visitors"), you = find_concept("you-staff"), individual = find_concept("individual");
  Concept served = find_concept("served"), patients = find_concept("patients"), students = find_concept("students");
  Concept audience = find_concept("audience");
  Concept narrow_audience = find_concept("narrow-audience"), we = find_concept("we");
  // things
  Concept narrow_topic = find_concept("narrow-topic"), clinical = find_concept("clinical");
  Concept question = find_concept("question"), reply_content = find_concept("reply-content"), content = find_concept("content");
  Concept organization = find_concept("organization"), work = find_concept("work");
  Concept approval_thing = find_concept("approval-thing");
  // channels, times, qualities
  Concept official_account = find_concept("official-account"), personal_account = find_concept("personal-account");
  Concept dm = find_concept("dm"), network = find_concept("network"), social_media = find_concept("social-media");
  Concept narrow_time = find_concept("narrow-time"), own_consent = find_concept("own-consent");
  // grounds
  Concept ground = find_concept("ground"), unknown_ground = find_concept("unknown-ground"), hipaa = find_concept("hipaa");
  Concept professional_boundaries = find_concept("professional-boundaries"), safeguarding = find_concept("safeguarding");
  Concept staff_safety = find_concept("staff-safety"), finra = find_concept("finra");
};

}  // namespace engagelint
