#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "classifier/classifier.hpp"
#include "cli/commands.hpp"
#include "cli/policy_set.hpp"
#include "render/digest.hpp"
#include "render/layout.hpp"
#include "yaml/yaml.hpp"

namespace engagelint {
namespace {

const Clause* clause_of(const ReadPolicy& policy, std::uint32_t index) {
  return index < policy.policy->clauses.size() ? &policy.policy->clauses[index] : nullptr;
}

/// The clause's id; of a list item, the item's.
std::string id_of(const ReadPolicy& policy, const Sentence& sentence) {
  const Clause* clause = clause_of(policy, sentence.clause);
  if (clause == nullptr) return "";
  const auto item = static_cast<std::size_t>(sentence.item);
  return sentence.item >= 0 && item < clause->items.size() ? clause->items[item].id : clause->id;
}

void print_sentence(const ReadPolicy& policy, std::uint32_t index, const Context& context) {
  const Sentence& sentence = policy.reading.sentences[index];
  const LineColumn at = policy.source->locate(sentence.span.begin, ColumnUnit::code_point);
  const std::string lead = "  " + render::printable(id_of(policy, sentence)) + " (line " + std::to_string(at.line) + ") ";
  std::string words(sentence.words);
  if (sentence.item == -2) words = "[the keys of the clause]";
  context.out << render::hang(lead, words, context.around.width);
  bool any = false;
  for (const Norm& norm : policy.reading.norms) {
    if (norm.sentence != index) continue;
    any = true;
    std::string reading = paraphrase(norm);
    if (norm.confidence != Confidence::high) reading += " (" + std::string(name_of(norm.confidence)) + " confidence)";
    context.out << render::hang("      = ", reading, context.around.width);
  }
  if (sentence.unread) {
    context.out << "      ? not read\n";
  } else if (!any) {
    context.out << "      - asks and allows nothing\n";
  }
}

void print_policy(const ReadPolicy& policy, const Context& context) {
  context.out << render::printable(policy.source->path());
  if (policy.policy->title) context.out << ": " << render::printable(policy.policy->title->value);
  context.out << '\n';
  std::uint32_t total = 0;
  std::uint32_t unread = 0;
  for (std::uint32_t index = 0; index < policy.reading.sentences.size(); ++index) {
    const Sentence& sentence = policy.reading.sentences[index];
    print_sentence(policy, index, context);
    if (sentence.item == -2) continue;
    ++total;
    unread += sentence.unread ? 1 : 0;
  }
  context.out << render::sentences_read(total, unread) << '\n';
}

/// "0.93 engagement-ban 0.91, spokesperson-monopoly 0.02" and the sentence.
void print_verdicts(const ReadPolicy& policy, const Context& context) {
  Classifier classifier(policy.reading);
  std::size_t norm = 0;
  for (std::size_t index = 0; index < policy.reading.sentences.size(); ++index) {
    const std::size_t first = norm;
    while (norm < policy.reading.norms.size() && policy.reading.norms[norm].sentence == index) ++norm;
    const Sentence& sentence = policy.reading.sentences[index];
    // The keys of a clause are not classified.
    if (sentence.item == -2) continue;
    const Verdict verdict = classifier.verdict(index, first, norm);
    std::string line = fmt::format("{:.2f}", static_cast<double>(verdict.blocking));
    for (const Likelihood& one : verdict.likeliest) {
      if (one.probability >= 0.01F) line += fmt::format(" {} {:.2f},", kinds()[one.kind], static_cast<double>(one.probability));
    }
    if (line.back() == ',') line.pop_back();
    context.out << line << '\n';
    const std::string id = render::printable(id_of(policy, sentence));
    context.out << render::hang("  " + id + "  ", std::string(sentence.words), context.around.width);
  }
}

/// 4 where a file could not be read, 3 where a path holds no policy.
int status_of(const AllRead& gathered) {
  const auto fatal = [](const Notice& notice) { return notice.fatal; };
  if (std::any_of(gathered.notices.begin(), gathered.notices.end(), fatal)) return status::unreadable;
  return gathered.empty_path ? status::no_policy : status::ok;
}

}  // namespace

int read(const Context& context) {
  const AllRead gathered = read_all(context, context.options.paths);
  if (context.options.format == Format::json) {
    context.out << reading_json(gathered.files, gathered.notices);
  } else {
    for (const Notice& notice : gathered.notices) print_notice(context.err, notice);
    for (const ReadFile& file : gathered.files) {
      for (const ReadPolicy& policy : file.policies) print_policy(policy, context);
    }
  }
  return status_of(gathered);
}

int debug_verdicts(const Context& context) {
  const AllRead gathered = read_all(context, context.options.paths);
  for (const Notice& notice : gathered.notices) print_notice(context.err, notice);
  for (const ReadFile& file : gathered.files) {
    for (const ReadPolicy& policy : file.policies) print_verdicts(policy, context);
  }
  return status_of(gathered);
}

int debug_spans(const Context& context) {
  const std::string& path = context.options.paths.front();
  std::string error;
  std::optional<std::string> bytes = context.files.read(path, error);
  if (!bytes) {
    context.err << "engagelint: `" << render::printable(path) << "` could not be read: " << error << '\n';
    return status::unreadable;
  }
  const SourceFile source(path, std::move(*bytes));
  const YamlFile yaml = read_yaml(source);
  for (const Notice& notice : yaml.notices) print_notice(context.err, notice);
  context.out << mark_spans(source, yaml.documents);
  const bool broken = std::any_of(yaml.notices.begin(), yaml.notices.end(), [](const Notice& notice) { return notice.fatal; });
  return broken ? status::unreadable : status::ok;
}

}  // namespace engagelint
