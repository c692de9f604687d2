// The concepts that the engine itself speaks of, by the names that the lexicon gives them.
#pragma once

#include "norm/concepts.hpp"
#include "norm/norm.hpp"

namespace engagelint {

struct Vocabulary {
  // acts
  static constexpr Concept act = norm::c::act_, engage = norm::c::engage_, reply = norm::c::reply_;
  static constexpr Concept message = norm::c::message_, connect = norm::c::connect_, handover = norm::c::handover_;
  static constexpr Concept redirect = norm::c::redirect_, approve = norm::c::approve_, listen = norm::c::listen_act_;
  static constexpr Concept submit = norm::c::submit_, approval_request = norm::c::approval_request_;
  static constexpr Concept disclose = norm::c::disclose_;
  // people
  static constexpr Concept staff = norm::c::staff_, named_person = norm::c::named_person_, gatekeeper = norm::c::gatekeeper_;
  static constexpr Concept managers = norm::c::managers_, executives = norm::c::executives_;
  static constexpr Concept communications = norm::c::communications_;
  static constexpr Concept visitors = norm::c::visitors_, you = norm::c::you_staff_, individual = norm::c::individual_;
  static constexpr Concept served = norm::c::served_, patients = norm::c::patients_, students = norm::c::students_;
  static constexpr Concept audience = norm::c::audience_;
  static constexpr Concept narrow_audience = norm::c::narrow_audience_, minors = norm::c::minors_, we = norm::c::we_;
  // things
  static constexpr Concept narrow_topic = norm::c::narrow_topic_, clinical = norm::c::clinical_;
  static constexpr Concept question = norm::c::question_, reply_content = norm::c::reply_content_, content = norm::c::content_;
  static constexpr Concept organization = norm::c::organization_, work = norm::c::work_;
  static constexpr Concept approval_thing = norm::c::approval_thing_;
  // channels, times, qualities
  static constexpr Concept official_account = norm::c::official_account_, personal_account = norm::c::personal_account_;
  static constexpr Concept dm = norm::c::dm_, network = norm::c::network_, social_media = norm::c::social_media_;
  static constexpr Concept narrow_time = norm::c::narrow_time_, own_consent = norm::c::own_consent_;
  // grounds
  static constexpr Concept ground = norm::c::ground_, unknown_ground = norm::c::unknown_ground_, hipaa = norm::c::hipaa_;
  static constexpr Concept professional_boundaries = norm::c::professional_boundaries_, safeguarding = norm::c::safeguarding_;
  static constexpr Concept staff_safety = norm::c::staff_safety_, finra = norm::c::finra_;
};

}  // namespace engagelint
