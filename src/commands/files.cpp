#include "commands/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "formats/format.h"
#include "text/decode.h"

namespace hegui {
namespace {

[[noreturn]] void fail(int error) {
  const std::string_view reason = std::strerror(error);
  throw InputError(say("读不了：{}", "cannot be read: {}", reason));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ > 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

std::string read_file(const std::string& path) {
  const Descriptor file(path == "-" ? 0 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) fail(errno);
  std::string bytes;
  const std::size_t limit = Limits{}.bytes;
  // Grown as it is read: a pipe has no size, and /proc lies about it.
  for (std::size_t step = 1U << 16;; step = std::min<std::size_t>(step * 2, 1U << 24)) {
    const std::size_t size = bytes.size();
    bytes.resize(size + step);
    const ssize_t count = ::read(file.number(), bytes.data() + size, step);
    if (count < 0 && errno == EINTR) {
      bytes.resize(size);
      continue;
    }
    if (count < 0) fail(errno);
    bytes.resize(size + static_cast<std::size_t>(count));
    if (count == 0 || bytes.size() > limit) return bytes;
  }
}

std::vector<std::string> read_path_list(const std::string& path) {
  const std::string text = read_file(path);
  if (text.size() > Limits{}.bytes) throw InputError(say("太大", "too large"));
  const bool lines = text.find('\0') == std::string::npos;
  std::vector<std::string> found;
  std::size_t begin = lines && text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(lines ? '\n' : '\0', begin), text.size());
    std::string name = text.substr(begin, end - begin);
    if (lines && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) found.push_back(std::move(name));
    begin = end + 1;
  }
  return found;
}

std::vector<std::string> find_reports(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      found.push_back(path);
      continue;
    }
    std::vector<std::string> below;
    fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied,
                                           error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      const std::string name = entry->path().filename().string();
      const bool hidden = name.starts_with('.');
      std::error_code ignored;
      if (hidden && entry->is_directory(ignored)) entry.disable_recursion_pending();
      if (!hidden && entry->is_regular_file(ignored) && is_report_path(name))
        below.push_back(entry->path().string());
    }
    std::ranges::sort(below);
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

}  // namespace hegui
