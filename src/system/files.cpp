#include "system/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "formats/format.h"
#include "text/input_error.h"

namespace hegui {
namespace {

InputError unreadable(int error) {
  switch (error) {
    case ENOENT: return InputError(say("没有这个文件", "there is no such file"));
    case EACCES:
    case EPERM: return InputError(say("没有读取权限", "no permission to read it"));
    case EISDIR: return InputError(say("这是文件夹", "it is a folder"));
    case ELOOP:
      return InputError(say("符号链接绕成了圈", "its symbolic links go round in a circle"));
    case ENAMETOOLONG: return InputError(say("文件名太长", "the name is too long"));
  }
  const std::string_view reason = std::strerror(error);
  return InputError(say("读不了：{}", "cannot be read: {}", reason));
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
  if (error == ENOENT && ::lstat(path.c_str(), &link) == 0)
    throw InputError(
        say("符号链接指向的文件不存在", "the file that the link points to is not there"));
  throw unreadable(error);
}

}  // namespace

std::string read_file(const std::string& path) {
  const Descriptor file(open_file(path));
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
    // Somebody writes into the pipe, and has nothing to say yet.
    if (count < 0 && errno == EAGAIN && path != "-") {
      ::fcntl(file.number(), F_SETFL, 0);
      bytes.resize(size);
      continue;
    }
    if (count < 0) throw unreadable(errno);
    bytes.resize(size + static_cast<std::size_t>(count));
    struct stat status = {};
    if (bytes.empty() && path != "-" && ::fstat(file.number(), &status) == 0 &&
        S_ISFIFO(status.st_mode))
      throw InputError(say("这是管道，没有程序往里写", "a pipe into which nothing writes"));
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

namespace {

namespace fs = std::filesystem;

/// The reports and archives below a folder, in no order. `boundary` is that of the folder where the
/// walk began.
void walk(const fs::path& folder, const std::string& boundary, const LeftOut& left_out,
          std::vector<std::string>& found) {
  // A folder that cannot be opened is told like a file: the walk would find nothing in it.
  if (::access(folder.c_str(), R_OK | X_OK) != 0) {
    found.push_back(folder.string());
    return;
  }
  std::error_code error;
  fs::directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const std::string path = entry->path().string();
    std::error_code ignored;
    const bool is_folder = entry->is_directory(ignored);
    if (entry->path().filename().string().starts_with('.')) continue;
    if (is_folder
            ? entry->is_symlink(ignored)
            : !entry->is_regular_file(ignored) || !(is_report_path(path) || is_zip_path(path)))
      continue;
    if (!is_folder && entry->is_symlink(ignored) && !lies_in(path, boundary)) continue;
    if (left_out && left_out(absolute_path(path), is_folder)) continue;
    if (is_folder)
      walk(entry->path(), boundary, left_out, found);
    else
      found.push_back(path.starts_with("./") ? path.substr(2) : path);
  }
}

}  // namespace

std::vector<std::string> find_reports(const std::vector<std::string>& paths,
                                      const LeftOut& left_out) {
  std::vector<std::string> found;
  for (const std::string& path : paths) {
    std::error_code error;
    std::vector<std::string> below{path};
    if (path != "-" && fs::is_directory(path, error)) {
      below.clear();
      walk(path, boundary_of(path), left_out, below);
      std::ranges::sort(below);
    }
    found.insert(found.end(), below.begin(), below.end());
  }
  return found;
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  std::string absolute = fs::absolute(path, error).lexically_normal().string();
  if (absolute.size() > 1 && absolute.ends_with('/')) absolute.pop_back();
  return absolute;
}

std::string folder_of(const std::string& path) { return fs::path(path).parent_path().string(); }

std::string repository_top(const std::string& folder) {
  for (std::string above = folder;; above = folder_of(above)) {
    std::error_code error;
    if (fs::exists(fs::path(above) / ".git", error)) return above;
    if (above.size() <= 1) return {};
  }
}

bool lies_in(const std::string& path, const std::string& folder) {
  std::error_code error;
  const std::string inner = fs::weakly_canonical(path, error).string();
  if (error) return false;
  const std::string outer = fs::weakly_canonical(folder, error).string();
  return !error && (inner == outer || inner.starts_with(outer == "/" ? outer : outer + "/"));
}

std::string boundary_of(const std::string& folder) {
  std::error_code error;
  const std::string plain = fs::weakly_canonical(absolute_path(folder), error).string();
  const std::string top = repository_top(plain);
  return top.empty() ? plain : top;
}

void refuse_leading_out(const std::string& path) {
  std::error_code error;
  if (!fs::is_symlink(path, error)) return;
  const std::string boundary = boundary_of(folder_of(absolute_path(path)));
  if (!lies_in(path, boundary))
    throw InputError(say("通到“{}”之外，不读", "leads out of “{}”, and is not read", boundary));
}

}  // namespace hegui
