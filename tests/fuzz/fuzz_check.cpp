#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "cli/cli.hpp"

namespace {

std::string checked(const std::string& bytes, const char* format) {
  std::istringstream in(bytes);
  std::ostringstream out;
  std::ostringstream err;
  engagelint::Surroundings around;
  around.today = "2010-05-01";
  const int status = engagelint::run({"check", "--all", "--format", format, "-"}, in, out, err, around);
  if (status < 0 || status > 4 || status == 2) std::abort();
  return out.str();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (!checked(bytes, "json").ends_with("}\n")) std::abort();
  if (checked(bytes, "text").find('\x1b') != std::string::npos) std::abort();
  return 0;
}
