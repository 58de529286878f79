#pragma once

#include <span>
#include <string>
#include <vector>

#include "run/request.h"
#include "system/files.h"

namespace hegui {

/// The reports of a run. In the place of a ZIP archive come the reports in it, also those in an
/// archive in it, whose paths go on after the archive's: 提交.zip/区A.zip/报告.docx; such a path
/// names that report alone, and 提交.zip/区A all reports below. An archive that cannot be read
/// stays, and reading it says why; so do an archive in an archive in an archive, and one that was
/// `named` and has no reports in it. That of a folder without reports is told.
std::vector<ReportFile> with_archives(std::vector<ReportFile> files,
                                      std::span<const std::string> named, const Request& request);

/// The bytes of a report, wherever it is. Throws InputError.
std::string bytes_of(const ReportFile& file);

}  // namespace hegui
