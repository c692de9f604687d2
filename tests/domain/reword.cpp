#include "reword.hpp"

#include <yaml-cpp/yaml.h>

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "restyle.hpp"

namespace engagelint::domain {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

bool letter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

/// Whole words, in small letters and with a capital.
std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (const bool capital : {false, true}) {
    std::string what(from);
    std::string with(to);
    if (capital) {
      what[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(what[0])));
      with[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(with[0])));
      if (what == from) continue;
    }
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
      const std::size_t end = at + what.size();
      const bool whole = (at == 0 || !letter(text[at - 1])) && (end == text.size() || !letter(text[end]));
      if (whole) text.replace(at, what.size(), with);
      if (!whole) at = at + 1 - with.size();
    }
  }
  return text;
}

constexpr auto contractions = std::to_array<Pair>({{"must not", "mustn't"},
                                                   {"should not", "shouldn't"},
                                                   {"do not", "don't"},
                                                   {"does not", "doesn't"},
                                                   {"cannot", "can't"},
                                                   {"will not", "won't"},
                                                   {"is not", "isn't"},
                                                   {"are not", "aren't"},
                                                   {"need not", "needn't"},
                                                   {"you are", "you're"},
                                                   {"they are", "they're"},
                                                   {"you have", "you've"}});

std::string contracted(const std::string& text) {
  std::string out = text;
  for (const auto& [whole, with] : contractions) out = replaced(std::move(out), whole, with);
  return out;
}

std::string expanded(const std::string& text) {
  std::string out = text;
  for (const auto& [whole, with] : contractions) out = replaced(std::move(out), with, whole);
  return out;
}

std::string shall(const std::string& text) { return replaced(text, "must not", "shall not"); }
std::string must(const std::string& text) { return replaced(text, "shall not", "must not"); }

std::function<std::string(const std::string&)> in_manner(Style style, std::size_t width,
                                                         std::function<std::string(const std::string&)> words = {}) {
  return [=](const std::string& yaml) { return restyle(yaml, {"", style, width, words}); };
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' || c == '\\' ? std::string{'\\', c} : c == '\n' ? "\\n" : std::string{c};
  return out + '"';
}

/// Everything in braces and brackets, on one line a key.
void write_flow(const YAML::Node& node, std::string& out) {
  if (node.IsMap()) {
    out += '{';
    for (const auto& pair : node) {
      if (out.back() != '{') out += ", ";
      out += quoted(pair.first.as<std::string>()) + ": ";
      write_flow(pair.second, out);
    }
    out += '}';
  } else if (node.IsSequence()) {
    out += '[';
    for (const auto& item : node) {
      if (out.back() != '[') out += ", ";
      write_flow(item, out);
    }
    out += ']';
  } else {
    out += node.IsNull() ? "\"\"" : quoted(node.as<std::string>());
  }
}

std::string in_flow(const std::string& yaml) {
  std::string out;
  for (const auto& pair : YAML::Load(yaml)) {
    out += pair.first.as<std::string>() + ": ";
    write_flow(pair.second, out);
    out += '\n';
  }
  return out;
}

std::string written(const YAML::Node& root) {
  YAML::Emitter out;
  out << root;
  return restyle(out.c_str(), {"", Style::double_quoted, 10000, {}});
}

/// Calls it for each clause that is a mapping.
void each_clause(YAML::Node node, const std::function<void(YAML::Node)>& change) {
  for (auto clause : node["clauses"]) {
    if (clause.IsMap()) change(clause);
  }
  for (auto section : node["sections"]) each_clause(section, change);
}

std::string turned(const std::string& yaml) {
  YAML::Node root = YAML::Load(yaml);
  if (!root["sections"]) return yaml;
  YAML::Node out;
  for (std::size_t i = root["sections"].size(); i-- > 0;) out.push_back(root["sections"][i]);
  root["sections"] = out;
  return written(root);
}

/// "reply to members" and "Reply to members"; names, handles, "I" and abbreviations stay.
std::string other_case(std::string text) {
  const bool word = text.size() > 2 && std::islower(static_cast<unsigned char>(text[1])) != 0;
  if (!word) return text;
  const auto first = static_cast<unsigned char>(text[0]);
  text[0] = static_cast<char>(std::islower(first) != 0 ? std::toupper(first) : std::tolower(first));
  return text;
}

std::string items_in_other_case(const std::string& yaml, bool to_upper) {
  YAML::Node root = YAML::Load(yaml);
  each_clause(root, [&](YAML::Node clause) {
    YAML::Node list = clause["list"];
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!list[i].IsScalar() || list[i].as<std::string>().empty()) continue;
      const auto text = list[i].as<std::string>();
      const bool upper = std::isupper(static_cast<unsigned char>(text[0])) != 0;
      if (upper != to_upper) list[i] = other_case(text);
    }
  });
  return written(root);
}

/// A lead such as "Employees must not" and its items as one sentence, where the items are no sentences of their own.
std::string joined(const std::string& yaml) {
  YAML::Node root = YAML::Load(yaml);
  each_clause(root, [](YAML::Node clause) {
    if (!clause["title"] || !clause["list"] || clause["text"] || clause["list"].size() < 2) return;
    auto lead = clause["title"].as<std::string>();
    if (lead.ends_with(':')) lead.pop_back();
    bool leads = false;
    for (const std::string_view end : {"must not", "may not", "shall not", "should not", "must", "may", "shall", "should",
                                       "do not", "never", "always", "not to", "expected to", "asked to"})
      leads = leads || lead.ends_with(end);
    std::string sentence = lead;
    for (std::size_t i = 0; i < clause["list"].size(); ++i) {
      if (!clause["list"][i].IsScalar()) return;
      auto item = clause["list"][i].as<std::string>();
      if (item.empty() || item.find_first_of(".;:?!,(-") != std::string::npos) return;
      if (item.size() > 1 && std::isupper(static_cast<unsigned char>(item[0])) != 0 && item[1] == ' ') return;
      item[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(item[0])));
      const bool last = i + 1 == clause["list"].size();
      sentence += (i == 0 ? " " : last ? " or " : ", ") + item;
    }
    if (!leads) return;
    clause.remove("title");
    clause.remove("list");
    clause["text"] = sentence + ".";
  });
  return written(root);
}

constexpr std::string_view coined = "Marlovian";
constexpr std::string_view coined_members = "Tolmer";

std::string plural(std::string_view word) { return std::string(word) + "s"; }

/// A word of the house for its people, which the glossary explains.
std::string with_glossary(const std::string& yaml) {
  const std::string text = restyle(yaml, {"", Style::double_quoted, 10000, [](const std::string& prose) {
                                            return replaced(replaced(prose, "employees", plural(coined)), "employee", coined);
                                          }});
  YAML::Node root = YAML::Load(text);
  root["glossary"][std::string(coined)] = "staff";
  root["glossary"][plural(coined)] = "staff";
  return written(root);
}

/// Another word for those who are served, as the policy's own.
std::string with_other_audience(const std::string& yaml) {
  YAML::Node root = YAML::Load(yaml);
  if (!root["audience"]) return yaml;
  const auto own = root["audience"].as<std::string>();
  if (own.find(' ') != std::string::npos || !own.ends_with('s') || own == "staff") return yaml;
  const std::string one = own.substr(0, own.size() - 1);
  root = YAML::Load(restyle(yaml, {"", Style::double_quoted, 10000, [&](const std::string& prose) {
                                     return replaced(replaced(prose, own, plural(coined_members)), one, coined_members);
                                   }}));
  root["audience"] = plural(coined_members);
  root["glossary"][std::string(coined_members)] = "members";
  root["glossary"][plural(coined_members)] = "members";
  return written(root);
}

}  // namespace

const std::vector<Rewording>& rewordings() {
  static const std::vector<Rewording> all{
      {"plain, 24 wide", "", Alike::place, in_manner(Style::plain, 24)},
      {"single quotes", "", Alike::place, in_manner(Style::single_quoted, 60)},
      {"double quotes", "", Alike::place, in_manner(Style::double_quoted, 10000)},
      {"folded, 40 wide", "", Alike::place, in_manner(Style::folded, 40)},
      {"literal, 60 wide", "", Alike::place, in_manner(Style::literal, 60)},
      {"flow", "[\"Employees must not reply to residents.\"]", Alike::place, in_flow},
      {"British", "", Alike::place, in_manner(Style::double_quoted, 10000, british)},
      {"American", "", Alike::place, in_manner(Style::double_quoted, 10000, american)},
      {"curly quotes", "", Alike::place, in_manner(Style::double_quoted, 10000, curly)},
      {"straight quotes", "", Alike::place, in_manner(Style::double_quoted, 10000, straight)},
      {"contracted", "Employees mustn't reply to residents.", Alike::place, in_manner(Style::double_quoted, 10000, contracted)},
      {"expanded", "", Alike::place, in_manner(Style::double_quoted, 10000, expanded)},
      {"shall not", "Employees shall not reply to residents.", Alike::place, in_manner(Style::double_quoted, 10000, shall)},
      {"must not", "", Alike::place, in_manner(Style::double_quoted, 10000, must)},
      {"glossary", "Marlovians must not reply to residents.", Alike::place, with_glossary},
      {"audience", "Employees must not reply to Tolmers.", Alike::place, with_other_audience},
      {"sections turned", "", Alike::words, turned},
      {"items capitalised", "", Alike::place, [](const std::string& yaml) { return items_in_other_case(yaml, true); }},
      {"items in small", "", Alike::place, [](const std::string& yaml) { return items_in_other_case(yaml, false); }},
      {"lists as sentences", "", Alike::clause, joined},
  };
  return all;
}

std::string meant(std::string_view words) {
  std::string out;
  for (const char c : american(straight(std::string(words)))) {
    const char small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (c != ' ' && c != '\n') {
      out += small;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return must(expanded(out));
}

}  // namespace engagelint::domain
