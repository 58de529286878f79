#include "commands/output_files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace hegui {
namespace {

/// What a new file may be: mkstemp makes it readable by its owner only.
mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

}  // namespace

void print(std::string_view text) {
  // Whoever reads it may stop, as head does: the run goes on for its exit code and its files.
  static bool closed = false;
  if (closed) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
    return;
  closed = errno == EPIPE;
  if (closed) return;
  const std::string_view reason = std::strerror(errno);
  throw WriteError(say("标准输出写不了：{}", "standard output cannot be written: {}", reason));
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  struct stat status {};
  const bool exists = stat(path_.c_str(), &status) == 0;
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
  fchmod(number, exists ? status.st_mode & 07777 : new_file_mode());
  stream_ = fdopen(number, "wb");
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      stream_(std::exchange(other.stream_, nullptr)) {}

OutputFile::~OutputFile() {
  if (stream_) std::fclose(stream_);
  if (!temporary_.empty()) unlink(temporary_.c_str());
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
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail(errno);
  temporary_.clear();
}

std::unique_ptr<OutputFile> open_result(const std::string& path,
                                        std::span<const std::string> reports) {
  for (const std::string& report : reports) {
    std::error_code error;
    if (std::filesystem::equivalent(path, report, error))
      throw WriteError(say("{} 是要检查的报告，不能用来存放结果",
                           "{} is a report to be checked: results cannot go there", path));
  }
  return std::make_unique<OutputFile>(path);
}

void OutputFiles::Sink::write(std::string_view text) const {
  if (file)
    file->write(text);
  else
    print(text);
}

OutputFiles::OutputFiles(std::span<const OutputChoice> choices, const OutputOptions& options,
                         std::span<const std::string> reports) {
  for (const OutputChoice& choice : choices) {
    OutputOptions own = options;
    std::unique_ptr<OutputFile> file;
    if (!choice.file.empty()) {
      own.color = false;
      file = open_result(choice.file, reports);
    }
    sinks_.push_back({choice.form->make(own), std::move(file)});
  }
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->begin(out);
    sink.write(out);
  }
}

void OutputFiles::document(const Review& review) {
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->document(review, out);
    sink.write(out);
  }
}

void OutputFiles::end(const Summary& summary, std::span<const FileProblem> problems) {
  for (const Sink& sink : sinks_) {
    std::string out;
    sink.output->end(summary, problems, out);
    sink.write(out);
    if (sink.file) sink.file->commit();
  }
}

}  // namespace hegui
