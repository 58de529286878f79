#include "run/archives.h"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>

#include "formats/format.h"
#include "formats/zip/zip_folder.h"
#include "output/own_results.h"
#include "run/passed_over.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {
namespace {

constexpr int deepest = 2;  // An archive in an archive, as a district hands on what came in.

/// The archive that a path is, or leads into; empty if there is none.
std::string archive_in(const std::string& path) {
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    std::string before = path.substr(0, at);
    std::error_code error;
    if (is_zip_path(before) && std::filesystem::is_regular_file(before, error)) return before;
  }
  return is_zip_path(path) ? path : std::string();
}

/// A report, or another document, that lies in an archive may be called .zip, too.
bool is_archive_of_files(std::string_view bytes, const Limits& limits) {
  return bytes.starts_with("PK") && !is_packed_document(bytes, limits);
}

/// The bytes of an archive that is a file. Empty for what is no archive of reports: a file that is
/// not there, or a renamed DOCX.
std::string bytes_of_archive(const std::string& path, const Limits& limits) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > limits.bytes)
    throw InputError(say("压缩包超过 {0} MiB，请先解压到文件夹",
                         "the archive is larger than {0} MiB; unpack it into a folder",
                         limits.bytes >> 20));
  std::string bytes = read_file(path);
  if (!is_archive_of_files(bytes, limits)) bytes.clear();
  return bytes;
}

/// Whether a path is the one that was named, or lies in the folder that was named; all do where
/// nothing was.
bool is_below(std::string_view path, std::string_view named) {
  return named.empty() ||
         (path.starts_with(named) && (path.size() == named.size() || path[named.size()] == '/'));
}

/// The reports of one archive that is a file, and of those in it. Its limits are those of all
/// together: entries, and the bytes of inner archives, which stay in memory while members are read.
class Opened {
 public:
  Opened(const std::string& path, const Limits& limits) : path_(path), limits_(limits) {}

  /// With `only`, that member, or all below that folder.
  void add(std::string bytes, std::string_view only) {
    add(std::make_shared<ZipFolder>(std::move(bytes), limits_), path_, only, 1);
    if (!only.empty() && reports_.empty())
      throw InputError(say("压缩包里没有“{}”", "the archive does not contain “{}”", only));
  }

  std::vector<ReportFile> take_reports() { return std::move(reports_); }
  const PassedOver& passed() const { return passed_; }

 private:
  void add(const std::shared_ptr<ZipFolder>& folder, const std::string& path, std::string_view only,
           int depth) {
    limits_.entries -= std::min(limits_.entries, folder->members().size());
    passed_.hidden += folder->hidden();
    for (const ZipFolder::Member& member : folder->members()) {
      const bool is_archive = is_zip_path(member.path);
      const std::string shown = path + "/" + member.path;
      const auto add_member = [&] {
        reports_.push_back({.path = shown,
                            .read = [folder, &member] { return folder->read(member); },
                            .most_unpacked = member.most_unpacked,
                            .archive = path_});
      };
      if (is_archive) {
        if (!is_below(member.path, only) && !is_below(only, member.path)) continue;
        try {
          if (!add_inner(*folder, member, shown, only, depth)) add_member();
        } catch (const InputError& error) {
          reports_.push_back(failing_report(shown, error.message(), path_));
        }
      } else if (is_below(member.path, only)) {
        if (member.path == only || is_report_path(member.path))
          add_member();
        else
          passed_.add(member.path);
      }
    }
  }

  /// False if it is no archive of files.
  bool add_inner(ZipFolder& folder, const ZipFolder::Member& member, const std::string& shown,
                 std::string_view only, int depth) {
    std::string bytes = folder.read(member);
    if (!is_archive_of_files(bytes, limits_)) return false;
    if (depth == deepest)
      throw InputError(say("压缩包套了 {} 层以上，里面的不读，请先解压出来",
                           "archives more than {} deep in each other are not read; unpack it first",
                           deepest));
    if (bytes.size() > limits_.bytes)
      throw InputError(say("压缩包里的压缩包共超过 {} MiB，请先解压出来",
                           "the archives in the archive are larger than {} MiB; unpack them first",
                           Limits{}.bytes >> 20));
    limits_.bytes -= bytes.size();
    const auto inner = std::make_shared<ZipFolder>(std::move(bytes), limits_, member.most_unpacked);
    const std::size_t rest = std::min(only.size(), member.path.size() + 1);
    add(inner, shown, is_below(member.path, only) ? "" : only.substr(rest), depth + 1);
    return true;
  }

  const std::string path_;
  Limits limits_;
  std::vector<ReportFile> reports_ = {};
  PassedOver passed_ = {};
};

/// An archive without a report in it.
Message without_reports(const PassedOver& passed) {
  const Message others = told(passed);
  return others.zh.empty()
             ? say("压缩包是空的", "the archive is empty")
             : say("压缩包里没有报告，只有 {}", "the archive contains no reports, only {}", others);
}

}  // namespace

std::vector<ReportFile> with_archives(std::vector<ReportFile> files,
                                      std::span<const std::string> named, const Request& request) {
  std::vector<ReportFile> reports;
  const Limits& limits = request.read.limits;
  for (ReportFile& file : files) {
    const std::string& path = file.path;
    const std::string archive = file.read ? std::string() : archive_in(path);
    if (archive.empty()) {
      reports.push_back(std::move(file));
      continue;
    }
    std::string_view only =
        std::string_view(path).substr(std::min(path.size(), archive.size() + 1));
    while (only.ends_with('/')) only.remove_suffix(1);
    try {
      std::string bytes = bytes_of_archive(archive, limits);
      if (bytes.empty()) {
        reports.push_back(std::move(file));
        continue;
      }
      Opened opened(archive, limits);
      opened.add(std::move(bytes), only);
      std::vector<ReportFile> found = opened.take_reports();
      const PassedOver& passed = opened.passed();
      const bool is_named = std::ranges::find(named, path) != named.end();
      if (found.empty() && is_named && !request.allow_empty)
        reports.push_back(failing_report(path, without_reports(passed), archive));
      else if (found.empty())
        complain(about(path, without_reports(passed)), request.output.language);
      else if (const Message others = told(passed); request.output.verbose && !others.zh.empty())
        complain(say("“{}”里没有看的：{}", "not looked at in “{}”: {}", path, others),
                 request.output.language);
      std::ranges::move(found, std::back_inserter(reports));
    } catch (const InputError& error) {
      reports.push_back(failing_report(path, error.message(), archive));
    }
  }
  return reports;
}

std::string bytes_of(const ReportFile& file) {
  std::string bytes = file.read ? file.read() : read_file(file.path);
  if (is_own_page(bytes))
    throw InputError(
        say("这是 hegui 写的网页，不是报告", "this is a page that hegui wrote, not a report"));
  return bytes;
}

}  // namespace hegui
