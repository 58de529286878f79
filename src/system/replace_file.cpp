#include "system/replace_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>

#include "system/files.h"
#include "system/output_file.h"
#include "system/system_reason.h"
#include "system/temporary_file.h"
#include "text/input_error.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const Message& why) {
  throw WriteError(say("没有改：{}", "not changed: {}", why));
}

[[noreturn]] void fail(int error) {
  const Message reason = reason_of(error);
  refuse(say("写不了：{}", "it cannot be written: {}", reason));
}

/// What Word, WPS and LibreOffice put beside a document that somebody has open. Word leaves out the
/// first two characters of a long name.
bool is_open(const fs::path& path) {
  const std::string name = path.filename().string();
  std::size_t two = 0;
  for (int i = 0; i < 2 && two < name.size(); ++i) do {
      ++two;
    } while (two < name.size() && (static_cast<unsigned char>(name[two]) & 0xC0) == 0x80);
  std::error_code error;
  for (const std::string& lock : {"~$" + name, "~$" + name.substr(two), ".~lock." + name + "#"})
    if (fs::exists(path.parent_path() / lock, error)) return true;
  return false;
}

/// For what is there, but was not read.
void refuse_long_attributes() {
  if (errno == ERANGE || errno == E2BIG)
    refuse(say("文件的扩展属性太大，改了会丢", "its extended attributes are too large to be kept"));
}

/// Access lists among them. A file system that has none says so.
void copy_attributes(const std::string& from, int to) {
  std::string names(64 * 1024, '\0');
  const ssize_t size = listxattr(from.c_str(), names.data(), names.size());
  if (size < 0) refuse_long_attributes();
  std::string value(64 * 1024, '\0');
  for (ssize_t at = 0; at < size;) {
    const char* const name = names.data() + at;
    at += static_cast<ssize_t>(std::strlen(name)) + 1;
    const ssize_t length = getxattr(from.c_str(), name, value.data(), value.size());
    if (length < 0) {
      refuse_long_attributes();
      continue;
    }
    if (fsetxattr(to, name, value.data(), static_cast<std::size_t>(length), 0) != 0 &&
        errno != ENOTSUP && errno != EPERM)
      fail(errno);
  }
}

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// The directory's entry is on the disk, too. Some file systems know no such thing.
void sync_folder(const fs::path& folder) {
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (opened.number() >= 0) (void)fsync(opened.number());
}

/// A file that may be replaced.
struct Replaceable {
  fs::path path;  // Without links.
  struct stat status {};
};

Replaceable replaceable(const std::string& path) {
  Replaceable file;
  auto& [real, status] = file;
  std::error_code error;
  real = fs::canonical(path, error);
  if (error) fail(error.value());
  if (stat(real.c_str(), &status) != 0) fail(errno);
  if (!S_ISREG(status.st_mode)) refuse(say("不是普通文件", "it is no regular file"));
  // For the superuser everything is writable; what nobody is to write stays all the same.
  if ((status.st_mode & 0222) == 0 || access(real.c_str(), W_OK) != 0)
    refuse(say("文件是只读的", "the file is read-only"));
  if (status.st_nlink > 1)
    refuse(say("文件还有别的名字（硬链接），改了就分开了",
               "the file has other names (hard links), which would keep the old text"));
  if (is_open(real))
    refuse(say("文件正打开着，请先关闭", "the file is open in an editor; close it"));
  return file;
}

}  // namespace

void check_replaceable(const std::string& path) { (void)replaceable(path); }

void replace_file(const std::string& path, std::string_view old, std::string_view bytes) {
  const auto& [real, status] = replaceable(path);
  const auto temporary = TemporaryFile::create(real.string() + ".XXXXXX");
  if (!temporary) fail(errno);
  const Descriptor file(temporary->take_descriptor());
  write_all(file.number(), bytes);
  const bool is_others = status.st_uid != geteuid() || status.st_gid != getegid();
  if (is_others && fchown(file.number(), status.st_uid, status.st_gid) != 0)
    refuse(say("文件是别的用户的，改了就换了主人", "the file belongs to another user"));
  copy_attributes(real.string(), file.number());
  // Some file systems have one mode for all.
  (void)fchmod(file.number(), status.st_mode & 07777);
  if (fsync(file.number()) != 0 && errno != EINVAL) fail(errno);
  try {
    if (read_file(real.string()) != old)
      refuse(say("检查的时候，文件被别的程序改了，请再运行一次",
                 "it was changed by another program meanwhile; run hegui again"));
  } catch (const InputError& reason) {
    refuse(reason.message());
  }
  if (!temporary->keep_as(real.string())) fail(errno);
  sync_folder(real.parent_path());
}

}  // namespace hegui
