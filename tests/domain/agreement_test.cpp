// How far the reader and the rules agree with the development set, sentence by sentence. Every disagreement stands in
// agreement.txt, so that a change that loses ground is seen in its diff. ENGAGELINT_UPDATE=1 rewrites the record.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

#include "domain_set.hpp"
#include "engine/engine.hpp"

using namespace engagelint;
using engagelint::domain::DomainSet;
using engagelint::domain::Sample;

namespace {

const std::string directory = std::string(ENGAGELINT_SOURCE_DIR) + "/tests/domain";
constexpr double floor_share = 0.9;

using Names = std::vector<std::string>;

bool holds(const Names& names, const std::string& name) { return std::find(names.begin(), names.end(), name) != names.end(); }

std::string listed(const Names& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "none" : out;
}

// Of the kinds of the set alone: what is missing from a policy of one sentence, and what its clauses say of each other, is left
// out.
struct Raised {
  Names first;    // rules of findings
  Names related;  // weaker rules on the same norms
};

Raised raised_in(const FileReport& file, const DomainSet& set) {
  Raised out;
  for (const Finding& finding : file.findings) {
    const std::string rule(finding.rule.id);
    if (!holds(set.kinds, rule)) continue;
    if (!holds(out.first, rule)) out.first.push_back(rule);
    for (const Label& label : finding.related) {
      const std::string weaker(label.rule);
      if (holds(set.kinds, weaker) && !holds(out.related, weaker)) out.related.push_back(weaker);
    }
  }
  return out;
}

std::vector<Raised> raised(const std::vector<Sample>& samples, const DomainSet& set) {
  static const RuleSet rules = builtin_rules();
  std::vector<std::pair<std::string, std::string>> files;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    paths.push_back(fmt::format("{:03}.yaml", i));
    files.emplace_back(paths.back(), policy_of(samples[i]));
  }
  LintOptions options;
  options.today = "2026-01-01";
  const Report report = lint(*memory(std::move(files)), paths, rules, options);
  std::vector<Raised> out;
  for (const FileReport& file : report.files) out.push_back(raised_in(file, set));
  return out;
}

std::string short_name(Modality modality) {
  return modality == Modality::restrict_to ? "restrict" : std::string(name_of(modality));
}

// What says nothing of what staff may do is left out: statements (define, none), which many sentences make beside their rules,
// and what follows on a breach. Only a sentence that should be a definition is held to it.
Names modalities_of(const Sample& sample) {
  std::vector<Notice> notices;
  Names out;
  for (const ReadPolicy& policy : read_policies(std::make_shared<SourceFile>("policy.yaml", policy_of(sample)), notices)) {
    for (const Norm& norm : policy.reading.norms) out.push_back(short_name(norm.modality));
  }
  return out;
}

Names without_statements(const Names& names) {
  Names out;
  for (const auto& name : names) {
    if (name != "define" && name != "none" && name != "sanction") out.push_back(name);
  }
  return out;
}

bool readings_agree(const Names& expected, const Names& read) {
  return without_statements(expected) == without_statements(read) &&
         std::count(read.begin(), read.end(), "define") >= std::count(expected.begin(), expected.end(), "define");
}

// The first kind is a finding, the others are findings or related to one, and no other finding stands beside them.
bool findings_agree(const Names& expected, const Raised& got) {
  if (!expected.empty() && !holds(got.first, expected.front())) return false;
  const bool all = std::all_of(expected.begin(), expected.end(),
                               [&](const std::string& kind) { return holds(got.first, kind) || holds(got.related, kind); });
  const bool no_other =
      std::all_of(got.first.begin(), got.first.end(), [&](const std::string& kind) { return holds(expected, kind); });
  return all && no_other;
}

struct Tally {
  std::size_t agreed = 0;
  std::size_t of = 0;
  void count(bool agrees) {
    ++of;
    if (agrees) ++agreed;
  }
  [[nodiscard]] double share() const { return of == 0 ? 0 : static_cast<double>(agreed) / static_cast<double>(of); }
};

std::string said(const Raised& got) {
  return listed(got.first) + (got.related.empty() ? "" : " (related: " + listed(got.related) + ")");
}

struct Agreement {
  Tally readings, findings, phrasings, near_misses;
  std::string disagreements;

  void sentences(const DomainSet& set) {
    const auto got = raised(set.sentences, set);
    REQUIRE(got.size() == set.sentences.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      const Sample& sample = set.sentences[i];
      const Names read = modalities_of(sample);
      const bool reads = readings_agree(sample.modalities, read);
      const bool finds = findings_agree(sample.kinds, got[i]);
      readings.count(reads);
      findings.count(finds);
      if (!reads) note("reading", sample, listed(sample.modalities), listed(read));
      if (!finds) note("findings", sample, listed(sample.kinds), said(got[i]));
    }
  }

  void kinds(const DomainSet& set) {
    const auto raising = raised(set.phrasings, set);
    const auto silent = raised(set.near_misses, set);
    REQUIRE(raising.size() == set.phrasings.size());
    REQUIRE(silent.size() == set.near_misses.size());
    for (std::size_t i = 0; i < raising.size(); ++i) {
      const auto& kind = set.phrasings[i].kinds.front();
      const bool agrees = holds(raising[i].first, kind) || holds(raising[i].related, kind);
      phrasings.count(agrees);
      if (!agrees) note("phrasing", set.phrasings[i], kind, said(raising[i]));
    }
    for (std::size_t i = 0; i < silent.size(); ++i) {
      const auto& kind = set.near_misses[i].kinds.front();
      const bool agrees = !holds(silent[i].first, kind) && !holds(silent[i].related, kind);
      near_misses.count(agrees);
      if (!agrees) note("near miss", set.near_misses[i], "not " + kind, said(silent[i]));
    }
  }

  void note(std::string_view what, const Sample& sample, const std::string& wanted, const std::string& got) {
    disagreements += fmt::format("\n{} {}: {}{}\n  wanted {}\n  got    {}\n", what, sample.id,
                                 sample.heading.empty() ? "" : sample.heading + " || ", sample.text, wanted, got);
  }

  [[nodiscard]] std::string counts() const {
    return fmt::format("sentences: readings {} of {}, findings {} of {}; phrasings {} of {}; near misses {} of {}\n",
                       readings.agreed, readings.of, findings.agreed, findings.of, phrasings.agreed, phrasings.of,
                       near_misses.agreed, near_misses.of);
  }
};

std::size_t alarms(const std::vector<Sample>& samples, std::size_t& due) {
  std::size_t out = 0;
  due = 0;
  for (const Sample& sample : samples) {
    const bool alarm = domain::keywords_alarm(sample.heading + " " + sample.text);
    if (alarm) ++out;
    if (alarm && !sample.kinds.empty()) ++due;
  }
  return out;
}

// The least that any reader has to beat. It names no kind, so that an alarm on a sentence that raises anything is counted as
// right.
std::string baseline(const DomainSet& set) {
  std::size_t due = 0;
  const auto all = alarms(set.sentences, due);
  std::size_t unused = 0;
  const auto phrasings = alarms(set.phrasings, unused);
  const auto near_misses = alarms(set.near_misses, unused);
  const auto raising =
      std::count_if(set.sentences.begin(), set.sentences.end(), [](const Sample& s) { return !s.kinds.empty(); });
  return fmt::format(
      "keywords alone: sentences {} alarms, {} of them due, of {} due; phrasings {} of {}; near misses silent {} of {}\n", all,
      due, raising, phrasings, set.phrasings.size(), set.near_misses.size() - near_misses, set.near_misses.size());
}

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace

TEST_CASE("the reader and the rules agree with the development set as recorded") {
  const DomainSet set = domain::read_domain_set(directory);
  REQUIRE(set.sentences.size() == 96);
  REQUIRE(set.phrasings.size() > 200);
  REQUIRE(set.near_misses.size() > 100);
  Agreement agreement;
  agreement.sentences(set);
  agreement.kinds(set);
  const std::string counts = agreement.counts() + baseline(set);
  std::cout << counts;
  const std::string record =
      "# Written by agreement_test.cpp with ENGAGELINT_UPDATE=1. A development set: these are no results.\n" + counts +
      agreement.disagreements;
  const std::string path = directory + "/agreement.txt";
  if (const char* update = std::getenv("ENGAGELINT_UPDATE"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(path, std::ios::binary) << record;
  CHECK_MESSAGE(contents(path) == record,
                "agreement.txt is not what came; ENGAGELINT_UPDATE=1 rewrites it, its diff is the review:\n", record);
  CHECK(agreement.readings.share() >= floor_share);
  CHECK(agreement.findings.share() >= floor_share);
  CHECK(agreement.phrasings.share() >= floor_share);
  CHECK(agreement.near_misses.share() >= floor_share);
}
