#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/number.h"

namespace hegui {

/// 零 to 九; 2 for 两; -1 for others.
constexpr int chinese_digit(char32_t code) {
  switch (code) {
    case U'零':
    case U'〇': return 0;
    case U'一': return 1;
    case U'二':
    case U'两': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
  }
}

/// 一 to 十, and 两.
constexpr bool is_chinese_numeral(char32_t code) {
  return chinese_digit(code) > 0 || code == U'十';
}

/// Whether a heading number in the middle of a line may begin with it: 3 一 十 第 （ ①.
bool may_begin_chinese_number(char32_t code);

/// The heading number that begins at `at` of folded text. None where a number is not one of
/// headings: 一是, 第一，, 第一、, 1.5万, 2024., 一、二、三类.
std::optional<Number> read_chinese_number(std::string_view text, std::uint32_t at);

/// 十二 → 12, 二十 → 20, 一百零三 → 103; moves `at` after it. 0 and `at` unmoved if there is none.
int read_chinese_numeral(std::string_view text, std::size_t& at);

/// 一是 二是, 第一， 一要, 首先， in running text, from left to right; places are in `text`. A
/// glued one counts only as the next of a row.
std::vector<ItemMark> chinese_item_marks(std::string_view text);

/// Whether a row of counted words goes on; see LanguageData::counted_word.
std::optional<CountedWord> chinese_counted_word(std::string_view sentence);

}  // namespace hegui
