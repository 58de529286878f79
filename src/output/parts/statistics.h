#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "output/output.h"
#include "output/parts/json.h"

namespace hegui {

/// How often each rule reported something in a run, and what time it took, for --statistics. A rule
/// that reports with different severities (missing, weak) counts once for each. Suppressed findings
/// do not count.
class Statistics {
 public:
  void add(const Review& review);

  /// Nothing that was not asked for. A table of the findings, the most frequent first, if there are
  /// any; and one of the times, the dearest rule first.
  void append(const Summary& summary, const OutputOptions& options, std::string& out) const;
  /// The same as the member `statistics` of a summary.
  void put(const Summary& summary, const OutputOptions& options, Json& json) const;

 private:
  struct Count {
    std::size_t findings = 0, documents = 0;
  };
  using Key = std::tuple<std::string, Severity>;  // Rule and severity.

  std::vector<std::pair<Key, Count>> sorted() const;
  std::map<Key, Count> counts_;
};

}  // namespace hegui
