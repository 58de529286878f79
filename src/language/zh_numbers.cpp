// Numbers of Chinese documents (GB/T 9704-2012 7.3.3 and what people write besides).

#include "language/zh_numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/characters.h"
#include "text/neighbours.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr int largest_number = 99;

void skip_blanks(std::string_view text, std::size_t& at) {
  while (at < text.size() && text[at] == ' ') ++at;
}

bool take(std::string_view text, std::size_t& at, std::string_view word) {
  if (!text.substr(at).starts_with(word)) return false;
  at += word.size();
  return true;
}

/// Up to three ASCII digits; -1 if there is none or it is longer.
int read_digits(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  int value = 0;
  while (end < text.size() && is_digit(static_cast<unsigned char>(text[end])) && end - at < 4) {
    value = value * 10 + (text[end] - '0');
    ++end;
  }
  if (end == at || end - at > 3) return -1;
  at = end;
  return value;
}

/// 一、二季度, 三、四十件: a numeral with a counting word, or the next of a list, after a smaller
/// one. Enumerations ascend, so 四、三级联动 is none.
bool looks_like_quantity(std::string_view text, std::size_t at, int value) {
  std::size_t end = at;
  if (read_chinese_numeral(text, end) <= value) return false;
  constexpr std::u32string_view counted = U"、季线类级产批期月号区多余几件次场个条起人名万百千";
  return counted.find(code_at(text, end)) != std::u32string_view::npos;
}

std::optional<Number> finish(std::string_view text, std::uint32_t begin, std::size_t end,
                             Numbering form, int value) {
  if (value < 1 || value > largest_number) return std::nullopt;
  // Something must follow: 一、 at the end of a line is a broken list.
  std::size_t behind = end;
  skip_blanks(text, behind);
  if (behind >= text.size() || text[behind] == '\n') return std::nullopt;
  return Number{.form = form, .value = value, .span = {begin, static_cast<std::uint32_t>(end)}};
}

std::optional<Number> read_part(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  if (!take(text, at, "第")) return std::nullopt;
  int value = read_chinese_numeral(text, at);
  if (value == 0) value = read_digits(text, at);
  if (value < 1) return std::nullopt;
  const bool is_section = take(text, at, "节");
  if (!is_section && !take(text, at, "部分") && !take(text, at, "章") && !take(text, at, "篇"))
    return std::nullopt;
  const char32_t next = code_at(text, at);
  if (next == U'、' || next == U'：') at += 3;
  // 第一部分是…, 第一章的 speak of a part; a heading stands after a blank, a mark or at once.
  if (next == U'是' || next == U'的' || next == U'，' || next == U'中') return std::nullopt;
  return finish(text, begin, at, is_section ? Numbering::section : Numbering::part, value);
}

std::optional<Number> read_chinese(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  const int value = read_chinese_numeral(text, at);
  if (value == 0) return std::nullopt;
  if (take(text, at, "）")) return finish(text, begin, at, Numbering::bracket, value);
  skip_blanks(text, at);
  if (take(text, at, "、") || take(text, at, ".")) {
    auto number = finish(text, begin, at, Numbering::comma, value);
    if (number) number->doubtful = looks_like_quantity(text, at, value);
    return number;
  }
  return std::nullopt;
}

/// 壹 → 1, 拾 → 10, 甲 → 1, 癸 → 10; 0 for others.
int capital_value(char32_t code) {
  constexpr std::u32string_view capitals = U"壹贰叁肆伍陆柒捌玖拾", stems = U"甲乙丙丁戊己庚辛壬癸";
  const auto capital = capitals.find(code), stem = stems.find(code);
  if (capital != capitals.npos) return static_cast<int>(capital) + 1;
  return stem == stems.npos ? 0 : static_cast<int>(stem) + 1;
}

bool begins_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

/// 壹、 and 甲、 at the beginning of a line: 队伍、 is in the middle of one, and 甲、乙双方 are
/// names.
std::optional<Number> read_capital(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  const int value = capital_value(next_code_point(text, at));
  const std::size_t digit_end = at;
  skip_blanks(text, at);
  const bool marked = take(text, at, "、") || take(text, at, ".");
  if (!marked && at == digit_end) return std::nullopt;
  if (capital_value(code_at(text, at)) > 0) return std::nullopt;
  auto number = finish(text, begin, at, Numbering::capital, value);
  if (number) number->doubtful = !marked;  // 甲 方
  return number;
}

/// Whether a number that stands there begins something: its line, or what follows a sentence.
bool begins_anew(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at == 0 || text[at - 1] == '\n') return true;
  return is_one_of(U"。；：！？…", code_before(text, at));
}

/// 至（三）, 项和（二）, 、（二）: what stands between a number and another that it is named with.
bool joins_numbers(std::string_view text, std::size_t at) {
  if (is_one_of(U"项款", code_at(text, at))) at += 3;
  if (!is_one_of(U"至到和及或与、-—~", code_at(text, at))) return false;
  next_code_point(text, at);
  return code_at(text, at) == U'（';
}

std::optional<Number> read_bracketed(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  if (!take(text, at, "（")) return std::nullopt;
  skip_blanks(text, at);
  int value = read_chinese_numeral(text, at);
  Numbering form = value > 0 ? Numbering::bracket : Numbering::digit;
  if (value == 0) value = read_digits(text, at);
  if (value < 1 && begins_line(text, begin)) {
    value = capital_value(code_at(text, at));
    if (value > 0) next_code_point(text, at);
    form = Numbering::bracket;
  }
  skip_blanks(text, at);
  if (value < 1 || !take(text, at, "）")) return std::nullopt;
  // 第二十五条（一）项 and （一）至（三） point to somewhere else.
  if (joins_numbers(text, at)) return std::nullopt;
  take(text, at, "、");  // （一）、 is a slip of the pen, and a number all the same.
  if (is_one_of(U"第条款", code_before(text, begin))) return std::nullopt;
  // （二）项目管理, but also （二）项规定的情形.
  const bool doubtful = is_one_of(U"项款至和", code_at(text, at));
  if (doubtful && !begins_anew(text, begin)) return std::nullopt;
  auto number = finish(text, begin, at, form, value);
  if (number) number->doubtful = doubtful;
  return number;
}

/// 5月, 10月, 5至6月, 15日.
bool is_month_or_day(std::string_view text, std::size_t at) {
  int value = read_digits(text, at);
  if (is_one_of(U"至到和、-—~", code_at(text, at))) {
    next_code_point(text, at);
    value = std::max(value, read_digits(text, at));
  }
  const char32_t unit = code_at(text, at);
  return value > 0 && ((unit == U'月' && value <= 12) || (unit == U'日' && value <= 31));
}

/// 2025年, 2025-2027年.
bool is_year(std::string_view text, std::size_t at) {
  const std::string_view digits = text.substr(at, 4);
  if (!digits.starts_with("19") && !digits.starts_with("20")) return false;
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return false;
  at += digits.size();
  skip_blanks(text, at);
  return is_one_of(U"年至-—~", code_at(text, at));
}

/// 1 年度工作, 01 主要做法: a number and a blank, which only those around it tell from 12 件.
std::optional<Number> read_unmarked(std::string_view text, std::uint32_t begin, std::size_t end,
                                    int value) {
  std::size_t at = end;
  skip_blanks(text, at);
  constexpr std::u32string_view units = U"年月日号个件次人户家项条万亿千百元米倍分点名场起期多余";
  const char32_t next = code_at(text, at);
  const bool counts = is_one_of(units, next) && !text.substr(at).starts_with("年度");
  if (!begins_line(text, begin) || counts) return std::nullopt;
  if (!is_han(next) && next != U'“' && next != U'《' && !is_year(text, at)) return std::nullopt;
  auto number = finish(text, begin, end, Numbering::dot, value);
  if (number) number->doubtful = true;
  return number;
}

std::optional<Number> read_arabic(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  const int value = read_digits(text, at);
  if (value < 1 || value > largest_number) return std::nullopt;
  if (take(text, at, "）")) return finish(text, begin, at, Numbering::digit, value);
  if (take(text, at, "、")) return finish(text, begin, at, Numbering::dot, value);
  if (at < text.size() && text[at] == ' ') return read_unmarked(text, begin, at, value);
  if (!take(text, at, ".")) return std::nullopt;
  std::uint8_t parts = 1;
  int last = value;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) {
    // 1.5月底前, 2.2025年: the last number is a date's.
    const bool year = is_year(text, at);
    if (year || is_month_or_day(text, at)) {
      auto number =
          finish(text, begin, at, parts == 1 ? Numbering::dot : Numbering::multilevel, last);
      if (number) number->parts = parts;
      if (number) number->doubtful = !year;
      return number;
    }
    last = read_digits(text, at);
    ++parts;
    if (last < 1 || !take(text, at, ".")) break;
  }
  if (parts == 1) return finish(text, begin, at, Numbering::dot, value);
  // 1.5万, 96.7%, 3.5倍: a decimal. A heading goes on with a blank or a word.
  constexpr std::u32string_view units = U"万亿千百个%‰倍元米吨度公平亩年月日项件次人户家小分点至-~";
  const bool blank = at < text.size() && text[at] == ' ';
  if (last < 1 || (!blank && is_one_of(units, code_at(text, at))) ||
      (!blank && !is_han(code_at(text, at)) && code_at(text, at) != U'“' &&
       code_at(text, at) != U'《'))
    return std::nullopt;
  auto number = finish(text, begin, at, Numbering::multilevel, last);
  if (number) number->parts = parts;
  return number;
}

/// IV, iv and Ⅳ as a number; moves `at` behind it. 0 if there is none.
int read_roman_numeral(std::string_view text, std::size_t& at) {
  constexpr std::array<std::string_view, 12> numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                      "vii", "viii", "ix",  "x",  "xi", "xii"};
  const char32_t first = code_at(text, at);
  for (const char32_t one : {U'Ⅰ', U'ⅰ'})
    if (first >= one && first < one + numerals.size()) {
      next_code_point(text, at);
      return static_cast<int>(first - one) + 1;
    }
  const std::string_view word = text.substr(at, text.substr(at).find_first_not_of("IVXivx"));
  constexpr std::size_t longest = 4;  // viii
  if (word.empty() || word.size() > longest) return 0;
  const auto numeral = std::ranges::find(numerals, lower(word));
  if (numeral == numerals.end()) return 0;
  at += word.size();
  return static_cast<int>(numeral - numerals.begin()) + 1;
}

/// Ⅰ, II、, iv.: Roman numerals at the beginning of a line, above Chinese words.
std::optional<Number> read_roman(std::string_view text, std::uint32_t begin) {
  std::size_t end = begin;
  const int value = read_roman_numeral(text, end);
  if (value == 0) return std::nullopt;
  const char32_t first = code_at(text, begin);
  const bool is_capital = first < 'a' || (first >= U'Ⅰ' && first < U'ⅰ');
  const bool marked = take(text, end, "、") || take(text, end, ".");
  std::size_t next = end;
  skip_blanks(text, next);
  if (!marked && next == end) return std::nullopt;
  if (!is_han(code_at(text, next)) && !is_digit(code_at(text, next)) &&
      !is_one_of(U"“《", code_at(text, next)))
    return std::nullopt;
  auto number =
      finish(text, begin, end, is_capital ? Numbering::capital : Numbering::bracket, value);
  if (number) number->doubtful = !marked;  // X 光片
  return number;
}

std::optional<Number> read_circle(std::string_view text, std::uint32_t begin) {
  const char32_t code = code_at(text, begin);
  if (code < U'①' || code > U'⑳') return std::nullopt;
  return finish(text, begin, begin + 3U, Numbering::circle, static_cast<int>(code - U'①') + 1);
}

}  // namespace

int read_chinese_numeral(std::string_view text, std::size_t& at) {
  int value = 0, digit = -1;
  bool any = false;
  std::size_t end = at;
  for (;;) {
    std::size_t next = end;
    const char32_t code = end < text.size() ? next_code_point(text, next) : 0;
    if (code == U'十' || code == U'百') {
      value += (digit > 0 ? digit : 1) * (code == U'十' ? 10 : 100);
      digit = -1;
    } else if (const int d = chinese_digit(code); d >= 0) {
      if (digit > 0) break;  // 二三: two numerals, not one.
      digit = d;
    } else {
      break;
    }
    any = true;
    end = next;
  }
  if (!any) return 0;
  value += digit > 0 ? digit : 0;
  if (value > 0) at = end;
  return value;
}

bool may_begin_chinese_number(char32_t code) {
  return is_digit(code) || is_chinese_numeral(code) || code == U'第' || code == U'（' ||
         (code >= U'①' && code <= U'⑳');
}

std::optional<Number> read_chinese_number(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return std::nullopt;
  const char32_t first = code_at(text, at);
  if (is_digit(first)) return read_arabic(text, at);
  if ((first < 0x80 || (first >= U'Ⅰ' && first <= U'ⅿ')) && begins_line(text, at))
    return read_roman(text, at);
  if (first == U'（') return read_bracketed(text, at);
  if (first == U'第') return read_part(text, at);
  if (first >= U'①' && first <= U'⑳') return read_circle(text, at);
  if (is_chinese_numeral(first)) return read_chinese(text, at);
  if (begins_line(text, at) && capital_value(first) > 0) return read_capital(text, at);
  return std::nullopt;
}

}  // namespace hegui
