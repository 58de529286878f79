#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/language_data.h"

namespace hegui {

/// Numbers of things, in words, and what ends the words of an item.
inline constexpr std::u32string_view zh_list_numerals = U"二两三四五六七八九十",
                                     zh_word_ends = U"，。；：、！？“”《》（）";

/// A number of things: 三个方面的不足. Places are in the paragraph.
struct CountedThings {
  Span number = {};
  Span words = {};  ///< From the number up to a mark or another number.
  double value = 0;
  char32_t before = 0;  ///< What stands before the number.
};

/// From left to right: those from 2 up that count things.
std::vector<CountedThings> read_counted(const LanguageData& language, std::string_view text);

}  // namespace hegui
