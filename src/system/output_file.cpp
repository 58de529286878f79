#include "system/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <utility>

#include "system/system_reason.h"

namespace hegui {
namespace {

/// What a new file may be: mkstemp makes it readable by its owner only.
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

void end_without_results() {
  remove_temporary_files();
  std::_Exit(2);
}

OutputFile::OutputFile(const std::string& path, Existing existing)
    : path_(path), existing_(existing) {
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
  if (exists) path_ = std::filesystem::canonical(path, error).string();
  if (error) {
    path_ = path;
    fail(error.value());
  }
  temporary_ = TemporaryFile::create(path_ + ".XXXXXX");
  if (!temporary_) fail(errno);
  const int descriptor = temporary_->take_descriptor();
  // Some file systems have one mode for all.
  (void)fchmod(descriptor, exists ? status.st_mode & 07777 : new_file_mode());
  stream_ = fdopen(descriptor, "wb");
  if (stream_) return;
  const int reason = errno;
  close(descriptor);
  fail(reason);
}

OutputFile::~OutputFile() {
  if (stream_) std::fclose(stream_);
}

void OutputFile::fail(int error) const {
  const Message reason = reason_of(error);
  throw WriteError(say("{} 写不了：{}", "{} cannot be written: {}", path_, reason));
}

void OutputFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stream_) != text.size()) fail(errno);
}

void OutputFile::commit() {
  // On the disk before it has the name: a machine that loses power must not leave half a file
  // there. Some file systems know no such thing.
  if (std::fflush(stream_) != 0) fail(errno);
  if (temporary_ && fsync(fileno(stream_)) != 0 && errno != EINVAL) fail(errno);
  if (std::fclose(std::exchange(stream_, nullptr)) != 0) fail(errno);
  if (!temporary_) return;
  // A link does not take the place of a file, as a new name would.
  const bool done = existing_ == Existing::refused
                        ? link(temporary_->path().c_str(), path_.c_str()) == 0
                        : temporary_->keep_as(path_);
  if (!done) fail(errno);
}

}  // namespace hegui
