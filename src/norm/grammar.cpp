#include "norm/grammar.hpp"

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze.hpp>

namespace engagelint::norm {
namespace pegtl = tao::pegtl;

// The letters are those of rules/lexicon/grammar.yaml; V verb, G gerund, E participle, n noun, j adjective.
namespace grammar {
using namespace pegtl;
// clang-format off
struct adverbs      : star<one<'a', 'N', 'o'>> {};
struct auxiliary    : one<'M', 'B', 'H', 'D'> {};
struct main_verb    : one<'V', 'E', 'G'> {};
struct deontic_word : one<'A', 'F'> {};

// may not | must first be | is to | are not allowed to | agree to refrain from
struct is_to        : seq<one<'B'>, adverbs, one<'T'>, adverbs, at<sor<one<'B', 'H', 'V', 'F'>>>> {};
struct asked        : seq<auxiliary, adverbs, one<'p'>, adverbs, at<sor<one<'V', 'F', 'A', 'B'>>>> {};            // may I reply, do we need
struct auxiliaries  : plus<sor<is_to, asked, auxiliary>, adverbs> {};
struct linker       : sor<seq<adverbs, one<'T'>, adverbs>, seq<one<'i'>, adverbs, at<sor<one<'G'>, seq<one<'F'>>>>>> {};
struct avoid_doing  : seq<adverbs, one<'G'>> {};
struct verb_tail    : sor<seq<one<'F'>, avoid_doing>, seq<deontic_word, opt<seq<linker, star<auxiliary, adverbs>, sor<verb_tail, main_verb>>>>, main_verb> {};
struct with_aux     : seq<adverbs, auxiliaries, opt<verb_tail>> {};
struct bare         : seq<star<sor<one<'N'>, seq<one<'a', 'o'>, at<adverbs, one<'V', 'F'>>>>>, sor<seq<one<'F'>, avoid_doing>, seq<one<'F'>, opt<seq<linker, sor<verb_tail, main_verb>>>>, one<'V'>>> {};
struct verb_chunk   : sor<with_aux, bare> {};

struct infinitive   : seq<opt<one<'N'>>, one<'T'>, adverbs, star<one<'B', 'H'>, adverbs>, sor<verb_tail, main_verb>> {};
struct gerund       : seq<one<'G'>> {};

struct determiner   : one<'d', 'm'> {};
struct possessive   : one<'\''> {};
struct noun_core    : sor<plus<one<'n'>>, one<'p'>> {};
struct modifier     : sor<one<'j', 'm', 'd'>, seq<one<'G'>, at<star<one<'j'>>, one<'n'>>>, seq<one<'o'>, at<one<'n', 'j'>>>> {};
struct noun_phrase  : seq<star<modifier>, noun_core, star<possessive, star<modifier>, opt<noun_core>>> {};
struct bare_modifier: seq<plus<sor<determiner, one<'j'>>>> {};
struct noun_chunk   : sor<noun_phrase, bare_modifier> {};

struct preposition  : one<'i'> {};
struct to_word      : one<'T'> {};
struct condition    : one<'s'> {};
struct exception    : one<'u'> {};
struct relative     : one<'w'> {};
struct joint        : one<'c'> {};
struct only         : one<'o'> {};
struct negation     : one<'N'> {};
struct please       : one<'P'> {};
struct adverb       : one<'a', 't'> {};
struct deontic      : seq<one<'A'>, opt<seq<linker, star<auxiliary, adverbs>, sor<verb_tail, main_verb>>>> {};
struct participle   : one<'E'> {};
struct mark         : one<',', ';', ':', '.', '?', '!', '-', '(', ')', '"', '~', '/'> {};
struct other        : any {};

struct sentence     : star<sor<verb_chunk, infinitive, noun_chunk, gerund, preposition, to_word, condition, exception, relative, joint, please,
                               deontic, participle, negation, only, adverb, mark, other>> {};
// clang-format on
}  // namespace grammar

namespace {

struct Chunks {
  const char* begin;
  std::vector<Chunk>& out;
};

template <ChunkKind kind>
struct emit {
  template <typename Input>
  static void apply(const Input& in, Chunks& chunks) {
    const auto first = static_cast<std::uint32_t>(in.begin() - chunks.begin);
    chunks.out.push_back({kind, first, first + static_cast<std::uint32_t>(in.size())});
  }
};

template <typename Rule>
struct action : pegtl::nothing<Rule> {};
template <>
struct action<grammar::verb_chunk> : emit<ChunkKind::verb> {};
template <>
struct action<grammar::infinitive> : emit<ChunkKind::infinitive> {};
template <>
struct action<grammar::gerund> : emit<ChunkKind::gerund> {};
template <>
struct action<grammar::noun_chunk> : emit<ChunkKind::noun> {};
template <>
struct action<grammar::preposition> : emit<ChunkKind::preposition> {};
template <>
struct action<grammar::to_word> : emit<ChunkKind::to> {};
template <>
struct action<grammar::condition> : emit<ChunkKind::condition> {};
template <>
struct action<grammar::exception> : emit<ChunkKind::exception> {};
template <>
struct action<grammar::relative> : emit<ChunkKind::relative> {};
template <>
struct action<grammar::joint> : emit<ChunkKind::joint> {};
template <>
struct action<grammar::only> : emit<ChunkKind::only> {};
template <>
struct action<grammar::negation> : emit<ChunkKind::negation> {};
template <>
struct action<grammar::please> : emit<ChunkKind::please> {};
template <>
struct action<grammar::adverb> : emit<ChunkKind::adverb> {};
template <>
struct action<grammar::deontic> : emit<ChunkKind::deontic> {};
template <>
struct action<grammar::participle> : emit<ChunkKind::participle> {};
template <>
struct action<grammar::mark> : emit<ChunkKind::mark> {};
template <>
struct action<grammar::other> : emit<ChunkKind::other> {};

}  // namespace

void read_chunks(std::string_view classes, std::vector<Chunk>& out) {
  pegtl::memory_input<pegtl::tracking_mode::lazy> in(classes.data(), classes.data() + classes.size(), "");
  Chunks chunks{classes.data(), out};
  pegtl::parse<grammar::sentence, action>(in, chunks);
}

std::size_t analyze_grammar() { return pegtl::analyze<grammar::sentence>(); }

}  // namespace engagelint::norm
