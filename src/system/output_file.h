#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

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

}  // namespace hegui
