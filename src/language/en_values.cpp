#include "language/en_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "language/en_numbers.h"
#include "text/characters.h"
#include "text/strings.h"

namespace hegui {
namespace {

constexpr std::size_t most_digits = 15;  // That a double holds.

struct Scale {
  std::string_view word;
  double factor;
};

constexpr std::array<Scale, 11> scales{{{"hundred", 1e2},
                                        {"dozen", 12},
                                        {"thousand", 1e3},
                                        {"million", 1e6},
                                        {"billion", 1e9},
                                        {"trillion", 1e12},
                                        {"bn", 1e9},
                                        {"tn", 1e12},
                                        {"k", 1e3},
                                        {"m", 1e6},
                                        {"b", 1e9}}};

bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

std::size_t skip(std::string_view text, std::size_t at, std::string_view any_of) {
  return std::min(text.find_first_not_of(any_of, at), text.size());
}

/// 3,120.50
std::optional<NumberValue> read_digits(std::string_view text, std::size_t at) {
  std::string digits;
  NumberValue number;
  bool is_fraction = false;
  for (; at < text.size(); ++at) {
    const bool goes_on = at + 1 < text.size() && is_digit(text[at + 1]) && !digits.empty();
    if (is_digit(text[at])) {
      digits += text[at];
      if (is_fraction) number.step /= 10;
    } else if (text[at] == '.' && goes_on && !is_fraction) {
      digits += '.';
      is_fraction = true;
    } else if (text[at] != ',' || !goes_on || is_fraction) {
      break;
    }
  }
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  number.end = at;
  return number;
}

/// A word for hundreds, thousands and so on behind the number. A letter counts only if it ends the
/// word, and only behind digits: $2m, and not two m.
void read_scale(std::string_view text, NumberValue& number, bool in_words) {
  const std::size_t begin = skip(text, number.end, " -");
  std::size_t end = begin;
  while (end < text.size() && is_letter(text[end])) ++end;
  const std::string word = lower(text.substr(begin, end - begin));
  const auto scale = std::ranges::find(scales, word, &Scale::word);
  if (scale == scales.end()) return;
  const bool is_letter_only = word.size() < 3;
  if (is_letter_only && (in_words || begin > number.end)) return;
  number.value *= scale->factor;
  number.step *= scale->factor;
  number.end = end;
}

std::optional<NumberValue> read_one(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (is_digit(text[at])) {
    auto number = read_digits(text, at);
    if (number) read_scale(text, *number, false);
    return number;
  }
  std::size_t end = at;
  const int value = read_english_numeral(text, end);
  if (value == 0) return std::nullopt;
  NumberValue number{.value = static_cast<double>(value), .end = end};
  read_scale(text, number, true);
  return number;
}

}  // namespace

std::optional<NumberValue> read_english_value(std::string_view text) {
  std::size_t at = 0;
  for (const std::string_view sign : {"$", "€", "£", "¥"})
    if (text.starts_with(sign)) at = sign.size();
  auto number = read_one(text, skip(text, at, " "));
  if (!number) return std::nullopt;
  std::size_t behind = skip(text, number->end, " %");
  for (const std::string_view dash : {"-", "–"})
    if (text.substr(behind).starts_with(dash)) {
      behind = skip(text, behind + dash.size(), " ");
      if (const auto last = behind < text.size() && is_digit(text[behind]) ? read_one(text, behind)
                                                                           : std::nullopt) {
        number->exact = false;
        number->end = last->end;
      }
      break;
    }
  return number;
}

}  // namespace hegui
