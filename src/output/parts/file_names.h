#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "output/output.h"

namespace hegui {

/// Names of files that every system takes, for results of which each report has its own.
class FileNames {
 public:
  /// From that of the report, with the ending; no two are the same, and the folder takes them all.
  std::string free_name(std::string_view path, std::string_view ending,
                        const OutputOptions& options);

 private:
  std::set<std::string> taken_ = {};
  std::map<std::string, std::size_t> last_of_name_ = {};
};

}  // namespace hegui
