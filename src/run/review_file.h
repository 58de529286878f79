#pragma once

#include "formats/run_program.h"
#include "run/request.h"
#include "run/rule_library.h"
#include "system/files.h"

namespace hegui {

/// Reads and lints one report. Never throws: what is wrong with the file is in the review. At
/// `end` its patterns and the programs that help to read it have no time left.
Review review_file(const ReportFile& file, const Request& request, const Settings& settings,
                   const RuleLibrary& library, EndOfTime end = EndOfTime::max());

/// The sketch of a report, without linting it; empty if it cannot be read.
std::string sketch_of_file(const ReportFile& file, const Request& request,
                           const RuleLibrary& library);

}  // namespace hegui
