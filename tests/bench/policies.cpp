#include "policies.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace bench {
namespace {

constexpr auto organizations = std::to_array<std::string_view>(
    {"American Society of Practice Managers", "National Association of Rural Clinics", "Institute of Certified Surveyors",
     "Midwest Library Alliance", "Federation of Youth Orchestras", "Council of School Nurses", "Association of Harbor Pilots"});
constexpr auto roles =
    std::to_array<std::string_view>({"staff", "employees", "individual staff members", "volunteers", "chapter leaders",
                                     "board members", "contractors", "interns", "department heads"});
constexpr auto offices = std::to_array<std::string_view>(
    {"the Communications Department", "the Marketing Team", "the Executive Director", "the Director of Communications",
     "the Office of General Counsel", "the Social Media Committee", "Human Resources"});
constexpr auto channels =
    std::to_array<std::string_view>({"Twitter", "Facebook", "LinkedIn", "YouTube", "Instagram", "the members' forum",
                                     "the association blog", "Mastodon", "public mailing lists"});
constexpr auto audiences = std::to_array<std::string_view>(
    {"members", "the public", "prospective members", "journalists", "partner organizations", "donors", "volunteers"});
constexpr auto topics =
    std::to_array<std::string_view>({"certification", "the annual conference", "advocacy", "membership dues",
                                     "continuing education", "the journal", "chapter events", "scholarships"});
constexpr auto acts =
    std::to_array<std::string_view>({"post", "publish", "reply", "comment", "respond", "share content", "answer questions"});
constexpr auto titles = std::to_array<std::string_view>(
    {"Speaking for the association", "Approval of posts", "Replies to members", "Personal accounts", "Disclosure",
     "Confidentiality", "Accessibility", "Record keeping", "Working hours", "Referral of questions", "Training"});
constexpr auto networks = std::to_array<std::string_view>({"Twitter", "Facebook", "LinkedIn", "Mastodon"});

constexpr auto blocking = std::to_array<std::string_view>({
    "{Role} must obtain prior written approval from {office} before they {act} on {channel}.",
    "No {role} may {act} on {channel} about {topic} without the prior approval of {office}.",
    "Only {office} may speak on behalf of the association on {channel}.",
    "{Role} must not reply to {aud} directly and shall forward every question to {office}.",
    "All inquiries from {aud} must be referred to {office}, which will decide whether a response is warranted.",
    "{Role} are prohibited from mentioning the association on personal accounts of any kind.",
    "The use of {channel} during working hours is strictly forbidden.",
    "{Role} shall not identify themselves as working for the association on {channel}.",
    "Every update is drafted by {office} and posted from the official account under the organization's name.",
    "{Role} may not engage with {aud} on {channel} unless {office} has authorized the conversation in writing.",
    "Posts must always include a link to the association's website and the campaign tracking code.",
    "The official account does not respond to individual comments from {aud}.",
    "{Role} must refrain from discussing {topic} with {aud} in any online forum.",
    "Requests to {act} on {channel} require sign-off from {office} at least {n} business days in advance.",
});
constexpr auto ordinary = std::to_array<std::string_view>({
    "{Role} are encouraged to talk with {aud} on {channel} in their own voice.",
    "When you {act} about {topic}, say who you are and what you do for the association.",
    "A quick answer from a person who knows the subject is worth more than a polished announcement.",
    "If a question about {topic} is outside your field, introduce the person to a colleague who can help.",
    "Do not disclose confidential information about {aud}, including health or payment records.",
    "Images need alternative text, and videos need captions, so that everyone can take part.",
    "{Office} offers a {n}-minute introduction to {channel} on the first Tuesday of each month.",
    "Respect copyright, credit the people whose work you share, and correct mistakes openly.",
    "Accounts are protected with a password manager and two-factor authentication.",
    "We keep copies of posts for {n} years because the records schedule asks for it.",
    "{Role} who would rather not use {channel} for work are free to decline.",
    "Harassment is reported to {office}, and the report is answered within {n} hours.",
    "The list of staff who answer questions about {topic} is published on the website.",
    "Sponsored content is labelled as such, as the law requires.",
    "If you leave the association, your account and your followers remain yours.",
});

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : state_(seed) {}

  void head() {
    const std::string_view name = pick(organizations);
    out_ += "# Social media policy\nsocial-media-policy: 1\ntitle: Social Media Policy of the ";
    out_.append(name) += "\norganization: ";
    out_.append(name) +=
        "\nstatus: adopted\neffective: 2010-0" + std::to_string(below(9) + 1) + "-15\naudience: members\naccounts:\n";
    for (unsigned account = 0; account < 4; ++account) {
      out_ += "  - handle: \"@account_" + std::to_string(account) + "\"\n    network: ";
      out_.append(pick(networks)) += account == 0 ? "\n    held-by: organization\n" : "\n    held-by: person\n";
      out_ += below(2) == 0 ? "    purpose: converse\n" : "    purpose: announce\n";
    }
    out_ += "clauses:\n";
  }

  void clause() {
    ++clauses_;
    out_ += "  - id: c-" + std::to_string(clauses_) + "\n    title: ";
    out_.append(pick(titles)) += below(5) == 0 ? "\n    text: |\n" : "\n    text: >-\n";
    const bool blocks = below(100) < 35;
    const std::uint64_t sentences = below(10) < 6 ? 1 : below(3) + 2;
    const std::uint64_t where = below(sentences);
    std::string text;
    for (std::uint64_t index = 0; index < sentences; ++index) {
      if (index > 0) text += ' ';
      text += blocks && index == where ? sentence(pick(blocking)) : sentence(pick(ordinary));
    }
    wrapped(text);
    if (below(10) < 3) fields(blocks);
  }

  [[nodiscard]] std::size_t size() const { return out_.size(); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  /// splitmix64: the same everywhere, unlike the distributions of <random>.
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
  std::uint64_t below(std::uint64_t limit) { return next() % limit; }
  template <std::size_t size>
  std::string_view pick(const std::array<std::string_view, size>& list) {
    return list[below(size)];
  }

  std::string slot(std::string_view name) {
    if (name == "n") return std::to_string(below(46) + 2);
    const std::string word(name == "role" || name == "Role"       ? pick(roles)
                           : name == "office" || name == "Office" ? pick(offices)
                           : name == "channel"                    ? pick(channels)
                           : name == "aud"                        ? pick(audiences)
                           : name == "topic"                      ? pick(topics)
                                                                  : pick(acts));
    const bool upper = name[0] >= 'A' && name[0] <= 'Z';
    return upper ? std::string(1, static_cast<char>(word[0] - 'a' + 'A')) + word.substr(1) : word;
  }

  std::string sentence(std::string_view words) {
    std::string result;
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (words[at] != '{') {
        result += words[at];
        continue;
      }
      const std::size_t end = words.find('}', at);
      result += slot(words.substr(at + 1, end - at - 1));
      at = end;
    }
    return result;
  }

  void wrapped(const std::string& text) {
    std::size_t column = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (column + (end - at) > 88) {
        out_ += '\n';
        column = 0;
      }
      out_ += column == 0 ? "      " : " ";
      out_.append(text, at, end - at);
      column += end - at + 1;
      at = end + 1;
    }
    out_ += '\n';
  }

  void fields(bool blocks) {
    out_ += blocks ? "    must-not: reply\n    to: members\n    on: [" : "    may: reply\n    to: members\n    on: [";
    out_.append(pick(networks)) += "]\n";
    if (blocks && below(2) == 0) out_ += "    unless: approved by communications\n";
  }

  std::uint64_t state_;
  unsigned clauses_ = 0;
  std::string out_;
};

}  // namespace

std::string policy(std::uint64_t seed, unsigned clauses) {
  Generator generator(seed);
  generator.head();
  for (unsigned index = 0; index < clauses; ++index) generator.clause();
  return generator.take();
}

std::string policy_of_size(std::uint64_t seed, std::size_t bytes) {
  Generator generator(seed);
  generator.head();
  while (generator.size() < bytes) generator.clause();
  return generator.take();
}

}  // namespace bench
