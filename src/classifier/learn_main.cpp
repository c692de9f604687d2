// Build tool: rules/clauses/*.tsv -> weights.cpp.
// usage: engagelint_learn OUT_CPP FILE…   A line that is not well formed fails the build with its file and line.
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "classifier/counterexample.hpp"
#include "classifier/labelled.hpp"
#include "classifier/learn.hpp"
#include "classifier/weights.hpp"

using namespace engagelint;
using namespace engagelint::classifier;

namespace {

struct Sentences {
  std::vector<std::vector<Feature>> features;
  std::vector<std::string> labels;
  std::vector<bool> made;  ///< by counterexample.cpp
};

/// "a,b" and "a|b" name several; the first is what the sentence is learned as.
std::string first_label(std::string_view label) { return std::string(label.substr(0, label.find_first_of(",|"))); }

void read_clause(const Labelled& labelled, bool made, Sentences& out) {
  const LabelledReading read = read_clause(labelled);
  FeatureReader reader(read.reading);
  std::size_t norm = 0;
  for (std::size_t i = 0; i < read.reading.sentences.size(); ++i) {
    const std::size_t first = norm;
    while (norm < read.reading.norms.size() && read.reading.norms[norm].sentence == i) ++norm;
    auto& features = out.features.emplace_back();
    reader.read(i, first, norm, features);
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    out.labels.push_back(first_label(label_of(labelled, read, i)));
    out.made.push_back(made);
  }
}

void read_file(const std::string& path, Sentences& out) {
  for (const Labelled& labelled : read_labelled(path)) {
    read_clause(labelled, false, out);
    if (const auto fair = freed(labelled)) read_clause(*fair, true, out);
    if (const auto fair = excepted(labelled)) read_clause(*fair, true, out);
  }
}

/// The features that stand in some sentences, the commonest first; what stands in fewer says little of others.
std::vector<Feature> columns_of(const Sentences& sentences) {
  constexpr int fewest = 11;
  std::map<Feature, int> count;
  for (const auto& features : sentences.features) {
    for (const Feature feature : features) ++count[feature];
  }
  std::vector<Feature> columns;
  for (const auto& [feature, times] : count) {
    if (times >= fewest) columns.push_back(feature);
  }
  std::stable_sort(columns.begin(), columns.end(), [&](Feature a, Feature b) { return count[a] > count[b]; });
  return columns;
}

std::vector<std::string> kinds_of(const Sentences& sentences) {
  std::vector<std::string> kinds = sentences.labels;
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::erase(kinds, "-");
  return kinds;
}

/// Which half of a sentence's features one belongs to. It hangs on nothing but the sentence, so that a new clause changes none of
/// the others'.
bool in_first_half(Feature feature, std::uint32_t sentence, std::uint32_t split) {
  std::uint32_t mixed = (feature ^ (sentence + split)) * 0x9E3779B1U;
  mixed = (mixed ^ (mixed >> 15U)) * 0x85EBCA6BU;
  return (mixed >> 31U) != 0;
}

std::uint32_t number_of(const std::vector<Feature>& features) {
  std::uint32_t mixed = 0x811C9DC5U;
  for (const Feature feature : features) mixed = (mixed ^ feature) * 0x01000193U;
  return mixed;
}

/// Each sentence teaches whole, and `splits` times more in two halves: no weight shall lean on another that a policy in its own
/// words may not bring.
std::vector<Row> rows_of(const Sentences& sentences, const std::vector<Feature>& columns, const std::vector<std::string>& kinds) {
  constexpr std::uint32_t splits = 2;
  std::unordered_map<Feature, std::uint32_t> column_of;
  for (const Feature feature : columns) column_of.emplace(feature, static_cast<std::uint32_t>(column_of.size()));
  std::vector<Row> rows;
  for (std::size_t i = 0; i < sentences.features.size(); ++i) {
    const auto kind = std::find(kinds.begin(), kinds.end(), sentences.labels[i]);
    const auto label = kind == kinds.end() ? 0 : static_cast<std::uint32_t>(kind - kinds.begin()) + 1;
    const std::uint32_t number = number_of(sentences.features[i]);
    std::array<Row, 1 + 2 * splits> own;
    for (const Feature feature : sentences.features[i]) {
      const auto found = column_of.find(feature);
      if (found == column_of.end()) continue;
      own[0].columns.push_back(found->second);
      for (std::uint32_t split = 0; split < splits; ++split)
        own[1 + 2 * split + (in_first_half(feature, number, split) ? 0 : 1)].columns.push_back(found->second);
    }
    // A counterexample says what one or two words of it do; a half that lacks them would deny what its original says.
    const bool whole = sentences.made[i];
    for (std::size_t k = 0; k < (whole ? 1 : own.size()); ++k) {
      own[k].label = label;
      own[k].weight = whole ? static_cast<float>(own.size()) : 1.0F;
      rows.push_back(std::move(own[k]));
    }
  }
  return rows;
}

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  void write(const std::vector<Feature>& columns, const Learned& learned, const std::vector<std::string>& kinds) {
    float most = 0;
    for (const float weight : learned.weights) most = std::max(most, std::abs(weight));
    const float unit = most / 127.0F;
    const std::size_t classes = learned.biases.size();
    for (std::size_t i = 0; i < columns.size(); ++i) keep(columns[i], rounded(&learned.weights[i * classes], classes, unit));
    out_ << "// Written by engagelint_learn.\n#include \"classifier/weights.hpp\"\n\nnamespace engagelint::classifier {\n";
    weights();
    features();
    out_ << "const float weight_unit = " << std::hexfloat << unit << "F;\n" << std::defaultfloat;
    out_ << "const float biases[] = {" << std::hexfloat;
    for (const float bias : learned.biases) out_ << bias << "F, ";
    out_ << "};\n" << std::defaultfloat;
    out_ << "constinit const std::string_view kind_names[] = {";
    for (const auto& kind : kinds) out_ << '"' << kind << "\", ";
    out_ << "};\nconst std::uint32_t kind_count = " << kinds.size() << ";\n}  // namespace engagelint::classifier\n";
  }

 private:
  /// In eight bits.
  static WeightRow rounded(const float* weights, std::size_t classes, float unit) {
    WeightRow row{};
    for (std::size_t k = 0; k < classes; ++k) row[k] = static_cast<std::int8_t>(std::lround(weights[k] / unit));
    return row;
  }

  void keep(Feature feature, const WeightRow& row) {
    // More than so many weights are added faster as a row, and take little more room so.
    constexpr std::ptrdiff_t few = 10;
    const auto zeros = std::count(row.begin(), row.end(), 0);
    const auto count = static_cast<std::ptrdiff_t>(row.size()) - zeros;
    if (count > few) {
      rows_.emplace_back(feature, row);
    } else if (count > 0) {
      starts_.emplace_back(feature, weights_.size());
      for (std::size_t k = 0; k < row.size(); ++k) {
        if (row[k] != 0) weights_.push_back({static_cast<std::uint8_t>(k), row[k]});
      }
      weights_.back().label |= last_weight;
    }
  }

  void add_entry(Feature feature, std::size_t place) {
    if (place >> place_bits != 0) throw std::runtime_error("more weights than fit into place_bits (weights.hpp)");
    const Entry rest = feature >> bucket_bits;
    buckets_[feature & (buckets_.size() - 1)].push_back(rest << place_bits | static_cast<Entry>(place));
  }

  template <class Values>
  void list(std::string_view declaration, const Values& values) {
    out_ << "const " << declaration << "[] = {\n";
    for (const auto& value : values) out_ << value << ",\n";
    out_ << "};\n";
  }

  void weights() {
    std::vector<std::string> lines;
    for (const auto& [feature, row] : rows_) {
      std::string& line = lines.emplace_back("{");
      for (const auto weight : row) line += std::to_string(weight) + ",";
      line += '}';
    }
    list("WeightRow rows", lines);
    out_ << "const std::uint32_t row_count = " << rows_.size() << ";\n";
    lines.clear();
    for (const Weight& one : weights_) lines.push_back('{' + std::to_string(one.label) + ',' + std::to_string(one.weight) + '}');
    list("Weight weights", lines);
  }

  void features() {
    for (std::size_t i = 0; i < rows_.size(); ++i) add_entry(rows_[i].first, i);
    for (const auto& [feature, start] : starts_) add_entry(feature, rows_.size() + start);
    std::vector<std::size_t> starts{0};
    std::vector<Entry> entries;
    for (const auto& bucket : buckets_) {
      entries.insert(entries.end(), bucket.begin(), bucket.end());
      starts.push_back(entries.size());
    }
    std::vector<std::size_t> groups;
    std::vector<std::size_t> in_group;
    for (std::size_t i = 0; i < starts.size(); ++i) {
      if (i % (std::size_t{1} << group_bits) == 0) groups.push_back(starts[i]);
      in_group.push_back(starts[i] - groups.back());
      if (in_group.back() > 255) throw std::runtime_error("more entries in a group than fit into a byte (weights.hpp)");
    }
    list("std::uint32_t group_starts", groups);
    list("std::uint8_t starts_in_group", in_group);
    list("Entry entries", entries);
    out_ << "const std::uint32_t entry_count = " << entries.size() << ";\n";
    std::cerr << rows_.size() << " features with many weights, " << starts_.size() << " with " << weights_.size() << '\n';
  }

  std::ostream& out_;
  std::vector<std::pair<Feature, WeightRow>> rows_;
  std::vector<std::pair<Feature, std::size_t>> starts_;  ///< of the others: where in weights_
  std::vector<Weight> weights_;
  std::vector<std::vector<Entry>> buckets_{std::size_t{1} << bucket_bits};
};

void run(int count, char** arguments) {
  Sentences sentences;
  for (int i = 2; i < count; ++i) read_file(arguments[i], sentences);
  const auto columns = columns_of(sentences);
  const auto kinds = kinds_of(sentences);
  const auto rows = rows_of(sentences, columns, kinds);
  const auto learned = learn(rows, columns.size(), kinds.size() + 1, {});
  std::ofstream out(arguments[1]);
  Writer(out).write(columns, learned, kinds);
  if (!out.flush()) throw std::runtime_error(std::string(arguments[1]) + ": could not be written");
}

}  // namespace

int main(int count, char** arguments) {
  try {
    run(count, arguments);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
