#include "commands/archives.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <memory>

#include "commands/rule_library.h"
#include "formats/zip_folder.h"
#include "text/decode.h"

namespace hegui {
namespace {

bool has_extension(std::string_view path, std::string_view extension) {
  if (path.size() < extension.size()) return false;
  return std::ranges::equal(path.substr(path.size() - extension.size()), extension, {},
                            [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
}

}  // namespace

bool is_archive_path(std::string_view path) {
  constexpr std::array<std::string_view, 3> extensions{".zip", ".rar", ".7z"};
  return std::ranges::any_of(
      extensions, [&](std::string_view extension) { return has_extension(path, extension); });
}

namespace {

/// The archive that a path is, or leads into; empty if there is none.
std::string archive_in(const std::string& path) {
  if (has_extension(path, ".zip")) return path;
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    const std::string before = path.substr(0, at);
    std::error_code error;
    if (has_extension(before, ".zip") && std::filesystem::is_regular_file(before, error))
      return before;
  }
  return {};
}

ReportFile failing(std::string path, const Message& message, std::string archive = {}) {
  return {std::move(path), [message]() -> std::string { throw InputError(message); },
          std::move(archive)};
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

/// All members, or the one of a path.
void add_members(const std::string& path, const std::shared_ptr<ZipFolder>& folder,
                 std::string_view only, std::vector<ReportFile>& reports) {
  for (const ZipFolder::Member& member : folder->members()) {
    const std::string shown = path + "/" + member.path;
    if (!only.empty() && member.path != only) continue;
    if (is_archive_path(member.path))
      reports.push_back(failing(shown,
                                say("压缩包里的压缩包不读，请先把它解压出来",
                                    "an archive inside an archive is not read; unpack it"),
                                path));
    else if (!only.empty() || is_report_path(member.path))
      reports.push_back({shown, [folder, &member] { return folder->read(member); }, path});
  }
}

}  // namespace

std::vector<ReportFile> with_archives(std::span<const std::string> paths,
                                      const ReadOptions& options) {
  std::vector<ReportFile> reports;
  for (const std::string& path : paths) {
    const std::string archive = archive_in(path);
    if (archive.empty()) {
      reports.push_back({path});
      continue;
    }
    const std::size_t before = reports.size();
    const std::string_view only =
        std::string_view(path).substr(std::min(path.size(), archive.size() + 1));
    try {
      if (const auto folder = open_folder(archive, options.limits))
        add_members(archive, folder, only, reports);
      else
        reports.push_back({path});
      if (!only.empty() && reports.size() == before)
        throw InputError(say("压缩包里没有“{}”", "the archive has no “{}”", only));
    } catch (const InputError& error) {
      reports.push_back(failing(path, error.message(), archive));
    }
  }
  return reports;
}

std::string bytes_of(const ReportFile& file) {
  return file.read ? file.read() : read_file(file.path);
}

}  // namespace hegui
