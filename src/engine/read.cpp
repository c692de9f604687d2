#include <memory>
#include <utility>

#include "engine/engine.hpp"
#include "policy/read_policy.hpp"

namespace engagelint {

std::vector<ReadPolicy> read_policies(std::shared_ptr<const SourceFile> source, std::vector<Notice>& notices) {
  PolicyFile file = read_policy(*source);
  for (Notice& notice : file.notices) notices.push_back(std::move(notice));
  std::vector<ReadPolicy> policies;
  policies.reserve(file.policies.size());
  for (PolicyDocument& document : file.policies) {
    // The reading points into the document, so the document has to stand still first.
    ReadPolicy read{.source = source, .policy = std::make_unique<PolicyDocument>(std::move(document)), .reading = {}};
    if (!read.policy->retired) read.reading = read_norms(*read.policy);
    policies.push_back(std::move(read));
  }
  return policies;
}

}  // namespace engagelint
