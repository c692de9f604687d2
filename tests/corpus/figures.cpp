#include "figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace engagelint::corpus {
namespace {

std::string joined(const std::vector<std::string>& names, std::string_view between) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : std::string(between)) + name;
  return out;
}

std::vector<std::string> names_of(const std::map<std::string, Found>& got) {
  std::vector<std::string> out;
  for (const auto& [name, found] : got) out.push_back(name);
  return out;
}

class Counting {
 public:
  Counting(Figures& out, const Expected& expected, const std::map<std::string, Found>& got)
      : out_(out), expected_(expected), got_(got) {}

  void run() {
    for (const auto& [rule, found] : got_) {
      if (!expected_.disputed.contains(rule)) left_.insert(rule);
    }
    clause();
    sureness();
    for (const Names& options : expected_.wanted) group(options);
    for (const std::string& rule : left_) {
      ++out_.rule_wrong;
      ++out_.per_rule[rule].wrong;
      out_.mistakes.push_back({false, expected_.key, rule, first_characters(got_.at(rule).quote, 90)});
    }
  }

 private:
  void clause() {
    if (!expected_.wanted.empty()) {
      ++(got_.empty() ? out_.clause_missed : out_.clause_right);
      return;
    }
    if (!left_.empty()) ++out_.clause_wrong;
    if (!expected_.disputed.empty()) return;
    ++out_.silent;
    if (std::any_of(got_.begin(), got_.end(), [](const auto& one) { return one.second.error; })) ++out_.silent_errors;
  }

  void sureness() {
    for (const std::string& rule : left_) {
      const bool right = std::any_of(expected_.wanted.begin(), expected_.wanted.end(),
                                     [&](const Names& options) { return options.contains(rule); });
      for (Sure* count : {&out_.raised[rule], &out_.by_confidence[static_cast<std::size_t>(got_.at(rule).confidence)]}) {
        ++count->findings;
        if (right) ++count->right;
      }
    }
  }

  void group(const Names& options) {
    const bool hit = std::any_of(options.begin(), options.end(), [&](const std::string& rule) { return got_.contains(rule); });
    RuleCount& count = out_.per_rule[*options.begin()];
    if (hit) {
      ++out_.rule_right;
      ++count.right;
      for (const std::string& rule : options) left_.erase(rule);
      return;
    }
    ++out_.rule_missed;
    ++count.missed;
    const std::string instead = joined(names_of(got_), ",");
    out_.mistakes.push_back(
        {true, expected_.key, joined({options.begin(), options.end()}, "|"), instead.empty() ? "-" : instead});
  }

  Figures& out_;
  const Expected& expected_;
  const std::map<std::string, Found>& got_;
  Names left_;
};

/// Whole words as far as they fit.
std::string first_words(const std::string& text, std::size_t most) {
  if (text.size() <= most) return text;
  const auto end = text.rfind(' ', most);
  return first_characters(text.substr(0, end), most) + " …";
}

}  // namespace

Figures measure(const Corpus& corpus, const Chosen& chosen) {
  Figures out;
  for (const std::string& policy : corpus.policies) {
    if (!chosen(policy)) continue;
    ++out.policies;
    const auto sentences = corpus.sentences.find(policy);
    if (sentences == corpus.sentences.end()) continue;
    out.sentences.total += sentences->second.total;
    out.sentences.read += sentences->second.read;
  }
  const std::map<std::string, Found> nothing;
  for (const Expected& expected : corpus.labels) {
    if (!chosen(expected.key.first)) continue;
    ++out.clauses;
    const auto got = corpus.found.find(expected.key);
    Counting(out, expected, got == corpus.found.end() ? nothing : got->second).run();
  }
  return out;
}

std::string first_characters(const std::string& text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && count-- == 0) break;
  }
  return text.substr(0, at);
}

std::string share(std::size_t part, std::size_t of) {
  if (of == 0) return fmt::format("0.000 [0.000, 1.000] ({}/{})", part, of);
  constexpr double z = 1.96;
  const auto n = static_cast<double>(of);
  const double p = static_cast<double>(part) / n;
  const double d = 1 + z * z / n;
  const double middle = (p + z * z / (2 * n)) / d;
  const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d;
  return fmt::format("{:.3f} [{:.3f}, {:.3f}] ({}/{})", p, std::max(0.0, middle - half), std::min(1.0, middle + half), part, of);
}

std::string shares(const Figures& figures) {
  const Figures& f = figures;
  return "clause precision " + share(f.clause_right, f.clause_right + f.clause_wrong) + "\nclause recall    " +
         share(f.clause_right, f.clause_right + f.clause_missed) + "\nrule precision   " +
         share(f.rule_right, f.rule_right + f.rule_wrong) + "\nrule recall      " +
         share(f.rule_right, f.rule_right + f.rule_missed) + "\nerror findings on silent clauses " +
         share(f.silent_errors, f.silent) + "\nsentences read   " + share(f.sentences.read, f.sentences.total) + "\n";
}

std::string rule_table(const Figures& figures) {
  std::string out;
  for (const auto& [rule, count] : figures.per_rule)
    out += fmt::format("  {:32} {:4} {:4} {:4}\n", rule, count.right, count.wrong, count.missed);
  return out;
}

std::string confidence_table(const Figures& figures) {
  std::string out;
  for (const Confidence confidence : {Confidence::high, Confidence::medium, Confidence::low}) {
    const Sure& count = figures.by_confidence[static_cast<std::size_t>(confidence)];
    out += fmt::format("  {:8} {:4} {:4}  {}\n", name_of(confidence), count.findings, count.right,
                       share(count.right, count.findings));
  }
  return out;
}

std::string mistakes(const Figures& figures, const Corpus& corpus) {
  std::string out;
  for (const Mistake& mistake : figures.mistakes) {
    out += fmt::format("{:12} {} {}: {}  [{}]\n", mistake.missed ? "missed" : "false alarm", mistake.key.first,
                       mistake.key.second, mistake.rule, mistake.extra);
    const auto words = corpus.words.find(mistake.key);
    if (words != corpus.words.end()) out += "    " + first_words(words->second, 110) + "\n";
  }
  return out;
}

}  // namespace engagelint::corpus
