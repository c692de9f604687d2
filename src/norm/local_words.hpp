// The words that only this policy knows: glossary, people, handles, audience and organisation.
#pragma once

#include "norm/units.hpp"

namespace engagelint::norm {

[[nodiscard]] LocalWords local_words(const PolicyDocument& policy);

}  // namespace engagelint::norm
