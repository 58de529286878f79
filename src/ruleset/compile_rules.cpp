// Build tool: the built-in rule sets, loaded, to a C++ file.
//
//   compile_rules OUTPUT.cpp

#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include "ruleset/archive.h"
#include "ruleset/builtin.h"
#include "ruleset/load.h"
#include "text/cpp_literal.h"

namespace hegui {
namespace {

/// Nullopt if something is wrong with it, which is printed.
std::optional<RuleSet> load(std::string_view name) {
  LoadedRules loaded = load_rules(*find_builtin(name),
                                  [](std::string_view base, auto) { return find_builtin(base); });
  if (!loaded.rules)
    for (const SourceProblem& problem : loaded.problems)
      std::fprintf(stderr, "%s: byte %u: %s\n", loaded.files[problem.place.file].path.c_str(),
                   problem.place.offset, problem.message.en.c_str());
  return std::move(loaded.rules);
}

int compile(const char* path) {
  std::ofstream out(path, std::ios::binary);
  out << "// Made by compile_rules from the built-in rule sets.\n#include <array>\n\n"
         "#include \"ruleset/compiled.h\"\n\nnamespace hegui {\nnamespace {\n\n"
         "constexpr std::array<CompiledRules, "
      << builtin_rules().size() << "> table{{\n";
  for (const BuiltinRules& builtin : builtin_rules()) {
    const auto rules = load(builtin.name);
    if (!rules) return 1;
    out << "CompiledRules{" << cpp_view(builtin.name) << ",\n"
        << cpp_view(archived(head_of(*rules))) << ",\n"
        << cpp_view(archived(*rules)) << "},\n";
  }
  out << "}};\n\n}  // namespace\n\n"
         "std::span<const CompiledRules> compiled_rules() { return table; }\n\n"
         "}  // namespace hegui\n";
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace hegui

int main(int count, char** arguments) { return count == 2 ? hegui::compile(arguments[1]) : 2; }
