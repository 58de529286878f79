#include "commands/archives.h"

#include <algorithm>
#include <array>
#include <memory>

#include "formats/zip_folder.h"
#include "text/decode.h"

namespace hegui {
namespace {

bool has_extension(std::string_view path, std::string_view extension) {
  if (path.size() < extension.size()) return false;
  return std::ranges::equal(path.substr(path.size() - extension.size()), extension, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
}

bool is_archive_path(std::string_view path) {
  constexpr std::array<std::string_view, 3> extensions{".zip", ".rar", ".7z"};
  return std::ranges::any_of(
      extensions, [&](std::string_view extension) { return has_extension(path, extension); });
}

ReportFile failing(std::string path, const Message& message) {
  return {std::move(path), [message]() -> std::string { throw InputError(message); }};
}

/// Nothing for what is no archive of reports: a file that is not there, or a renamed DOCX.
std::shared_ptr<ZipFolder> open_folder(const std::string& path, const Limits& limits) {
  std::string bytes = read_file(path);
  if (bytes.size() > limits.bytes)
    throw InputError(say("压缩包超过 {0} MiB，请先解压到文件夹",
                         "the archive is larger than {0} MiB; unpack it into a folder",
                         limits.bytes >> 20));
  if (!bytes.starts_with("PK") || is_packed_document(bytes, limits)) return nullptr;
  return std::make_shared<ZipFolder>(std::move(bytes), limits);
}

void add_members(const std::string& path, const std::shared_ptr<ZipFolder>& folder,
                 std::vector<ReportFile>& reports) {
  for (const ZipFolder::Member& member : folder->members()) {
    const std::string shown = path + "/" + member.path;
    if (is_archive_path(member.path))
      reports.push_back(failing(shown, say("压缩包里的压缩包不读，请先把它解压出来",
                                           "an archive inside an archive is not read; unpack it")));
    else if (is_report_path(member.path))
      reports.push_back({shown, [folder, &member] { return folder->read(member); }});
  }
}

}  // namespace

std::vector<ReportFile> with_archives(std::span<const std::string> paths,
                                      const ReadOptions& options) {
  std::vector<ReportFile> reports;
  for (const std::string& path : paths) {
    if (!has_extension(path, ".zip")) {
      reports.push_back({path});
      continue;
    }
    try {
      if (const auto folder = open_folder(path, options.limits))
        add_members(path, folder, reports);
      else
        reports.push_back({path});
    } catch (const InputError& error) {
      reports.push_back(failing(path, error.message()));
    }
  }
  return reports;
}

}  // namespace hegui
