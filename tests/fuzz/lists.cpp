// A list of paths (--files-from) comes from another program, and what git prints from anybody's
// repository: whatever the bytes, reading them ends with paths, or with an InputError.

#include <sys/mman.h>
#include <unistd.h>

#include <climits>
#include <filesystem>
#include <fstream>

#include "fixture.h"
#include "system/files.h"
#include "system/git.h"

namespace {

using namespace hegui;
namespace fs = std::filesystem;

/// A file in memory, by its path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view text) : number_(memfd_create("list", 0)) {
    require(number_ >= 0 && ::write(number_, text.data(), text.size()) >= 0);
  }
  ~MemoryFile() { ::close(number_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string path() const { return "/proc/self/fd/" + std::to_string(number_); }

 private:
  int number_;
};

/// A program of that name which says where the top is, and else prints a file.
class FalseGit {
 public:
  FalseGit() {
    require(mkdtemp(folder_.data()));
    const std::string program = folder_ + "/git";
    std::ofstream(program) << "#!/bin/sh\ncase $* in\n*show-toplevel*) pwd ;;\n*) cat '" << output()
                           << "' ;;\nesac\n";
    fs::permissions(program, fs::perms::owner_all);
    const char* const path = std::getenv("PATH");
    setenv("PATH", (folder_ + ":" + (path ? path : "")).c_str(), 1);
  }
  ~FalseGit() {
    std::error_code error;
    fs::remove_all(folder_, error);
  }
  FalseGit(const FalseGit&) = delete;
  FalseGit& operator=(const FalseGit&) = delete;

  std::string output() const { return folder_ + "/output"; }

 private:
  std::string folder_ = (fs::temp_directory_path() / "hegui-git-XXXXXX").string();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text_of(data, size);
  try {
    const MemoryFile list(text);
    for (const std::string& path : read_path_list(list.path()))
      require(!path.empty() && path.size() < PATH_MAX);
  } catch (const InputError&) {
  }
  static const FalseGit git;
  std::ofstream(git.output(), std::ios::binary) << text;
  try {
    const GitRepository repository;
    const std::vector<ReportFile> files =
        size % 2 == 0 ? repository.staged() : repository.since("HEAD");
    for (const ReportFile& file : files) require(file.path.find('\0') == std::string::npos);
    (void)repository.before("HEAD");
  } catch (const InputError&) {
  }
  return 0;
}
