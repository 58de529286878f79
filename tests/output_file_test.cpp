// src/commands/output_files: a file is whole or not there, and replaces none that must stay.

#include "system/output_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

namespace hegui {
namespace {

namespace fs = std::filesystem;

struct Folder {
  std::string path = (fs::temp_directory_path() / "hegui-XXXXXX").string();
  Folder() { REQUIRE(mkdtemp(path.data())); }
  ~Folder() { fs::remove_all(path); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file() const { return path + "/a"; }
  std::size_t size() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

std::string text_in(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

void put(const std::string& path, OutputFile::Existing existing, bool commit) {
  OutputFile file(path, existing);
  file.write("ours");
  if (commit) file.commit();
}

TEST_CASE("a file is there when it is complete", "[output]") {
  const Folder folder;
  for (const auto existing : {OutputFile::Existing::replaced, OutputFile::Existing::refused}) {
    put(folder.file(), existing, false);
    CHECK(folder.size() == 0);
    put(folder.file(), existing, true);
    CHECK(text_in(folder.file()) == "ours");
    CHECK(folder.size() == 1);
    fs::remove(folder.file());
  }
}

TEST_CASE("a file that is refused stays, also if it comes up late", "[output]") {
  const Folder folder;
  {
    OutputFile file(folder.file(), OutputFile::Existing::refused);
    file.write("ours");
    std::ofstream(folder.file()) << "theirs";
    CHECK_THROWS_AS(file.commit(), WriteError);
  }
  CHECK(text_in(folder.file()) == "theirs");
  CHECK(folder.size() == 1);
  CHECK_THROWS_AS(put(folder.file(), OutputFile::Existing::refused, true), WriteError);
  put(folder.file(), OutputFile::Existing::replaced, true);
  CHECK(text_in(folder.file()) == "ours");
}

}  // namespace
}  // namespace hegui
