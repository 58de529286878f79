#pragma once

#include <string>
#include <vector>

#include "review/lint.h"
#include "suppress/suppress.h"

namespace hegui {

/// What lies beside a report as <its name>.hegui.yaml: what is known and has been decided about
/// that one report.
struct SideFile {
  SourceFile file = {};
  Variables set = {};
  std::vector<SuppressionEntry> suppress = {};
  std::vector<Mark> marks = {};
  std::vector<SourceProblem> problems = {};  ///< Errors; without any, all that it says holds.
};

/// `ids` are the rules that it may name.
SideFile read_side_file(std::string path, std::string source, const RuleIds& ids);

}  // namespace hegui
