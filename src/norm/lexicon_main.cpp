// Build tool: rules/lexicon/*.yaml -> lexicon_tables.cpp and concept_ids.hpp.
// usage: engagelint_embed_lexicon OUT_CPP OUT_HPP FILE…   A mistake in the lexicon fails the build with its file and line.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "norm/lexicon.hpp"

using namespace engagelint;
using namespace engagelint::norm;

namespace {

struct ConceptRow {
  std::string id;
  std::vector<std::string> parents;
  std::string where;
};

struct RawTag {
  char cls;
  Form form;
  std::string concept_id;
  auto operator<=>(const RawTag&) const = default;
};

struct Lexicon {
  std::vector<ConceptRow> concepts;
  std::map<std::vector<std::string>, std::set<RawTag>> entries;  // words, "~" for a gap -> readings
  std::map<std::string, std::vector<std::string>> verb_forms;
  std::map<std::string, std::string> plurals;
};

[[noreturn]] void fail(const std::string& where, const std::string& what) { throw std::runtime_error(where + ": " + what); }

std::vector<std::string> split_list(const std::string& text) {
  std::vector<std::string> out;
  std::string item;
  auto flush = [&] {
    const auto first = item.find_first_not_of(" \n\t\"");
    if (first != std::string::npos) out.push_back(item.substr(first, item.find_last_not_of(" \n\t\"") - first + 1));
    item.clear();
  };
  for (const char c : text) {
    if (c == ',') {
      flush();
    } else {
      item += c;
    }
  }
  flush();
  return out;
}

std::vector<std::string> words_of(const std::string& entry) {
  std::vector<Token> tokens;
  std::vector<std::string> out;
  std::string rest = entry;
  for (std::size_t at = rest.find('~'); at != std::string::npos; at = rest.find('~')) {
    for (auto& w : words_of(rest.substr(0, at))) out.push_back(w);
    out.emplace_back("~");
    rest = rest.substr(at + 1);
  }
  if (rest.substr(0, 1) == "'" || rest == "n't") return {normalised(rest)};
  tokenize(rest, tokens);
  for (const auto& t : tokens) {
    if (t.hash == 0) continue;
    auto word = normalised(std::string_view(rest).substr(t.begin, t.end - t.begin));
    if (word == "n't") word = "not";
    if (word == "'re") word = "are";
    if (word == "'ve") word = "have";
    if (word == "'ll") word = "will";
    if (word == "'m") word = "am";
    if (word == "'d") word = "would";
    out.push_back(word);
  }
  return out;
}

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

std::string s_form(const std::string& w) {
  if (w.empty()) return w;
  const char last = w.back();
  const char before = w.size() > 1 ? w[w.size() - 2] : 'a';
  if (last == 'y' && !vowel(before)) return w.substr(0, w.size() - 1) + "ies";
  if (last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'))) return w + "es";
  return w + "s";
}
std::string ed_form(const std::string& w) {
  const char last = w.back();
  const char before = w.size() > 1 ? w[w.size() - 2] : 'a';
  if (last == 'e') return w + "d";
  if (last == 'y' && !vowel(before)) return w.substr(0, w.size() - 1) + "ied";
  return w + "ed";
}
std::string ing_form(const std::string& w) {
  const char last = w.back();
  const char before = w.size() > 1 ? w[w.size() - 2] : 'a';
  if (last == 'e' && before != 'e' && before != 'o') return w.substr(0, w.size() - 1) + "ing";
  return w + "ing";
}

std::vector<std::string> inflect(const Lexicon& lexicon, const std::string& verb) {
  std::vector<std::string> forms{s_form(verb), ed_form(verb), ed_form(verb), ing_form(verb)};
  const auto found = lexicon.verb_forms.find(verb);
  if (found != lexicon.verb_forms.end()) {
    for (std::size_t i = 0; i < 4 && i < found->second.size(); ++i) {
      if (found->second[i] != "-") forms[i] = normalised(found->second[i]);
    }
  }
  return forms;
}

void add(Lexicon& lexicon, std::vector<std::string> words, char cls, Form form, const std::string& concept_id) {
  // A noun's article is the sentence's: "the press" must not hide the "press office".
  if (cls == 'n' && words.size() > 1 && words[0] == "the") words.erase(words.begin());
  if (!words.empty()) lexicon.entries[words].insert({cls, form, concept_id});
}

void add_verb(Lexicon& lexicon, const std::string& entry, char cls, const std::string& concept_id) {
  auto words = words_of(entry);
  if (words.empty()) return;
  add(lexicon, words, cls, Form::base, concept_id);
  const auto base = words[0];
  const auto forms = inflect(lexicon, base);
  const Form names[] = {Form::third, Form::past, Form::participle, Form::gerund};
  // "posts about" is far more often a noun than a verb.
  static const std::set<std::string> nouns{"post", "comment", "tweet",   "blog", "reply",  "answer",
                                           "talk", "report",  "contact", "link", "remark", "review"};
  const bool noun_like = words.size() > 1 && nouns.count(base) != 0;
  for (std::size_t i = 0; i < 4; ++i) {
    if (i == 0 && noun_like) continue;
    if (i == 3 && base == "go" && words.back() == "to") continue;  // "going to" speaks of the future
    words[0] = forms[i];
    add(lexicon, words, cls, names[i], concept_id);
  }
}

// "member of staff" -> "members of staff"; else the last word takes the plural.
void add_noun(Lexicon& lexicon, const std::string& entry, const std::string& concept_id) {
  auto words = words_of(entry);
  if (words.empty()) return;
  add(lexicon, words, 'n', Form::base, concept_id);
  static const std::set<std::string> breaks{"of",      "for",        "from",    "to",        "in",       "with",  "that",
                                            "who",     "about",      "on",      "by",        "used",     "set",   "under",
                                            "we",      "aired",      "not",     "against",   "below",    "as",    "outside",
                                            "bearing", "registered", "without", "addressed", "received", "raised"};
  std::size_t head = words.size() - 1;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (breaks.count(words[i]) != 0) {
      head = i - 1;
      break;
    }
  }
  const auto irregular = lexicon.plurals.find(words[head]);
  words[head] = irregular != lexicon.plurals.end() ? normalised(irregular->second) : s_form(words[head]);
  add(lexicon, words, 'n', Form::third, concept_id);
}

// "say where you work" is also said of them and of me.
std::vector<std::string> with_persons(std::vector<std::string> entries) {
  static const std::vector<std::vector<std::string>> persons{{"you", "they", "i", "he or she", "we"},
                                                             {"your", "their", "my", "his or her", "our"}};
  const auto count = entries.size();
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t other = 1; other < persons[0].size(); ++other) {
      std::string out;
      bool changed = false;
      std::string word;
      for (const char c : entries[i] + " ") {
        if (c != ' ') {
          word += c;
          continue;
        }
        for (const auto& row : persons) {
          // "our" names the organisation: only what is said of you or them is said of others.
          if (word == row[0] || word == row[1]) {
            word = row[other];
            changed = true;
          }
        }
        out += (out.empty() ? "" : " ") + word;
        word.clear();
      }
      if (changed && other != 4) entries.push_back(out);
    }
  }
  return entries;
}

void read_forms(Lexicon& lexicon, const YAML::Node& root) {
  for (const auto& verb : root["verbs"]) {
    std::vector<std::string> forms;
    for (const auto& form : verb.second) forms.push_back(form.as<std::string>());
    lexicon.verb_forms[normalised(verb.first.as<std::string>())] = forms;
  }
  for (const auto& noun : root["nouns"])
    lexicon.plurals[normalised(noun.first.as<std::string>())] = noun.second.as<std::string>();
}

void read_concepts(Lexicon& lexicon, const YAML::Node& root, const std::string& file) {
  for (const auto& row : root["concepts"]) {
    const auto id = row.first.as<std::string>();
    const auto where = file + ":" + std::to_string(row.first.Mark().line + 1);
    ConceptRow concept_row{id, {}, where};
    for (const auto& key : row.second) {
      const auto name = key.first.as<std::string>();
      if (name == "is") {
        if (key.second.IsSequence()) {
          for (const auto& parent : key.second) concept_row.parents.push_back(parent.as<std::string>());
        } else {
          concept_row.parents.push_back(key.second.as<std::string>());
        }
        continue;
      }
      for (const auto& entry : with_persons(split_list(key.second.as<std::string>()))) {
        if (name == "nouns") {
          add_noun(lexicon, entry, id);
        } else if (name == "verbs") {
          add_verb(lexicon, entry, 'V', id);
        } else if (name == "adjectives") {
          add(lexicon, words_of(entry), 'j', Form::base, id);
        } else if (name == "fixed" || name == "names") {
          add(lexicon, words_of(entry), 'n', Form::base, id);
        } else {
          fail(where, "unknown key '" + name + "'");
        }
      }
    }
    lexicon.concepts.push_back(concept_row);
  }
}

void read_classes(Lexicon& lexicon, const YAML::Node& root, const std::string& file) {
  for (const auto& cls : root["classes"]) {
    const char letter = cls.first.as<std::string>().at(0);
    for (const auto& group : cls.second) {
      const auto id = group.first.as<std::string>();
      lexicon.concepts.push_back({id, {}, file});
      for (const auto& entry : split_list(group.second.as<std::string>())) {
        if (letter == 'F') {
          add_verb(lexicon, entry, 'F', id);
        } else {
          add(lexicon, words_of(entry), letter, Form::base, id);
        }
      }
    }
  }
  for (const auto& group : root["nouns-of-norm"]) {
    const auto id = group.first.as<std::string>();
    lexicon.concepts.push_back({id, {}, file});
    for (const auto& entry : split_list(group.second.as<std::string>())) add_noun(lexicon, entry, id);
  }
}

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
  std::vector<std::string> tags{"{}"}, phrases{"{}"}, rows, tails{"0"};
  std::string letters;
};

std::uint16_t word_id(Tables& tables, const std::string& word) {
  if (word == "~") return gap;
  const auto [at, fresh] = tables.word_ids.emplace(word, static_cast<std::uint16_t>(tables.words.size()));
  if (fresh) tables.words.push_back(word);
  return at->second;
}

std::pair<std::size_t, std::size_t> write_tags(Tables& tables, const std::set<RawTag>& tags, const Numbering& numbering) {
  const auto first = tables.tags.size();
  for (const auto& tag : tags) {
    tables.tags.push_back("{'" + std::string(1, tag.cls) + "', Form{" + std::to_string(static_cast<int>(tag.form)) + "}, " +
                          std::to_string(numbering.concepts.at(tag.concept_id)) + "}");
  }
  return {first, tags.size()};
}

void build(Tables& tables, const Lexicon& lexicon, const Numbering& numbering) {
  std::map<std::string, std::vector<const std::pair<const std::vector<std::string>, std::set<RawTag>>*>> by_first;
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
    const auto first_phrase = tables.phrases.size();
    for (const auto* entry : entries) {
      const auto range = write_tags(tables, entry->second, numbering);
      if (entry->first.size() == 1) {
        single = range;
        continue;
      }
      const auto tail = tables.tails.size();
      for (std::size_t i = 1; i < entry->first.size(); ++i)
        tables.tails.push_back(std::to_string(word_id(tables, entry->first[i])));
      tables.phrases.push_back("{" + std::to_string(tail) + ", " + std::to_string(entry->first.size() - 1) + ", " +
                               std::to_string(range.second) + ", " + std::to_string(range.first) + "}");
    }
    tables.rows[id] = "{" + std::to_string(tables.letters.size()) + ", " + std::to_string(tables.words[id].size()) + ", " +
                      std::to_string(single.first) + ", " + std::to_string(first_phrase) + ", " + std::to_string(single.second) +
                      ", " + std::to_string(tables.phrases.size() - first_phrase) + "}";
    tables.letters += tables.words[id];
  }
}

void write_array(std::ostream& out, const std::string& head, const std::vector<std::string>& rows) {
  out << "const " << head << "[] = {\n";
  for (std::size_t i = 0; i < rows.size(); ++i) out << rows[i] << (i % 8 == 7 ? ",\n" : ", ");
  out << "};\n";
}

void write_cpp(std::ostream& out, const Tables& tables, const Lexicon& lexicon, const Numbering& numbering) {
  out << "// Written by lexicon_main.cpp from rules/lexicon.\n#include \"norm/lexicon_tables.hpp\"\nnamespace engagelint::norm::tables {\n";
  out << "const std::uint16_t concepts = " << lexicon.concepts.size() << ";\n";
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
  out << "const std::uint32_t ancestor_words = " << numbering.ancestors[0].size() << ";\n";
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
  write_array(out, "Phrase phrases", tables.phrases);
  write_array(out, "std::uint16_t tails", tables.tails);
  out << "}\n";
}

void write_hpp(std::ostream& out, const Lexicon& lexicon, const Numbering& numbering) {
  out << "// Written by lexicon_main.cpp from rules/lexicon.\n#pragma once\n#include \"norm/norm.hpp\"\nnamespace engagelint::norm::c {\n";
  for (const auto& row : lexicon.concepts) {
    auto name = row.id;
    std::replace(name.begin(), name.end(), '-', '_');
    out << "inline constexpr Concept " << name << "_{" << numbering.concepts.at(row.id) << "};\n";
  }
  out << "}\n";
}

// New words leave the header as it is, and what includes it need not be compiled again.
void write_changed(const std::string& path, const std::string& content) {
  std::ifstream in(path, std::ios::binary);
  const std::string old{std::istreambuf_iterator<char>(in), {}};
  if (old == content) return;
  std::ofstream out(path, std::ios::binary);
  out << content;
  if (!out) fail(path, "cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc < 4) fail("usage", "engagelint_embed_lexicon OUT_CPP OUT_HPP FILE…");
    Lexicon lexicon;
    const std::vector<std::string> files(argv + 3, argv + argc);
    for (const auto& file : files) {
      const auto root = YAML::LoadFile(file);
      if (root["verbs"]) read_forms(lexicon, root);
    }
    for (const auto& file : files) {
      const auto root = YAML::LoadFile(file);
      if (root["concepts"]) read_concepts(lexicon, root, file);
      if (root["classes"]) read_classes(lexicon, root, file);
    }
    const auto numbering = number(lexicon);
    Tables tables;
    build(tables, lexicon, numbering);
    std::ostringstream cpp;
    write_cpp(cpp, tables, lexicon, numbering);
    std::ostringstream hpp;
    write_hpp(hpp, lexicon, numbering);
    write_changed(argv[1], cpp.str());
    write_changed(argv[2], hpp.str());
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << "lexicon: " << problem.what() << "\n";
    return 1;
  }
}
