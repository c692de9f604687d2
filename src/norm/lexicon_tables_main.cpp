// The lexicon's rows -> the tables that are compiled into the program.
#include <algorithm>
#include <ostream>
#include <sstream>

#include "norm/lexicon_rows.hpp"

namespace engagelint::norm::embed {
namespace {

struct Numbering {
  std::map<std::string, std::uint16_t> concepts;
  std::vector<std::vector<std::uint64_t>> ancestors;
};

Numbering number(const Lexicon& lexicon) {
  Numbering out;
  for (const auto& row : lexicon.concepts) {
    if (!out.concepts.emplace(row.id, static_cast<std::uint16_t>(out.concepts.size() + 1)).second)
      fail(row.where, "concept '" + row.id + "' stands twice");
  }
  const auto count = lexicon.concepts.size() + 1;
  const auto stride = (count + 63) / 64;
  out.ancestors.assign(count, std::vector<std::uint64_t>(stride, 0));
  for (const auto& [id, n] : out.concepts) out.ancestors[n][n / 64] |= std::uint64_t{1} << (n % 64);
  for (bool changed = true; changed;) {
    changed = false;
    for (const auto& row : lexicon.concepts) {
      auto& own = out.ancestors[out.concepts.at(row.id)];
      for (const auto& parent : row.parents) {
        const auto found = out.concepts.find(parent);
        if (found == out.concepts.end()) fail(row.where, "'" + row.id + "' is a kind of '" + parent + "', which is not defined");
        for (std::size_t i = 0; i < stride; ++i) {
          const auto joined = own[i] | out.ancestors[found->second][i];
          changed = changed || joined != own[i];
          own[i] = joined;
        }
      }
    }
  }
  return out;
}

// Letters as numbers: a compiler takes minutes over ten thousand string literals and no time over this.
std::string as_array(const std::string& text) {
  std::string out;
  for (const char c : text) out += std::to_string(static_cast<int>(c)) + ",";
  return out + "0";
}

struct Tables {
  std::vector<std::string> words{""};
  std::map<std::string, std::uint16_t> word_ids;
  std::map<std::set<RawTag>, std::size_t> tag_runs;  // many words have the same readings, and many phrases the same tail
  std::map<std::vector<std::string>, std::size_t> tail_runs;
  std::vector<std::string> tags{"{}"}, groups{"{}"}, phrases{"{}"}, rows, tails{"0"};
  std::string letters;
};

std::uint16_t word_id(Tables& tables, const std::string& word) {
  if (word == "~") return gap;
  const auto [at, fresh] = tables.word_ids.emplace(word, static_cast<std::uint16_t>(tables.words.size()));
  if (fresh) tables.words.push_back(word);
  return at->second;
}

std::pair<std::size_t, std::size_t> write_tags(Tables& tables, const std::set<RawTag>& tags, const Numbering& numbering) {
  const auto [run, fresh] = tables.tag_runs.emplace(tags, tables.tags.size());
  for (const auto& tag : fresh ? tags : std::set<RawTag>{}) {
    tables.tags.push_back("{'" + std::string(1, tag.cls) + "', Form{" + std::to_string(static_cast<int>(tag.form)) + "}, " +
                          std::to_string(numbering.concepts.at(tag.concept_id)) + "}");
  }
  return {run->second, tags.size()};
}

std::size_t write_tail(Tables& tables, const std::vector<std::string>& words) {
  const std::vector<std::string> tail(words.begin() + 1, words.end());
  const auto [run, fresh] = tables.tail_runs.emplace(tail, tables.tails.size());
  for (const auto& word : fresh ? tail : std::vector<std::string>{})
    tables.tails.push_back(std::to_string(word_id(tables, word)));
  return run->second;
}

std::string braced(std::initializer_list<std::size_t> numbers) {
  std::string out = "{";
  for (const auto number : numbers) out += (out.size() > 1 ? ", " : "") + std::to_string(number);
  return out + "}";
}

using Entry = std::pair<const std::vector<std::string>, std::set<RawTag>>;

std::string phrase(Tables& tables, const Entry& entry, std::pair<std::size_t, std::size_t> range, std::size_t rank, bool gapped) {
  const auto marks = static_cast<std::size_t>(
      std::count_if(entry.second.begin(), entry.second.end(), [](const RawTag& tag) { return is_marker(tag.cls); }));
  return braced({write_tail(tables, entry.first), range.first, rank, entry.first.size() - 1, range.second, gapped ? 1U : 0U,
                 marks > 0 ? 1U : 0U, marks == entry.second.size() ? 1U : 0U});
}

void build(Tables& tables, const Lexicon& lexicon, const Numbering& numbering) {
  std::map<std::string, std::vector<const Entry*>> by_first;
  for (const auto& entry : lexicon.entries) {
    for (const auto& w : entry.first) word_id(tables, w);
    by_first[entry.first[0]].push_back(&entry);
  }
  tables.rows.assign(tables.words.size(), "");
  tables.rows[0] = "{}";
  for (std::size_t id = 1; id < tables.words.size(); ++id) {
    auto& entries = by_first[tables.words[id]];
    // Longest first; a phrase with a gap is a guess, and yields to any that stands together.
    const auto gapped = [](const auto* entry) {
      return std::find(entry->first.begin(), entry->first.end(), "~") != entry->first.end();
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](auto* a, auto* b) { return gapped(a) != gapped(b) ? gapped(b) : a->first.size() > b->first.size(); });
    std::pair<std::size_t, std::size_t> single{0, 0};
    std::map<std::uint16_t, std::vector<std::string>> by_second;  // a gap is the last of all numbers
    std::size_t rank = 0;
    for (const auto* entry : entries) {
      const auto range = write_tags(tables, entry->second, numbering);
      if (entry->first.size() == 1) {
        single = range;
      } else {
        by_second[word_id(tables, entry->first[1])].push_back(phrase(tables, *entry, range, rank++, gapped(entry)));
      }
    }
    const auto first_group = tables.groups.size();
    for (const auto& [second, phrases] : by_second) {
      tables.groups.push_back(braced({second, phrases.size(), tables.phrases.size()}));
      tables.phrases.insert(tables.phrases.end(), phrases.begin(), phrases.end());
    }
    tables.rows[id] =
        braced({tables.letters.size(), single.first, first_group, by_second.size(), tables.words[id].size(), single.second});
    tables.letters += tables.words[id];
  }
}

void write_array(std::ostream& out, const std::string& head, const std::vector<std::string>& rows) {
  out << "const " << head << "[] = {\n";
  for (std::size_t i = 0; i < rows.size(); ++i) out << rows[i] << (i % 8 == 7 ? ",\n" : ", ");
  out << "};\n";
}

void write_cpp(std::ostream& out, const Tables& tables, const Lexicon& lexicon, const Numbering& numbering) {
  out << "// Written by lexicon_main.cpp from rules/lexicon.\n#include \"norm/concepts.hpp\"\n#include \"norm/lexicon.hpp\"\nnamespace engagelint::norm::tables {\n";
  auto letters = tables.letters;
  std::vector<std::string> names{std::to_string(letters.size())}, bits;
  for (const auto& row : lexicon.concepts) {
    names.push_back(std::to_string(letters.size()));
    letters += row.id;
  }
  names.push_back(std::to_string(letters.size()));
  out << "const char letters[] = {" << as_array(letters) << "};\n";
  for (const auto& row : numbering.ancestors) {
    for (const auto word : row) bits.push_back(std::to_string(word) + "U");
  }
  write_array(out, "std::uint32_t concept_names", names);
  write_array(out, "std::uint64_t ancestors", bits);
  std::size_t size = 64;
  while (size < tables.words.size() * 2) size *= 2;
  std::vector<std::string> slots(size, "0");
  for (std::size_t id = 1; id < tables.words.size(); ++id) {
    auto slot = hash_of(tables.words[id]) & (size - 1);
    while (slots[slot] != "0") slot = (slot + 1) & (size - 1);
    slots[slot] = std::to_string(id);
  }
  out << "const std::uint32_t slot_mask = " << size - 1 << ";\n";
  write_array(out, "std::uint16_t slots", slots);
  write_array(out, "WordRow words", tables.rows);
  write_array(out, "Tag tags", tables.tags);
  write_array(out, "PhraseGroup groups", tables.groups);
  write_array(out, "Phrase phrases", tables.phrases);
  write_array(out, "std::uint16_t tails", tables.tails);
  out << "}\n";
}

void write_hpp(std::ostream& out, const Lexicon& lexicon, const Numbering& numbering) {
  out << "// Written by lexicon_main.cpp from rules/lexicon.\n#pragma once\n#include \"norm/norm.hpp\"\nnamespace engagelint::norm::c {\n";
  out << "inline constexpr std::uint16_t count = " << lexicon.concepts.size() << ";\n";
  out << "inline constexpr std::size_t ancestor_words = " << numbering.ancestors[0].size() << ";\n";
  for (const auto& row : lexicon.concepts) {
    auto name = row.id;
    std::replace(name.begin(), name.end(), '-', '_');
    out << "inline constexpr Concept " << name << "_{" << numbering.concepts.at(row.id) << "};\n";
  }
  out << "}\n";
}

}  // namespace

std::string tables_source(const Lexicon& lexicon) {
  const auto numbering = number(lexicon);
  Tables tables;
  build(tables, lexicon, numbering);
  std::ostringstream out;
  write_cpp(out, tables, lexicon, numbering);
  return out.str();
}

std::string concept_ids(const Lexicon& lexicon) {
  std::ostringstream out;
  write_hpp(out, lexicon, number(lexicon));
  return out.str();
}

}  // namespace engagelint::norm::embed
