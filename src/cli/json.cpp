#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "render/render.hpp"

namespace engagelint {
namespace {

using CliJson = nlohmann::ordered_json;

std::string dumped(const CliJson& json) { return json.dump(2, ' ', false, CliJson::error_handler_t::replace) + '\n'; }

CliJson range_json(const SourceFile& file, Span span) {
  const auto place = [&](Offset offset) -> CliJson {
    const LineColumn at = file.locate(offset, ColumnUnit::code_point);
    return {{"line", at.line}, {"column", at.column}, {"offset", offset}};
  };
  return {{"start", place(span.begin)}, {"end", place(span.end)}};
}

CliJson sentence_json(const ReadPolicy& policy, std::uint32_t index) {
  const Sentence& sentence = policy.reading.sentences[index];
  CliJson norms = CliJson::array();
  for (const Norm& norm : policy.reading.norms) {
    if (norm.sentence != index) continue;
    norms.push_back({{"reading", paraphrase(norm)},
                     {"modality", name_of(norm.modality)},
                     {"confidence", name_of(norm.confidence)},
                     {"range", range_json(*policy.source, norm.span)}});
  }
  CliJson clause = nullptr;
  if (sentence.clause < policy.policy->clauses.size()) {
    const Clause& own = policy.policy->clauses[sentence.clause];
    const auto item = static_cast<std::size_t>(sentence.item);
    clause = sentence.item >= 0 && item < own.items.size() ? own.items[item].id : own.id;
  }
  return {{"clause", std::move(clause)},     {"from", sentence.item == -2 ? "fields" : "prose"},
          {"words", sentence.words},         {"range", range_json(*policy.source, sentence.span)},
          {"normative", sentence.normative}, {"unread", sentence.unread},
          {"norms", std::move(norms)}};
}

}  // namespace

std::string reading_json(const std::vector<ReadFile>& files, const std::vector<Notice>& notices) {
  CliJson list = CliJson::array();
  for (const ReadFile& file : files) {
    for (const ReadPolicy& policy : file.policies) {
      CliJson sentences = CliJson::array();
      for (std::uint32_t index = 0; index < policy.reading.sentences.size(); ++index)
        sentences.push_back(sentence_json(policy, index));
      list.push_back({{"path", file.source->path()}, {"document", policy.policy->document}, {"sentences", std::move(sentences)}});
    }
  }
  CliJson said = CliJson::array();
  for (const Notice& notice : notices) {
    const bool placed = notice.file != nullptr && notice.span.has_value();
    said.push_back({{"kind", name_of(notice.kind)},
                    {"path", notice.path},
                    {"range", placed ? range_json(*notice.file, *notice.span) : CliJson(nullptr)},
                    {"message", notice.message},
                    {"hint", notice.hint}});
  }
  return dumped({{"schema", "engagelint/reading/1"},
                 {"tool", {{"name", "engagelint"}, {"version", version()}}},
                 {"files", std::move(list)},
                 {"notices", std::move(said)}});
}

std::string rules_json(const RuleSet& rules) {
  CliJson list = CliJson::array();
  for (const Rule* rule : rules.rules) {
    CliJson arguments = CliJson::array();
    for (const Argument& argument : rule->arguments) arguments.push_back({{"id", argument.id}, {"stands", argument.stands}});
    CliJson entry{{"id", rule->info.id},       {"family", rule->info.family},
                  {"title", rule->info.title}, {"severity", name_of(rule->severity)},
                  {"since", rule->since},      {"arguments", std::move(arguments)}};
    if (rule->measured.of != 0) entry["measured"] = {{"right", rule->measured.right}, {"of", rule->measured.of}};
    list.push_back(std::move(entry));
  }
  return dumped({{"schema", "engagelint/rules/1"}, {"rules", std::move(list)}});
}

}  // namespace engagelint
