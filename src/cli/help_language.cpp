#include "cli/help_language.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include "ruleset/load.h"
#include "run/rule_finder.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// The value of an option before it is known whether the line is right; empty if there is none.
std::string_view value_of(std::span<const std::string> words, std::string_view name,
                          std::string_view short_name = {}) {
  for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
    const std::string_view word = words[i];
    if (word == name || (!short_name.empty() && word == short_name))
      return i + 1 < words.size() ? std::string_view(words[i + 1]) : std::string_view();
    if (word.starts_with(name) && word.substr(name.size()).starts_with('='))
      return word.substr(name.size() + 1);
  }
  return {};
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
  const std::string_view said = value_of(words, "--lang");
  if (said == "zh") return Language::zh;
  if (said == "en") return Language::en;
  return language_of_locale();
}

std::optional<Language> language_of_rules(std::span<const std::string> words) {
  const std::string_view name = value_of(words, "--rules", "-r");
  if (name.empty()) return std::nullopt;
  try {
    const RuleFinder find({});
    auto found = find(name, {});
    if (!found) return std::nullopt;
    const LoadedRules loaded = load_rules(std::move(*found), find);
    if (loaded.tells_language) return loaded.language;
  } catch (const InputError&) {
    // Whoever needs the file says what is wrong with it.
  }
  return std::nullopt;
}

}  // namespace hegui
