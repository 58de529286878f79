// Rule files are untrusted: whatever the bytes, loading ends, and either with a rule set or with
// errors that have a place.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "ruleset/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const FindRules find = [](std::string_view name, std::string_view) { return find_builtin(name); };
  const LoadedRules loaded = load_rules({"fuzz.yaml", text}, find, true);
  if (!loaded.rules && loaded.problems.empty()) std::abort();
  for (const SourceProblem& problem : loaded.problems)
    if (problem.place.file >= loaded.files.size()) std::abort();
  return 0;
}
