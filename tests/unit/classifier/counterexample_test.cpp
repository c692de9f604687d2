#include "classifier/counterexample.hpp"

#include <doctest/doctest.h>

using namespace engagelint::classifier;

namespace {

std::string freed_text(const std::string& text, const std::string& label = "engagement-ban", const std::string& title = "") {
  const auto fair = freed({label, title, text, "", {}, ""});
  if (!fair) return "";
  CHECK(fair->label == "-");
  return fair->text;
}

}  // namespace

TEST_CASE("one modal verb is changed into its opposite") {
  CHECK(freed_text("Staff must not reply to members.") == "Staff need not reply to members.");
  CHECK(freed_text("Do not reply.") == "You may reply.");
  CHECK(freed_text("Every post must carry a link.") == "Every post need not carry a link.");
  CHECK(freed_text("Replies are prohibited.") == "Replies are allowed.");
}

TEST_CASE("what takes more than that is left") {
  CHECK(freed_text("Staff must not reply unless asked.") == "");
  CHECK(freed_text("Only directors may post.") == "");
  CHECK(freed_text("Staff must ask and shall wait.") == "");
  CHECK(freed_text("Nobody replies here.") == "");
}

TEST_CASE("fair clauses and items of a list have no counterexample") {
  CHECK(freed_text("Staff must not share passwords.", "-") == "");
  CHECK(freed_text("they must not reply", "engagement-ban", "Staff:") == "");
}

TEST_CASE("only what is marked is freed") {
  const auto fair = freed({"engagement-ban", "", "We like talk. Do not reply. Be kind.", "", {14, 27}, ""});
  REQUIRE(fair);
  CHECK(fair->text == "We like talk. You may reply. Be kind.");
  CHECK(fair->marked.empty());
}

TEST_CASE("a ban becomes an exception of another one") {
  const auto fair = excepted({"engagement-ban", "", "Staff must not reply to members.", "", {}, ""});
  REQUIRE(fair);
  CHECK(fair->label == "-");
  CHECK(fair->text.ends_with(" reply to members."));
  CHECK_FALSE(excepted({"engagement-ban", "", "Every post must carry a link.", "", {}, ""}));
  CHECK_FALSE(excepted({"engagement-ban", "", "Staff must not be online.", "", {}, ""}));
  CHECK_FALSE(excepted({"-", "", "Staff must not reply to members.", "", {}, ""}));
  CHECK_FALSE(excepted({"rank-restriction", "", "Chefs may talk; cleaners may not", "", {}, ""}));
}
