#include "language/en_numbers.h"

#include <algorithm>
#include <array>

#include "language/days.h"
#include "search/pattern.h"
#include "text/characters.h"
#include "text/strings.h"

namespace hegui {
namespace {

constexpr int largest_number = 99;

constexpr std::array<std::string_view, 20> small_numerals{
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                                "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 10> ordinals{
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// III → 3, iv → 4; 0 for what is none.
int roman_value(std::string_view written) {
  int value = 0, last = 0;
  for (std::size_t i = written.size(); i-- > 0;) {
    const char c = lower(written[i]);
    const int digit = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : c == 'l' ? 50 : 0;
    if (digit == 0) return 0;
    value += digit < last ? -digit : digit;
    last = std::max(last, digit);
  }
  return value;
}

int letter_value(char c) { return lower(c) - 'a' + 1; }

/// What is read, and where it ends.
struct Numeral {
  int value = 0;
  std::size_t end = 0;
};

Numeral digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  int value = 0;
  while (end < text.size() && is_digit(text[end]) && end - at < 3)
    value = value * 10 + (text[end++] - '0');
  const bool is_longer = end < text.size() && is_digit(text[end]);
  return end == at || is_longer ? Numeral{} : Numeral{value, end};
}

std::string_view letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

/// The number with its mark; something must follow behind a blank.
std::optional<Number> finish(std::string_view text, std::uint32_t begin, std::size_t end,
                             Numbering form, int value) {
  if (value < 1 || value > largest_number) return std::nullopt;
  if (end >= text.size() || text[end] != ' ') return std::nullopt;
  const std::size_t next = text.find_first_not_of(' ', end);
  if (next == std::string_view::npos || text[next] == '\n') return std::nullopt;
  return Number{.form = form, .value = value, .span = {begin, static_cast<std::uint32_t>(end)}};
}

/// Whether the words behind a number are those of a heading and not of a quantity: 3.5 GB.
bool begins_words(std::string_view text, std::size_t end) {
  const std::size_t next = std::min(text.find_first_not_of(' ', end), text.size());
  const std::string_view word = letters_at(text, next);
  return word.size() > 1 && is_capital(word[0]) && !is_capital(word[1]);
}

/// Where a dash between a number and its words ends: 1 - Summary; `end` if there is none.
std::size_t behind_dash(std::string_view text, std::size_t end) {
  for (const std::string_view dash : {" - ", " – ", " — "})
    if (text.substr(end).starts_with(dash)) return end + dash.size() - 1;
  return end;
}

/// 10.12 may be a section, and the time of day; 02.15 is no section.
bool may_be_time(std::string_view written) {
  static const Pattern time(R"(^(?:[01]?\d|2[0-3])\.[1-5]\d$)");
  return time.matches(written);
}

/// 1. 1) 1.2 and, in doubt, 1 and a blank or a dash.
std::optional<Number> read_arabic(std::string_view text, std::uint32_t begin) {
  Numeral numeral = digits_at(text, begin);
  if (numeral.value == 0) return std::nullopt;
  std::uint8_t parts = 1;
  while (numeral.end + 1 < text.size() && text[numeral.end] == '.' &&
         is_digit(text[numeral.end + 1])) {
    numeral = digits_at(text, numeral.end + 1);
    if (numeral.value == 0) return std::nullopt;
    ++parts;
  }
  std::size_t end = numeral.end;
  const std::string_view digits = text.substr(begin, end - begin);
  if (parts > 1 && (digits.front() == '0' || digits.find(".0") != digits.npos)) return std::nullopt;
  const char mark = end < text.size() ? text[end] : 0;
  const bool marked = mark == '.' || (mark == ')' && parts == 1);
  end += marked ? 1 : 0;
  end += mark == '.' && text.substr(end).starts_with(')') ? 1 : 0;  // 1.)
  const bool is_multilevel = parts > 1 || !marked;                  // 1 stands above 1.1.
  if (!marked) end = behind_dash(text, end);
  const Numbering form = is_multilevel ? Numbering::multilevel
                         : mark == ')' ? Numbering::digit
                                       : Numbering::dot;
  auto number = finish(text, begin, end, form, numeral.value);
  if (!number) return std::nullopt;
  number->parts = parts;
  // 3.5 % of it, 4 boxes; 3.5 GB of logs and 3 Engineers were paged only look like headings.
  const bool is_worded = begins_words(text, end);
  const std::size_t next = text.find_first_not_of(' ', end);
  if (parts > 1 && !is_letter(text[next]) && text[next] != '"') return std::nullopt;
  if (parts == 1 && !marked && !is_worded) return std::nullopt;
  number->doubtful = parts > 1 ? !is_worded || may_be_time(digits) : !marked;
  return number;
}

/// A1. A2. as marks of a list, in doubt.
std::optional<Number> read_letter_and_number(std::string_view text, std::uint32_t begin) {
  const Numeral numeral = digits_at(text, begin + std::size_t{1});
  if (!is_capital(text[begin]) || numeral.value == 0 || numeral.end >= text.size() ||
      (text[numeral.end] != '.' && text[numeral.end] != ')'))
    return std::nullopt;
  auto number = finish(text, begin, numeral.end + 1, Numbering::circle, numeral.value);
  if (number) number->doubtful = true;
  return number;
}

/// I. A. a) a.: letters and Roman numerals, of which only those around tell that they are no
/// initials.
std::optional<Number> read_letter(std::string_view text, std::uint32_t begin) {
  const std::string_view word = letters_at(text, begin);
  const std::size_t end = begin + word.size();
  if (word.empty() || end >= text.size() || (text[end] != '.' && text[end] != ')'))
    return std::nullopt;
  const bool capital = is_capital(word.front());
  const int roman = roman_value(word);
  if (word.size() > 1 && (roman == 0 || word.size() > 6)) return std::nullopt;
  const bool is_roman = roman > 0 && (word.size() > 1 || lower(word.front()) == 'i');
  const Numbering form = !capital   ? Numbering::circle
                         : is_roman ? Numbering::capital
                                    : Numbering::comma;
  auto number = finish(text, begin, end + 1, form, is_roman ? roman : letter_value(word.front()));
  if (number) number->doubtful = true;
  return number;
}

/// (1) (a) (iv)
std::optional<Number> read_bracketed(std::string_view text, std::uint32_t begin) {
  const std::size_t at = begin + std::size_t{1};
  if (const Numeral numeral = digits_at(text, at);
      numeral.value > 0 && text.substr(numeral.end).starts_with(')'))
    return finish(text, begin, numeral.end + 1, Numbering::digit, numeral.value);
  const std::string_view word = letters_at(text, at);
  if (word.empty() || word.size() > 4 || !text.substr(at + word.size()).starts_with(')'))
    return std::nullopt;
  const int roman = roman_value(word);
  const bool is_roman = roman > 0 && (word.size() > 1 || lower(word.front()) == 'i');
  if (word.size() > 1 && !is_roman) return std::nullopt;
  return finish(text, begin, at + word.size() + 1, Numbering::circle,
                is_roman ? roman : letter_value(word.front()));
}

/// Appendix A, Section 3:, Part II
std::optional<Number> read_named(std::string_view text, std::uint32_t begin) {
  constexpr std::array<std::string_view, 7> names{"part",     "chapter", "section", "article",
                                                  "appendix", "annex",   "schedule"};
  const std::string_view name = letters_at(text, begin);
  const std::string small = lower(name);
  if (std::ranges::find(names, small) == names.end() || !is_capital(name.front()))
    return std::nullopt;
  std::size_t at = begin + name.size();
  if (at >= text.size() || text[at] != ' ') return std::nullopt;
  ++at;
  Numeral numeral = digits_at(text, at);
  if (numeral.value == 0) {
    const std::string_view word = letters_at(text, at);
    const int roman = roman_value(word);
    if (word.empty() || !is_capital(word.front())) return std::nullopt;
    if (word.size() == 1 && roman == 0)
      numeral = {letter_value(word.front()), at + 1};
    else if (roman > 0)
      numeral = {roman, at + word.size()};
    else
      return std::nullopt;
  }
  at = numeral.end;
  const bool marked = at < text.size() && (text[at] == '.' || text[at] == ':' || text[at] == ')');
  at += marked ? 1 : 0;
  // Section 3 describes: a reference.
  std::size_t next = std::min(text.find_first_not_of(" -", at), text.size());
  if (!marked && (next >= text.size() || is_digit(text[next]) ||
                  (is_letter(text[next]) && !is_capital(text[next]))))
    return std::nullopt;
  return finish(text, begin, at, small == "section" ? Numbering::section : Numbering::part,
                numeral.value);
}

bool begins_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

}  // namespace

std::optional<Number> read_english_number(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return std::nullopt;
  if (text[at] == '(') return read_bracketed(text, at);
  if (!begins_line(text, at)) return std::nullopt;
  if (is_digit(text[at])) return read_arabic(text, at);
  if (!is_letter(text[at])) return std::nullopt;
  if (const auto named = read_named(text, at)) return named;
  if (const auto number = read_letter_and_number(text, at)) return number;
  return read_letter(text, at);
}

int read_english_numeral(std::string_view text, std::size_t& at) {
  const auto word_at = [&](std::size_t place) { return lower(letters_at(text, place)); };
  const std::string first = word_at(at);
  const auto small = std::ranges::find(small_numerals, first);
  if (!first.empty() && small != small_numerals.end()) {
    at += first.size();
    return static_cast<int>(small - small_numerals.begin());
  }
  const auto ten = std::ranges::find(tens, first);
  if (first.empty() || ten == tens.end()) return 0;
  int value = static_cast<int>(ten - tens.begin()) * 10;
  at += first.size();
  if (at < text.size() && (text[at] == '-' || text[at] == ' ')) {
    const std::string unit = word_at(at + 1);
    const auto digit = std::find(small_numerals.begin() + 1, small_numerals.begin() + 10, unit);
    if (digit != small_numerals.begin() + 10) {
      value += static_cast<int>(digit - small_numerals.begin());
      at += 1 + unit.size();
    }
  }
  return value;
}

std::vector<ItemMark> english_item_marks(std::string_view text) {
  static const Pattern mark(
      R"((?:^|(?<=[.;:!?] ))(First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Final|Last)(?:ly)?,)");
  std::vector<ItemMark> marks;
  for (auto hit = mark.find(text); hit; hit = mark.find(text, hit->end)) {
    std::string word = lower(text.substr(hit->begin, hit->size() - 1));
    if (word.ends_with("ly")) word.resize(word.size() - 2);
    const auto ordinal = std::ranges::find(ordinals, word);
    const int value = ordinal != ordinals.end() ? static_cast<int>(ordinal - ordinals.begin()) + 1
                      : marks.empty()           ? 1
                                                : marks.back().value + 1;
    marks.push_back({hit->begin, ItemMark::Form::ordinal, value});
  }
  return marks;
}

std::string read_english_day(std::string_view text) {
  const std::string small = lower(text);
  std::size_t month = 0;
  while (month < months.size() && small.find(months[month]) == std::string::npos) ++month;
  if (month == months.size()) return read_numeric_day(text);
  int day = 0, year = 0;
  for (std::size_t at = 0; at < text.size();) {
    int value = 0;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at]) && at - begin < 4)
      value = value * 10 + (text[at++] - '0');
    if (at - begin == 4)
      year = value;
    else if (at > begin)
      day = value;
    else
      ++at;
  }
  return iso_day(year, static_cast<int>(month) + 1, day);
}

}  // namespace hegui
