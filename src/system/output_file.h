#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <set>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "system/temporary_file.h"
#include "text/language.h"

namespace hegui {

/// Results cannot be written. Says where and why, in both languages.
class WriteError : public std::runtime_error {
 public:
  explicit WriteError(Message message)
      : std::runtime_error(message.en), message_(std::move(message)) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

/// A file that appears under its name when it is complete: until then it is a temporary one beside
/// it, which goes when nothing is committed. What is there and no regular file (a pipe, a device)
/// is written to directly. Where what exists is refused, a file that comes up before commit()
/// stays, too. All members throw WriteError.
class OutputFile {
 public:
  enum class Existing : std::uint8_t { replaced, refused };
  explicit OutputFile(const std::string& path, Existing existing = Existing::replaced);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void write(std::string_view text);
  void commit();

 private:
  [[noreturn]] void fail(int error) const;

  std::string path_;
  Existing existing_;
  std::unique_ptr<TemporaryFile> temporary_ = {};  ///< Null when written to directly.
  std::FILE* stream_ = nullptr;
};

/// Ends the process with exit code 2, whatever other threads do, and leaves no temporary file.
[[noreturn]] void end_without_results();

/// What is read in a run, whatever paths lead to it.
class InputFiles {
 public:
  explicit InputFiles(std::span<const std::string> paths);
  bool contains(const std::string& path) const;

 private:
  std::set<std::pair<std::uint64_t, std::uint64_t>> files_ = {};  ///< Device and number there.
};

/// Files for results in a folder, which is made if it is not there. What open_results() refuses to
/// replace stays. All members throw WriteError.
class OutputFolder {
 public:
  OutputFolder(std::string path, InputFiles inputs, bool overwrite);
  /// Puts a file there, complete.
  void write(std::string_view name, std::string_view text) const;

 private:
  std::string path_;  ///< Ends with a slash.
  InputFiles inputs_;
  bool overwrite_;
};

/// The files for the results of a run, null where a path is empty: standard output. Refuses a path
/// that leads to one of `inputs`, or to the file of another path, and a file that is there and was
/// not written by hegui, unless it is to `overwrite` it: it may be a report whose name was meant to
/// be another's. Throws WriteError.
std::vector<std::unique_ptr<OutputFile>> open_results(std::span<const std::string> paths,
                                                      std::span<const std::string> inputs,
                                                      bool overwrite);

}  // namespace hegui
