// The concepts of a norm by the roles they stand in, as conditions ask for them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "norm/norm.hpp"

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

}  // namespace engagelint
