#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/number.h"

namespace hegui {

/// The heading number that begins at `at`: 1. 1) (1) 1.2 A. a) (a) I. Appendix A, Section 3. In the
/// middle of a line only those in brackets. None where it is not one of headings: 3.5 %, 2024.
std::optional<Number> read_english_number(std::string_view text, std::uint32_t at);

/// three → 3, twenty-one → 21; moves `at` after it. 0 and `at` unmoved if there is none.
int read_english_numeral(std::string_view text, std::size_t& at);

/// First, Second, Finally, at the beginning of sentences.
std::vector<ItemMark> english_item_marks(std::string_view text);

/// 14 March 2025, March 14, 2025, 2025-03-14.
std::string read_english_day(std::string_view text);

}  // namespace hegui
