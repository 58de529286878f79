#include "run/ignore_files.h"

#include <filesystem>

#include "system/files.h"
#include "text/input_error.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t most_bytes = 1U << 20;
constexpr std::string_view git_name = ".gitignore", own_name = ".heguiignore";

}  // namespace

const PathPatterns& IgnoreFiles::patterns_in(const std::string& folder) {
  const auto [entry, is_new] = patterns_.try_emplace(folder);
  if (!is_new) return entry->second;
  for (const std::string_view name : {git_name, own_name}) {
    if (!with_gitignore_ && name == git_name) continue;
    const fs::path path = fs::path(folder) / name;
    std::error_code error;
    // Not through links, as git does: a pattern that lies elsewhere is not the repository's.
    if (!fs::is_regular_file(fs::symlink_status(path, error))) continue;
    if (fs::file_size(path, error) > most_bytes)
      configurations_.complain_of(path.string(),
                                  say("太大，没有读", "is too large, and is not read"));
    else
      try {
        entry->second.add_lines(read_file(path.string()));
      } catch (const InputError& unreadable) {
        configurations_.complain_of(path.string(), unreadable.message());
      }
  }
  return entry->second;
}

const std::string& IgnoreFiles::top_of(const std::string& folder) {
  const auto [entry, is_new] = tops_.try_emplace(folder);
  if (is_new) entry->second = repository_top(folder);
  return entry->second;
}

bool IgnoreFiles::leave_out(const std::string& path, bool is_folder, const std::string& first) {
  const std::string folder = folder_of(path);
  if (const Config* config = configurations_.nearest(folder))
    if (config->excludes(path, is_folder)) return true;
  std::string top = top_of(folder);
  if (top.empty()) top = first;
  for (std::string above = folder;; above = folder_of(above)) {
    if (const auto said = patterns_in(above).match(relative_path(above, path), is_folder))
      return *said;
    if (above.size() <= top.size()) return false;
  }
}

bool IgnoreFiles::leave_out_named(const std::string& path) {
  const std::string folder = folder_of(path);
  std::string top = top_of(folder);
  if (top.empty()) top = folder;
  for (std::size_t slash = path.find('/', top.size() + 1); slash != std::string::npos;
       slash = path.find('/', slash + 1))
    if (leave_out(path.substr(0, slash), true, top)) return true;
  return leave_out(path, false, top);
}

}  // namespace hegui
