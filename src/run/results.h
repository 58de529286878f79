#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "run/request.h"
#include "system/result_files.h"

namespace hegui {

struct ResultOptions {
  std::size_t reports = 0;  ///< How many there are.
  bool overwrite = false;
  bool on_standard_error = false;  ///< What goes to no file: something else is on standard output.
};

/// The outputs of a run, each to where it goes. All members throw WriteError.
class OutputFiles {
 public:
  /// Opens the files, as open_results() does.
  OutputFiles(std::span<const OutputChoice> choices, const OutputOptions& options,
              std::span<const std::string> inputs, const ResultOptions& results);

  void document(const Review& review);
  /// Whether a report could not be written in some form, which was said.
  bool failed() const { return failed_; }
  /// Writes what stands at the end, and commits the files.
  void end(const Summary& summary, std::span<const FileProblem> problems);

 private:
  struct Sink {
    std::unique_ptr<Output> output;
    OpenResult place;  ///< Without a folder documents go to the file, too.
    bool on_standard_error = false;
    bool holds_one_report = false;
    bool has_report = false;  ///< It was written.

    void write(std::string_view text) const;
  };

  bool append(Sink& sink, const Review& review, std::string& out);

  OutputOptions options_;
  bool failed_ = false;
  std::vector<Sink> sinks_;
};

}  // namespace hegui
