#include "system/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "formats/format.h"
#include "system/system_reason.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

InputError unreadable(int error) {
  switch (error) {
    case ENOENT: return InputError(say("没有这个文件", "no such file"));
    case EACCES:
    case EPERM: return InputError(say("没有读取权限", "no permission to read it"));
    case EISDIR:
    case ELOOP:
    case ENAMETOOLONG: return InputError(reason_of(error));
  }
  const Message reason = reason_of(error);
  return InputError(say("读不了：{}", "cannot be read: {}", reason));
}

InputError dangling() {
  return InputError(
      say("符号链接指向的文件不存在", "the file that the symbolic link points to does not exist"));
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

/// Opened without waiting: a pipe with a name to which nothing writes would hold up the others.
int open_file(const std::string& path) {
  if (path == "-") return 0;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file >= 0) return file;
  const int error = errno;
  struct stat link = {};
  throw error == ENOENT && ::lstat(path.c_str(), &link) == 0 ? dangling() : unreadable(error);
}

}  // namespace

std::string read_file(const std::string& path, std::size_t most) {
  const Descriptor file(open_file(path));
  std::string bytes;
  const std::size_t limit = Limits{}.bytes;
  struct stat status = {};
  const bool is_regular = ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode);
  if (is_regular && static_cast<std::uintmax_t>(status.st_size) > limit)
    throw InputError(say("文件超过上限 {} MiB", "the file is larger than {} MiB", limit >> 20));
  // What a file says of its size is read at once, and little asked behind it. Grown as it is read
  // all the same: a pipe has no size, and /proc lies about it.
  constexpr std::size_t least_step = 1U << 12, first_of_pipe = 1U << 16, largest_step = 1U << 24;
  const auto told = is_regular ? static_cast<std::size_t>(status.st_size) : first_of_pipe;
  bytes.reserve(told + least_step);
  std::size_t step = std::max(told, least_step);
  for (std::size_t next = least_step;; step = next, next = std::min(next * 2, largest_step)) {
    const std::size_t size = bytes.size();
    // Not twice what was there: of what is large the rest comes at once, and costs nothing before.
    if (size > (1U << 25) && size + step > bytes.capacity()) bytes.reserve(limit + step);
    bytes.resize(size + step);
    const ssize_t count = ::read(file.number(), bytes.data() + size, step);
    if (count < 0 && errno == EINTR) {
      bytes.resize(size);
      continue;
    }
    // Somebody writes into the pipe, and has nothing to say yet.
    if (count < 0 && errno == EAGAIN && path != "-") {
      ::fcntl(file.number(), F_SETFL, 0);
      bytes.resize(size);
      continue;
    }
    if (count < 0) throw unreadable(errno);
    bytes.resize(size + static_cast<std::size_t>(count));
    if (bytes.empty() && path != "-" && ::fstat(file.number(), &status) == 0 &&
        S_ISFIFO(status.st_mode))
      throw InputError(say("这是管道，没有程序往里写", "this is a pipe that no program writes to"));
    if (count == 0 || bytes.size() > most) return bytes;
  }
}

std::string beginning_of(const std::string& path) {
  const Descriptor file(open_file(path));
  std::array<char, 4096> buffer;
  std::size_t size = 0;
  while (size < buffer.size()) {
    const ssize_t count = ::read(file.number(), buffer.data() + size, buffer.size() - size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw unreadable(errno);
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  return {buffer.data(), size};
}

namespace {

/// What stands for one byte after a \\ in a name that git quotes; moves `at` behind it.
char unescaped(std::string_view name, std::size_t& at) {
  constexpr std::string_view letters = "abtnvfr", bytes = "\a\b\t\n\v\f\r";
  if (const std::size_t letter = letters.find(name[at]); letter != letters.npos) {
    ++at;
    return bytes[letter];
  }
  int value = 0, digits = 0;
  for (; digits < 3 && at < name.size() && name[at] >= '0' && name[at] <= '7'; ++digits, ++at)
    value = value * 8 + (name[at] - '0');
  return digits > 0 ? static_cast<char>(value) : name[at++];
}

/// "\\347\\231\\275.txt", as git writes names that are not ASCII (core.quotePath); others as they
/// are.
std::string unquoted(const std::string& name) {
  if (name.size() < 2 || name.front() != '"' || name.back() != '"') return name;
  std::string bare;
  for (std::size_t at = 1; at + 1 < name.size();)
    if (name[at] == '\\' && at + 2 < name.size())
      bare += unescaped(name, ++at);
    else
      bare += name[at++];
  return bare;
}

}  // namespace

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
    if (name.size() >= PATH_MAX)
      throw InputError(say("第 {} 个文件名太长", "file name {} is too long", found.size() + 1));
    if (lines && !is_there(name)) name = unquoted(name);
    if (!name.empty()) found.push_back(std::move(name));
    begin = end + 1;
  }
  return found;
}

namespace {

namespace fs = std::filesystem;

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

/// The reports and archives below a folder, in no order. Folders wait in a list until those before
/// them are closed: open ones inside each other would need a descriptor for each level.
class Walk {
 public:
  Walk(const std::string& top, const LeftOut& left_out, std::vector<ReportFile>& found,
       std::vector<std::string>* side_files, PassedOver& passed)
      : boundary_(boundary_of(top)),
        absolute_top_(absolute_path(top)),
        top_size_(top.size()),
        left_out_(left_out),
        found_(found),
        side_files_(side_files),
        passed_(passed) {
    if (absolute_top_ == "/") absolute_top_.clear();
    for (folders_.push_back(top); !folders_.empty();) {
      const std::string folder = std::move(folders_.back());
      folders_.pop_back();
      look_into(folder);
    }
  }

 private:
  void look_into(const std::string& folder) {
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(folder.c_str()));
    if (!open) return keep(folder, unreadable(errno).message());
    for (;;) {
      errno = 0;
      const dirent* const entry = ::readdir(open.get());
      if (entry) {
        const std::string_view name = entry->d_name;
        if (name.starts_with('.'))
          passed_.hidden += name != "." && name != "..";
        else
          take(folder + (folder.ends_with('/') ? "" : "/") + entry->d_name, entry->d_type);
        continue;
      }
      if (errno == 0) return;
      const Message reason = reason_of(errno);
      return keep(folder,
                  say("文件夹没有读完：{}", "the folder could not be read completely: {}", reason));
    }
  }

  void take(const std::string& path, unsigned char type) {
    struct stat status = {};
    if (type == DT_UNKNOWN) {
      if (::lstat(path.c_str(), &status) != 0) return keep(path, unreadable(errno).message());
      type = IFTODT(status.st_mode);
    }
    const bool is_folder = type == DT_DIR, is_link = type == DT_LNK;
    if (type == DT_REG && path.ends_with(side_file_ending)) {
      if (side_files_) side_files_->push_back(shown(path));
      return;
    }
    if (!is_folder && type != DT_REG && !is_link) return;
    const bool is_report = is_report_path(path) || is_zip_path(path);
    if (!is_folder && !is_report) return passed_.add(path);
    if (left_out_ && left_out_(absolute(path), is_folder)) {
      ++passed_.ignored;
      return;
    }
    if (is_folder) return folders_.push_back(path);
    if (is_link) {
      if (::stat(path.c_str(), &status) != 0)
        return keep(path, (errno == ENOENT ? dangling() : unreadable(errno)).message());
      if (!S_ISREG(status.st_mode) || !lies_in(path, boundary_)) return;
    }
    found_.push_back({.path = shown(path)});
  }

  void keep(const std::string& path, const Message& message) {
    found_.push_back(failing_report(shown(path), message));
  }

  static std::string shown(const std::string& path) {
    return path.starts_with("./") && path.size() > 2 ? path.substr(2) : path;
  }

  std::string absolute(const std::string& path) const {
    const bool slash = path[top_size_] == '/';
    return absolute_top_ + (slash ? "" : "/") + path.substr(top_size_);
  }

  const std::string boundary_;
  std::string absolute_top_;
  const std::size_t top_size_;
  const LeftOut& left_out_;
  std::vector<ReportFile>& found_;
  std::vector<std::string>* side_files_;
  PassedOver& passed_;
  std::vector<std::string> folders_ = {};
};

}  // namespace

void PassedOver::add(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  constexpr std::size_t longest = 8;
  const std::string_view extension = name.substr(std::min(name.rfind('.'), name.size()));
  const auto is_of_extension = [](char c) {
    return c == '.' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  const bool is_one =
      extension.size() <= longest && std::ranges::all_of(extension, is_of_extension);
  ++others[is_one ? lower(extension) : ""];
}

ReportFile failing_report(std::string path, Message message, std::string archive) {
  return {.path = std::move(path),
          .read = [message = std::move(message)]() -> std::string { throw InputError(message); },
          .archive = std::move(archive)};
}

std::vector<ReportFile> find_reports(const std::vector<std::string>& paths, const LeftOut& left_out,
                                     std::vector<std::string>* side_files, PassedOver* passed) {
  std::vector<ReportFile> found;
  PassedOver unasked;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path == "-" || !fs::is_directory(path, error)) {
      found.push_back({.path = path});
      continue;
    }
    std::vector<ReportFile> below;
    Walk(path, left_out, below, side_files, passed ? *passed : unasked);
    std::ranges::sort(below, {}, &ReportFile::path);
    std::ranges::move(below, std::back_inserter(found));
  }
  return found;
}

namespace {

/// No path is longer than the system allows or goes round in a circle, and nothing is read in a
/// folder that cannot be entered.
bool says_absent(int error) {
  constexpr std::array absent{ENOENT, ENOTDIR, ENAMETOOLONG, EACCES, ELOOP};
  return std::ranges::find(absent, error) != absent.end();
}

}  // namespace

bool is_there(const std::string& path) {
  struct stat status = {};
  if (::lstat(path.c_str(), &status) == 0) return true;
  if (says_absent(errno)) return false;
  throw unreadable(errno);
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  std::string absolute = fs::absolute(path, error).lexically_normal().string();
  if (error && !path.empty())
    throw InputError(
        say("不知道当前文件夹是哪个：{}", "the current folder is unknown: {}", error.message()));
  if (absolute.size() > 1 && absolute.ends_with('/')) absolute.pop_back();
  return absolute;
}

std::string real_path(const std::string& path) {
  const std::string absolute = absolute_path(path);
  std::error_code error;
  const fs::path real = fs::weakly_canonical(absolute, error);
  if (!error) return real.string();
  if (says_absent(error.value())) return absolute;
  throw unreadable(error.value());
}

std::string temporary_folder() {
  const char* const given = std::getenv("TMPDIR");
  return real_path(given && *given ? given : "/tmp");
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, std::max<std::size_t>(slash, 1));
}

bool lies_in(const std::string& path, const std::string& folder) {
  const std::string inner = real_path(path), outer = real_path(folder);
  return inner == outer || inner.starts_with(outer == "/" ? outer : outer + "/");
}

namespace {

/// The nearest folder at or above one, which is absolute, that holds .git; empty if none does.
std::string repository_top(const std::string& folder) {
  for (std::string above = folder;; above = folder_of(above)) {
    if (is_there(above + "/.git")) return above;
    if (above.size() <= 1) return {};
  }
}

}  // namespace

std::string boundary_of(const std::string& folder) {
  const std::string plain = real_path(folder);
  const std::string top = repository_top(plain);
  return top.empty() ? plain : top;
}

void refuse_leading_out(const std::string& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return;
  const std::string boundary = boundary_of(folder_of(absolute_path(path)));
  if (!lies_in(path, boundary))
    throw InputError(say("通到“{}”之外，不读", "leads outside “{}” and was not read", boundary));
}

}  // namespace hegui
