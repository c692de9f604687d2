// Plain words: signs with groups and alternatives, and the same asked of a text whose word starts are kept.
#include "source/prose.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string_view>

using namespace engagelint;

namespace {

constexpr std::array<std::string_view, 6> texts = {"Staff must not reply; don\u2019t\nask.",
                                                   "We do not need approval, and never did.",
                                                   "",
                                                   "Caf\u00E9 teams \u2014 \u201Cwork-time\u201D only.",
                                                   "mistake mistaken remark @person ",
                                                   "Correct a mistake: tell Ana"};
constexpr std::array<std::string_view, 10> signs = {
    "reply",   "not |never ", "mistake & correct|tell ", "take", "don't", "work & time|x", "caf\u00E9 |y", "@person",
    "time\" ", "z|"};

}  // namespace

TEST_CASE("a text with kept word starts says what the text says") {
  Prose prose;
  for (const std::string_view text : texts) {
    const std::string flat = normal(text);
    prose.assign(flat);
    CHECK(prose.text() == flat);
    for (const std::string_view sign : signs) {
      CAPTURE(flat);
      CAPTURE(sign);
      CHECK(prose.says(sign) == says(flat, sign));
      CHECK(prose.has_word(sign) == has_word(flat, sign));
    }
  }
}

TEST_CASE("an alternative stands at the start of a word and a group is needed whole") {
  Prose prose;
  prose.assign(normal("Correct a mistake: tell Ana"));
  CHECK(prose.says("mistake & correct|put right"));
  CHECK_FALSE(prose.says("mistake & apolog|put right"));
  CHECK_FALSE(prose.says("take"));
  CHECK(prose.says("mist"));
  CHECK_FALSE(prose.has_word("mist"));
  CHECK(prose.has_word("mistake"));
}

TEST_CASE("places where an exception stands do not count") {
  constexpr std::array<std::string_view, 2> but = {"do not need", "never held against"};
  Prose prose;
  prose.assign(normal("You do not need approval."));
  CHECK_FALSE(prose.says_but("do not|never", but));
  CHECK(prose.says_but("do not|never", {}));
  prose.assign(normal("You do not need approval, but do not shout."));
  CHECK(prose.says_but("do not|never", but));
}
