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

// A name with a dot is one header, others are folders or what layer_of() makes of a file. Whoever
// is in a row may include its own row.
const std::map<std::string, Names> allowed{
    {"text", {}},
    {"document", {"text"}},
    {"formats", {"document", "text"}},
    {"checks", {"document", "text", "finding.h"}},
    {"ruleset", {"checks", "document", "text", "finding.h"}},
    {"finding.h", {"text"}},
    {"version.h", {}},
    {"stages",
     {"ruleset", "checks", "document", "text", "finding.h", "variables.h", "binding.h", "judge.h",
      "lint.h", "report_findings.h", "score.h", "trace.h", "fingerprint.h", "file_problem.h",
      "suppress.h", "suppression_comments.h", "baseline.h"}},
    // What users set: configurations, and what lies beside reports.
    {"config",
     {"lint.h", "suppress.h", "file_problem.h", "ruleset", "checks", "document", "text",
      "finding.h"}},
    // Runs the whole pipeline on the samples of a rule set.
    {"selftest", {"lint.h", "formats", "ruleset", "checks", "document", "text", "finding.h"}},
    {"output",
     {"lint.h", "binding.h", "score.h", "trace.h", "file_problem.h", "config", "ruleset", "checks",
      "document", "text", "finding.h", "version.h"}},
};

bool is_command_line(const std::string& file) {
  return file == "main.cpp" || file.starts_with("commands/");
}

// Which part of the tree, by the beginning of its path, may use a library.
const std::map<std::string, Names> homes{
    {"unicode/", {"text/"}},
    {"pcre2.h", {"text/pattern"}},
    {"yaml-cpp/", {"ruleset/yaml.cpp"}},
    {"zip.h", {"formats/zip.cpp"}},
    {"pugixml.hpp", {"formats/"}},
    {"gumbo.h", {"formats/html"}},
    {"md4c.h", {"formats/markdown"}},
    {"CLI/", {"commands/"}},
    {"xlsxwriter.h", {"commands/xlsx_file.cpp"}},
    {"nlohmann/", {"output/", "baseline.cpp"}},
    // Known everywhere, because messages are made where they are known.
    {"fmt/", {""}},
};

std::string layer_of(const std::string& file) {
  if (const std::size_t slash = file.find('/'); slash != std::string::npos)
    return file.substr(0, slash);
  if (file.starts_with("selftest.")) return "selftest";
  return allowed.contains(file) ? file : "stages";
}

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

TEST_CASE("a stage includes only stages before it", "[layers]") {
  std::size_t seen = 0;
  for (const std::string& file : all_sources()) {
    if (is_command_line(file)) continue;
    const std::string layer = layer_of(file);
    INFO("in src/" << file << "; layer " << layer);
    REQUIRE(allowed.contains(layer));
    for (const std::string& header : included(file, '"', '"')) {
      ++seen;
      INFO("#include \"" << header << '"');
      // Beside the includer there is nothing to find: paths are from src/.
      CHECK(fs::exists(sources / header));
      const bool in_root = header.find('/') == std::string::npos;
      CHECK((layer_of(header) == layer ||
             allowed.at(layer).contains(in_root ? header : layer_of(header))));
    }
  }
  CHECK(seen > 100);
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
        // POSIX: the command line only, so that the library does no I/O.
        CHECK(is_command_line(file));
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
    // A tool of the build is not the library either.
    if (is_command_line(file) || file == "ruleset/embed_rules.cpp") continue;
    for (const std::string& header : included(file, '<', '>')) {
      INFO("in src/" << file << ": #include <" << header << '>');
      CHECK(!io.contains(header));
    }
  }
}

}  // namespace hegui
