#include "domain_set.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace engagelint::domain {
namespace {

std::string text_of(const YAML::Node& node) { return node ? node.as<std::string>() : std::string{}; }

void read_sentences(const std::string& path, DomainSet& out) {
  for (const auto& row : YAML::LoadFile(path)) {
    Sample sample{text_of(row["id"]), text_of(row["text"]), text_of(row["heading"]), {}, {}};
    for (const auto& norm : row["norms"]) sample.modalities.push_back(text_of(norm["mod"]));
    for (const auto& kind : row["finds"]) sample.kinds.push_back(kind.as<std::string>());
    out.sentences.push_back(std::move(sample));
  }
}

void read_kinds(const std::string& path, DomainSet& out) {
  for (const auto& row : YAML::LoadFile(path)) {
    const auto kind = text_of(row["id"]);
    out.kinds.push_back(kind);
    int number = 0;
    for (const auto& phrasing : row["phrasings"])
      out.phrasings.push_back({kind + "/" + std::to_string(++number), phrasing.as<std::string>(), {}, {}, {kind}});
    number = 0;
    for (const auto& near_miss : row["not_flag"])
      out.near_misses.push_back({kind + "/" + std::to_string(++number), text_of(near_miss["ex"]), {}, {}, {kind}});
  }
}

bool starts(std::string_view word, std::string_view with) { return word.substr(0, with.size()) == with; }

}  // namespace

DomainSet read_domain_set(const std::string& directory) {
  DomainSet out;
  read_sentences(directory + "/sentences.yaml", out);
  read_kinds(directory + "/kinds.yaml", out);
  return out;
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string policy_of(const Sample& sample) {
  std::string out = "social-media-policy: 1\ntitle: Social media policy\nclauses:\n";
  if (sample.heading.empty()) return out + "  - " + quoted(sample.text) + "\n";
  return out + "  - title: " + quoted(sample.heading) + "\n    list:\n      - " + quoted(sample.text) + "\n";
}

bool keywords_alarm(const std::string& text) {
  static constexpr std::array<std::string_view, 15> negatives{"not",    "never",    "no",       "nobody",     "neither",
                                                              "only",   "cannot",   "prohibit", "forbid",     "barred",
                                                              "banned", "reserved", "refrain",  "discourage", "avoid"};
  static constexpr std::array<std::string_view, 7> approvals{"approv", "consent",  "authori", "permission",
                                                             "clear",  "sign-off", "permit"};
  static constexpr std::array<std::string_view, 16> posting{"post",     "tweet",   "share",  "sharing", "comment", "repl",
                                                            "respon",   "answer",  "engag",  "blog",    "publish", "messag",
                                                            "interact", "connect", "follow", "discuss"};
  bool sign = false;
  bool posts = false;
  for (std::size_t at = 0; at < text.size();) {
    std::string word;
    while (at < text.size() && (std::isalpha(static_cast<unsigned char>(text[at])) != 0 || text[at] == '-'))
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at++])));
    if (word.empty()) {
      ++at;
      continue;
    }
    // Short words stand for themselves, long ones for all that begins with them.
    sign = sign || std::any_of(negatives.begin(), negatives.end(), [&](std::string_view sought) {
             return sought.size() > 4 && sought != "never" ? starts(word, sought) : word == sought;
           });
    sign = sign || std::any_of(approvals.begin(), approvals.end(), [&](std::string_view sought) { return starts(word, sought); });
    posts = posts || std::any_of(posting.begin(), posting.end(), [&](std::string_view sought) { return starts(word, sought); });
  }
  return sign && posts;
}

}  // namespace engagelint::domain
