#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "run/request.h"
#include "system/files.h"

namespace hegui {

/// The reports of a run. In the place of a ZIP archive come the reports in it, whose paths go on
/// after the archive's: 提交.zip/区A/报告.docx; such a path names that report alone, and
/// 提交.zip/区A all reports below. An archive that cannot be read stays, and reading it says why;
/// so does an archive inside an archive, which is not opened.
std::vector<ReportFile> with_archives(std::vector<ReportFile> files, const ReadOptions& options);

/// Takes out the lock files of documents that somebody has open, but for those that were named.
/// With --verbose they are told.
void pass_over_lock_files(std::span<const std::string> named, const Request& request,
                          std::vector<ReportFile>& reports);

/// The bytes of a report, wherever it is. Throws InputError.
std::string bytes_of(const ReportFile& file);

}  // namespace hegui
