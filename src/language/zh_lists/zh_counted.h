#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "language/language_data.h"

namespace hegui {

/// A number of things: 三个方面的不足. Places are in the paragraph.
struct CountedThings {
  Span number = {};
  Span words = {};  ///< From the number up to a mark or another number.
  double value = 0;
  char32_t before = 0;  ///< What stands before the number.
};

/// From left to right: those from 2 up that count things.
std::vector<CountedThings> read_counted(const LanguageData& language, std::string_view text);

/// How many a list within the sentence has, behind the number or before it: 三项机制：甲、乙、丙;
/// 五个部分，包括甲、乙; “三个一”机制：一张网…、一支队伍…; 甲、乙、丙三个方面. 0 if there is none,
/// or if the number may be right.
std::size_t count_wrong_inline(const LanguageData& language, std::string_view text,
                               const CountedThings& counted);

}  // namespace hegui
