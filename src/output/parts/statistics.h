#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>

#include "output/output.h"

namespace hegui {

/// How often each rule reported something in a run, for --statistics. A rule that reports with
/// different severities (missing, weak) counts once for each. Suppressed findings do not count.
class Statistics {
 public:
  void add(const Review& review);

  /// A table, the most frequent first; nothing when nothing was found.
  void append(const OutputOptions& options, std::string& out) const;

 private:
  struct Count {
    std::size_t findings = 0, documents = 0;
  };
  using Key = std::tuple<std::string, Severity>;  // Rule and severity.
  std::map<Key, Count> counts_;
};

}  // namespace hegui
