#include "system/output_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

#include "output/own_results.h"
#include "system/files.h"
#include "text/input_error.h"

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
  const std::string_view reason = std::strerror(error);
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

namespace {

namespace fs = std::filesystem;

bool is_of_others(const std::string& path) {
  try {
    const std::string beginning = beginning_of(path);
    return !beginning.empty() && !is_own_result(beginning);
  } catch (const InputError& error) {
    throw WriteError(say("{} 读不了：{}", "{} cannot be read: {}", path, error.message()));
  }
}

/// Throws WriteError where a file is there that must stay.
void refuse_input(const std::string& path, const InputFiles& inputs, bool overwrite) {
  std::error_code error;
  const bool exists = fs::exists(path, error);
  if (error) {
    const std::string reason = error.message();
    throw WriteError(say("{} 写不了：{}", "{} cannot be written: {}", path, reason));
  }
  if (!exists) return;
  if (inputs.contains(path))
    throw WriteError(say("{} 是要读的文件，不能用来存放结果",
                         "will not write results over {}, which is an input", path));
  if (overwrite || !fs::is_regular_file(path, error)) return;
  if (is_of_others(path))
    throw WriteError(
        say("{} 已经有了，不像是 hegui 写的，没有动它：请换个文件名；真要覆盖，加 --overwrite",
            "{} already exists and does not look like hegui's work, so it was not changed; choose "
            "another name, or use --overwrite to replace it",
            path));
}

}  // namespace

InputFiles::InputFiles(std::span<const std::string> paths) {
  struct stat status {};
  for (const std::string& path : paths)
    if (stat(path.c_str(), &status) == 0) files_.emplace(status.st_dev, status.st_ino);
}

bool InputFiles::contains(const std::string& path) const {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && files_.contains({status.st_dev, status.st_ino});
}

OutputFolder::OutputFolder(std::string path, InputFiles inputs, bool overwrite)
    : path_(std::move(path)), inputs_(std::move(inputs)), overwrite_(overwrite) {
  if (!path_.ends_with('/')) path_ += '/';
  std::error_code error;
  fs::create_directories(path_, error);
  if (!error && fs::is_directory(path_)) return;
  const std::string reason = error ? error.message() : std::strerror(ENOTDIR);
  throw WriteError(say("文件夹 {} 建不了：{}", "the folder {} cannot be made: {}", path_, reason));
}

void OutputFolder::write(std::string_view name, std::string_view text) const {
  const std::string path = path_ + std::string(name);
  refuse_input(path, inputs_, overwrite_);
  OutputFile file(path);
  file.write(text);
  file.commit();
}

std::vector<std::unique_ptr<OutputFile>> open_results(std::span<const std::string> paths,
                                                      std::span<const std::string> inputs,
                                                      bool overwrite) {
  std::set<std::string> taken;
  const InputFiles read(inputs);
  for (const std::string& path : paths) {
    if (path.empty()) continue;
    refuse_input(path, read, overwrite);
    std::error_code error;
    // A device or a pipe takes what several write.
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) continue;
    if (!taken.insert(fs::weakly_canonical(fs::absolute(path, error), error).string()).second)
      throw WriteError(say("{} 只能存放一种结果，请另写一个文件名",
                           "{} can hold only one result; name another file", path));
  }
  std::vector<std::unique_ptr<OutputFile>> files;
  for (const std::string& path : paths)
    files.push_back(path.empty() ? nullptr : std::make_unique<OutputFile>(path));
  return files;
}

}  // namespace hegui
