#pragma once

#include "run/request.h"
#include "run/rule_library.h"
#include "search/pattern.h"
#include "system/files.h"

namespace hegui {

/// Reads and lints one report. Never throws: what is wrong with the file is in the review. Its
/// patterns have so many seconds.
Review review_file(const ReportFile& file, const Request& request, const Settings& settings,
                   const RuleLibrary& library,
                   double pattern_seconds = PatternBudget::usual_seconds);

/// The sketch of a report, without linting it; empty if it cannot be read.
std::string sketch_of_file(const ReportFile& file, const Request& request,
                           const RuleLibrary& library);

}  // namespace hegui
