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

}  // namespace hegui
