#include "system/git.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "formats/format.h"
#include "system/process.h"
#include "system/system_reason.h"
#include "text/input_error.h"
#include "text/unicode.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_reason = 1000;

/// Takes what stands before the next NUL.
std::string_view next_field(std::string_view& text) {
  const std::size_t end = text.find('\0');
  const std::string_view field = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return field;
}

std::string line_of(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Configuration that goes before every file's: GIT_CONFIG_COUNT, because a name may hold any
/// character, which -c does not allow.
Pairs with_configuration(Pairs environment, const Pairs& values) {
  // What the caller gives in this way (safe.directory in CI) stays.
  const char* given = std::getenv("GIT_CONFIG_COUNT");
  const std::size_t first = given ? static_cast<std::size_t>(std::max(0, std::atoi(given))) : 0;
  environment.emplace_back("GIT_CONFIG_COUNT", std::to_string(first + values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string number = std::to_string(first + i);
    environment.emplace_back("GIT_CONFIG_KEY_" + number, values[i].first);
    environment.emplace_back("GIT_CONFIG_VALUE_" + number, values[i].second);
  }
  return environment;
}

}  // namespace

GitRepository::GitRepository() {
  std::error_code error;
  folder_ = fs::current_path(error).string();
  if (error)
    throw InputError(say("不知道当前文件夹是哪个：{}", "the current folder is unknown: {}",
                         reason_of(error.value())));
  const Pairs environment{
      {"GIT_OPTIONAL_LOCKS", "0"},  // Writes nothing, not even a refreshed index.
      {"GIT_ALLOW_PROTOCOL", ""},   // A partial clone fetches nothing.
      {"GIT_NO_LAZY_FETCH", "1"},  {"GIT_TERMINAL_PROMPT", "0"}, {"LC_ALL", "C"},
  };
  Pairs values{{"core.fsmonitor", "false"}, {"core.hooksPath", "/dev/null"}};
  environment_ = with_configuration(environment, values);
  top_ = line_of(git({"rev-parse", "--show-toplevel"}));
  if (top_.empty()) throw InputError(say("这个仓库没有工作区", "this repository has no work tree"));
  // Filters run when git compares files. Empty commands make it compare the files as they are.
  const std::vector<std::string> question{"config", "--null", "--name-only", "--get-regexp",
                                          "^filter\\."};
  const ProcessResult filters = run_process("git", question, {.environment = environment_});
  for (std::string_view rest = filters.out; !rest.empty();) {
    const std::string name(next_field(rest));
    const std::size_t dot = name.rfind('.');
    for (const char* const key : {"process", "clean", "smudge"})
      values.emplace_back(name.substr(0, dot + 1) + key, "");
    values.emplace_back(name.substr(0, dot + 1) + "required", "false");
  }
  environment_ = with_configuration(environment, values);
}

std::string GitRepository::git(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), "--no-pager");
  ProcessResult result = run_process("git", arguments, {.environment = environment_});
  if (result.status == 0) return std::move(result.out);
  std::string reason = line_of(std::move(result.err));
  if (reason.find("not a git repository") != std::string::npos)
    throw InputError(
        say("当前文件夹不在 git 仓库里", "the current folder is not in a git repository"));
  if (reason.empty()) reason = "exit " + std::to_string(result.status);
  throw InputError(
      say("git 出错：{}", "git failed: {}", first_code_points(reason, longest_reason)));
}

std::string GitRepository::shown(const std::string& path) const {
  return (fs::path(top_) / path).lexically_relative(folder_).string();
}

void GitRepository::add_existing(const std::string& path, std::vector<ReportFile>& files) const {
  // Not through links: what they lead to may lie anywhere. What cannot be looked at is kept:
  // reading it says why.
  std::error_code error;
  const fs::file_type type = fs::symlink_status(fs::path(top_) / path, error).type();
  // A side file that is gone changes what its report comes to.
  const bool is_gone = type == fs::file_type::not_found && path.ends_with(side_file_ending);
  if (type == fs::file_type::regular || type == fs::file_type::none || is_gone)
    files.push_back({.path = shown(path)});
}

std::vector<ReportFile> GitRepository::staged() const {
  const std::string out =
      git({"diff", "--cached", "--raw", "-z", "--no-abbrev", "--no-renames", "--diff-filter=ACDMT",
           "--ignore-submodules=all", "--no-ext-diff", "--no-textconv", "--no-relative"});
  std::vector<ReportFile> files;
  for (std::string_view rest = out; !rest.empty();) {
    // :100644 100644 <object before> <object> M
    const std::string_view fields = next_field(rest);
    const std::string path(next_field(rest));
    const std::string_view mode = fields.substr(std::min<std::size_t>(8, fields.size()), 6);
    const std::size_t last = fields.rfind(' ');
    if (last == std::string_view::npos) continue;
    if (fields.ends_with('D')) {
      if (path.ends_with(side_file_ending)) files.push_back({.path = shown(path)});
      continue;
    }
    if (!mode.starts_with("100")) continue;  // Links, modules.
    const std::size_t before = fields.rfind(' ', last - 1) + 1;
    const std::string object(fields.substr(before, last - before));
    files.push_back({.path = shown(path), .read = [this, object] {
                       return git({"cat-file", "blob", object});
                     }});
  }
  return files;
}

ReportFile GitRepository::staged_one(const std::string& path) const {
  return {.path = path, .read = [this, path] { return git({"cat-file", "blob", ":./" + path}); }};
}

std::vector<ReportFile> GitRepository::changed() const {
  const std::string out = git({"status", "--porcelain=v1", "-z", "--no-renames",
                               "--untracked-files=all", "--ignore-submodules=all"});
  std::vector<ReportFile> files;
  for (std::string_view rest = out; !rest.empty();) {
    const std::string_view field = next_field(rest);  // XY path
    if (field.size() > 3) add_existing(std::string(field.substr(3)), files);
  }
  std::ranges::sort(files, {}, &ReportFile::path);
  return files;
}

std::string GitRepository::branching_point(const std::string& ref) const {
  if (ref.empty() || ref.starts_with('-'))
    throw InputError(say("“{}”不是提交", "“{}” is not a commit", ref));
  std::string commit;
  try {
    commit =
        line_of(git({"rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}"}));
  } catch (const InputError&) {
    throw InputError(say("“{}”不是提交、分支或标签；浅克隆里可能没有它",
                         "“{}” is not a commit, branch or tag; a shallow clone may not have it",
                         ref));
  }
  // Without a common ancestor (unrelated or shallow histories) everything that differs is meant.
  const std::vector<std::string> question{"merge-base", commit, "HEAD"};
  const ProcessResult base = run_process("git", question, {.environment = environment_});
  return base.status == 0 ? line_of(base.out) : commit;
}

std::vector<ReportFile> GitRepository::before(const std::string& ref) const {
  const std::string out = git({"diff", "--raw", "-z", "--no-abbrev", "--no-renames",
                               "--diff-filter=DM", "--ignore-submodules=all", "--no-ext-diff",
                               "--no-textconv", "--no-relative", branching_point(ref)});
  std::vector<ReportFile> files;
  for (std::string_view rest = out; !rest.empty();) {
    // :100644 000000 <object before> <object> D
    const std::string_view fields = next_field(rest);
    const std::string path(next_field(rest));
    constexpr std::size_t object_at = 15;
    if (!fields.starts_with(":100") || fields.size() < object_at) continue;  // Links, modules.
    const std::string object(fields.substr(object_at, fields.find(' ', object_at) - object_at));
    files.push_back({.path = shown(path), .read = [this, object] {
                       return git({"cat-file", "blob", object});
                     }});
  }
  return files;
}

std::vector<ReportFile> GitRepository::since(const std::string& ref) const {
  const std::string commit = branching_point(ref);
  const std::string out =
      git({"diff-tree", "-r", "--name-only", "-z", "--no-renames", "--ignore-submodules=all",
           "--no-ext-diff", "--no-textconv", commit, "HEAD"});
  std::vector<ReportFile> files = changed();
  for (std::string_view rest = out; !rest.empty();)
    add_existing(std::string(next_field(rest)), files);
  std::ranges::sort(files, {}, &ReportFile::path);
  const auto is_same = [](const ReportFile& a, const ReportFile& b) { return a.path == b.path; };
  files.erase(std::unique(files.begin(), files.end(), is_same), files.end());
  return files;
}

}  // namespace hegui
