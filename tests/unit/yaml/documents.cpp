#include "documents.hpp"

#include <array>
#include <string_view>

namespace engagelint::test {

namespace {

constexpr std::array<std::string_view, 22> words{"Staff",      "may",
                                                 "answer",     "members",
                                                 "caf\u00e9",  "\u201cown names\u201d",
                                                 "\U0001F600", "don\u2019t",
                                                 "#tag",       "a:b",
                                                 "it's",       "2.10",
                                                 "no",         "x",
                                                 "-",          "say:so",
                                                 "(now)",      "50%",
                                                 "who?",       "\u4f1a\u5458",
                                                 "tab\there",  "@me"};

class Writer {
 public:
  explicit Writer(Random& random) : random_(random) {}

  std::string document() {
    if (random_.chance(15)) out_ += "---\n";
    const std::uint32_t entries = 3 + random_.below(12);
    for (std::uint32_t at = 0; at < entries; ++at) entry(0, 0);
    return finish();
  }

 private:
  std::string finish() {
    if (random_.chance(20) && out_.back() == '\n') out_.pop_back();
    std::string text = random_.chance(15) ? "\xEF\xBB\xBF" : "";
    const bool crlf = random_.chance(25);
    for (const char c : out_) {
      if (c == '\n' && crlf) text.push_back('\r');
      text.push_back(c);
    }
    return text;
  }

  void pad(std::uint32_t count) { out_.append(count, ' '); }
  std::string_view word() { return words[random_.below(words.size())]; }
  std::string_view tame() { return words[random_.below(4)]; }

  void entry(std::uint32_t indent, std::uint32_t depth) {
    pad(indent);
    out_ += "k" + std::to_string(++count_) + ":";
    const std::uint32_t kind = random_.below(depth < 3 ? 12 : 9);
    if (kind == 9) {
      out_ += "\n";
      const std::uint32_t more = indent + 1 + random_.below(4);
      for (std::uint32_t at = 0; at < 1 + random_.below(3); ++at) entry(more, depth + 1);
    } else if (kind == 10) {
      out_ += "\n";
      list(indent + random_.below(3), depth + 1);
    } else if (kind == 11) {
      out_ += " ";
      flow(0);
      out_ += "\n";
    } else {
      out_ += " ";
      scalar(kind, indent);
    }
    if (random_.chance(10)) out_ += "# a remark\n";
    if (random_.chance(10)) out_ += "\n";
  }

  void list(std::uint32_t indent, std::uint32_t depth) {
    for (std::uint32_t at = 0; at < 1 + random_.below(3); ++at) {
      pad(indent);
      out_ += "- ";
      if (depth < 3 && random_.chance(30)) {
        out_ += "l" + std::to_string(++count_) + ": ";
        scalar(random_.below(9), indent + 2);
        continue;
      }
      scalar(random_.below(9), indent);
    }
  }

  void flow(std::uint32_t depth) {
    const bool list = random_.chance(60);
    out_ += list ? "[" : "{";
    const std::uint32_t count = random_.below(4);
    for (std::uint32_t at = 0; at < count; ++at) {
      if (at > 0) out_ += random_.chance(20) ? ",\n   " : ", ";
      if (!list) out_ += "f" + std::to_string(++count_) + ": ";
      const std::uint32_t kind = random_.below(depth < 2 ? 4 : 3);
      if (kind == 3) flow(depth + 1);
      if (kind == 0) out_ += tame();
      if (kind == 1) single(3);
      if (kind == 2) double_quoted(3);
    }
    out_ += list ? "]" : "}";
  }

  void properties() {
    if (random_.chance(5)) out_ += "&a" + std::to_string(++count_) + (random_.chance(20) ? "\n     " : " ");
    if (random_.chance(4)) out_ += "!!str ";
  }

  void scalar(std::uint32_t kind, std::uint32_t indent) {
    properties();
    if (kind < 3) plain(indent);
    if (kind == 3) single(indent);
    if (kind == 4) double_quoted(indent);
    if (kind > 4) {
      block(indent);
      return;
    }
    if (random_.chance(10)) out_ += "   # why";
    out_ += "\n";
  }

  void break_line(std::uint32_t indent) {
    if (random_.chance(20)) out_ += random_.chance(50) ? "  " : "\t";
    const std::uint32_t breaks = random_.chance(25) ? 2 + random_.below(2) : 1;
    for (std::uint32_t at = 0; at < breaks; ++at) {
      out_ += "\n";
      if (at + 1 < breaks && random_.chance(30)) pad(random_.below(5));
    }
    pad(indent + 1 + random_.below(3));
  }

  void plain(std::uint32_t indent) {
    out_ += tame();
    for (std::uint32_t at = 0; at < random_.below(9); ++at) {
      if (random_.chance(25)) {
        break_line(indent);
        out_ += tame();
      } else {
        out_ += random_.chance(10) ? "   " : " ";
        const std::string_view next = word();
        out_ += next.front() == '#' || next == "-" ? std::string_view("then") : next;
      }
    }
  }

  void single(std::uint32_t indent) {
    out_ += "'";
    for (std::uint32_t at = 0; at < random_.below(9); ++at) {
      for (const char c : word()) {
        if (c == '\'') out_ += "'";
        out_.push_back(c);
      }
      gap(indent);
    }
    out_ += "'";
  }

  void gap(std::uint32_t indent) {
    if (random_.chance(20)) {
      break_line(indent);
    } else if (random_.chance(80)) {
      out_ += random_.chance(10) ? "  " : " ";
    }
  }

  void double_quoted(std::uint32_t indent) {
    constexpr std::array<std::string_view, 20> escapes{"\\n", "\\t", "\\\"", "\\\\", "\\u201c", "\\x41", "\\U0001F600",
                                                       "\\ ", "\\/", "\\0",  "\\a",  "\\b",     "\\e",   "\\f",
                                                       "\\r", "\\v", "\\N",  "\\_",  "\\L",     "\\P"};
    out_ += "\"";
    for (std::uint32_t at = 0; at < random_.below(9); ++at) {
      out_ += random_.chance(30) ? escapes[random_.below(escapes.size())] : word();
      if (random_.chance(8)) {
        out_ += random_.chance(50) ? "  \\\n" : "\\\n";
        if (random_.chance(20)) out_ += "\n";
        pad(indent + 1 + random_.below(3));
      } else {
        gap(indent);
      }
    }
    out_ += "\"";
  }

  void block(std::uint32_t indent) {
    out_ += random_.chance(50) ? "|" : ">";
    const std::uint32_t deeper = 1 + random_.below(4);
    const bool digit = random_.chance(25);
    const std::string_view chomp = std::array<std::string_view, 3>{"", "-", "+"}[random_.below(3)];
    const bool digit_first = random_.chance(50);
    if (digit && digit_first) out_ += std::to_string(deeper);
    out_ += chomp;
    if (digit && !digit_first) out_ += std::to_string(deeper);
    if (random_.chance(10)) out_ += " # remark";
    out_ += "\n";
    if (random_.chance(15)) out_ += "\n";
    const std::uint32_t lines = random_.chance(5) ? 0 : 1 + random_.below(6);
    for (std::uint32_t at = 0; at < lines; ++at) block_line(indent + deeper, at == 0 && !digit);
    for (std::uint32_t at = 0; at < random_.below(3); ++at) out_ += "\n";
  }

  void block_line(std::uint32_t indent, bool first) {
    if (!first && random_.chance(20)) {
      if (random_.chance(40)) pad(random_.below(indent + 1));
      out_ += "\n";
      return;
    }
    pad(indent);
    if (!first && random_.chance(15)) out_ += random_.chance(70) ? "  " : "\t";
    for (std::uint32_t at = 0; at < 1 + random_.below(6); ++at) {
      out_ += word();
      out_ += " ";
    }
    if (random_.chance(70)) out_.pop_back();
    out_ += "\n";
  }

  Random& random_;
  std::string out_;
  int count_ = 0;
};

}  // namespace

std::string random_document(Random& random) { return Writer(random).document(); }

std::string damaged(std::string document, Random& random) {
  constexpr std::string_view bytes = "\"'|>:-#[]{},&*!\n \t\\?%@`x~\r";
  for (std::uint32_t at = 0; at < 1 + random.below(4); ++at) {
    const std::size_t place = random.below(static_cast<std::uint32_t>(document.size()));
    const char byte = bytes[random.below(static_cast<std::uint32_t>(bytes.size()))];
    const std::uint32_t kind = random.below(3);
    if (kind == 0) document[place] = byte;
    if (kind == 1) document.insert(place, 1, byte);
    if (kind == 2) document.erase(place, 1 + random.below(3));
    if (document.empty()) document = " ";
  }
  return document;
}

}  // namespace engagelint::test
