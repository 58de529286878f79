#include "cli/help_language.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "ruleset/load.h"
#include "run/rule_finder.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// The values of an option before it is known whether the line is right.
std::vector<std::string_view> values_of(std::span<const std::string> words, std::string_view name,
                                        std::string_view short_name = {}) {
  std::vector<std::string_view> values;
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string_view word = words[i];
    const bool is_short = !short_name.empty() && word.starts_with(short_name);
    if (word == name || (is_short && word.size() == short_name.size())) {
      if (++i < words.size()) values.emplace_back(words[i]);
    } else if (is_short) {  // -rNAME
      values.push_back(word.substr(short_name.size()));
    } else if (word.starts_with(name) && word.substr(name.size()).starts_with('=')) {
      values.push_back(word.substr(name.size() + 1));
    }
  }
  return values;
}

/// In which rule sets are looked for by name.
std::vector<std::string> folders_in(std::span<const std::string> words) {
  std::vector<std::string> folders;
  const auto add = [&](std::string_view list) {
    for (const std::string_view folder : split(list, ':')) folders.emplace_back(folder);
  };
  for (const std::string_view list : values_of(words, "--rules-path")) add(list);
  const char* from_environment = std::getenv("HEGUI_RULES_PATH");
  if (folders.empty() && from_environment) add(from_environment);
  return folders;
}

std::optional<Language> language_of_locale() {
  for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* const value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string_view locale(value);
    if (locale.starts_with("zh")) return Language::zh;
    const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
    if (language == "C" || language == "POSIX") return std::nullopt;
    return Language::en;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Language> asked_language(std::span<const std::string> words) {
  const auto said = values_of(words, "--lang");
  if (!said.empty() && said.front() == "zh") return Language::zh;
  if (!said.empty() && said.front() == "en") return Language::en;
  return language_of_locale();
}

std::optional<Language> language_of_rules(std::span<const std::string> words) {
  const auto names = values_of(words, "--rules", "-r");
  if (names.empty()) return std::nullopt;
  try {
    const RuleFinder find(folders_in(words));
    auto found = find(names.front(), {});
    if (!found) return std::nullopt;
    const LoadedRules loaded = load_rules(std::move(*found), find);
    if (loaded.tells_language) return loaded.language;
  } catch (const InputError&) {
    // Whoever needs the file says what is wrong with it.
  }
  return std::nullopt;
}

}  // namespace hegui
