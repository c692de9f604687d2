#include "norm/words.hpp"

#include <array>
#include <tao/pegtl.hpp>

namespace engagelint::norm {
namespace pegtl = tao::pegtl;

// The byte grammar of words. It sees no meaning: that is the lexicon's.
namespace grammar {
using namespace pegtl;
// clang-format off
struct utf8_tail    : range<'\x80', '\xBF'> {};
struct latin        : seq<range<'\xC3', '\xCD'>, utf8_tail> {};                              // À..ͯ: letters with marks
struct letter       : sor<alpha, latin, seq<range<'\xCE', '\xDF'>, utf8_tail>> {};
struct apostrophe   : sor<one<'\''>, string<'\xE2', '\x80', '\x99'>, string<'\xE2', '\x80', '\x98'>, string<'\xCA', '\xBC'>> {};
struct soft_hyphen  : string<'\xC2', '\xAD'> {};
struct hyphen       : sor<one<'-'>, string<'\xE2', '\x80', '\x90'>, string<'\xE2', '\x80', '\x91'>, soft_hyphen> {};
// Most words: letters up to a mark that no address, number or longer word goes on over, so none of them need be tried.
struct word_stop    : sor<eof, one<' ', '\n', ',', ';', ')', '?', '!'>, seq<one<'.'>, sor<eof, one<' ', '\n'>>>> {};
struct plain_word   : seq<plus<alpha>, at<word_stop>> {};
struct word         : seq<letter, star<sor<letter, digit, seq<sor<apostrophe, hyphen>, at<sor<letter, digit>>>>>> {};
struct number       : seq<opt<one<'$'>>, plus<digit>, star<seq<one<',', '.', ':'>, at<digit>, plus<digit>>>, opt<sor<one<'%'>, plus<letter>>>,
                          star<seq<hyphen, at<sor<letter, digit>>, plus<sor<letter, digit>>>>> {};
struct host_char    : sor<alnum, one<'-', '_', '~', '%', '+'>> {};
struct handle       : seq<one<'@'>, plus<sor<alnum, one<'_'>>>> {};
struct hashtag      : seq<one<'#'>, plus<sor<alnum, one<'_'>>>> {};
struct address      : sor<seq<plus<sor<alnum, one<'.', '_', '+', '-'>>>, one<'@'>, star<seq<plus<host_char>, opt<seq<one<'.'>, at<alnum>>>>>>,
                          seq<plus<alnum>, string<':', '/', '/'>, plus<not_one<' ', '\n', '\t', ')', '"'>>>,
                          seq<plus<host_char>, plus<seq<one<'.'>, at<seq<alpha, alpha>>, plus<host_char>>>, star<seq<one<'/'>, star<sor<host_char, one<'.', '/'>>>>>>> {};
struct fill_in      : sor<plus<one<'_'>>, seq<one<'['>, plus<not_one<']', '\n'>>, one<']'>>> {};
struct long_dash    : sor<string<'\xE2', '\x80', '\x92'>, string<'\xE2', '\x80', '\x93'>, string<'\xE2', '\x80', '\x94'>, string<'\xE2', '\x80', '\x95'>,
                          seq<one<'-'>, plus<one<'-'>>>, seq<one<'-'>, at<sor<one<' ', '\n', '\t'>, eof>>>> {};
struct ellipsis     : sor<string<'\xE2', '\x80', '\xA6'>, seq<one<'.'>, plus<seq<opt<one<' '>>, one<'.'>>>>> {};
struct double_quote : sor<one<'"'>, string<'\xE2', '\x80', '\x9C'>, string<'\xE2', '\x80', '\x9D'>, string<'\xC2', '\xAB'>, string<'\xC2', '\xBB'>> {};
struct ascii_mark   : one<',', ';', ':', '.', '!', '?', '(', ')', '/', '&'> {};
struct quote_mark   : apostrophe {};
struct other        : any {};
struct tokens       : star<sor<one<' ', '\n'>, plain_word, address, handle, hashtag, word, number, fill_in, long_dash, ellipsis, double_quote, ascii_mark, quote_mark, other>> {};
// clang-format on
}  // namespace grammar

namespace {

struct Sink {
  std::string_view text;
  std::vector<Token>& out;
  FindWord find;
};

template <typename Input>
Span span_of(const Input& in, const Sink& sink) {
  const auto begin = static_cast<Offset>(in.begin() - sink.text.data());
  return {begin, begin + static_cast<Offset>(in.size())};
}

void add(Sink& sink, Span span, char kind, bool hashed) {
  Token token{span.begin, span.end, 0, 0, 0, kind};
  if (hashed) {
    std::array<char, 64> buffer{};
    const auto size = normalise(sink.text.substr(span.begin, span.end - span.begin), buffer.data(), buffer.size());
    const std::string_view word{buffer.data(), size};
    token.hash = hash_of(word);
    token.stem = stem_of(word);
    if (sink.find != nullptr) token.word = sink.find(word, token.hash);
  }
  sink.out.push_back(token);
}

std::size_t apostrophe_at(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] == '\'' || (i + 2 < word.size() && word[i] == '\xE2' && word[i + 1] == '\x80') || word[i] == '\xCA') return i;
  }
  return std::string_view::npos;
}

/// "don't", and the "don'ts" of a list.
bool ends_with_nt(std::string_view word, std::size_t apostrophe) {
  const std::size_t last = word.size() - ((word.back() | 0x20) == 's' ? 2 : 1);
  return apostrophe > 1 && (word[apostrophe - 1] | 0x20) == 'n' && last > apostrophe && (word[last] | 0x20) == 't';
}

void add_fixed(Sink& sink, Span span, std::string_view as) {
  const auto hash = hash_of(as);
  sink.out.push_back(
      {span.begin, span.end, hash, stem_of(as), sink.find != nullptr ? sink.find(as, hash) : std::uint16_t{0}, 'w'});
}

// Splits contractions so that a negation is always a token of its own.
void add_word(Sink& sink, Span span) {
  const auto word = sink.text.substr(span.begin, span.end - span.begin);
  const auto mark = apostrophe_at(word);
  if (mark == std::string_view::npos) {
    if (word.size() == 6 && normalised(word) == "cannot") {
      add(sink, {span.begin, span.begin + 3}, 'w', true);
      add_fixed(sink, {span.begin + 3, span.end}, "not");
      return;
    }
    add(sink, span, 'w', true);
    return;
  }
  const auto at = static_cast<Offset>(mark);
  if (ends_with_nt(word, mark)) {
    const auto stem = normalised(word.substr(0, mark - 1));
    const Span head{span.begin, span.begin + at - 1};
    if (stem == "ca") {
      add_fixed(sink, head, "can");
    } else if (stem == "wo") {
      add_fixed(sink, head, "will");
    } else if (stem == "sha") {
      add_fixed(sink, head, "shall");
    } else if (stem == "ai") {
      add_fixed(sink, head, "is");
    } else {
      add(sink, head, 'w', true);
    }
    add_fixed(sink, {span.begin + at - 1, span.end}, "not");
    return;
  }
  add(sink, {span.begin, span.begin + at}, 'w', true);
  const auto tail = normalised(word.substr(mark));
  const Span rest{span.begin + at, span.end};
  if (tail == "'ll") {
    add_fixed(sink, rest, "will");
  } else if (tail == "'re") {
    add_fixed(sink, rest, "are");
  } else if (tail == "'ve") {
    add_fixed(sink, rest, "have");
  } else if (tail == "'m") {
    add_fixed(sink, rest, "am");
  } else if (tail == "'d") {
    add_fixed(sink, rest, "would");
  } else {
    add(sink, rest, 'w', true);
  }
}

void add_plain(Sink& sink, Span span);

template <typename Rule>
struct action : pegtl::nothing<Rule> {};
template <>
struct action<grammar::word> {
  template <typename Input>
  static void apply(const Input& in, Sink& sink) {
    add_word(sink, span_of(in, sink));
  }
};
template <>
struct action<grammar::plain_word> {
  template <typename Input>
  static void apply(const Input& in, Sink& sink) {
    add_plain(sink, span_of(in, sink));
  }
};
template <char kind, bool hashed>
struct emit {
  template <typename Input>
  static void apply(const Input& in, Sink& sink) {
    add(sink, span_of(in, sink), kind, hashed);
  }
};
template <>
struct action<grammar::number> : emit<'1', true> {};
template <>
struct action<grammar::handle> : emit<'@', true> {};
template <>
struct action<grammar::hashtag> : emit<'#', true> {};
template <>
struct action<grammar::address> : emit<'u', true> {};
template <>
struct action<grammar::fill_in> : emit<'_', false> {};
template <>
struct action<grammar::long_dash> : emit<'-', false> {};
template <>
struct action<grammar::ellipsis> : emit<'~', false> {};
template <>
struct action<grammar::double_quote> : emit<'"', false> {};
template <>
struct action<grammar::quote_mark> : emit<'\'', false> {};
template <>
struct action<grammar::ascii_mark> {
  template <typename Input>
  static void apply(const Input& in, Sink& sink) {
    add(sink, span_of(in, sink), in.peek_char(), false);
  }
};

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

std::size_t replace_tail(char* out, std::size_t size, std::size_t drop, std::string_view with) {
  for (std::size_t i = 0; i < with.size(); ++i) out[size - drop + i] = with[i];
  return size - drop + with.size();
}

/// Letters by which a word can be one that is spelled in two ways; most words have none of them.
struct Traces {
  bool is = false;   // organise
  bool our = false;  // behaviour
};

// Applied to the lexicon and to the text alike, so that it need not be right, only the same on both sides.
std::size_t one_spelling(char* out, std::size_t size, Traces traces) {
  if (size < 6) return size;  // shorter than any of these words
  const std::string_view word{out, size};
  if (traces.is) {
    for (const std::string_view tail : {"ise", "ised", "ises", "ising", "isation", "isations", "isational", "iser", "isers"}) {
      if (ends_with(word, tail) && word.size() > tail.size() + 2) {
        out[size - tail.size() + 1] = 'z';
        return size;
      }
    }
  }
  if (traces.our) {
    for (const std::string_view tail : {"our", "ours", "oured", "ouring", "ourable", "ourably"}) {
      if (ends_with(word, tail) && word.size() > tail.size() + 2) {
        const auto at = size - tail.size() + 1;
        for (auto i = at; i + 1 < size; ++i) out[i] = out[i + 1];
        return size - 1;
      }
    }
  }
  switch (word.back()) {
    case 'e':
      if (ends_with(word, "programme")) return replace_tail(out, size, 2, "");
      if (ends_with(word, "centre") || ends_with(word, "theatre")) return replace_tail(out, size, 2, "er");
      if (ends_with(word, "licence") || ends_with(word, "defence") || ends_with(word, "offence"))
        return replace_tail(out, size, 2, "se");
      if (word == "enquire") out[0] = 'i';
      break;
    case 's':
      if (ends_with(word, "programmes")) return replace_tail(out, size, 3, "s");
      if (word == "enquiries") out[0] = 'i';
      break;
    case 'y':
    case 'r':
      if (word == "enquiry" || word == "enquirer") out[0] = 'i';
      break;
    case 't':
      if (word == "judgement") return replace_tail(out, size, 5, "ment");
      break;
    default: break;
  }
  return size;
}

// Most words are letters alone: made small and hashed in one go, as `normalise` and `hash_of` would.
void add_plain(Sink& sink, Span span) {
  std::array<char, 64> buffer;
  const std::size_t size = span.end - span.begin;
  if (size > buffer.size()) return add_word(sink, span);
  constexpr std::size_t stem_size = 6;
  const char* text = sink.text.data() + span.begin;
  std::uint32_t hash = hash_basis;
  std::uint32_t stem = 0;
  Traces traces;
  char last = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const char c = static_cast<char>(text[i] | 0x20);
    traces.is = traces.is || (c == 's' && last == 'i');
    traces.our = traces.our || (c == 'r' && last == 'u');
    buffer[i] = last = c;
    hash = hash_step(hash, c);
    if (i + 1 == stem_size) stem = hash;
  }
  const bool respelled =
      traces.is || traces.our || one_spelling(buffer.data(), size, traces) != size || buffer[0] != (text[0] | 0x20);
  if (respelled || std::string_view(buffer.data(), size) == "cannot") return add_word(sink, span);
  Token token{span.begin, span.end, hash, size < stem_size ? hash : stem, 0, 'w'};
  if (sink.find != nullptr) token.word = sink.find({buffer.data(), size}, hash);
  sink.out.push_back(token);
}

}  // namespace

std::size_t normalise(std::string_view word, char* out, std::size_t capacity) {
  std::size_t size = 0;
  Traces traces;
  for (std::size_t i = 0; i < word.size() && size < capacity; ++i) {
    const char c = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
    if (c >= 'a' && c <= 'z') {
      traces.is = traces.is || (c == 's' && size > 0 && out[size - 1] == 'i');
      traces.our = traces.our || (c == 'r' && size > 0 && out[size - 1] == 'u');
      out[size++] = c;
    } else if (c == '\xE2' && i + 2 < word.size() && word[i + 1] == '\x80') {
      const char last = word[i + 2];
      out[size++] = (last == '\x90' || last == '\x91') ? '-' : '\'';
      i += 2;
    } else if (c == '\xC2' && i + 1 < word.size() && word[i + 1] == '\xAD') {
      ++i;
    } else if (c == '\xCA' && i + 1 < word.size() && word[i + 1] == '\xBC') {
      out[size++] = '\'';
      ++i;
    } else {
      out[size++] = c;
    }
  }
  return one_spelling(out, size, traces);
}

std::string normalised(std::string_view word) {
  std::array<char, 64> buffer{};
  return {buffer.data(), normalise(word, buffer.data(), buffer.size())};
}

void tokenize(std::string_view text, std::vector<Token>& out, FindWord find) {
  pegtl::memory_input<pegtl::tracking_mode::lazy> in(text.data(), text.data() + text.size(), "");
  Sink sink{text, out, find};
  pegtl::parse<grammar::tokens, action>(in, sink);
}

}  // namespace engagelint::norm
