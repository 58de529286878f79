#pragma once

#include "language/zh_lists/zh_counted.h"

namespace hegui {

/// How many a list within the sentence has, behind the number or before it: 三项机制：甲、乙、丙;
/// 五个部分，包括甲、乙; “三个一”机制：一张网…、一支队伍…; 甲、乙、丙三个方面. 0 if there is none,
/// or if the number may be right.
std::size_t count_wrong_inline(const LanguageData& language, std::string_view text,
                               const CountedThings& counted);

}  // namespace hegui
