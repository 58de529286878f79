#include "run/configurations.h"

#include <algorithm>
#include <array>
#include <climits>
#include <filesystem>

#include "run/rule_library.h"
#include "system/files.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

constexpr std::array names{".hegui.yaml", "hegui.yaml"};
constexpr std::uintmax_t most_bytes = 1U << 20;

/// As seen from the current folder, which is how people know it.
std::string shown(const std::string& path) {
  const fs::path from_here = fs::path(path).lexically_relative(absolute_path("."));
  return from_here.empty() ? path : from_here.string();
}

/// Throws InputError.
FoundConfig read_found(const std::string& path, const std::string& boundary) {
  const std::string absolute = absolute_path(path);
  std::error_code error;
  if (!boundary.empty() && !lies_in(absolute, boundary))
    throw InputError(say("通到“{}”之外，不读", "leads outside “{}” and was not read", boundary));
  if (!fs::is_regular_file(absolute, error)) throw InputError(say("不是文件", "is not a file"));
  if (fs::file_size(absolute, error) > most_bytes)
    throw InputError(say("太大，不像配置文件", "is too large to be a configuration"));
  return {shown(absolute), folder_of(absolute), read_file(absolute)};
}

/// Whether anybody's configuration may make hegui write there: no file that others run, and nothing
/// of git's. Links count as what they lead to, .GIT as .git: some systems do not tell them apart.
bool may_be_written(const std::string& path) {
  std::error_code error;
  const fs::path target = fs::weakly_canonical(path, error);
  const auto is_git = [](const fs::path& part) { return lower(part.string()) == ".git"; };
  return !error && fs::path(path).extension() == ".json" && target.extension() == ".json" &&
         std::ranges::none_of(fs::path(path), is_git) && std::ranges::none_of(target, is_git);
}

/// What configurations are handed; the boundary holds for all that it extends, too.
ConfigFiles files_within(const std::string& boundary) {
  return {
      .resolve = [boundary](std::string_view text, const FoundConfig& from,
                            PathKind kind) -> ResolvedPath {
        if (!boundary.empty() && text.starts_with('/'))
          return {.refused = say(
                      "这里不能写绝对路径，要写从这个文件起的相对路径",
                      "absolute paths are not allowed here: write the path relative to this file")};
        const std::string path = absolute_path((fs::path(from.folder) / text).string());
        if (!boundary.empty() && !lies_in(path, boundary))
          return {.refused = say("“{}”在“{}”之外，不读", "“{}” is outside “{}” and was not read",
                                 text, shown(boundary))};
        if (!boundary.empty() && kind == PathKind::written && !may_be_written(path))
          return {.refused = say("不往“{}”写：要写成 .git 以外的 .json 文件",
                                 "“{}” will not be written: name a .json file outside .git", text)};
        return {.path = shown(path)};
      },
      .read = [boundary](const std::string& path) -> std::optional<FoundConfig> {
        if (!is_there(path)) return std::nullopt;
        return read_found(path, boundary);
      }};
}

}  // namespace

Configurations::Configurations(const Request& request) : request_(request) {
  if (request.config.empty()) return;
  try {
    const std::string path = absolute_path(request.config);
    if (!is_there(path)) throw InputError(say("没有这个文件", "no such file"));
    named_ = load(read_found(path, {}), {});
  } catch (const InputError& error) {
    complain_of(request.config, error.message());
  }
}

void Configurations::complain_of(const std::string& path, const Message& message) {
  complain(about(path, message), request_.output.language);
  failed_ = true;
}

const Configurations::Loaded* Configurations::load(const FoundConfig& found, std::string boundary) {
  Config config = read_config(found, files_within(boundary));
  failed_ = failed_ || !config.problems.empty();
  loaded_.push_back({std::move(config), std::move(boundary)});
  return &loaded_.back();
}

/// The file in that folder itself.
const Configurations::Loaded* Configurations::find(const std::string& folder) {
  const Loaded* found = nullptr;
  for (const char* const name : names) {
    if (!holds(folder, name)) continue;
    const std::string path = (fs::path(folder) / name).string();
    if (found) {
      complain_of(shown(path),
                  say("同一个文件夹里已经有 {}，留一个",
                      "the same folder already has {}; keep one of them", names.front()));
      continue;
    }
    const std::string& top = top_of(folder);
    try {
      const std::string& boundary = top.empty() ? folder : top;
      found = load(read_found(path, boundary), boundary);
    } catch (const InputError& error) {
      complain_of(shown(path), error.message());
      return nullptr;
    }
  }
  return found;
}

const Configurations::Loaded* Configurations::loaded_for(const std::string& folder) {
  if (!request_.config.empty() || request_.no_config) return named_;
  if (folder.size() >= PATH_MAX) return nullptr;  // There is no such folder.
  const auto [entry, is_new] = by_folder_.try_emplace(folder, nullptr);
  if (!is_new) return entry->second;
  const Loaded* found = find(folder);
  if (!found && folder.size() > 1 && top_of(folder) != folder)
    found = loaded_for(folder_of(folder));
  return by_folder_[folder] = found;
}

/// What cannot be looked at is told once.
bool Configurations::holds(const std::string& folder, std::string_view name) {
  const std::string path = fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
  try {
    return is_there(path);
  } catch (const InputError& error) {
    complain_of(shown(path), error.message());
    return false;
  }
}

const std::string& Configurations::top_of(const std::string& folder) {
  static const std::string none;
  if (folder.size() >= PATH_MAX) return none;
  const auto [entry, is_new] = tops_.try_emplace(folder);
  std::string& top = entry->second;  // Stays where it is, which `entry` need not.
  if (!is_new) return top;
  if (holds(folder, ".git")) return top = folder;
  return folder.size() > 1 ? top = top_of(folder_of(folder)) : top;
}

const Config* Configurations::nearest(const std::string& folder) {
  const Loaded* loaded = loaded_for(folder);
  return loaded ? &loaded->config : nullptr;
}

const Settings& Configurations::settings_for(const std::string& path, bool is_folder) {
  const std::string absolute = absolute_path(path);
  const Loaded* loaded = loaded_for(is_folder ? absolute : folder_of(absolute));
  const std::vector<bool> layers =
      loaded ? loaded->config.layers_for(absolute, is_folder) : std::vector<bool>();
  const auto [entry, is_new] = settings_.try_emplace({loaded, layers});
  if (is_new) {
    Layer values = built_in_values();
    if (loaded) values.cover_with(loaded->config.values_of(layers));
    values.cover_with(request_.given);
    entry->second = settings_of(std::move(values), loaded ? loaded->boundary : std::string());
  }
  return entry->second;
}

std::vector<FileProblem> Configurations::problems() const {
  std::vector<FileProblem> all;
  for (const Loaded& loaded : loaded_)
    std::ranges::move(problems_in(loaded.config.files, loaded.config.problems),
                      std::back_inserter(all));
  return all;
}

}  // namespace hegui
