#include "run/baseline_file.h"

#include <filesystem>

#include "system/files.h"
#include "text/input_error.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view usual_name = ".hegui-baseline.json";

/// Links in the folder resolved, so that one report has one path; the report itself may be one.
fs::path plain(const fs::path& path) {
  const fs::path whole = absolute_path(path.string());
  return fs::path(real_path(whole.parent_path().string())) / whole.filename();
}

/// The folder, and those around it up to the one of the repository.
std::vector<fs::path> folders_up() {
  std::vector<fs::path> folders;
  for (fs::path folder = absolute_path(".");; folder = folder.parent_path()) {
    folders.push_back(folder);
    if (is_there((folder / ".git").string()) || folder == folder.parent_path()) return folders;
  }
}

/// As people write it, if it lies below the current folder.
std::string shown(const fs::path& path) {
  const fs::path below = path.lexically_relative(absolute_path("."));
  return below.empty() || *below.begin() == ".." ? path.string() : below.string();
}

}  // namespace

std::string BaselineFile::key_of(const std::string& report) const {
  return plain(report).lexically_relative(plain(path).parent_path()).generic_string();
}

bool BaselineFile::is_vanished(const std::string& key) const {
  std::error_code error;
  fs::path place = fs::path(path).parent_path() / key;
  const auto type = [&] { return fs::status(place, error).type(); };
  while (type() == fs::file_type::not_found && place.has_relative_path())
    place = place.parent_path();
  return place.empty() || type() == fs::file_type::directory;
}

std::string baseline_path(const std::string& named) {
  if (!named.empty()) return named;
  for (const fs::path& folder : folders_up())
    if (is_there((folder / usual_name).string())) return shown(folder / usual_name);
  return {};
}

BaselineFile read_baseline_file(const std::string& named, bool may_be_new) {
  BaselineFile file{.path = baseline_path(named)};
  if (file.path.empty()) return file;
  if (!is_there(file.path)) {
    if (may_be_new) return file;
    throw InputError(say("没有基线文件 {}，可用 hegui baseline write 生成",
                         "there is no baseline {}; create one with hegui baseline write",
                         file.path));
  }
  file.is_there = true;
  try {
    if (named.empty()) refuse_leading_out(file.path);
    FileProblem problem;
    if (auto entries = read_baseline(file.path, read_file(file.path, most_baseline_bytes), problem))
      file.entries = std::move(*entries);
    else
      file.problems.push_back(std::move(problem));
    return file;
  } catch (const InputError& error) {
    throw InputError(about(file.path, error.message()));
  }
}

std::string new_baseline_path(const std::string& named) {
  if (!named.empty()) return named;
  const std::vector<fs::path> folders = folders_up();
  const bool in_repository = is_there((folders.back() / ".git").string());
  return shown((in_repository ? folders.back() : folders.front()) / usual_name);
}

}  // namespace hegui
