#pragma once

#include <optional>
#include <string_view>

#include "language/number_value.h"

namespace hegui {

/// The number that folded text begins with: 1,204; 1.5万; 70余; 3—5; 三百二十; 一万两千零五;
/// 二〇二四; 两; 半; 百分之八十五, whose end is that of the text and whose unit is %. Nothing if it
/// begins with none.
std::optional<NumberValue> read_chinese_value(std::string_view text);

}  // namespace hegui
