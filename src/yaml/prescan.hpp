// prescan: what must be known of the bytes before YAML may see them.
#pragma once

#include <string>

#include "yaml/notes.hpp"

namespace engagelint::yaml {

/// False where the file is no text: the notice is fatal. `clean` is filled, byte for byte as long as the file, where
/// control bytes have to be hidden from the YAML library; empty otherwise.
[[nodiscard]] bool prescan(Notes& notes, std::string& clean);

}  // namespace engagelint::yaml
