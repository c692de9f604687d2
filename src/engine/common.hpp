// The policies that hold beside one: other documents of its file, and those that it is part of, which are read for it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "engine/contradictions.hpp"
#include "engine/engine.hpp"

namespace engagelint {

/// Several documents of a file hold together unless they name different organisations.
[[nodiscard]] Beside documents_beside(const std::vector<ReadPolicy>& file, std::size_t at);

/// Reads each common policy once, whoever is part of it. May be asked by several threads.
class CommonPolicies {
 public:
  explicit CommonPolicies(const Files& files) : files_(files) {}
  /// What a policy of a file is part of, and what that is part of in turn. One that cannot be opened is a notice.
  void add(const ReadPolicy& policy, Beside& beside, std::vector<Notice>& notices);
  /// What findings may point into.
  [[nodiscard]] std::vector<std::shared_ptr<const SourceFile>> sources() const;

 private:
  struct Entry {
    std::shared_ptr<const SourceFile> source;  ///< null where it could not be opened
    std::vector<ReadPolicy> policies;
    std::string error;
  };
  const Entry& read(const std::string& path);

  const Files& files_;
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

}  // namespace engagelint
