#include "run/archives.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <memory>

#include "formats/format.h"
#include "formats/zip/zip_folder.h"
#include "run/rule_library.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// The archive that a path is, or leads into; empty if there is none.
std::string archive_in(const std::string& path) {
  if (is_zip_path(path)) return path;
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    std::string before = path.substr(0, at);
    std::error_code error;
    if (is_zip_path(before) && std::filesystem::is_regular_file(before, error)) return before;
  }
  return {};
}

/// Nothing for what is no archive of reports: a file that is not there, or a renamed DOCX.
std::shared_ptr<ZipFolder> open_folder(const std::string& path, const Limits& limits) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > limits.bytes)
    throw InputError(say("压缩包超过 {0} MiB，请先解压到文件夹",
                         "the archive is larger than {0} MiB; unpack it into a folder",
                         limits.bytes >> 20));
  std::string bytes = read_file(path);
  if (!bytes.starts_with("PK") || is_packed_document(bytes, limits)) return nullptr;
  return std::make_shared<ZipFolder>(std::move(bytes), limits);
}

/// Whether a member is the one that was named, or lies in the folder that was named.
bool is_named(std::string_view member, std::string_view named) {
  return member.starts_with(named) &&
         (member.size() == named.size() || member[named.size()] == '/');
}

/// All members; with `only`, that one, or all below that folder.
void add_members(const std::string& path, const std::shared_ptr<ZipFolder>& folder,
                 std::string_view only, std::vector<ReportFile>& reports) {
  const auto is_meant = [&](const ZipFolder::Member& member) {
    return only.empty() || is_named(member.path, only);
  };
  if (!only.empty() && std::ranges::none_of(folder->members(), is_meant))
    throw InputError(say("压缩包里没有“{}”", "the archive does not contain “{}”", only));
  for (const ZipFolder::Member& member : folder->members()) {
    if (!is_meant(member)) continue;
    const std::string shown = path + "/" + member.path;
    if (is_zip_path(member.path))
      reports.push_back(
          failing_report(shown,
                         say("压缩包里的压缩包不读，请先把它解压出来",
                             "an archive inside an archive is not read; unpack it first"),
                         path));
    else if (member.path == only || is_report_path(member.path))
      reports.push_back({.path = shown,
                         .read = [folder, &member] { return folder->read(member); },
                         .most_unpacked = member.most_unpacked,
                         .archive = path});
  }
}

}  // namespace

std::vector<ReportFile> with_archives(std::vector<ReportFile> files, const ReadOptions& options) {
  std::vector<ReportFile> reports;
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
      if (const auto folder = open_folder(archive, options.limits))
        add_members(archive, folder, only, reports);
      else
        reports.push_back(std::move(file));
    } catch (const InputError& error) {
      reports.push_back(failing_report(path, error.message(), archive));
    }
  }
  return reports;
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

std::string bytes_of(const ReportFile& file) {
  return file.read ? file.read() : read_file(file.path);
}

}  // namespace hegui
