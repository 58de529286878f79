#include "run/rule_finder.h"

#include <algorithm>
#include <filesystem>

#include "ruleset/load.h"
#include "system/files.h"
#include "text/input_error.h"
#include "yaml/yaml.h"

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

/// Whoever sends a rule file must not choose what else is read: errors show lines of it.
void RuleFinder::refuse_leading_out(const std::string& path, const std::string& folder) const {
  const std::string plain_folder = absolute_path(folder.empty() ? "." : folder);
  const bool bounded = !boundary_.empty() && lies_in(plain_folder, boundary_);
  const std::string wall = bounded ? boundary_ : boundary_of(plain_folder);
  const auto holds_it = [&](const std::string& other) { return lies_in(path, other); };
  if (!holds_it(wall) && std::ranges::none_of(folders_, holds_it))
    throw InputError(say("在“{}”之外，不读", "is outside “{}” and was not read", wall));
}

std::optional<FoundRules> RuleFinder::operator()(std::string_view name,
                                                 std::string_view from) const {
  const std::string beside = folder_of(absolute_path(std::string(from)));
  const auto read = [](const std::string& path) {
    return FoundRules{path, read_file(path, YamlLimits{}.bytes)};
  };
  if (is_path(name)) {
    fs::path path(name);
    if (path.is_relative() && is_path(from)) path = fs::path(from).parent_path() / path;
    if (from.empty()) return read(plain(path));  // The user may name any.
    refuse_leading_out(plain(path), beside);
    if (!is_there(path.string())) return std::nullopt;
    return read(plain(path));
  }
  // What lies beside the file that asks comes first: a folder of sets works as a whole.
  std::vector<std::string> folders = folders_;
  if (is_path(from)) folders.insert(folders.begin(), fs::path(from).parent_path().string());
  for (const std::string& folder : folders) {
    const fs::path path = fs::path(folder) / (std::string(name) + ".yaml");
    if (!is_there(path.string()) || plain(path) == from) continue;
    refuse_leading_out(plain(path), folder);
    return read(plain(path));
  }
  if (from.empty() && name.find('.') != std::string_view::npos && is_there(std::string(name)))
    throw InputError(say("不是规则文件（.yaml）", "is not a rule file (.yaml)"));
  return find_builtin(name);
}

}  // namespace hegui
