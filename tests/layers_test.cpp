// Who may include whom. A format cannot know rules, and an output cannot run a check, because the
// build of this test fails to allow it.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "text/unicode.h"

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
    // Another program, on a machine whose system the floors below know nothing of.
    {"windows", {"page", "output", "suppress", "formats", "version.h", "text"}},
    {"commands",
     {"cli", "run", "scaffold", "system", "output", "suppress", "config", "review", "ruleset",
      "yaml", "formats", "version.h", "search", "text"}},
    {"cli", {"run", "system", "output", "ruleset", "formats", "version.h", "text"}},
    {"run",
     {"system", "report", "output", "suppress", "config", "review", "ruleset", "yaml", "formats",
      "document", "language", "search", "text"}},
    {"system", {"output", "formats", "text"}},
    // The other way in, of a browser, which has no floor above this one.
    {"page", {"report", "output", "suppress", "review", "ruleset", "yaml", "formats", "text"}},
    {"report", {"suppress", "review", "ruleset", "yaml", "formats", "document", "search", "text"}},
    {"output",
     {"config", "review", "ruleset", "yaml", "formats", "finding.h", "document", "version.h",
      "language", "search", "text"}},
    {"scaffold", {"review", "ruleset", "formats", "document", "language", "search", "text"}},
    {"suppress", {"review", "yaml", "document", "language", "search", "text"}},
    {"config", {"review", "ruleset", "yaml", "text"}},
    // selftest runs the whole pipeline on the samples of a rule set.
    {"review",
     {"ruleset", "yaml", "checks", "formats", "finding.h", "document", "language", "search",
      "text"}},
    {"ruleset", {"yaml", "checks", "finding.h", "document", "language", "search", "text"}},
    {"yaml", {"finding.h", "text"}},
    {"checks", {"finding.h", "document", "language", "search", "text"}},
    {"formats", {"document", "language", "search", "text"}},
    {"finding.h", {"text"}},
    {"document", {"language", "search", "text"}},
    {"language", {"search", "text"}},
    {"search", {"text"}},
    {"version.h", {}},
    {"text", {}},
};

// What reads and writes files, runs programs and talks to a terminal.
bool does_io(const std::string& file) {
  static const Names above{"main.cpp", "commands", "cli", "run", "system", "windows"};
  return above.contains(file.substr(0, file.find('/')));
}

// Which part of the tree, by the beginning of its path, may use a library.
const std::map<std::string, Names> homes{
    {"unicode/", {"text/tables/embed_", "text/converter/embed_"}},
    {"pcre2.h", {"search/pattern"}},
    // What a thread needs to match is freed with the thread.
    {"pthread.h", {"search/pattern", "system/"}},
    {"yaml-cpp/", {"yaml/yaml.cpp"}},
    {"ioapi.h", {"formats/zip/memory_file.h"}},
    {"unzip.h", {"formats/zip/zip.cpp"}},
    {"zip.h", {"formats/zip/zip_writer.cpp"}},
    {"zlib.h", {"formats/zip/zip.cpp", "formats/zip/zip_writer.cpp", "page/bind_page.cpp"}},
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

TEST_CASE("a type has a name of its own", "[layers]") {
  // Of two that share one the linker keeps either's functions, and frees one as if it were the
  // other.
  const std::regex type("(^|\n)(struct|class|enum class) (\\w+)[^;{\n]*\\{");
  std::map<std::string, std::string> homes_of_types;
  for (const std::string& file : all_sources()) {
    if (!file.ends_with(".h")) continue;
    const std::string text = read_bytes((sources / file).string());
    for (std::sregex_iterator at(text.begin(), text.end(), type), end; at != end; ++at) {
      const auto [known, is_new] = homes_of_types.emplace((*at)[3], file);
      INFO("src/" << file << " and src/" << known->second << " define " << known->first);
      CHECK((is_new || known->second == file));
    }
  }
  CHECK(homes_of_types.size() > 100);
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
    const bool is_tool = file.find("/embed_") != std::string::npos ||
                         file.ends_with("/compile_rules.cpp") || file.ends_with("/bind_page.cpp");
    if (does_io(file) || is_tool) continue;
    for (const std::string& header : included(file, '<', '>')) {
      INFO("in src/" << file << ": #include <" << header << '>');
      CHECK(!io.contains(header));
    }
  }
}

namespace {

struct Literal {
  std::size_t begin = 0, end = 0;
  std::string words = {};
};

/// The literals of a source file in order, and the file with its comments blanked out.
std::vector<Literal> literals_of(std::string& source) {
  std::vector<Literal> found;
  for (std::size_t at = 0; at < source.size(); ++at) {
    const char c = source[at];
    std::size_t end = at;
    if (source.compare(at, 2, "//") == 0) {
      for (; at < source.size() && source[at] != '\n'; ++at) source[at] = ' ';
      continue;
    }
    const bool in_number = at > 0 && std::isdigit(static_cast<unsigned char>(source[at - 1])) != 0;
    if (source.compare(at, 3, "R\"(") == 0) {
      end = source.find(")\"", at) + 2;
    } else if (c == '"' || (c == '\'' && !in_number)) {  // 1'000
      for (end = at + 1; end < source.size() && source[end] != c; ++end)
        if (source[end] == '\\') ++end;
      ++end;
    } else {
      continue;
    }
    found.push_back({at, end, source.substr(at, end - at)});
    at = end - 1;
  }
  return found;
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_code_point(text, at))) return true;
  return false;
}

bool has_english(const std::string& text) {
  static const std::regex word("[A-Za-z]{3}");
  return std::regex_search(text, word);
}

}  // namespace

// A literal with Chinese characters is a message if its English stands beside it: in the same
// literal, or in one behind it in the same statement.
TEST_CASE("the engine knows no language by heart", "[layers]") {
  // What is of a script, an encoding or a format, and of no language.
  const Names others{"text/encodings.cpp",           "text/tables/embed_simplified.cpp",
                     "formats/docx/docx_draft.cpp",  "formats/docx/docx_numbering.cpp",
                     "formats/docx/docx_styles.cpp", "formats/docx/docx_fields.cpp",
                     "formats/extracted_lines.cpp",  "formats/odt/odt_numbering.cpp"};
  std::size_t messages = 0;
  for (const std::string& file : all_sources()) {
    if (floor_of(file) == "language" || others.contains(file)) continue;
    std::string source = read_bytes((sources / file).string());
    const std::vector<Literal> literals = literals_of(source);
    for (auto literal = literals.begin(); literal != literals.end(); ++literal) {
      if (!has_han(literal->words)) continue;
      bool is_message = has_english(literal->words);
      for (auto next = literal + 1; next != literals.end() && !is_message; ++next) {
        const std::string_view between =
            std::string_view(source).substr(literal->end, next->begin - literal->end);
        if (between.find(';') != std::string_view::npos) break;
        is_message = !has_han(next->words);
      }
      INFO("src/" << file << ": " << literal->words);
      CHECK(is_message);
      ++messages;
    }
  }
  CHECK(messages > 500);
}

}  // namespace hegui
