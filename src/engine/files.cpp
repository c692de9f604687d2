// The disk and its stand-in for tests and the page: nothing else in the program opens a file to lint it.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "engine/engine.hpp"

namespace engagelint {
namespace {

namespace fs = std::filesystem;

bool is_yaml(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml";
}

std::optional<std::string> read_stream(std::FILE* stream, std::string& error) {
  // Read into its place: most files fit the first time.
  std::string bytes(std::size_t{16} * 1024, '\0');
  std::size_t size = 0;
  while (const std::size_t got = std::fread(bytes.data() + size, 1, bytes.size() - size, stream)) {
    size += got;
    if (size == bytes.size()) bytes.resize(2 * size);
  }
  bytes.resize(size);
  if (std::ferror(stream) != 0) {
    // Opened like a file, a directory says so when it is read.
    error = errno == EISDIR ? "it is a directory" : std::strerror(errno);
    return std::nullopt;
  }
  return bytes;
}

class Disk final : public Files {
 public:
  std::optional<std::string> read(const std::string& path, std::string& error) const override {
    if (path == "-") return read_stream(stdin, error);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) {
      error = errno == ENOENT ? "there is no such file" : std::strerror(errno);
      return std::nullopt;
    }
    return read_stream(file.get(), error);
  }

  std::optional<std::vector<std::string>> walk(const std::string& path) const override {
    std::error_code code;
    if (!fs::is_directory(path, code)) return std::nullopt;
    std::vector<std::string> found;
    auto entry = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, code);
    while (!code && entry != fs::recursive_directory_iterator()) {
      std::error_code ignored;
      // A repository's own machinery holds no policies, and may be large.
      if (entry->path().filename() == ".git") entry.disable_recursion_pending();
      if (is_yaml(entry->path()) && entry->is_regular_file(ignored)) found.push_back(entry->path().string());
      entry.increment(code);
    }
    std::sort(found.begin(), found.end());
    return found;
  }
};

class Memory final : public Files {
 public:
  explicit Memory(std::vector<std::pair<std::string, std::string>> files) : files_(std::move(files)) {}

  std::optional<std::string> read(const std::string& path, std::string& error) const override {
    for (const auto& [name, text] : files_) {
      if (name == path) return text;
    }
    error = "there is no such file";
    return std::nullopt;
  }

  std::optional<std::vector<std::string>> walk(const std::string& path) const override {
    const std::string prefix = path == "." ? "" : path.ends_with('/') ? path : path + "/";
    std::vector<std::string> found;
    for (const auto& [name, text] : files_) {
      if (name == path) return std::nullopt;
      if (name.starts_with(prefix) && is_yaml(name)) found.push_back(name);
    }
    if (found.empty() && path != ".") return std::nullopt;
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  std::vector<std::pair<std::string, std::string>> files_;
};

}  // namespace

std::unique_ptr<Files> disk() { return std::make_unique<Disk>(); }

std::unique_ptr<Files> memory(std::vector<std::pair<std::string, std::string>> files) {
  return std::make_unique<Memory>(std::move(files));
}

}  // namespace engagelint
