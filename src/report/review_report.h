#pragma once

#include <functional>
#include <string>

#include "formats/format.h"
#include "report/rule_sets.h"
#include "suppress/side_file.h"

namespace hegui {

/// How one report is to be read and judged.
struct ReportOptions {
  LintOptions lint = {};
  ReadOptions read = {};  ///< At its `end` patterns have no time left, either.
  SideFile side = {};     ///< What is known about it; without errors.
  /// 2026-12-31: suppressions that ended before hold no more. May throw InputError.
  std::function<std::string()> today = {};
  bool keep_bytes = false;  ///< Review::bytes is wanted.
};

/// From the bytes of a report, which `read` gives or throws InputError, to its review with
/// suppressions, and without a score. Never throws: what is wrong with the report is in the review.
Review review_report(const std::string& path, const std::function<std::string()>& read,
                     const ReportOptions& options, const RuleSets& rules);

}  // namespace hegui
