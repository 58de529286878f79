// Who may include whom. A format cannot know rules, and an output cannot run a check, because the
// build of this test fails to allow it.

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "dumps.h"

namespace fs = std::filesystem;

namespace hegui {
namespace {

using Names = std::set<std::string>;

const fs::path sources = fs::path(HEGUI_ROOT) / "src";

// The floors of the house, top first, and what each may include beside itself. A floor includes
// only floors below it. A name with a dot is a header at the top of src/.
struct Floor {
  std::string name;
  Names below;
};

const std::vector<Floor> floors{
    {"main.cpp", {"commands"}},
    {"commands",
     {"cli", "run", "system", "output", "suppress", "config", "review", "ruleset", "yaml",
      "formats", "version.h", "text"}},
    {"cli", {"run", "system", "output", "ruleset", "version.h", "text"}},
    {"run",
     {"system", "output", "suppress", "config", "review", "ruleset", "yaml", "formats", "document",
      "text"}},
    {"system", {"output", "formats", "text"}},
    {"output",
     {"config", "review", "ruleset", "yaml", "finding.h", "document", "version.h", "text"}},
    {"suppress", {"review", "yaml", "document", "text"}},
    {"config", {"review", "ruleset", "yaml", "text"}},
    // selftest runs the whole pipeline on the samples of a rule set.
    {"review", {"ruleset", "yaml", "checks", "formats", "finding.h", "document", "text"}},
    {"ruleset", {"yaml", "checks", "finding.h", "document", "text"}},
    {"yaml", {"finding.h", "text"}},
    {"checks", {"finding.h", "document", "text"}},
    {"formats", {"document", "text"}},
    {"finding.h", {"text"}},
    {"document", {"text"}},
    {"version.h", {}},
    {"text", {}},
};

// What reads and writes files, runs programs and talks to a terminal.
bool does_io(const std::string& file) {
  static const Names above{"main.cpp", "commands", "cli", "run", "system"};
  return above.contains(file.substr(0, file.find('/')));
}

// Which part of the tree, by the beginning of its path, may use a library.
const std::map<std::string, Names> homes{
    {"unicode/", {"text/"}},
    {"pcre2.h", {"text/pattern"}},
    {"yaml-cpp/", {"yaml/yaml.cpp"}},
    {"zip.h", {"formats/zip/zip.cpp"}},
    {"pugixml.hpp", {"formats/"}},
    {"gumbo.h", {"formats/html"}},
    {"md4c.h", {"formats/markdown"}},
    // The headers take seconds to read: all else knows the command line as data.
    {"CLI/", {"cli/parse", "cli/command_options", "cli/shared_options"}},
    {"xlsxwriter.h", {"system/xlsx_file.cpp"}},
    // To read. What is written, output/parts/json writes.
    {"nlohmann/", {"output/views/corpus", "suppress/baseline"}},
    // Known everywhere, because messages are made where they are known.
    {"fmt/", {""}},
};

/// Its folder, or a file at the top itself.
std::string floor_of(const std::string& file) { return file.substr(0, file.find('/')); }

std::vector<std::string> all_sources() {
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(sources))
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(sources).string());
  std::ranges::sort(files);
  return files;
}

/// What a file includes, in quotes or angle brackets.
std::vector<std::string> included(const std::string& file, char open, char close) {
  const std::string text = read_bytes((sources / file).string());
  const std::regex line(std::string("(^|\n)\\s*#\\s*include\\s*") + open + "([^" + close + "\n]+)" +
                        close);
  std::vector<std::string> headers;
  for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
    headers.push_back((*at)[2]);
  return headers;
}

}  // namespace

TEST_CASE("a floor includes only floors below it", "[layers]") {
  for (auto floor = floors.begin(); floor != floors.end(); ++floor)
    for (const std::string& below : floor->below) {
      INFO(floor->name << " may include " << below);
      CHECK(std::find_if(floor + 1, floors.end(),
                         [&](const Floor& other) { return other.name == below; }) != floors.end());
    }
  std::size_t seen = 0;
  for (const std::string& file : all_sources()) {
    const std::string name = floor_of(file);
    INFO("in src/" << file);
    const auto floor = std::ranges::find(floors, name, &Floor::name);
    REQUIRE(floor != floors.end());
    for (const std::string& header : included(file, '"', '"')) {
      ++seen;
      INFO("#include \"" << header << '"');
      // Beside the includer there is nothing to find: paths are from src/.
      CHECK(fs::exists(sources / header));
      CHECK((floor_of(header) == name || floor->below.contains(floor_of(header))));
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("no room is too full", "[layers]") {
  std::map<std::string, int> files;
  for (const std::string& file : all_sources()) ++files[fs::path(file).parent_path().string()];
  for (const auto& [folder, count] : files) {
    INFO("src/" << folder << " holds " << count << " files of its own");
    CHECK(count <= (folder.empty() ? 4 : 36));
  }
}

TEST_CASE("a library has one home", "[layers]") {
  std::size_t seen = 0;
  for (const std::string& file : all_sources())
    for (const std::string& header : included(file, '<', '>')) {
      // The standard's headers have neither dot nor slash; the others are the system's or a
      // library's.
      if (header.find_first_of("./") == std::string::npos) continue;
      INFO("in src/" << file << ": #include <" << header << '>');
      const auto home = std::ranges::find_if(
          homes, [&](const auto& entry) { return header.starts_with(entry.first); });
      if (home == homes.end()) {
        // POSIX: the upper floors only, so that the library does no I/O.
        CHECK(does_io(file));
        continue;
      }
      ++seen;
      CHECK(std::ranges::any_of(home->second,
                                [&](const std::string& path) { return file.starts_with(path); }));
    }
  CHECK(seen > 5);
}

TEST_CASE("the library does no input or output", "[layers]") {
  const std::set<std::string> io{"cstdio", "fstream", "iostream", "filesystem"};
  for (const std::string& file : all_sources()) {
    // Tools of the build are not the library either.
    if (does_io(file) || file.find("/embed_") != std::string::npos) continue;
    for (const std::string& header : included(file, '<', '>')) {
      INFO("in src/" << file << ": #include <" << header << '>');
      CHECK(!io.contains(header));
    }
  }
}

}  // namespace hegui
