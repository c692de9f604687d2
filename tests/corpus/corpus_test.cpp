// What the program finds in the development corpus stands in record.txt, and every mistake in errors.txt, so that a change that
// loses ground is seen in a diff. ENGAGELINT_UPDATE=1 rewrites them, and rules/measured.tsv, which the build compiles in.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unordered_set>

#include "classifier/labelled.hpp"
#include "figures.hpp"
#include "rule/rule.hpp"

using namespace engagelint;
using namespace engagelint::corpus;

namespace {

const std::string root = ENGAGELINT_SOURCE_DIR;
const std::string directory = root + "/tests/corpus";
constexpr std::size_t folds = 5;

// Chosen before anything was fitted to the dense policies: two of eight.
const Names held_out{"d04", "d07"};

bool dense(const std::string& policy) { return policy.starts_with('d'); }

std::string contents(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Corpus read(const std::string& folder) {
  std::string problem;
  Corpus corpus = read_corpus(directory + "/" + folder, problem);
  REQUIRE(problem == "");
  return corpus;
}

const Corpus& dev() {
  static const Corpus corpus = read("dev");
  return corpus;
}

/// Nothing was fitted to these, and nobody looks at what is missed in them: they only give figures.
const Corpus& blind() {
  static const Corpus corpus = read("blind");
  return corpus;
}

/// Published policies told anew, with the labels on which two readers agreed. No clause of them was learned from; the constants
/// that turn scores into probabilities were chosen with their help.
const Corpus& documents() {
  static const Corpus corpus = read("documents");
  return corpus;
}

/// Every fifth of the real-shaped policies, in the order of their names.
Figures fold(const Corpus& corpus, std::size_t number) {
  std::vector<std::string> shaped;
  std::copy_if(corpus.policies.begin(), corpus.policies.end(), std::back_inserter(shaped),
               [](const auto& p) { return !dense(p); });
  Names chosen;
  for (std::size_t i = number; i < shaped.size(); i += folds) chosen.insert(shaped[i]);
  return measure(corpus, [&](const std::string& policy) { return chosen.contains(policy); });
}

std::string part(std::string_view title, const Figures& figures) {
  return fmt::format("\n{}: {} policies, {} labelled clauses\n{}", title, figures.policies, figures.clauses, shares(figures));
}

std::string record(const Corpus& corpus) {
  const Figures all = measure(corpus);
  std::string out =
      "# Written by corpus_test.cpp with ENGAGELINT_UPDATE=1; docs/corpus.md says what the figures mean.\n"
      "# A development set: the program was fitted to most of it, so its figures are no results. Nothing was fitted to the blind part.\n";
  out += part("everything", all);
  out += part("dense, fitted", measure(corpus, [](const auto& p) { return dense(p) && !held_out.contains(p); }));
  out += part("dense, held out", measure(corpus, [](const auto& p) { return held_out.contains(p); }));
  out += part("real-shaped", measure(corpus, [](const auto& p) { return !dense(p); }));
  for (std::size_t i = 0; i < folds; ++i) out += part(fmt::format("real-shaped, fold {} of {}", i + 1, folds), fold(corpus, i));
  out += part("blind, dense", measure(blind(), dense));
  out += part("blind, real-shaped", measure(blind(), [](const auto& p) { return !dense(p); }));
  out += part("documents", measure(documents()));
  out += "\nrule                             right wrong missed\n" + rule_table(all);
  out += "\nconfidence  findings  right\n" + confidence_table(all);
  out += "\nconfidence, blind  findings  right\n" + confidence_table(measure(blind()));
  out += "\nconfidence, documents  findings  right\n" + confidence_table(measure(documents()));
  return out;
}

std::string errors(const Corpus& corpus) {
  return "# Every miss and false alarm on tests/corpus/dev, with the first words of the clause. In brackets: what came instead, or\n"
         "# the words that were marked. Those of the policies held out are counted in record.txt and not shown.\n"
         "# Written by corpus_test.cpp with ENGAGELINT_UPDATE=1.\n" +
         mistakes(measure(corpus, [](const auto& p) { return !held_out.contains(p); }), corpus);
}

std::string measured(const Corpus& corpus) {
  std::string out = "# Written by tests/corpus/corpus_test.cpp with ENGAGELINT_UPDATE=1: rule, right findings, findings.\n";
  for (const auto& [rule, count] : measure(corpus).raised) out += fmt::format("{}\t{}\t{}\n", rule, count.right, count.findings);
  return out;
}

void compare(const std::string& path, const std::string& came) {
  if (const char* update = std::getenv("ENGAGELINT_UPDATE"); update != nullptr && std::string_view(update) == "1")
    std::ofstream(path, std::ios::binary) << came;
  CHECK_MESSAGE(contents(path) == came, path, " is not what came; ENGAGELINT_UPDATE=1 rewrites it, its diff is the review:\n",
                came);
}

}  // namespace

TEST_CASE("the findings in the development corpus are as recorded") {
  const Corpus& corpus = dev();
  REQUIRE(corpus.labels.size() > 1000);
  compare(directory + "/record.txt", record(corpus));
  compare(directory + "/errors.txt", errors(corpus));
}

TEST_CASE("the counts compiled into the program are those of the corpus") {
  const Corpus& corpus = dev();
  compare(root + "/rules/measured.tsv", measured(corpus));
  const auto raised = measure(corpus).raised;
  for (const Rule* rule : builtin_rules().rules) {
    const auto count = raised.find(std::string(rule->info.id));
    CAPTURE(rule->info.id);
    CHECK(rule->measured.right == (count == raised.end() ? 0 : count->second.right));
    CHECK(rule->measured.of == (count == raised.end() ? 0 : count->second.findings));
  }
}

void check_labels(const Corpus& corpus) {
  const RuleSet rules = builtin_rules();
  for (const Expected& expected : corpus.labels) {
    CAPTURE(expected.key.first);
    CAPTURE(expected.key.second);
    CHECK(corpus.words.contains(expected.key));
    Names named = expected.disputed;
    for (const Names& options : expected.wanted) named.insert(options.begin(), options.end());
    for (const std::string& rule : named) CHECK_MESSAGE(rules.find(rule) != nullptr, rule);
  }
  for (const auto& [key, found] : corpus.found) {
    const auto same = [&](const Expected& expected) { return expected.key == key; };
    CHECK_MESSAGE(std::any_of(corpus.labels.begin(), corpus.labels.end(), same), key.first, " ", key.second, " has no label");
  }
}

TEST_CASE("every label names a rule and a clause that are there") {
  check_labels(dev());
  check_labels(blind());
  check_labels(documents());
}

TEST_CASE("the parts add up to the whole") {
  const Corpus& corpus = dev();
  const Figures all = measure(corpus);
  Figures sum = measure(corpus, dense);
  for (std::size_t i = 0; i < folds; ++i) {
    const Figures one = fold(corpus, i);
    sum.clauses += one.clauses;
    sum.rule_right += one.rule_right;
    sum.rule_wrong += one.rule_wrong;
    sum.rule_missed += one.rule_missed;
    sum.sentences.total += one.sentences.total;
  }
  CHECK(sum.clauses == all.clauses);
  CHECK(sum.rule_right == all.rule_right);
  CHECK(sum.rule_wrong == all.rule_wrong);
  CHECK(sum.rule_missed == all.rule_missed);
  CHECK(sum.sentences.total == all.sentences.total);
}

TEST_CASE("accounts raise at least what is expected of them") {
  const Corpus& corpus = dev();
  std::ifstream in(directory + "/dev/accounts-expected.tsv");
  std::size_t expected = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#' || line.ends_with("\t-")) continue;
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    const Key key{line.substr(0, first), line.substr(first + 1, second - first - 1)};
    const auto raised = corpus.on_accounts.find(key);
    REQUIRE_MESSAGE(raised != corpus.on_accounts.end(), line);
    std::istringstream rules(line.substr(second + 1));
    for (std::string rule; std::getline(rules, rule, ','); ++expected)
      CHECK_MESSAGE(raised->second.contains(rule), line, ": ", rule);
  }
  CHECK(expected > 10);
}

/// Letters and digits of the words behind the title, in lower case; empty where they are too few to be anybody's own.
std::string bare_words(std::string_view text) {
  constexpr std::ptrdiff_t fewest = 5;  // blanks
  for (const std::string_view title : {" || ", " :: "}) {
    if (const auto at = text.find(title); at != std::string_view::npos) text.remove_prefix(at + title.size());
  }
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) out += static_cast<char>(std::tolower(byte));
    if (c == ' ' && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return std::count(out.begin(), out.end(), ' ') < fewest ? std::string{} : out;
}

TEST_CASE("no clause that teaches stands in a labelled policy") {
  std::unordered_set<std::string> taught;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root + "/rules/clauses")) {
    if (entry.path().extension() != ".tsv") continue;
    for (const auto& line : classifier::read_labelled(entry.path().string())) taught.insert(bare_words(line.text));
  }
  taught.erase("");
  CHECK(taught.size() > 100'000);
  for (const Corpus* corpus : {&dev(), &blind(), &documents()}) {
    for (const auto& clause : corpus->words)
      CHECK_MESSAGE(!taught.contains(bare_words(clause.second)), clause.first.first, " ", clause.first.second, ": ",
                    clause.second);
  }
}

TEST_CASE("labels are read as the guidelines have them") {
  const std::string path = "corpus-labels.tsv";
  std::ofstream(path, std::ios::binary) << "# a note\n\np\t1\t-\np\t2\ta|b, c\tboth\np\t3\t?d\n";
  std::string problem;
  const auto labels = read_labels(path, problem);
  CHECK(problem == "");
  REQUIRE(labels.size() == 3);
  CHECK(labels[0].wanted.empty());
  CHECK(labels[1].wanted == std::vector<Names>{{"a", "b"}, {"c"}});
  CHECK(labels[2].disputed == Names{"d"});
  std::ofstream(path, std::ios::binary) << "p\t1\t-\np\t1\ta\n";
  CHECK(read_labels(path, problem).size() == 2);
  CHECK(problem == path + ": p 1 is labelled twice");
  std::ofstream(path, std::ios::binary) << "p\t1\n";
  CHECK(read_labels(path, problem).empty());
  CHECK(problem == path + ":1: expected policy, clause, labels");
  std::remove(path.c_str());
}

TEST_CASE("right, wrong and missed are counted clause by clause and rule by rule") {
  Corpus corpus;
  corpus.policies = {"p"};
  corpus.sentences["p"] = {10, 9};
  corpus.labels = {
      {{"p", "1"}, {{"a", "b"}, {"c"}}, {}}, {{"p", "2"}, {}, {}}, {{"p", "3"}, {}, {"d"}}, {{"p", "4"}, {{"a"}}, {}}};
  corpus.found[{"p", "1"}] = {{"b", {Confidence::high, false, "x"}}, {"e", {Confidence::low, false, "y"}}};
  corpus.found[{"p", "2"}] = {{"a", {Confidence::medium, true, "z"}}};
  corpus.found[{"p", "3"}] = {{"d", {Confidence::high, false, "w"}}};
  const Figures f = measure(corpus);
  CHECK(f.clause_right == 1);
  CHECK(f.clause_missed == 1);
  CHECK(f.clause_wrong == 1);
  CHECK(f.rule_right == 1);
  CHECK(f.rule_missed == 2);
  CHECK(f.rule_wrong == 2);
  CHECK(f.silent == 1);
  CHECK(f.silent_errors == 1);
  CHECK(f.by_confidence[2].findings == 1);
  CHECK(f.by_confidence[2].right == 1);
  CHECK(f.by_confidence[0].right == 0);
  CHECK(f.raised.at("b").right == 1);
  CHECK(f.raised.count("d") == 0);
  CHECK(f.mistakes.size() == 4);
  CHECK(share(150, 154) == "0.974 [0.935, 0.990] (150/154)");
  CHECK(share(0, 0) == "0.000 [0.000, 1.000] (0/0)");
  CHECK(first_characters("a\xC3\xA9z", 2) == "a\xC3\xA9");
}
