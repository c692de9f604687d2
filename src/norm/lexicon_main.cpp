// Build tool: rules/lexicon/*.yaml -> lexicon_tables.cpp and concept_ids.hpp.
// usage: engagelint_embed_lexicon OUT_CPP OUT_HPP FILE…   A mistake in the lexicon fails the build with its file and line.
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iostream>

#include "norm/lexicon_rows.hpp"

using namespace engagelint;
using namespace engagelint::norm;
using namespace engagelint::norm::embed;

namespace engagelint::norm::embed {
void fail(const std::string& where, const std::string& what) { throw std::runtime_error(where + ": " + what); }
}  // namespace engagelint::norm::embed

namespace {

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

std::vector<std::string> split_at(const std::string& text, const std::string& mark) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    out.push_back(text.substr(from, at - from));
    from = at + mark.size();
  }
  out.push_back(text.substr(from));
  return out;
}

// "approved, set + answer, wording; script": each of the first before each of the second. A semicolon ends such a list of lists.
std::vector<std::string> crossed(const std::string& text) {
  std::vector<std::string> all;
  for (const auto& group : split_at(text, ";")) {
    std::vector<std::string> out{""};
    for (const auto& part : split_at(group, " + ")) {
      std::vector<std::string> longer;
      for (const auto& first : out) {
        for (const auto& second : split_list(part)) longer.push_back(first.empty() ? second : first + " " + second);
      }
      out = std::move(longer);
    }
    all.insert(all.end(), out.begin(), out.end());
  }
  return all;
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
      for (const auto& entry : with_persons(crossed(key.second.as<std::string>()))) {
        if (name == "nouns" || name == "pairs") {
          add_noun(lexicon, entry, id);
        } else if (name == "verbs") {
          add_verb(lexicon, entry, 'V', id);
        } else if (name == "signs") {
          add(lexicon, words_of(entry), 'g', Form::base, id);
        } else if (name == "sign-verbs") {
          add_verb(lexicon, entry, 'g', id);
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
    write_changed(argv[1], tables_source(lexicon));
    write_changed(argv[2], concept_ids(lexicon));
    return 0;
  } catch (const std::exception& problem) {
    std::cerr << "lexicon: " << problem.what() << "\n";
    return 1;
  }
}
