#pragma once

#include <span>
#include <string>
#include <vector>

#include "finding.h"
#include "text/lines.h"
#include "yaml/source_file.h"

namespace hegui {

/// Something wrong in a file of the user's that is no report: a rule file, a configuration, a side
/// file of a report.
struct FileProblem {
  std::string path = {};
  Location at = {};
  std::string line = {};  ///< Its line, cut if long, to be shown with a caret at `at`.
  Severity severity = Severity::error;
  Message message = {};
};

/// Places of `problems` are in `files`. Of very many the first are told, and how many others there
/// are.
std::vector<FileProblem> problems_in(std::span<const SourceFile> files,
                                     std::span<const SourceProblem> problems);

}  // namespace hegui
