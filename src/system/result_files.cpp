#include "system/result_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <set>

#include "formats/docx/docx_comments.h"
#include "output/own_results.h"
#include "system/files.h"
#include "system/system_reason.h"
#include "text/input_error.h"

namespace hegui {
namespace {

namespace fs = std::filesystem;

bool is_of_others(const std::string& path) {
  try {
    const std::string beginning = beginning_of(path);
    return !beginning.empty() && !is_own_result(beginning) &&
           !(beginning.starts_with("PK") && is_own_docx(read_file(path)));
  } catch (const InputError& error) {
    throw WriteError(say("{} 读不了：{}", "{} cannot be read: {}", path, error.message()));
  }
}

bool exists(const std::string& path) {
  std::error_code error;
  const bool is_there = fs::exists(path, error);
  if (!error) return is_there;
  const Message reason = reason_of(error.value());
  throw WriteError(say("{} 写不了：{}", "{} cannot be written: {}", path, reason));
}

bool is_file(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// Throws WriteError where a file is there that must stay.
void refuse_replacing(const std::string& path, const InputFiles& inputs, bool overwrite) {
  if (!exists(path)) return;
  if (inputs.contains(path))
    throw WriteError(say("{} 是要读的文件，不能用来存放结果",
                         "will not write results over {}, which is an input", path));
  if (!overwrite && is_file(path) && is_of_others(path))
    throw WriteError(
        say("{} 已经有了，不像是 hegui 写的，没有动它：请换个文件名；真要覆盖，加 --overwrite",
            "{} already exists and does not look like hegui's work, so it was not changed; choose "
            "another name, or use --overwrite to replace it",
            path));
}

/// Of what need not be there yet.
std::string real(const std::string& path) {
  std::error_code error;
  const std::string canonical = fs::weakly_canonical(fs::absolute(path, error), error).string();
  return canonical.size() > 1 && canonical.ends_with('/')
             ? canonical.substr(0, canonical.size() - 1)
             : canonical;
}

/// Of two that come to be one, the second is refused. A device or a pipe takes what several write.
void refuse_clashes(std::span<const ResultPlace> places) {
  std::map<std::string, std::string> folders;  // And the index of each.
  for (const ResultPlace& place : places)
    if (!place.folder.empty() &&
        !folders.emplace(real(place.folder), place.file.empty() ? "" : real(place.file)).second)
      throw WriteError(say("{} 只能存放一种结果，请另写一个文件夹",
                           "{} can hold only one result; name another folder", place.folder));
  std::set<std::string> taken;
  for (const auto& [file, folder] : places) {
    if (file.empty() || (exists(file) && !is_file(file))) continue;
    const std::string path = real(file);
    if (!taken.insert(path).second)
      throw WriteError(say("{} 只能存放一种结果，请另写一个文件名",
                           "{} can hold only one result; name another file", file));
    const auto above = folders.find(fs::path(path).parent_path().string());
    if (folder.empty() && above != folders.end() && above->second != path)
      throw WriteError(say("{} 在存放结果的文件夹里，请写到别处",
                           "{} lies in a folder of results; write it elsewhere", file));
  }
}

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error && fs::is_directory(path)) return;
  const Message reason = reason_of(error ? error.value() : ENOTDIR);
  throw WriteError(say("文件夹 {} 建不了：{}", "the folder {} cannot be made: {}", path, reason));
}

}  // namespace

InputFiles::InputFiles(std::span<const std::string> paths) {
  struct stat status {};
  for (const std::string& path : paths)
    if (stat(path.c_str(), &status) == 0) files_.emplace(status.st_dev, status.st_ino);
}

bool InputFiles::contains(const std::string& path) const {
  struct stat status {};
  return stat(path.c_str(), &status) == 0 && files_.contains({status.st_dev, status.st_ino});
}

OutputFolder::OutputFolder(std::string path, std::shared_ptr<const InputFiles> inputs,
                           bool overwrite)
    : path_(std::move(path)), inputs_(std::move(inputs)), overwrite_(overwrite) {
  if (!path_.ends_with('/')) path_ += '/';
}

bool OutputFolder::takes(const std::string& name) const {
  const std::string path = path_ + name;
  if (!exists(path)) return true;
  return is_file(path) && !inputs_->contains(path) && (overwrite_ || !is_of_others(path));
}

void OutputFolder::write(const std::string& name, std::string_view text) const {
  OutputFile file(path_ + name);
  file.write(text);
  file.commit();
}

std::vector<OpenResult> open_results(std::span<const ResultPlace> places,
                                     std::span<const std::string> inputs, bool overwrite) {
  std::vector<OpenResult> results(places.size());
  const auto is_printed = [](const ResultPlace& place) {
    return place.file.empty() && place.folder.empty();
  };
  if (std::ranges::all_of(places, is_printed)) return results;
  const auto read = std::make_shared<const InputFiles>(inputs);
  refuse_clashes(places);
  for (const ResultPlace& place : places)
    if (!place.file.empty()) refuse_replacing(place.file, *read, overwrite);
  for (const ResultPlace& place : places)
    if (!place.folder.empty()) make_folder(place.folder);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& [file, folder] = places[i];
    if (!file.empty()) results[i].file = std::make_unique<OutputFile>(file);
    if (!folder.empty())
      results[i].folder = std::make_unique<OutputFolder>(folder, read, overwrite);
  }
  return results;
}

void write_result(const std::string& path, std::string_view text,
                  std::span<const std::string> inputs, bool overwrite) {
  const ResultPlace place{.file = path};
  const auto results = open_results(std::span(&place, 1), inputs, overwrite);
  results.front().file->write(text);
  results.front().file->commit();
}

}  // namespace hegui
