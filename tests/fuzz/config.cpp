// Configurations and ignore files come from anybody's repository: whatever the bytes, reading ends,
// with values or with errors that have a place, and so does the matching of any pattern.

#include "config/config.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "config/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const ConfigFiles files{
      .resolve = [](std::string_view path, const FoundConfig&, PathKind) -> ResolvedPath {
        return {.path = std::string(path)};
      },
      // Every file extends itself: the bounds must hold.
      .read = [&](const std::string& path) -> std::optional<FoundConfig> {
        return FoundConfig{path, "/repo", text};
      }};
  const Config config = read_config({"fuzz.yaml", "/repo", text}, files);
  for (const SourceProblem& problem : config.problems) {
    if (problem.place.file >= config.files.size()) std::abort();
    if (problem.place.offset > config.files[problem.place.file].source.size()) std::abort();
  }
  for (const std::string_view path : {"/repo/a.md", "/repo/草稿/深/b.txt", "/c"}) {
    settings_of(config.values_of(config.layers_for(path)), "/repo");
    config.excludes(path, false);
  }
  PathPatterns patterns;
  patterns.add_lines(text.substr(0, 1U << 14));
  patterns.match("草稿/深/b.txt", false);
  patterns.cover(text.substr(0, 256));
  return 0;
}
