// Plain words: signs with groups and alternatives, and many groups asked of a text in one pass.
#include "source/prose.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/word_table.hpp"

using namespace engagelint;

namespace {

constexpr std::array<std::string_view, 6> texts = {"Staff must not reply; don\u2019t\nask.",
                                                   "We do not need approval, and never did.",
                                                   "",
                                                   "Caf\u00E9 teams \u2014 \u201Cwork-time\u201D only.",
                                                   "mistake mistaken remark @person ",
                                                   "Correct a mistake: tell Ana"};
constexpr std::array<std::string_view, 9> groups = {"reply",   "not |never ",   "mistake|correct", "take",          "don't",
                                                    "work|xx", "caf\u00E9 |yy", "@person|mistake", "time\" |remark"};
constexpr WordTable<count_words(groups)> table(groups);

}  // namespace

TEST_CASE("a table of words says what the text says") {
  for (const std::string_view text : texts) {
    const std::string flat = normal(text);
    Groups found = 0;
    for_starts(flat, [&](std::size_t at) { found |= table.at(flat, at); });
    for (std::size_t group = 0; group < groups.size(); ++group) {
      CAPTURE(flat);
      CAPTURE(groups[group]);
      CHECK((found >> group & 1U) == (says(flat, groups[group]) ? 1U : 0U));
    }
  }
}

TEST_CASE("an alternative stands at the start of a word and a group is needed whole") {
  const std::string text = normal("Correct a mistake: tell Ana");
  CHECK(says(text, "mistake & correct|put right"));
  CHECK_FALSE(says(text, "mistake & apolog|put right"));
  CHECK_FALSE(says(text, "take"));
  CHECK(says(text, "mist"));
  CHECK_FALSE(has_word(text, "mist"));
  CHECK(has_word(text, "mistake"));
}

TEST_CASE("words taken from the end of a text are its words") {
  for (const std::string_view text : texts) {
    std::vector<std::string> all = words_of(text);
    std::string_view left = text;
    for (; !all.empty(); all.pop_back()) CHECK(take_last_word(left) == all.back());
    CHECK(take_last_word(left).empty());
  }
}
