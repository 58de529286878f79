#pragma once

#include <cstdint>
#include <string>

#include "finding.h"
#include "text/shared_text.h"

namespace hegui {

/// A YAML file of the user's: a rule set, a configuration, what lies beside a report.
struct SourceFile {
  std::string path = {};  ///< "gongwen" for a built-in rule set.
  SharedText source = {};
};

/// Where something stands in files that are read together: a rule set and those it extends.
struct SourcePlace {
  std::uint16_t file = 0;    ///< Index of the file: 0 is the one that was asked for.
  std::uint32_t offset = 0;  ///< Byte in it.
  friend constexpr auto operator<=>(SourcePlace, SourcePlace) = default;
};

/// Something wrong there.
struct SourceProblem {
  SourcePlace place = {};
  Severity severity = Severity::error;
  Message message = {};
};

}  // namespace hegui
