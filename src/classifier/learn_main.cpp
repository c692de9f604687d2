// Build tool: rules/clauses/*.tsv -> weights.cpp.
// usage: engagelint_learn OUT_CPP FILE…   A line that is not well formed fails the build with its file and line.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "classifier/counterexample.hpp"
#include "classifier/labelled.hpp"
#include "classifier/learn.hpp"

using namespace engagelint;
using namespace engagelint::classifier;

namespace {

struct Sentences {
  std::vector<std::vector<Feature>> features;
  std::vector<std::string> labels;
};

/// "a,b" and "a|b" name several; the first is what the sentence is learned as.
std::string first_label(std::string_view label) { return std::string(label.substr(0, label.find_first_of(",|"))); }

void read_clause(const Labelled& labelled, Sentences& out) {
  const LabelledReading read = read_clause(labelled);
  FeatureReader reader(read.reading);
  std::size_t norm = 0;
  for (std::size_t i = 0; i < read.reading.sentences.size(); ++i) {
    const std::size_t first = norm;
    while (norm < read.reading.norms.size() && read.reading.norms[norm].sentence == i) ++norm;
    reader.read(i, first, norm, out.features.emplace_back());
    out.labels.push_back(first_label(label_of(labelled, read, i)));
  }
}

void read_file(const std::string& path, Sentences& out) {
  for (const Labelled& labelled : read_labelled(path)) {
    read_clause(labelled, out);
    if (const auto fair = freed(labelled)) read_clause(*fair, out);
  }
}

/// Columns of the features that stand in more than one sentence; what stands in one only says nothing of others.
std::unordered_map<Feature, std::uint32_t> columns_of(const Sentences& sentences) {
  std::map<Feature, int> count;
  for (const auto& features : sentences.features) {
    for (const Feature feature : features) ++count[feature];
  }
  std::unordered_map<Feature, std::uint32_t> columns;
  for (const auto& [feature, times] : count) {
    if (times > 1) columns.emplace(feature, static_cast<std::uint32_t>(columns.size()));
  }
  return columns;
}

std::vector<std::string> kinds_of(const Sentences& sentences) {
  std::vector<std::string> kinds = sentences.labels;
  std::sort(kinds.begin(), kinds.end());
  kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
  std::erase(kinds, "-");
  return kinds;
}

std::vector<Row> rows_of(const Sentences& sentences, const std::unordered_map<Feature, std::uint32_t>& columns,
                         const std::vector<std::string>& kinds) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < sentences.features.size(); ++i) {
    Row row;
    for (const Feature feature : sentences.features[i]) {
      const auto found = columns.find(feature);
      if (found != columns.end()) row.columns.push_back(found->second);
    }
    row.features = row.columns.size();
    const auto kind = std::find(kinds.begin(), kinds.end(), sentences.labels[i]);
    row.label = kind == kinds.end() ? 0 : static_cast<std::uint32_t>(kind - kinds.begin()) + 1;
    rows.push_back(std::move(row));
  }
  return rows;
}

class Writer {
 public:
  Writer(std::ostream& out, std::size_t classes) : out_(out), classes_(classes) {}

  void write(const std::unordered_map<Feature, std::uint32_t>& columns, const Learned& learned,
             const std::vector<std::string>& kinds) {
    float most = 0;
    for (const float weight : learned.weights) most = std::max(most, std::abs(weight));
    const float unit = most / 127.0F;
    keep(columns, learned.weights, unit);
    out_ << "// Written by engagelint_learn.\n#include \"classifier/weights.hpp\"\n\nnamespace engagelint::classifier {\n";
    tables();
    out_ << "const float weight_unit = " << std::hexfloat << unit << "F;\n" << std::defaultfloat;
    out_ << "const float biases[] = {" << std::hexfloat;
    for (const float bias : learned.biases) out_ << bias << "F, ";
    out_ << "};\n" << std::defaultfloat;
    out_ << "const std::string_view kind_names[] = {";
    for (const auto& kind : kinds) out_ << '"' << kind << "\", ";
    out_ << "};\nconst std::uint32_t kind_count = " << kinds.size() << ";\n}  // namespace engagelint::classifier\n";
  }

 private:
  struct Kept {
    Feature feature;
    std::vector<std::pair<std::size_t, int>> weights;
  };

  void keep(const std::unordered_map<Feature, std::uint32_t>& columns, const std::vector<float>& weights, float unit) {
    for (const auto& [feature, column] : columns) {
      Kept kept{feature, {}};
      for (std::size_t k = 0; k < classes_; ++k) {
        const int weight = static_cast<int>(std::lround(weights[column * classes_ + k] / unit));
        if (weight != 0) kept.weights.emplace_back(k, weight);
      }
      if (!kept.weights.empty()) kept_.push_back(std::move(kept));
    }
    while ((std::size_t{1} << bits_) < kept_.size()) ++bits_;
    const Feature mask = (Feature{1} << bits_) - 1;
    std::sort(kept_.begin(), kept_.end(), [&](const Kept& a, const Kept& b) {
      return std::pair(a.feature & mask, a.feature) < std::pair(b.feature & mask, b.feature);
    });
  }

  template <class Values>
  void list(std::string_view declaration, const Values& values) {
    out_ << "const " << declaration << "[] = {\n";
    for (const auto& value : values) out_ << value << ",\n";
    out_ << "};\n";
  }

  void tables() {
    std::vector<std::size_t> buckets, features, starts{0};
    std::vector<std::string> weights;
    const Feature mask = (Feature{1} << bits_) - 1;
    for (const Kept& kept : kept_) {
      while (buckets.size() <= (kept.feature & mask)) buckets.push_back(features.size());
      features.push_back(kept.feature);
      for (const auto& [label, weight] : kept.weights)
        weights.push_back('{' + std::to_string(label) + ',' + std::to_string(weight) + '}');
      starts.push_back(weights.size());
    }
    while (buckets.size() <= std::size_t{mask} + 1) buckets.push_back(features.size());
    out_ << "const std::uint32_t bucket_bits = " << bits_ << ";\n";
    list("std::uint32_t bucket_starts", buckets);
    list("std::uint32_t features", features);
    list("std::uint32_t weight_starts", starts);
    list("Weight weights", weights);
    std::cerr << features.size() << " features, " << weights.size() << " weights\n";
  }

  std::ostream& out_;
  std::size_t classes_;
  std::vector<Kept> kept_;
  std::uint32_t bits_ = 1;
};

void run(int count, char** arguments) {
  Sentences sentences;
  for (int i = 2; i < count; ++i) read_file(arguments[i], sentences);
  const auto columns = columns_of(sentences);
  const auto kinds = kinds_of(sentences);
  const auto rows = rows_of(sentences, columns, kinds);
  const auto learned = learn(rows, columns.size(), kinds.size() + 1, {});
  std::ofstream out(arguments[1]);
  Writer(out, kinds.size() + 1).write(columns, learned, kinds);
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
