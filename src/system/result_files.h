#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "system/output_file.h"

namespace hegui {

/// What is read in a run, whatever paths lead to it.
class InputFiles {
 public:
  explicit InputFiles(std::span<const std::string> paths);
  bool contains(const std::string& path) const;

 private:
  std::set<std::pair<std::uint64_t, std::uint64_t>> files_ = {};  ///< Device and number there.
};

/// Files for results in a folder.
class OutputFolder {
 public:
  OutputFolder(std::string path, std::shared_ptr<const InputFiles> inputs, bool overwrite);
  /// Whether nothing of that name is there that open_results() would refuse to replace. Throws
  /// WriteError where that cannot be told.
  bool takes(const std::string& name) const;
  /// Puts a file there, complete. Throws WriteError.
  void write(const std::string& name, std::string_view text) const;

 private:
  std::string path_;  ///< Ends with a slash.
  std::shared_ptr<const InputFiles> inputs_;
  bool overwrite_;
};

/// Where results go: to standard output, to a file, or to a folder of files with this one, if any,
/// as their index.
struct ResultPlace {
  std::string file = {}, folder = {};
};

/// Null where there is none.
struct OpenResult {
  std::unique_ptr<OutputFile> file = {};
  std::unique_ptr<OutputFolder> folder = {};
};

/// The places of a run, in order, folders made that are not there. Refuses, before anything is
/// made, a path that leads to one of `inputs`, to what another path leads to, or among the files of
/// a folder; and a file that is there and was not written by hegui, unless it is to `overwrite` it:
/// it may be a report whose name was meant to be another's. Throws WriteError.
std::vector<OpenResult> open_results(std::span<const ResultPlace> places,
                                     std::span<const std::string> inputs, bool overwrite);

/// Writes one file, as open_results() opens it.
void write_result(const std::string& path, std::string_view text,
                  std::span<const std::string> inputs, bool overwrite);

}  // namespace hegui
