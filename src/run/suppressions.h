#pragma once

#include <string>

#include "run/rule_library.h"
#include "suppress/side_file.h"

namespace hegui {

/// <report>.hegui.yaml, whether there is one or not.
std::string side_file_path(const std::string& report);

/// Of a side file whose report is not there: that it is not, and to which one beside it it may
/// belong now.
FileProblem lost_side_file(const std::string& path);

/// Reads the side file; an empty one if there is none. Throws InputError if it is there and
/// cannot be read.
SideFile read_side_file_of(const std::string& report, const RuleLibrary& library);

/// Today, in local time: 2026-12-31. SOURCE_DATE_EPOCH, if set, says another day, in UTC.
/// Throws InputError if that is no number of seconds.
std::string today();

}  // namespace hegui
