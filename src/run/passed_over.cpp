#include "run/passed_over.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "formats/format.h"
#include "output/own_results.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {

Message told(const PassedOver& passed) {
  std::vector<std::pair<std::string, std::size_t>> kinds(passed.others.begin(),
                                                         passed.others.end());
  std::ranges::stable_sort(kinds, std::greater{}, &std::pair<std::string, std::size_t>::second);
  constexpr std::size_t most_kinds = 6;
  std::size_t left = 0;
  Message text;
  const auto add = [&](const Message& part) {
    text.zh += (text.zh.empty() ? "" : "、") + part.zh;
    text.en += (text.en.empty() ? "" : ", ") + part.en;
  };
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const auto& [extension, count] = kinds[i];
    if (i >= most_kinds)
      left += count;
    else if (extension.empty())
      add(say("{} 个没有扩展名的文件", "{:file|files} without an extension", count));
    else
      add(say("{} 个 {}", "{} {}", count, extension));
  }
  if (left > 0) add(say("{} 个别的文件", "{:other file|other files}", left));
  if (passed.hidden > 0) add(say("{} 个隐藏文件", "{:hidden file|hidden files}", passed.hidden));
  return text;
}

void tell_passed_over(const std::string& folder, const PassedOver& passed, const Request& request,
                      std::vector<ReportFile>& reports) {
  if (passed.others.empty() && passed.hidden == 0) return;
  const bool nothing_else = reports.empty() && passed.ignored == 0 && !passed.others.empty();
  if (nothing_else && !request.allow_empty)
    reports.push_back(failing_report(
        folder,
        say("文件夹里没有报告，只有 {}", "the folder contains no reports, only {}", told(passed))));
  else if (request.output.verbose)
    complain(say("“{}”里没有看的：{}", "not looked at in “{}”: {}", folder, told(passed)),
             request.output.language);
}

void pass_over_lock_files(std::span<const std::string> named, const Request& request,
                          std::vector<ReportFile>& reports) {
  std::erase_if(reports, [&](const ReportFile& report) {
    if (!is_lock_path(report.path) || std::ranges::find(named, report.path) != named.end())
      return false;
    if (request.output.verbose)
      complain(
          say("“{}”是锁文件，不看：有人正打开着文档，或者没有正常关闭",
              "“{}” is a lock file and was skipped: a document is open, or was not closed properly",
              report.path),
          request.output.language);
    return true;
  });
}

namespace {

/// By the extension first: not every report is to be opened twice.
bool is_own_page_at(const ReportFile& report) {
  const auto html = std::ranges::find(formats(), "html", &Format::name);
  const std::string path = lower(report.path);
  if (std::ranges::none_of(html->extensions,
                           [&](std::string_view extension) { return path.ends_with(extension); }))
    return false;
  std::error_code error;
  try {
    if (report.read) return is_own_page(report.read());
    return std::filesystem::is_regular_file(report.path, error) &&
           is_own_page(beginning_of(report.path));
  } catch (const InputError&) {
    return false;  // Reading it says why.
  }
}

}  // namespace

void pass_over_own_pages(std::span<const std::string> named, const Request& request,
                         std::vector<ReportFile>& reports) {
  const std::size_t count = std::erase_if(reports, [&](const ReportFile& report) {
    return std::ranges::find(named, report.path) == named.end() && is_own_page_at(report);
  });
  if (count > 0 && request.output.verbose)
    complain(say("{} 个网页是 hegui 写的，没有看",
                 "{:page that hegui wrote was|pages that hegui wrote were} not looked at", count),
             request.output.language);
}

}  // namespace hegui
