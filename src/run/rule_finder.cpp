#include "run/rule_finder.h"

#include <filesystem>

#include "ruleset/load.h"
#include "system/files.h"
#include "text/input_error.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.ends_with(".yaml") ||
         name.ends_with(".yml");
}

/// One spelling for one file, so that a set that two others extend is known again.
std::string plain(const fs::path& path) { return path.lexically_normal().string(); }

}  // namespace

/// `from` is the file or folder that leads there; empty when the user names the file.
FoundRules RuleFinder::read(const std::string& path, const std::string& from) const {
  if (!boundary_.empty() && !from.empty() && lies_in(from, boundary_) && !lies_in(path, boundary_))
    throw InputError(say("在“{}”之外，不读", "is outside of “{}”, and is not read", boundary_));
  return FoundRules{path, read_file(path)};
}

std::optional<FoundRules> RuleFinder::operator()(std::string_view name,
                                                 std::string_view from) const {
  if (is_path(name)) {
    fs::path path(name);
    if (path.is_relative() && is_path(from)) path = fs::path(from).parent_path() / path;
    std::error_code error;
    if (!from.empty() && !fs::exists(path, error)) return std::nullopt;
    return read(plain(path), std::string(from));
  }
  // What lies beside the file that asks comes first: a folder of sets works as a whole.
  std::vector<std::string> folders = folders_;
  if (is_path(from)) folders.insert(folders.begin(), fs::path(from).parent_path().string());
  for (const std::string& folder : folders) {
    const fs::path path = fs::path(folder) / (std::string(name) + ".yaml");
    std::error_code error;
    if (fs::is_regular_file(path, error) && plain(path) != from) return read(plain(path), folder);
  }
  return find_builtin(name);
}

}  // namespace hegui
