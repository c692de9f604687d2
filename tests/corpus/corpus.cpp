#include "corpus.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>

#include "engine/engine.hpp"

namespace engagelint::corpus {
namespace {

namespace fs = std::filesystem;

std::string trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto begin = text.find_first_not_of(blank);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(blank) - begin + 1));
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(at, begin);
    out.push_back(trimmed(text.substr(begin, end - begin)));
    if (end == std::string_view::npos) return out;
    begin = end + 1;
  }
}

/// `-`: silent; `a`; `a|b`: either will do; `a,b`: both; `?a`: disputed.
void read_groups(const std::string& labels, Expected& into) {
  if (labels == "-") return;
  for (const std::string& group : split(labels, ',')) {
    const bool disputed = group.starts_with('?');
    Names options;
    for (const std::string& option : split(group, '|'))
      options.insert(option.substr(std::min(option.find_first_not_of('?'), option.size())));
    if (disputed) {
      into.disputed.insert(options.begin(), options.end());
    } else {
      into.wanted.push_back(std::move(options));
    }
  }
}

bool labels_speak_of(const Finding& finding) {
  const std::string_view rule = finding.rule.id;
  return finding.clause.has_value() && !rule.starts_with("acc-") && !rule.starts_with("mc-") && !rule.starts_with("x-");
}

std::string stem(std::string_view path) { return fs::path(path).stem().string(); }

void add_findings(const FileReport& file, Corpus& into) {
  const std::string policy = stem(file.file->path());
  Sentences& sentences = into.sentences[policy];
  sentences.total += file.sentences;
  sentences.read += file.sentences - file.unread;
  for (const Finding& finding : file.findings) {
    if (finding.account) into.on_accounts[{policy, *finding.account}].insert(std::string(finding.rule.id));
    if (!labels_speak_of(finding)) continue;
    const Key key{policy, *finding.clause};
    auto& rules = into.found[key];
    if (rules.empty()) into.found_first.push_back(key);
    Found& found = rules[std::string(finding.rule.id)];
    found.confidence = std::max(found.confidence, finding.confidence);
    found.error = finding.severity == Severity::error;
    found.quote = finding.quote;
  }
}

/// One line, its blanks and breaks made single.
std::string flat(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return trimmed(out);
}

void add_words(const std::string& policy, const PolicyDocument& document, Corpus& into) {
  for (const Clause& clause : document.clauses) {
    const std::string title = clause.title ? flat(clause.title->value) : std::string{};
    const std::string text = clause.text ? flat(clause.text->value) : flat(document.file->text(clause.span));
    into.words[{policy, clause.id}] = title.empty() || !clause.text ? text : title + " || " + text;
    for (const ClauseItem& item : clause.items)
      into.words[{policy, item.id}] = (title.empty() ? std::string{} : title + " :: ") + flat(item.text.value);
  }
}

}  // namespace

std::vector<Expected> read_labels(const std::string& path, std::string& problem) {
  std::ifstream in(path, std::ios::binary);
  if (!in) problem = path + ": could not be read";
  std::vector<Expected> out;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    const auto parts = split(line, '\t');
    if (parts.size() < 3) {
      problem = fmt::format("{}:{}: expected policy, clause, labels", path, number);
      return {};
    }
    Expected expected{{parts[0], parts[1]}, {}, {}};
    read_groups(parts[2], expected);
    out.push_back(std::move(expected));
  }
  std::stable_sort(out.begin(), out.end(), [](const Expected& a, const Expected& b) { return a.key < b.key; });
  const auto twice =
      std::adjacent_find(out.begin(), out.end(), [](const Expected& a, const Expected& b) { return a.key == b.key; });
  if (twice != out.end()) problem = fmt::format("{}: {} {} is labelled twice", path, twice->key.first, twice->key.second);
  return out;
}

Corpus read_corpus(const std::string& directory, std::string& problem) {
  Corpus corpus;
  corpus.labels = read_labels(directory + "/labels.tsv", problem);
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  if (paths.empty()) problem = "no policies in " + directory;
  const RuleSet rules = builtin_rules();
  LintOptions options;
  options.today = "2026-01-01";
  const Report report = lint(*disk(), paths, rules, options);
  for (const FileReport& file : report.files) add_findings(file, corpus);
  for (const auto& source : report.sources) {
    corpus.policies.push_back(stem(source->path()));
    std::vector<Notice> notices;
    for (const ReadPolicy& read : read_policies(source, notices)) add_words(stem(source->path()), *read.policy, corpus);
  }
  return corpus;
}

}  // namespace engagelint::corpus
