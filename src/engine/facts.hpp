// Hands what was worked out to conditions, by the names of the schemas in src/rule. A fact is one row in facts.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/subject.hpp"
#include "expr/expr.hpp"

namespace engagelint {

constexpr std::size_t role_count = static_cast<std::size_t>(Role::count_);

/// Concepts of one norm by role, in a buffer that is used again for the next norm.
class RoleLists {
 public:
  void read(const Norm& norm, const Reading& reading);
  [[nodiscard]] std::span<const std::uint16_t> of(Role role) const;
  /// Everything but exceptions and the context.
  [[nodiscard]] std::span<const std::uint16_t> any() const;
  /// Whatever its sentence names; and that with the context and the sentences beside it.
  [[nodiscard]] std::span<const std::uint16_t> said() const;
  [[nodiscard]] std::span<const std::uint16_t> around() const;

 private:
  void add_said(const Norm& norm, const Reading& reading);

  std::vector<std::uint16_t> concepts_;
  std::array<std::uint32_t, role_count + 2> starts_{};  // the last two: of what the sentence says, and behind it
};

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

/// For each fact of a schema, in its order, what fetches it. Made once a run and shared by all files.
struct FactTables {
  std::vector<Getter<NormView>> norm;
  std::size_t norm_own = 0;  ///< of these, the first so many differ from norm to norm
  std::vector<Getter<AccountView>> account;
  std::vector<Getter<ClauseView>> clause;
  std::vector<Getter<Subject>> policy;
  std::vector<std::string_view> missing;  ///< facts of a schema that nothing fetches: none, and a test says so
};
[[nodiscard]] FactTables fact_tables();

template <class View>
void fetch(const std::vector<Getter<View>>& getters, const View& view, std::vector<expr::Fact>& facts) {
  facts.resize(getters.size());
  for (std::size_t i = 0; i < getters.size(); ++i) facts[i] = getters[i](view);
}

}  // namespace engagelint
