#include "system/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>
#include <set>
#include <utility>

#include "formats/format.h"

namespace hegui {
namespace {

/// What a new file may be: mkstemp makes it readable by its owner only.
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/// Those that are there now, for a thread that ends the process.
class TemporaryFiles {
 public:
  void add(const std::string& path) {
    const std::lock_guard lock(mutex_);
    paths_.insert(path);
  }
  void remove(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (paths_.erase(path) > 0) unlink(path.c_str());
  }
  /// It has its own name now.
  void forget(const std::string& path) {
    const std::lock_guard lock(mutex_);
    paths_.erase(path);
  }
  [[noreturn]] void end_process() {
    const std::lock_guard lock(mutex_);
    for (const std::string& path : paths_) unlink(path.c_str());
    std::_Exit(2);
  }

 private:
  std::mutex mutex_;
  std::set<std::string> paths_;
};

TemporaryFiles& temporary_files() {
  static TemporaryFiles all;
  return all;
}

}  // namespace

void end_without_results() { temporary_files().end_process(); }

OutputFile::OutputFile(std::string path, Existing existing)
    : path_(std::move(path)), existing_(existing) {
  struct stat status {};
  const bool exists = stat(path_.c_str(), &status) == 0;
  if (exists && existing_ == Existing::refused) fail(EEXIST);
  if (exists && S_ISDIR(status.st_mode)) fail(EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    stream_ = std::fopen(path_.c_str(), "wb");
    if (!stream_) fail(errno);
    return;
  }
  // A link stays one: the file that it leads to is replaced.
  std::error_code error;
  if (exists) path_ = std::filesystem::canonical(path_, error).string();
  temporary_ = path_ + ".XXXXXX";
  const int number = mkstemp(temporary_.data());
  if (number < 0) {
    const int reason = errno;
    temporary_.clear();
    fail(reason);
  }
  temporary_files().add(temporary_);
  fchmod(number, exists ? status.st_mode & 07777 : new_file_mode());
  stream_ = fdopen(number, "wb");
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      existing_(other.existing_),
      temporary_(std::exchange(other.temporary_, {})),
      stream_(std::exchange(other.stream_, nullptr)) {}

OutputFile::~OutputFile() {
  if (stream_) std::fclose(stream_);
  if (!temporary_.empty()) temporary_files().remove(temporary_);
}

void OutputFile::fail(int error) const {
  const std::string_view reason = std::strerror(error);
  throw WriteError(say("{} 写不了：{}", "{} cannot be written: {}", path_, reason));
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) fail(errno);
}

void OutputFile::commit() {
  if (std::fclose(std::exchange(stream_, nullptr)) != 0) fail(errno);
  if (temporary_.empty()) return;
  // A link does not take the place of a file, as a new name would.
  const bool is_link = existing_ == Existing::refused;
  const int result = is_link ? link(temporary_.c_str(), path_.c_str())
                             : std::rename(temporary_.c_str(), path_.c_str());
  if (result != 0) fail(errno);
  if (!is_link) temporary_files().forget(std::exchange(temporary_, {}));
}

namespace {

namespace fs = std::filesystem;

/// Results have the names of text, too, and are written again in the next run.
bool is_named_like_input(const std::string& path) {
  constexpr std::array<std::string_view, 4> of_results{".txt", ".md", ".html", ".htm"};
  const auto ends = [&](std::string_view extension) { return path.ends_with(extension); };
  if (std::ranges::any_of(of_results, ends)) return false;
  return is_report_path(path) || is_zip_path(path) || ends(".yaml") || ends(".yml");
}

/// Throws WriteError where a file is there that must stay.
void refuse_input(const std::string& path, std::span<const std::string> inputs) {
  std::error_code error;
  if (!fs::exists(path, error)) return;
  for (const std::string& input : inputs)
    if (fs::equivalent(path, input, error))
      throw WriteError(say("{} 是要读的文件，不能用来存放结果",
                           "{} is a file to be read: results cannot go there", path));
  if (!fs::is_regular_file(path, error)) return;
  if (is_named_like_input(path) || is_named_like_input(fs::canonical(path, error).string()))
    throw WriteError(
        say("{} 已经有了，从名字看是报告或规则，不覆盖：请换个文件名，或先把它删掉",
            "{} is there, and is a report or rules by its name: results do not replace "
            "it; take another name, or delete it first",
            path));
}

}  // namespace

std::vector<std::unique_ptr<OutputFile>> open_results(std::span<const std::string> paths,
                                                      std::span<const std::string> inputs) {
  std::set<std::string> taken;
  for (const std::string& path : paths) {
    if (path.empty()) continue;
    refuse_input(path, inputs);
    std::error_code error;
    // A device or a pipe takes what several write.
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) continue;
    if (!taken.insert(fs::weakly_canonical(fs::absolute(path, error), error).string()).second)
      throw WriteError(say("{} 只能存放一种结果，请另写一个文件名",
                           "{} can hold one result only: name another file", path));
  }
  std::vector<std::unique_ptr<OutputFile>> files;
  for (const std::string& path : paths)
    files.push_back(path.empty() ? nullptr : std::make_unique<OutputFile>(path));
  return files;
}

}  // namespace hegui
