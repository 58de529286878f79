#include "language/zh_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "language/zh_numbers.h"
#include "text/characters.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t most_digits = 15;  // That a double holds.

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

/// ○ is a zero, too, where it stands in a value: 二○二四.
int digit_of(char32_t code) { return code == U'○' ? 0 : chinese_digit(code); }

/// 十 → 10; 0 for others.
double small_power_of(char32_t code) {
  return code == U'十' ? 10 : code == U'百' ? 100 : code == U'千' ? 1'000 : 0;
}

double large_power_of(char32_t code) { return code == U'万' ? 1e4 : code == U'亿' ? 1e8 : 0; }

/// Whether a group of three digits begins behind the mark at `at`: 1,204 and 1 204. What follows
/// another mark is another number.
bool begins_group(std::string_view text, std::size_t at, std::size_t length, std::size_t digits) {
  if (digits == 0 || (text[at] != ',' && text[at] != ' ')) return false;
  std::size_t end = at + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  const std::size_t first = digits - std::min(digits, 3 * (length - digits));
  return text[at] == ',' ? end >= at + 4 : end == at + 4 && first <= 3;
}

/// 1,204.50
std::optional<NumberValue> read_arabic(std::string_view text, std::size_t at) {
  std::string digits;
  NumberValue number;
  const std::size_t begin = at;
  for (; at < text.size(); ++at)
    if (is_digit(text[at]))
      digits += text[at];
    else if (!begins_group(text, at, at - begin, digits.size()))
      break;
  if (at == begin || digits.size() > most_digits) return std::nullopt;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    for (digits += text[at++]; at < text.size() && is_digit(text[at]); ++at) {
      digits += text[at];
      number.step /= 10;
    }
  }
  if (digits.size() > most_digits) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  number.end = at;
  return number;
}

/// Digits that stand side by side.
struct DigitRun {
  double value = 0;  ///< Read as 二〇二四 is.
  int last = 0;
  int length = 0;
  std::size_t end = 0;
};

DigitRun read_run(std::string_view text, std::size_t at) {
  DigitRun run{.end = at};
  while (at < text.size()) {
    const int digit = digit_of(next_code_point(text, at));
    if (digit < 0) break;
    run = {run.value * 10 + digit, digit, run.length + 1, at};
  }
  return run;
}

/// 点五 behind 九十.
void read_fraction(std::string_view text, NumberValue& number) {
  std::size_t at = number.end;
  if (!take(text, at, "点")) return;
  const DigitRun run = read_run(text, at);
  if (run.length == 0) return;
  number.step = std::pow(0.1, run.length);
  number.value += run.value * number.step;
  number.end = run.end;
}

/// 三百二十, 一万两千零五, 九十点五, 二〇二四, 几十, 七八.
std::optional<NumberValue> read_words(std::string_view text, std::size_t at) {
  NumberValue number;
  double all = 0, section = 0, digit = 0;  // 一亿|三千|二
  std::size_t end = at;
  bool has_digit = false;
  while (end < text.size()) {
    const DigitRun run = read_run(text, end);
    if (run.length > 0) {
      const bool is_positional = run.length > 2 && all + section == 0;
      // 七八 and 两三百 are about; 零五 and 〇三 are not.
      number.exact = number.exact && (run.length < 2 || is_positional || run.value == run.last);
      digit = is_positional ? run.value : run.last;
      has_digit = true;
      end = run.end;
      continue;
    }
    std::size_t next = end;
    const char32_t code = next_code_point(text, next);
    if (code == U'几') {
      number.exact = false;
    } else if (const double power = small_power_of(code); power > 0) {
      section += (has_digit ? digit : 1) * power;
    } else if (const double large = large_power_of(code); large > 0 && end > at) {
      // 万 counts what stands behind 亿, and else all: 一亿零三百万, 三千万亿.
      const bool is_below = all > large;
      all = is_below ? all + (section + digit) * large : (all + section + digit) * large;
      section = 0;
    } else {
      break;
    }
    digit = 0;
    has_digit = false;
    end = next;
  }
  if (end == at) return std::nullopt;
  number.value = all + section + digit;
  number.end = end;
  read_fraction(text, number);
  return number;
}

/// What may stand behind a number and belongs to it: 余, 万, 多.
void read_scale(std::string_view text, NumberValue& number) {
  std::size_t at = number.end;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t code = next_code_point(text, next);
    const double scale = std::max(small_power_of(code), large_power_of(code));
    if (code == U'余' || code == U'多' || code == U'几') {
      number.exact = false;
    } else if (scale > 1) {
      number.value *= scale;
      number.step *= scale;
    } else {
      break;
    }
    at = next;
  }
  number.end = at;
}

std::optional<NumberValue> read_one(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  auto number = is_digit(text[at]) ? read_arabic(text, at) : read_words(text, at);
  if (number) {
    while (number->end < text.size() && text[number->end] == ' ') ++number->end;
    read_scale(text, *number);
  }
  return number;
}

}  // namespace

std::optional<NumberValue> read_chinese_value(std::string_view text) {
  std::size_t at = 0;
  const bool is_percent = take(text, at, "百分之");
  if (take(text, at, "半")) return NumberValue{.value = 0.5, .step = 0.5, .end = at};
  auto number = read_one(text, at);
  if (!number) return std::nullopt;
  number->is_percent = is_percent;
  // 3—5, 30至40, 80%～90%: somewhere between.
  std::size_t behind = number->end;
  take(text, behind, "%");
  for (const std::string_view mark : {"-", "—", "–", "~", "至", "到"})
    if (take(text, behind, mark)) {
      if (const auto last = read_one(text, behind)) {
        number->exact = false;
        number->end = last->end;
      }
      break;
    }
  return number;
}

}  // namespace hegui
