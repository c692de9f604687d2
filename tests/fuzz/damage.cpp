// Stands in for libFuzzer: files below the folders given, whole and with a few hundred kinds of damage each.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::uint64_t mixed(std::uint64_t z) {
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

void feed(const std::string& bytes) { LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()); }

/// Cuts, doubles, swaps and writes over bytes; the same on every run.
std::string damaged(std::string bytes, std::uint64_t seed) {
  const std::string odd = "\"':{}[]#&*|>-\n\t,%@`\xFF\xC3 ";
  for (std::uint64_t turn = 0; turn < 1 + seed % 3 && !bytes.empty(); ++turn) {
    const std::uint64_t random = mixed(seed * 7919 + turn);
    const std::size_t at = random % bytes.size();
    const std::size_t length = 1 + (random >> 32U) % 40;
    switch ((random >> 48U) % 4) {
      case 0: bytes.erase(at, length); break;
      case 1: bytes.insert(at, bytes.substr((random >> 16U) % bytes.size(), length)); break;
      case 2: bytes[at] = odd[(random >> 8U) % odd.size()]; break;
      default: bytes.resize(at); break;
    }
  }
  return bytes;
}

}  // namespace

int main(int count, char** words) {
  std::size_t fed = 0;
  for (int index = 1; index < count; ++index) {
    if (!std::filesystem::is_directory(words[index])) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(words[index])) {
      if (!entry.is_regular_file() || entry.path().extension() == ".cpp") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(file), {});
      feed(bytes);
      for (std::uint64_t seed = 1; seed <= 40; ++seed) feed(damaged(bytes, seed));
      fed += 41;
    }
  }
  std::printf("%zu texts\n", fed);
  return fed > 0 ? 0 : 1;
}
