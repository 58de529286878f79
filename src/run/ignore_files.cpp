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
  PathPatterns& patterns = entry->second;
  if (!is_new) return patterns;
  for (const std::string_view name : {git_name, own_name}) {
    if (!with_gitignore_ && name == git_name) continue;
    const std::string path = fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
    try {
      if (!is_there(path)) continue;
      std::error_code error;
      // Not through links, as git does: a pattern that lies elsewhere is not the repository's.
      const fs::file_status status = fs::symlink_status(path, error);
      if (error) throw InputError(say("读不了：{}", "cannot be read: {}", error.message()));
      if (!fs::is_regular_file(status)) continue;
      if (fs::file_size(path, error) > most_bytes)
        throw InputError(say("太大，没有读", "is too large and was not read"));
      if (!patterns.add_lines(read_file(path)))
        throw InputError(say("超过 {} 条", "has more than {} patterns", PathPatterns::most_lines));
    } catch (const InputError& error) {
      patterns = {};
      configurations_.complain_of(path, error.message());
    }
  }
  return patterns;
}

/// Null where no patterns are.
const IgnoreFiles::Level* IgnoreFiles::level_of(const std::string& folder, const std::string& top) {
  std::unordered_map<std::string, const Level*>& known = by_folder_[top];
  if (const auto found = known.find(folder); found != known.end()) return found->second;
  const Level* level = folder.size() > top.size() ? level_of(folder_of(folder), top) : nullptr;
  if (const PathPatterns& own = patterns_in(folder); !own.empty())
    level = &levels_.emplace_back(Level{folder, own, level});
  return known[folder] = level;
}

bool IgnoreFiles::leave_out(const std::string& path, bool is_folder, const std::string& first) {
  const std::string folder = folder_of(path);
  if (const Config* config = configurations_.nearest(folder))
    if (config->excludes(path, is_folder)) return true;
  const std::string& top = configurations_.top_of(folder);
  for (const Level* level = level_of(folder, top.empty() ? first : top); level;
       level = level->above)
    if (const auto said = level->patterns.match(relative_path(level->folder, path), is_folder))
      return *said;
  return false;
}

bool IgnoreFiles::leave_out_named(const std::string& path) {
  const std::string folder = folder_of(path);
  std::string top = configurations_.top_of(folder);
  if (top.empty()) top = folder;
  for (std::size_t slash = path.find('/', top.size() + 1); slash != std::string::npos;
       slash = path.find('/', slash + 1))
    if (leave_out(path.substr(0, slash), true, top)) return true;
  return leave_out(path, false, top);
}

}  // namespace hegui
