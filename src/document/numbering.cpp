#include "document/numbering.h"

#include "text/unicode.h"

namespace hegui {
namespace {

constexpr int largest_number = 99;

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? next_code_point(text, at) : 0;
}

int digit_value(char32_t code) {
  constexpr std::u32string_view digits = U"零一二三四五六七八九";
  const auto at = digits.find(code);
  if (at != std::u32string_view::npos) return static_cast<int>(at);
  if (code == U'〇') return 0;
  return code == U'两' ? 2 : -1;
}

bool is_ascii_digit(char32_t code) { return code >= '0' && code <= '9'; }

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
  while (end < text.size() && is_ascii_digit(static_cast<unsigned char>(text[end])) &&
         end - at < 4) {
    value = value * 10 + (text[end] - '0');
    ++end;
  }
  if (end == at || end - at > 3) return -1;
  at = end;
  return value;
}

/// Behind 一、 a numeral with a counting word, or the next of a list, makes it no heading number.
bool looks_like_quantity(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (read_chinese_numeral(text, end) == 0) return false;
  constexpr std::u32string_view counted = U"、季线类级产批期月号区多余几件次场个条起人名万百千";
  return counted.find(peek(text, end)) != std::u32string_view::npos;
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
  if (!take(text, at, "部分") && !take(text, at, "章") && !take(text, at, "篇"))
    return std::nullopt;
  const char32_t next = peek(text, at);
  if (next == U'、' || next == U'：') at += 3;
  // 第一部分是…, 第一章的 speak of a part; a heading stands after a blank, a mark or at once.
  if (next == U'是' || next == U'的' || next == U'，' || next == U'中') return std::nullopt;
  return finish(text, begin, at, Numbering::part, value);
}

std::optional<Number> read_chinese(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  const int value = read_chinese_numeral(text, at);
  if (value == 0) return std::nullopt;
  if (take(text, at, "）")) return finish(text, begin, at, Numbering::bracket, value);
  skip_blanks(text, at);
  if (take(text, at, "、") || take(text, at, ".")) {
    auto number = finish(text, begin, at, Numbering::comma, value);
    if (number) number->doubtful = looks_like_quantity(text, at);
    return number;
  }
  return std::nullopt;
}

std::optional<Number> read_bracketed(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  if (!take(text, at, "（")) return std::nullopt;
  skip_blanks(text, at);
  int value = read_chinese_numeral(text, at);
  const Numbering form = value > 0 ? Numbering::bracket : Numbering::digit;
  if (value == 0) value = read_digits(text, at);
  skip_blanks(text, at);
  if (value < 1 || !take(text, at, "）")) return std::nullopt;
  take(text, at, "、");  // （一）、 is a slip of the pen, and a number all the same.
  // 第二十五条（一）项 and （一）至（三） point to somewhere else.
  const char32_t next = peek(text, at);
  if (next == U'项' || next == U'款' || next == U'至' || next == U'和') return std::nullopt;
  if (begin > 0) {
    std::size_t before = previous_code_point(text, begin);
    const char32_t previous = next_code_point(text, before);
    if (previous == U'第' || previous == U'条' || previous == U'款') return std::nullopt;
  }
  return finish(text, begin, at, form, value);
}

std::optional<Number> read_arabic(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin;
  const int value = read_digits(text, at);
  if (value < 1 || value > largest_number) return std::nullopt;
  if (take(text, at, "）")) return finish(text, begin, at, Numbering::digit, value);
  if (take(text, at, "、")) return finish(text, begin, at, Numbering::dot, value);
  if (!take(text, at, ".")) return std::nullopt;
  std::uint8_t parts = 1;
  int last = value;
  while (at < text.size() && is_ascii_digit(static_cast<unsigned char>(text[at]))) {
    last = read_digits(text, at);
    ++parts;
    if (last < 1 || !take(text, at, ".")) break;
  }
  if (parts == 1) return finish(text, begin, at, Numbering::dot, value);
  // 1.5万, 96.7%, 3.5倍: a decimal. A heading goes on with a blank or a word.
  constexpr std::u32string_view units = U"万亿千百个%‰倍元米吨度公平亩年月日项件次人户家小分点至-~";
  const bool blank = at < text.size() && text[at] == ' ';
  if (last < 1 || (!blank && units.find(peek(text, at)) != std::u32string_view::npos) ||
      (!blank && !is_han(peek(text, at)) && peek(text, at) != U'“' && peek(text, at) != U'《'))
    return std::nullopt;
  auto number = finish(text, begin, at, Numbering::multilevel, last);
  if (number) number->parts = parts;
  return number;
}

std::optional<Number> read_circle(std::string_view text, std::uint32_t begin) {
  const char32_t code = peek(text, begin);
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
    } else if (const int d = digit_value(code); d >= 0) {
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

std::optional<Number> read_number(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return std::nullopt;
  const char32_t first = peek(text, at);
  if (is_ascii_digit(first)) return read_arabic(text, at);
  if (first == U'（') return read_bracketed(text, at);
  if (first == U'第') return read_part(text, at);
  if (first >= U'①' && first <= U'⑳') return read_circle(text, at);
  if (digit_value(first) > 0 || first == U'十') return read_chinese(text, at);
  return std::nullopt;
}

}  // namespace hegui
