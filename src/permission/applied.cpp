// Words as they are compared, and what people who wish to do something have to ask for first.
#include <algorithm>
#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"
#include "permission/effect_reader.hpp"

namespace engagelint {
namespace {

namespace c = norm::c;
using norm::mentions;

bool wishes(std::string_view text) {
  const std::string words = plain(text);
  for (const std::string_view sign : {" wish", " would like", "wants to", " want to", " want a", " wants a", " wanting to",
                                      " propos", " intend", " desir", " plans to", " planning to"})
    if (words.find(sign) != std::string::npos) return true;
  return false;
}

/// The norm with what is wished for as its act: "who wish to comment on the Library" -> comment on the Library.
Norm wished(const Norm& norm) {
  Norm out = norm;
  out.modality = Modality::permit;
  out.approvals = 0;
  out.quote = {};
  const auto step = [](const Mention& m) {
    if (m.role != Role::act) return false;
    for (const Concept way : {c::approve_, c::submit_, c::ask_, c::hand_in_, c::obtain_, c::cognition_, c::light_, c::notify_})
      if (is_a(m.concept_id, way)) return true;
    return false;
  };
  std::erase_if(out.mentions, step);
  for (Mention& m : out.mentions) {
    if (m.role != Role::quality && m.role != Role::condition) continue;
    if (is_a(m.concept_id, c::act_) && plain(m.words) != "like") m.role = Role::act;
    if (is_a(m.concept_id, c::channel_) || is_a(m.concept_id, c::account_thing_)) m.role = Role::channel;
    if (ordinary_topic(m.concept_id)) m.role = Role::topic;
  }
  return out;
}

/// "maintain a blog", "an official account": what is wished for is to have one.
bool keeps_one(const Norm& wish) {
  bool act = false;
  for (const Mention& m : wish.mentions) {
    if (m.role != Role::act) continue;
    act = act || m.concept_id != Concept::none;
    const std::string words = plain(m.words);
    for (const std::string_view verb : {"maintain", "keep", "run", "have", "hold"})
      if (words.starts_with(verb)) return true;
  }
  return !act && (mentions(wish, Role::channel, c::official_account_) || mentions(wish, Role::channel, c::personal_account_) ||
                  mentions(wish, Role::channel, c::account_thing_));
}

}  // namespace

bool EffectReader::applied_for(Effect& effect) {
  // "Whoever wishes to have a page fills in the form": told in the present.
  const bool duty = norm_->modality == Modality::require || norm_->modality == Modality::recommend ||
                    (norm_->modality == Modality::define && norm_->via == Via::declarative && has(Role::target, c::form_));
  if (!duty || !wishes(norm_->quote)) return false;
  // "should complete the form": the form is the application.
  if (norm_->approvals == 0 && !has(Role::act, c::submit_) && !has(Role::act, c::ask_) && !has(Role::act, c::hand_in_) &&
      !has(Role::object, c::form_) && !has(Role::target, c::form_))
    return false;
  const Norm wish = wished(*norm_);
  effect.actions = keeps_one(wish) ? bit(Action::open_account) : actions_of(wish);
  if (effect.actions == 0) return false;
  for (const Mention& m : wish.mentions) {
    if (m.role == Role::channel && m.concept_id != c::account_thing_) add_channel(m, effect.on, effect.networks);
  }
  // "Teams that want a page of their own": theirs, and nobody's own.
  if (norm_->foreign) {
    if (std::erase_if(effect.on, [](Concept on) { return is_a(on, c::personal_account_); }) > 0)
      effect.on.push_back(c::official_account_);
  }
  // A department acts by those who work in it.
  std::erase_if(effect.who, [](const Who& who) { return who.kind == c::department_; });
  std::string by;
  for (const Role role : {Role::approver, Role::target, Role::object}) {
    for (const Mention& m : norm_->mentions) {
      if (by.empty() && m.role == role && actor_kind(m.concept_id)) by = one_line(m.words);
    }
  }
  effect.gates.push_back({GateKind::approval, by});
  effect.limit = limit_of(wish, false);
  push(Kind::gate, effect);
  return true;
}

namespace {

/// How a character is compared: small, blanks alike.
constexpr std::array<char, 256> folded = [] {
  std::array<char, 256> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<char>(i);
  for (char ch = 'A'; ch <= 'Z'; ++ch) out[static_cast<unsigned char>(ch)] = static_cast<char>(ch - 'A' + 'a');
  for (const char blank : {'\n', '\t', '\r'}) out[static_cast<unsigned char>(blank)] = ' ';
  return out;
}();

/// Writes the plain words, which are no longer than what they are made from; returns how many bytes they take.
std::size_t write_plain(std::string_view words, char* to) {
  char* out = to;
  for (const char each : words) {
    const char ch = folded[static_cast<unsigned char>(each)];
    if (ch == ' ' && (out == to || out[-1] == ' ')) continue;
    *out++ = ch;
  }
  if (out != to && out[-1] == ' ') --out;
  return static_cast<std::size_t>(out - to);
}

}  // namespace

std::string plain(std::string_view words) {
  std::string out(words.size(), '\0');
  out.resize(write_plain(words, out.data()));
  return out;
}

bool says_any(std::string_view words, std::initializer_list<std::string_view> parts) {
  // Asked many times of each norm: words of ordinary length are not worth an allocation.
  std::array<char, 512> space;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::string longer;
  if (words.size() > space.size()) longer.resize(words.size());
  char* out = longer.empty() ? space.data() : longer.data();
  const std::string_view text{out, write_plain(words, out)};
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

std::string singular(std::string_view words) {
  std::string out = plain(words);
  if (out.ends_with("'s")) out.resize(out.size() - 2);
  if (out.size() > 4 && out.ends_with("ies")) return out.substr(0, out.size() - 3) + "y";
  if (out.size() > 3 && out.back() == 's' && !out.ends_with("ss")) out.pop_back();
  return out;
}

std::string network_name(std::string_view words) {
  std::string out = plain(words);
  if (out.starts_with("on ")) out.erase(0, 3);
  return out == "x" ? "twitter" : out;
}

}  // namespace engagelint
