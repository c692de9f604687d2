// Build tool: rules/clauses/*.tsv -> weights.cpp.
// usage: engagelint_learn OUT_CPP FILE… --documents FILE…
// A line that is not well formed fails the build with its file and line.
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
  std::vector<int> times;  ///< that each teaches in a pass
};

// A counterexample stands against an original that teaches its halves too, and teaches so many times more. The clauses of
// documents are what policies are like; the others, as many again, were written to be confused.
constexpr int against = 2;
constexpr int document = 4;

/// "a,b" and "a|b" name several; the first is what the sentence is learned as.
std::string first_label(std::string_view label) { return std::string(label.substr(0, label.find_first_of(",|"))); }

void read_clause(const Labelled& labelled, int times, bool made, Sentences& out) {
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
    out.times.push_back(made ? times + against : times);
  }
}

void read_file(const std::string& path, int times, Sentences& out) {
  for (const Labelled& labelled : read_labelled(path)) {
    read_clause(labelled, times, false, out);
    if (const auto fair = freed(labelled)) read_clause(*fair, times, true, out);
    if (const auto fair = excepted(labelled)) read_clause(*fair, times, true, out);
  }
}

/// The features that stand in some sentences, the commonest first; what stands in fewer says little of others.
std::vector<Feature> columns_of(const Sentences& sentences) {
  constexpr int fewest = 14;
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

std::vector<Row> rows_of(const Sentences& sentences, const std::vector<Feature>& columns, const std::vector<std::string>& kinds) {
  std::unordered_map<Feature, std::uint32_t> column_of;
  for (const Feature feature : columns) column_of.emplace(feature, static_cast<std::uint32_t>(column_of.size()));
  std::vector<Row> rows;
  for (std::size_t i = 0; i < sentences.features.size(); ++i) {
    const auto kind = std::find(kinds.begin(), kinds.end(), sentences.labels[i]);
    Row& row = rows.emplace_back();
    row.label = kind == kinds.end() ? 0 : static_cast<std::uint32_t>(kind - kinds.begin()) + 1;
    // A counterexample says what one or two words of it do; without them it would deny what its original says.
    row.whole = sentences.made[i];
    row.times = sentences.times[i];
    for (const Feature feature : sentences.features[i]) {
      if (const auto found = column_of.find(feature); found != column_of.end()) row.columns.push_back(found->second);
    }
  }
  return rows;
}

class Writer {
 public:
  explicit Writer(std::ostream& out) : out_(out) {}

  void write(const std::vector<Feature>& columns, const Network& network, const std::vector<std::string>& kinds) {
    for (std::size_t i = 0; i < columns.size(); ++i) add_entry(columns[i], i);
    out_ << "// Written by engagelint_learn.\n#include \"classifier/weights.hpp\"\n\nnamespace engagelint::classifier {\n";
    inputs(network);
    features();
    out_ << std::hexfloat;
    numbers("hidden_biases[hidden_units]", network.hidden_biases.data(), hidden_units);
    numbers("biases[]", network.biases.data(), network.biases.size());
    out_ << "const float outputs[][hidden_units] = {\n";
    for (std::size_t k = 0; k < network.biases.size(); ++k) {
      out_ << '{';
      for (std::size_t h = 0; h < hidden_units; ++h) out_ << network.outputs[k * hidden_units + h] << "F,";
      out_ << "},\n";
    }
    out_ << "};\n" << std::defaultfloat;
    out_ << "constinit const std::string_view kind_names[] = {";
    for (const auto& kind : kinds) out_ << '"' << kind << "\", ";
    out_ << "};\nconst std::uint32_t kind_count = " << kinds.size() << ";\n}  // namespace engagelint::classifier\n";
    std::cerr << columns.size() << " features\n";
  }

 private:
  void numbers(std::string_view name, const float* values, std::size_t count) {
    out_ << "const float " << name << " = {";
    for (std::size_t i = 0; i < count; ++i) out_ << values[i] << "F, ";
    out_ << "};\n";
  }

  /// In eight bits, each hidden unit by its own largest.
  void inputs(const Network& network) {
    std::array<float, hidden_units> unit{};
    for (std::size_t i = 0; i < network.inputs.size(); ++i) {
      float& most = unit[i % hidden_units];
      most = std::max(most, std::abs(network.inputs[i]) / 127.0F);
    }
    out_ << std::hexfloat;
    numbers("units[hidden_units]", unit.data(), hidden_units);
    out_ << std::defaultfloat << "const WeightRow rows[] = {\n";
    for (std::size_t i = 0; i < network.inputs.size(); ++i) {
      const std::size_t h = i % hidden_units;
      const long in_units = unit[h] > 0 ? std::lround(network.inputs[i] / unit[h]) : 0;
      out_ << (h == 0 ? "{" : "") << in_units << (h + 1 == hidden_units ? "},\n" : ",");
    }
    out_ << "};\n";
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

  void features() {
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
  }

  std::ostream& out_;
  std::vector<std::vector<Entry>> buckets_{std::size_t{1} << bucket_bits};
};

void run(int count, char** arguments) {
  Sentences sentences;
  int times = 1;
  for (int i = 2; i < count; ++i) {
    if (arguments[i] == std::string_view("--documents")) {
      times = document;
    } else {
      read_file(arguments[i], times, sentences);
    }
  }
  const auto columns = columns_of(sentences);
  const auto kinds = kinds_of(sentences);
  const auto rows = rows_of(sentences, columns, kinds);
  const auto network = learn(rows, columns.size(), kinds.size() + 1, {});
  std::ofstream out(arguments[1]);
  Writer(out).write(columns, network, kinds);
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
