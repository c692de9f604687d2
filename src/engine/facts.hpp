// Hands what was worked out to conditions, by the names of the schemas in src/rule. A fact is one row in facts.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/role_lists.hpp"
#include "engine/subject.hpp"
#include "expr/expr.hpp"

namespace engagelint {

struct NormView {
  const Subject& subject;
  const Norm& norm;
  const NormTraits& traits;
  const RoleLists& lists;
};
struct AccountView {
  const Subject& subject;
  const AccountTraits& account;
};
struct ClauseView {
  const Subject& subject;
  const Clause& clause;
  const ClauseTraits& traits;
};

template <class View>
using Getter = expr::Fact (*)(const View&);

/// For each fact of a schema, in its order, what fetches it.
struct FactTables {
  std::span<const Getter<NormView>> norm;
  std::size_t norm_own = 0;  ///< of these, the first so many differ from norm to norm
  std::span<const Getter<AccountView>> account;
  std::span<const Getter<ClauseView>> clause;
  std::span<const Getter<Subject>> policy;
};
[[nodiscard]] FactTables fact_tables();
/// Their names: those of the scope's schema in its order, as a test holds them to.
[[nodiscard]] std::vector<std::string_view> fetched(Scope scope);

template <class View>
void fetch(std::span<const Getter<View>> getters, const View& view, std::vector<expr::Fact>& facts) {
  facts.resize(getters.size());
  for (std::size_t i = 0; i < getters.size(); ++i) facts[i] = getters[i](view);
}

}  // namespace engagelint
