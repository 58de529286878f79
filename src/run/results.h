#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "run/request.h"
#include "system/result_files.h"

namespace hegui {

/// The outputs of a run, each to where it goes. All members throw WriteError.
class OutputFiles {
 public:
  /// Opens the files, as open_results() does. What goes to no file is printed, on standard error
  /// where something else is on standard output.
  OutputFiles(std::span<const OutputChoice> choices, const OutputOptions& options,
              std::span<const std::string> inputs, bool overwrite, bool on_standard_error = false);

  void document(const Review& review);
  /// Writes what stands at the end, and commits the files.
  void end(const Summary& summary, std::span<const FileProblem> problems);

 private:
  struct Sink {
    std::unique_ptr<Output> output;
    OpenResult place;  ///< Without a folder documents go to the file, too.
    bool on_standard_error = false;

    void write(std::string_view text) const;
  };

  OutputOptions options_;
  std::vector<Sink> sinks_;
};

}  // namespace hegui
