// Words that others are reported to say: "Critics say that 'staff must not reply'" sets no rule.
#pragma once

#include "norm/builder.hpp"

namespace engagelint::norm {

/// The first quotation of a sentence, in the decoded text, where somebody outside is said to say it; empty where there is none.
[[nodiscard]] Span reported_quote(const Workspace& work);

}  // namespace engagelint::norm
