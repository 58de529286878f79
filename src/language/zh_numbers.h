#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/number.h"

namespace hegui {

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
