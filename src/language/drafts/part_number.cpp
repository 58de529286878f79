#include "language/drafts/part_number.h"

#include <algorithm>
#include <optional>

#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr char32_t full_width_zero = 0xFF10;
constexpr char32_t circled_one = 0x2460;  // Up to ⑳.
constexpr int most_circled = 20;

enum class Script : std::uint8_t { none, words, digits, full_width, circled };

/// A numeral of a number, and how it is written.
struct Numeral {
  std::size_t begin = 0, end = 0;
  Script script = Script::none;
};

Script script_of(const LanguageData& language, std::string_view character, char32_t code) {
  if (code >= '0' && code <= '9') return Script::digits;
  if (code >= full_width_zero && code < full_width_zero + 10) return Script::full_width;
  if (code >= circled_one && code < circled_one + most_circled) return Script::circled;
  const bool is_word = std::ranges::find(language.numerals, character) != language.numerals.end();
  return is_word ? Script::words : Script::none;
}

std::vector<Numeral> numerals_of(const LanguageData& language, std::string_view number) {
  std::vector<Numeral> found;
  for (std::size_t at = 0; at < number.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(number, at);
    const Script script = script_of(language, number.substr(begin, at - begin), code);
    if (script == Script::none) continue;
    if (!found.empty() && found.back().end == begin && found.back().script == script)
      found.back().end = at;
    else
      found.push_back({begin, at, script});
  }
  return found;
}

/// Up to 99; what is more nobody writes so.
std::optional<std::string> in_words(const LanguageData& language, int value) {
  constexpr std::size_t ten = 10;
  const auto number = static_cast<std::size_t>(value);
  if (number < language.numerals.size()) return std::string(language.numerals[number]);
  if (language.numerals.size() <= ten || value >= 100) return std::nullopt;
  std::string words(language.numerals[number / ten]);
  words += language.numerals[ten];
  if (number % ten > 0) words += language.numerals[number % ten];
  return words;
}

std::optional<std::string> written(const LanguageData& language, Script script, int value) {
  switch (script) {
    case Script::none: break;
    case Script::words: return in_words(language, value);
    case Script::digits: return std::to_string(value);
    case Script::full_width: {
      std::string words;
      for (const char digit : std::to_string(value))
        append_utf8(words, full_width_zero + static_cast<char32_t>(digit - '0'));
      return words;
    }
    case Script::circled: {
      if (value > most_circled) break;
      std::string words;
      append_utf8(words, circled_one + static_cast<char32_t>(value - 1));
      return words;
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view paragraph_indent(Language language) {
  return language == Language::zh ? "\u3000\u3000" : "";
}

std::string part_number(Language language, int value) {
  const auto words = in_words(data_of(language), value);
  return words ? *words + "、" : "";
}

std::string renumbered(Language language, std::string_view number, const std::vector<int>& values) {
  const LanguageData& data = data_of(language);
  std::vector<Numeral> numerals = numerals_of(data, number);
  if (numerals.size() < values.size()) return std::string(number);
  numerals.erase(numerals.begin(), numerals.end() - static_cast<std::ptrdiff_t>(values.size()));
  std::string text;
  std::size_t at = 0;
  for (std::size_t i = 0; i < numerals.size(); ++i) {
    const auto words = written(data, numerals[i].script, values[i]);
    if (!words) return std::string(number);
    text.append(number, at, numerals[i].begin - at) += *words;
    at = numerals[i].end;
  }
  return text.append(number.substr(at));
}

}  // namespace hegui
