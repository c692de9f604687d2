#include "norm/units.hpp"

#include <algorithm>
#include <array>

#include "norm/concept_ids.hpp"
#include "norm/concepts.hpp"

namespace engagelint::norm {
namespace {

bool all_markers(std::span<const Tag> tags) {
  return std::all_of(tags.begin(), tags.end(), [](const Tag& tag) { return is_marker(tag.cls); });
}

bool punctuation(char kind) { return kind != 'w' && kind != '1' && kind != '@' && kind != '#' && kind != 'u' && kind != '_'; }

// 0 where none follows, as for a word that no list knows.
std::uint16_t word_behind(const std::vector<Token>& tokens, std::size_t at) {
  return at + 1 < tokens.size() ? tokens[at + 1].word : std::uint16_t{0};
}

// Number of tokens that a phrase covers from `at`, 0 when it does not stand there. A gap spans one to four words.
std::size_t match(const std::vector<Token>& tokens, std::size_t at, std::span<const std::uint16_t> tail) {
  std::size_t i = at + 1;
  for (std::size_t t = 0; t < tail.size(); ++t) {
    if (tail[t] == gap) {
      const auto next = t + 1 < tail.size() ? tail[t + 1] : std::uint16_t{0};
      std::size_t words = 0;
      while (i < tokens.size() && words < 5 && !punctuation(tokens[i].kind)) {
        if (words > 0 && tokens[i].word == next) break;
        ++i;
        ++words;
      }
      if (words == 0 || i >= tokens.size() || tokens[i].word != next) return 0;
      continue;
    }
    if (i >= tokens.size() || tokens[i].word != tail[t]) return 0;
    ++i;
  }
  return i - at;
}

// "what you can" is no phrase in "what you cannot".
bool denied(const std::vector<Token>& tokens, std::size_t next, std::span<const Tag> tags) {
  return tags[0].concept_id == static_cast<std::uint16_t>(c::ad_can_) && next < tokens.size() &&
         tokens[next].hash == hash_of("not");
}

// "your post to the group": behind an article the word is a noun, and the phrase of the verb is not meant.
bool named(const std::vector<Unit>& before, std::span<const Tag> tags) {
  if (before.empty() || before.back().phrase) return false;
  bool article = false;
  for (const auto& tag : before.back().tags) article = article || tag.cls == 'd';
  if (!article || before.back().hash == hash_of("that")) return false;
  for (const auto& tag : tags) {
    if (tag.cls != 'V' || tag.form == Form::participle || tag.form == Form::past) return false;
  }
  return true;
}

// "the company's name" in "leave the company's name out".
bool owns(const std::vector<Token>& tokens, std::size_t next, std::span<const Tag> tags) {
  return tags[0].concept_id == static_cast<std::uint16_t>(c::leaving_) && next < tokens.size() &&
         tokens[next].hash == hash_of("'s");
}

/// Calls `take` for each phrase that stands at `at`, with its length, in the order of their ranks, until one is taken. Those
/// with a gap behind the first word stand apart from those that go on with the next word.
template <class Wanted, class Take>
void for_phrases(const std::vector<Token>& tokens, std::size_t at, const Wanted& wanted, const Take& take) {
  auto near = phrases_of(tokens[at].word, word_behind(tokens, at));
  auto far = gapped_phrases_of(tokens[at].word);
  while (!near.empty() || !far.empty()) {
    auto& first = far.empty() || (!near.empty() && near.front().rank < far.front().rank) ? near : far;
    const Phrase& phrase = first.front();
    first = first.subspan(1);
    if (!wanted(phrase)) continue;
    const auto length = match(tokens, at, tail_of(phrase));
    if (length != 0 && take(phrase, length)) return;
  }
}

const LocalPhrase* local_at(const LocalWords& local, const std::vector<Token>& tokens, std::size_t at) {
  const LocalPhrase* best = nullptr;
  for (const auto& phrase : local) {
    if (phrase.hashes[0] != tokens[at].hash || at + phrase.hashes.size() > tokens.size()) continue;
    bool same = true;
    for (std::size_t i = 1; i < phrase.hashes.size() && same; ++i) same = tokens[at + i].hash == phrase.hashes[i];
    if (same && (best == nullptr || phrase.hashes.size() > best->hashes.size())) best = &phrase;
  }
  return best;
}

constexpr std::array<Tag, 1> handle_tags{Tag{'n', Form::base, static_cast<std::uint16_t>(c::official_account_)}};
constexpr std::array<Tag, 1> mail_tags{Tag{'n', Form::base, static_cast<std::uint16_t>(c::mailbox_)}};
constexpr std::array<Tag, 1> page_tags{Tag{'n', Form::base, static_cast<std::uint16_t>(c::web_page_)}};
constexpr std::array<Tag, 1> hashtag_tags{Tag{'n', Form::base, static_cast<std::uint16_t>(c::hashtag_)}};
constexpr std::array<Tag, 1> name_tags{Tag{'n', Form::base, static_cast<std::uint16_t>(c::named_person_)}};

bool ends(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() + 2 && word.substr(word.size() - tail.size()) == tail;
}

// The class of a word that no list knows, from its ending; its neighbours may change it.
char guess(std::string_view word) {
  if (ends(word, "ly")) return 'a';
  if (ends(word, "ing")) return 'G';
  if (ends(word, "ed")) return 'E';
  return 'n';
}

Unit plain_unit(std::string_view text, const Token& token, std::uint8_t source) {
  Unit unit;
  unit.begin = token.begin;
  unit.end = token.end;
  unit.hash = token.hash;
  unit.source = source;
  unit.kind = token.kind;
  unit.capital = text[token.begin] >= 'A' && text[token.begin] <= 'Z';
  switch (token.kind) {
    case 'w':
      if (token.word != 0) {
        unit.tags = tags_of(token.word);
        if (!unit.tags.empty() && unit.tags[0].cls == 'g' && all_markers(unit.tags)) unit.tags = {};
      }
      unit.unknown = unit.tags.empty();
      if (unit.unknown) unit.cls = guess(text.substr(token.begin, token.end - token.begin));
      if (text[token.begin] == '\'' || text[token.begin] == '\xE2') unit.cls = '\'';
      break;
    case '1': unit.cls = 'm'; break;
    case '@': unit.tags = handle_tags; break;
    case '#': unit.tags = hashtag_tags; break;
    case 'u':
      unit.tags = text.substr(token.begin, token.end - token.begin).find('@') != std::string_view::npos
                      ? std::span<const Tag>(mail_tags)
                      : std::span<const Tag>(page_tags);
      break;
    case '_': unit.tags = name_tags; break;
    default: unit.cls = token.kind; break;
  }
  return unit;
}

void read_tokens(std::string_view text, Span part, std::vector<Token>& tokens) {
  tokens.clear();
  tokenize(text.substr(part.begin, part.end - part.begin), tokens, find_word);
  for (auto& token : tokens) {
    token.begin += part.begin;
    token.end += part.begin;
  }
}

// A multi-word time, quality or choice stands in a sentence as an adverb does.
bool adverbial(const Unit& unit) {
  for (const auto& tag : unit.tags) {
    const Concept concept_id{tag.concept_id};
    if (is_a(concept_id, c::time_) || is_a(concept_id, c::voluntary_) || is_a(concept_id, c::universal_) ||
        is_a(concept_id, c::own_consent_) || is_a(concept_id, c::offline_) || is_a(concept_id, c::future_decision_)) {
      return true;
    }
  }
  return false;
}

}  // namespace

void add_units(std::string_view text, Span part, std::uint8_t source, const LocalWords& local, std::vector<Token>& scratch,
               std::vector<Unit>& out) {
  read_tokens(text, part, scratch);
  add_units(text, scratch, source, local, out);
}

void add_units(std::string_view text, const std::vector<Token>& tokens, std::uint8_t source, const LocalWords& local,
               std::vector<Unit>& out) {
  for (std::size_t i = 0; i < tokens.size();) {
    auto unit = plain_unit(text, tokens[i], source);
    std::size_t size = 1;
    if (const auto* phrase = local.empty() || tokens[i].hash == 0 ? nullptr : local_at(local, tokens, i)) {
      unit.tags = phrase->tags;
      unit.unknown = false;
      unit.phrase = true;
      unit.cls = phrase->tags[0].cls;
      size = phrase->hashes.size();
    } else if (tokens[i].word != 0) {
      const auto take = [&](const Phrase& found, std::size_t length) {
        const auto tags = tags_of(found);
        if (denied(tokens, i + length, tags) || named(out, tags) || owns(tokens, i + length, tags)) return false;
        unit.tags = tags;
        unit.kind = 'w';
        unit.unknown = false;
        unit.phrase = true;
        // With a gap only the head carries the reading; what stands in the gap is read on its own.
        if (!found.gapped) size = length;
        return true;
      };
      for_phrases(
          tokens, i, [](const Phrase& each) { return !each.only_marks; }, take);
    }
    unit.end = tokens[i + size - 1].end;
    out.push_back(unit);
    i += size;
  }
}

bool stands_as_adverb(const Unit& unit) { return unit.phrase && adverbial(unit); }

namespace {

// "is not a noticeboard", "instead of a noticeboard": what stands behind such a word is not said of anything.
bool denied_before(const std::vector<Token>& tokens, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    const Token& word = tokens[at - back];
    if (word.kind != 'w') return false;
    for (const auto& tag : word.word == 0 ? std::span<const Tag>{} : tags_of(word.word)) {
      const Concept x{tag.concept_id};
      if (x == c::n_not_ || x == c::n_never_ || x == c::d_no_ || x == c::p_none_ || x == c::p_nothing_ || x == c::u_without_)
        return true;
    }
    if (word.hash == hash_of("than") ||
        (word.hash == hash_of("of") && at > back && tokens[at - back - 1].hash == hash_of("instead")))
      return true;
  }
  return false;
}

}  // namespace

void find_markers(std::string_view text, Span part, std::vector<Token>& scratch, std::vector<std::uint16_t>& out,
                  std::vector<Concept>& signs) {
  read_tokens(text, part, scratch);
  auto keep = [&](std::span<const Tag> tags, std::size_t at) {
    for (const auto& tag : tags) {
      // Yes and no count where a sentence begins.
      if (tag.cls == 'x' || (at == 0 && (tag.cls == 'Y' || tag.cls == 'Z'))) out.push_back(tag.concept_id);
      if (tag.cls == 'g' && !denied_before(scratch, at)) signs.push_back(Concept{tag.concept_id});
    }
  };
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (scratch[i].word == 0) continue;
    // "by means of" and "by all means" define nothing.
    const bool idiom = i > 0 && (scratch[i - 1].hash == hash_of("by") || scratch[i - 1].hash == hash_of("all"));
    // "This means that …" draws a conclusion.
    const bool concludes =
        i + 1 < scratch.size() && scratch[i].hash == hash_of("means") && scratch[i + 1].hash == hash_of("that");
    if (!idiom && !concludes) keep(tags_of(scratch[i].word), i);
    const auto take = [&](const Phrase& phrase, std::size_t /*length*/) {
      keep(tags_of(phrase), i);
      return false;
    };
    for_phrases(
        scratch, i, [](const Phrase& each) { return each.marks; }, take);
  }
}

}  // namespace engagelint::norm
