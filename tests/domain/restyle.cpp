#include "restyle.hpp"

#include <yaml-cpp/yaml.h>

#include <array>
#include <cctype>
#include <string_view>
#include <utility>
#include <vector>

namespace engagelint::domain {
namespace {

// Stems: "authoris" stands for authorise and authorisation.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> spellings{{{"organisation", "organization"},
                                                                                   {"Organisation", "Organization"},
                                                                                   {"authoris", "authoriz"},
                                                                                   {"Authoris", "Authoriz"},
                                                                                   {"recognis", "recogniz"},
                                                                                   {"personalis", "personaliz"},
                                                                                   {"Personalis", "Personaliz"},
                                                                                   {"fraternis", "fraterniz"},
                                                                                   {"Fraternis", "Fraterniz"},
                                                                                   {"organised", "organized"},
                                                                                   {"programme", "program"},
                                                                                   {"colour", "color"},
                                                                                   {"behaviour", "behavior"},
                                                                                   {"enquir", "inquir"},
                                                                                   {"Enquir", "Inquir"},
                                                                                   {"centre", "center"},
                                                                                   {"judgement", "judgment"}}};

bool letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

std::string replace_words(std::string text, bool to_british) {
  for (const auto& [british_stem, american_stem] : spellings) {
    const auto from = to_british ? american_stem : british_stem;
    const auto to = to_british ? british_stem : american_stem;
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
      const bool start = at == 0 || (!letter(text[at - 1]) && text[at - 1] != '@' && text[at - 1] != '.' && text[at - 1] != '/');
      const bool already = text.compare(at, to.size(), to) == 0 && to.size() > from.size();
      const bool grows = from == "program" && text.compare(at, 9, "programma") == 0;
      if (start && !already && !grows) text.replace(at, from.size(), to);
    }
  }
  return text;
}

class Writer {
 public:
  explicit Writer(const Manner& manner) : manner_(manner) {}

  std::string run(const YAML::Node& root) {
    node(root, 0, "", false);
    return std::move(out_);
  }

 private:
  static bool prose_key(std::string_view key) { return key == "text" || key == "title" || key == "list" || key == "clauses"; }

  void node(const YAML::Node& value, std::size_t indent, std::string_view key, bool in_list) {
    if (value.IsMap()) {
      bool first = true;
      for (const auto& pair : value) {
        if (!(in_list && first)) out_.append(indent, ' ');
        first = false;
        const auto name = pair.first.as<std::string>();
        out_ += scalar_key(pair.first) + ":";
        child(pair.second, indent, name);
      }
    } else if (value.IsSequence()) {
      for (const auto& item : value) {
        out_.append(indent, ' ');
        out_ += "- ";
        if (item.IsScalar()) {
          scalar(item, indent + 2, prose_key(key));
        } else {
          node(item, indent + 2, key, true);
        }
      }
    }
  }

  void child(const YAML::Node& value, std::size_t indent, std::string_view key) {
    if (value.IsScalar()) {
      out_ += ' ';
      scalar(value, indent + 2, indent > 0 && prose_key(key));  // the policy's own title is no prose
    } else if (value.IsNull()) {
      out_ += '\n';
    } else if (value.size() == 0) {
      out_ += value.IsMap() ? " {}\n" : " []\n";
    } else {
      out_ += '\n';
      node(value, indent + 2, key, false);
    }
  }

  static std::string scalar_key(const YAML::Node& key) {
    return key.Tag() == "!" ? double_quoted(key.as<std::string>()) : key.as<std::string>();
  }

  static std::string double_quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
    return out + '"';
  }

  // Escapes in the middle of words: "m" is \x6d.
  static std::string escaped(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == 'm') {
        out += "\\x6d";
      } else {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
    }
    return out + '"';
  }

  static bool plain_is_safe(const std::string& text) {
    if (text.empty() || text.find(": ") != std::string::npos || text.find(" #") != std::string::npos || text.back() == ':')
      return false;
    return letter(text.front()) && text != "Yes" && text != "No";
  }

  static std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t at = 0;
    while (at < text.size()) {
      auto end = text.find(' ', at);
      if (end == std::string::npos) end = text.size();
      const auto word = text.substr(at, end - at);
      if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width) lines.emplace_back();
      lines.back() += (lines.back().empty() ? "" : " ") + word;
      at = end + 1;
    }
    return lines;
  }

  void scalar(const YAML::Node& value, std::size_t indent, bool prose) {
    auto text = value.as<std::string>();
    if (!prose) {
      out_ += (value.Tag() == "!" ? double_quoted(text) : text) + "\n";
      return;
    }
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    if (manner_.words) text = manner_.words(text);
    if (text.find('\n') != std::string::npos) {  // its own lines: kept as they are
      lines_of(text, indent);
      return;
    }
    Style style = manner_.style;
    if (style == Style::plain && !plain_is_safe(text)) style = Style::double_quoted;
    write(text, indent, style);
  }

  void lines_of(const std::string& text, std::size_t indent) {
    out_ += "|-\n";
    std::size_t at = 0;
    while (at <= text.size()) {
      auto end = text.find('\n', at);
      if (end == std::string::npos) end = text.size();
      out_.append(end > at ? indent : 0, ' ');
      out_ += text.substr(at, end - at) + "\n";
      at = end + 1;
    }
  }

  void write(const std::string& text, std::size_t indent, Style style) {
    if (style == Style::escaped) {
      out_ += escaped(text) + "\n";
      return;
    }
    if (style == Style::folded || style == Style::literal) {
      out_ += style == Style::folded ? ">-\n" : "|-\n";
      for (const auto& line : wrapped(text, manner_.width)) out_ += std::string(indent, ' ') + line + "\n";
      return;
    }
    std::string whole = text;
    if (style == Style::double_quoted) whole = double_quoted(text);
    if (style == Style::single_quoted) {
      whole = "'";
      for (const char c : text) whole += c == '\'' ? "''" : std::string(1, c);
      whole += "'";
    }
    bool first = true;
    for (const auto& line : wrapped(whole, manner_.width)) {
      if (!first) out_.append(indent, ' ');
      first = false;
      out_ += line + "\n";
    }
  }

  const Manner& manner_;
  std::string out_;
};

}  // namespace

std::string restyle(const std::string& yaml, const Manner& manner) { return Writer(manner).run(YAML::Load(yaml)); }

std::string british(const std::string& text) { return replace_words(text, true); }
std::string american(const std::string& text) { return replace_words(text, false); }

std::string curly(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool opens = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(';
    if (text[i] == '"') {
      out += opens ? "\xE2\x80\x9C" : "\xE2\x80\x9D";
    } else if (text[i] == '\'') {
      out += opens ? "\xE2\x80\x98" : "\xE2\x80\x99";
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string straight(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto mark = text.substr(i, 3);
    if (mark == "\xE2\x80\x9C" || mark == "\xE2\x80\x9D") {
      out += '"';
      i += 2;
    } else if (mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99") {
      out += '\'';
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace engagelint::domain
