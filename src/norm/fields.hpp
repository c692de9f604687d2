// A structured clause -> the same norms as its prose would give.
#pragma once

#include "norm/builder.hpp"

namespace engagelint::norm {

void read_fields(const Fields& fields, const LocalWords& local, Workspace& work, std::vector<Norm>& out);

}  // namespace engagelint::norm
