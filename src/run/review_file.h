#pragma once

#include "run/request.h"
#include "run/rule_library.h"
#include "system/files.h"

namespace hegui {

/// Reads and lints one report. Never throws: what is wrong with the file is in the review.
Review review_file(const ReportFile& file, const Request& request, const Settings& settings,
                   const RuleLibrary& library);

}  // namespace hegui
