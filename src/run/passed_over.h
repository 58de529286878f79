#pragma once

#include <span>
#include <string>
#include <vector>

#include "run/request.h"
#include "system/files.h"

namespace hegui {

/// "3 个 .jpg、1 个隐藏文件".
Message told(const PassedOver& passed);

/// With --verbose, what was not looked at in a folder that was named. Where nothing else is in it,
/// the folder becomes one of the reports, and reading it says so; not with --allow-empty.
void tell_passed_over(const std::string& folder, const PassedOver& passed, const Request& request,
                      std::vector<ReportFile>& reports);

/// Takes out the lock files of documents that somebody has open, but for those that were named.
/// With --verbose they are told.
void pass_over_lock_files(std::span<const std::string> named, const Request& request,
                          std::vector<ReportFile>& reports);

/// Takes out the pages that hegui wrote about reports; of one that was named, reading it says so.
/// With --verbose they are told.
void pass_over_own_pages(std::span<const std::string> named, const Request& request,
                         std::vector<ReportFile>& reports);

}  // namespace hegui
