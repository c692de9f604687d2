// What a norm takes over from the sentence, the question or the norm before it.
#pragma once

#include <vector>

#include "norm/norm.hpp"

namespace engagelint::norm {

/// "Who may reply? The press team." shuts out everybody else. For the norms from `before` on.
void shut_out_others(std::vector<Norm>& norms, std::size_t before);

/// "They reply. The rest of us do not.": the left-out verb is the one in the norm's context.
void complete(Norm& norm);

/// "Friend requests? Please turn them down.": the act and the place are what was spoken of before.
void resolve(Norm& norm);

/// The norm `to` is read with `from` in view.
void share(const Norm& from, Norm& to);

}  // namespace engagelint::norm
