// Build tool: rule files to a C++ file with their value trees and what the patterns in them
// require, so that a run parses no YAML and reads no pattern.
//
//   embed_rules OUTPUT.cpp rules/fazhi.yaml …

#include <cctype>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ruleset/builtin.h"
#include "search/required_literals.h"
#include "text/cpp_literal.h"
#include "yaml/yaml.h"

namespace hegui {
namespace {

std::vector<FlatValue> flat;
std::string words;                                 // All that is embedded, each once.
std::map<std::string, EmbeddedText> places;        // In `words`.
std::map<std::string, RequiredLiterals> literals;  // By pattern.

EmbeddedText embedded(const std::string& text) {
  const auto [known, is_new] = places.try_emplace(text);
  if (is_new) {
    known->second = {static_cast<std::uint32_t>(words.size()),
                     static_cast<std::uint32_t>(text.size())};
    words += text;
  }
  return known->second;
}

/// {year}, {verb}; {2,4} counts.
bool has_name(std::string_view pattern) {
  for (std::size_t at = pattern.find('{'); at != pattern.npos; at = pattern.find('{', at + 1))
    if (at + 1 < pattern.size() && std::isalpha(static_cast<unsigned char>(pattern[at + 1])))
      return true;
  return false;
}

void note_pattern(std::string_view text) {
  if (text.size() < 3 || text.front() != '/' || text.back() != '/') return;
  const std::string pattern(text.substr(1, text.size() - 2));
  if (has_name(pattern)) return;
  literals.insert_or_assign(pattern, required_literals(pattern));
}

void flatten(const Value& value) {
  const std::size_t count = value.is_list() ? value.items.size() : value.entries.size() * 2;
  const std::size_t at = flat.size();
  flat.push_back({value.kind, value.quoted, value.place.offset, static_cast<std::uint32_t>(count),
                  1, embedded(value.text)});
  if (value.is_scalar() && value.quoted) note_pattern(value.text);
  for (const Value& item : value.items) flatten(item);
  for (const Value::Entry& entry : value.entries) {
    flat.push_back({Value::Kind::scalar, false, entry.place.offset, 0, 1, embedded(entry.key)});
    note_pattern(entry.key);  // Dictionaries have patterns there.
    flatten(entry.value);
  }
  flat[at].nodes = static_cast<std::uint32_t>(flat.size() - at);
}

std::string place_of(EmbeddedText text) {
  return '{' + std::to_string(text.offset) + "u," + std::to_string(text.size) + "u}";
}

std::string stem(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return std::string(path.substr(0, path.find('.')));
}

int embed(int count, char** arguments) {
  std::ofstream out(arguments[1], std::ios::binary);
  out << "// Made by embed_rules from rules/*.yaml.\n#include <array>\n\n"
         "#include \"ruleset/builtin.h\"\n#include \"search/known_literals.h\"\n\nnamespace hegui {\nnamespace {\n\n"
         "using Kind = Value::Kind;\n";
  std::string table;
  for (int i = 2; i < count; ++i) {
    std::ifstream in(arguments[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    Value value;
    try {
      value = read_yaml(text);
    } catch (const NotYaml& error) {
      std::fprintf(stderr, "%s: byte %u: %s\n", arguments[i], error.problem.place.offset,
                   error.problem.message.en.c_str());
      return 1;
    }
    flat.clear();
    flatten(value);
    out << "\nconstexpr std::array<FlatValue, " << flat.size() << "> values_" << i << "{{\n";
    for (const FlatValue& node : flat)
      out << "{Kind(" << static_cast<int>(node.kind) << ")," << node.quoted << ',' << node.offset
          << ',' << node.count << ',' << node.nodes << ',' << place_of(node.text) << "},\n";
    out << "}};\n";
    table += "    BuiltinRules{" + cpp_view(stem(arguments[i])) + ", " + cpp_view(text) +
             ", values_" + std::to_string(i) + "},\n";
  }
  out << "\nconstexpr std::array<BuiltinRules, " << count - 2 << "> table{{\n" << table << "}};\n";
  out << "\nconstexpr std::array<KnownLiterals, " << literals.size() << "> required{{\n";
  for (const auto& [pattern, required] : literals) {
    std::string joined;
    for (const std::string& literal : required.any_of) joined += literal + '\0';
    out << '{' << place_of(embedded(pattern)) << ',' << place_of(embedded(joined)) << ','
        << required.before << "u},\n";
  }
  out << "}};\n\n}  // namespace\n\nconst char* const embedded_words =\n";
  out << cpp_literal(words);
  out << ";\n\n"
         "std::span<const BuiltinRules> builtin_rules() { return table; }\n"
         "std::span<const KnownLiterals> known_literals() { return required; }\n\n"
         "}  // namespace hegui\n";
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace hegui

int main(int count, char** arguments) { return count < 2 ? 2 : hegui::embed(count, arguments); }
