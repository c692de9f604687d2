#include "classifier/classifier.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "classifier/features.hpp"
#include "classifier/labelled.hpp"

using namespace engagelint;
using namespace engagelint::classifier;

namespace {

std::vector<Verdict> verdicts_on(const Reading& reading) {
  std::vector<Verdict> out;
  Classifier classifier(reading);
  std::size_t norm = 0;
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    const std::size_t first = norm;
    while (norm < reading.norms.size() && reading.norms[norm].sentence == i) ++norm;
    out.push_back(classifier.verdict(i, first, norm));
  }
  return out;
}

Verdict verdict_on(const std::string& text, const std::string& title = "") {
  const LabelledReading read = read_clause({"-", title, text, "", {}, ""});
  const auto verdicts = verdicts_on(read.reading);
  return *std::max_element(verdicts.begin(), verdicts.end(),
                           [](const Verdict& a, const Verdict& b) { return a.blocking < b.blocking; });
}

std::string_view kind_on(const std::string& text) { return kinds()[verdict_on(text).likeliest.front().kind]; }

std::set<Feature> features_of(const std::string& text, const std::string& title = "") {
  const LabelledReading read = read_clause({"-", title, text, "", {}, ""});
  std::vector<Feature> features;
  FeatureReader(read.reading).read(0, 0, read.reading.norms.size(), features);
  return {features.begin(), features.end()};
}

}  // namespace

TEST_CASE("what a sentence says counts, not its words") {
  CHECK(verdict_on("Staff must not reply to members on social media.").blocking > 0.7F);
  CHECK(verdict_on("Staff may reply to members on social media.").blocking < 0.5F);
  CHECK(verdict_on("Staff need approval from Communications before each reply to a member.").blocking > 0.7F);
  CHECK(verdict_on("Staff need no approval before they reply to a member.").blocking < 0.5F);
}

TEST_CASE("the likeliest kind comes first and probabilities fall") {
  CHECK(kind_on("Staff must not accept friend requests from members.") == "connection-ban");
  CHECK(kind_on("Every post must contain a link to our website.") == "link-only-posting");
  const Verdict verdict = verdict_on("Employees may not name their employer in a profile.");
  for (std::size_t i = 1; i < verdict.likeliest.size(); ++i)
    CHECK(verdict.likeliest[i - 1].probability >= verdict.likeliest[i].probability);
  CHECK(verdict.blocking <= 1.0F);
  CHECK(verdict.of(verdict.likeliest.front().kind) == verdict.likeliest.front().probability);
  CHECK(verdict.of(255) == 0.0F);
}

TEST_CASE("kinds are the ids of rules, each once") {
  const std::set<std::string_view> once(kinds().begin(), kinds().end());
  CHECK(once.size() == kinds().size());
  CHECK(once.count("engagement-ban") == 1);
  CHECK(kinds().size() == 34);
}

TEST_CASE("a second look changes no verdict") {
  const LabelledReading read =
      read_clause({"-", "", "You may answer members. Staff must not reply. Staff must not reply.", "", {}, ""});
  const auto verdicts = verdicts_on(read.reading);
  REQUIRE(verdicts.size() == 3);
  Classifier classifier(read.reading);
  CHECK(classifier.verdict(0, 0, 1).blocking == verdicts[0].blocking);
  CHECK(classifier.verdict(0, 0, 1).blocking == verdicts[0].blocking);
}

TEST_CASE("the next sentence can take the sting out of one") {
  const auto first = [](const std::string& text) {
    const LabelledReading read = read_clause({"-", "", text, "", {}, ""});
    return verdicts_on(read.reading).front().blocking;
  };
  const float without =
      first("Opening a work account takes the director's approval. It is at her discretion, and there are no criteria.");
  const float with = first(
      "Opening a work account takes the director's approval. She answers within two days, and says yes to whoever has been trained.");
  CHECK(with * 2 < without);
}

TEST_CASE("a lead turns its item round") {
  const float forbidden = verdict_on("answer questions of members", "What staff must not do:").blocking;
  CHECK(forbidden > 0.15F);
  CHECK(verdict_on("answer questions of members", "What staff are encouraged to do:").blocking < forbidden / 10);
  CHECK(verdict_on("say where you work", "Staff may not:").blocking > 0.5F);
  CHECK(verdict_on("say where you work", "Staff may:").blocking < 0.05F);
}

TEST_CASE("what an organisation calls its people makes no difference") {
  CHECK(features_of("Volunteers thank donors.").size() == features_of("Employees thank members.").size());
  const auto here = verdict_on("Staff must not reply to members on Facebook.");
  const auto there = verdict_on("Employees must not reply to members on Instagram.");
  CHECK(here.likeliest.front().kind == there.likeliest.front().kind);
}

TEST_CASE("spelling and quotes make no difference") {
  CHECK(features_of("No reply is authorised.") == features_of("No reply is authorized."));
  CHECK(features_of("Don't reply.") == features_of("Don’t reply."));
}

TEST_CASE("a word in the title is not the same as one in the sentence") {
  CHECK(features_of("Reply to members.", "Approval") != features_of("Reply to members. Approval."));
  CHECK(features_of("Reply to members.", "Approval") != features_of("Reply to members."));
}
