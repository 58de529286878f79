#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/number.h"

namespace hegui {

struct LanguageData;

/// The heading number that begins at `at` of folded text. None where a number is not one of
/// headings: 一是, 1.5万, 2024., 一、二、三类; 3.5 %.
std::optional<Number> read_number(const LanguageData& language, std::string_view text,
                                  std::uint32_t at);

/// Believes the doubtful numbers that stand in a row: that go on from the last one, lead to one
/// without doubt, or begin at 1; unless a number without doubt has their place. All are of one
/// form, in reading order.
void settle_doubts(std::span<Number* const> row);

/// Makes 壹、, 甲、 and Ⅰ. stand below 一、 where it comes first. In reading order; doubtful ones
/// are left alone, and do not come first.
void place_capitals(std::span<Number* const> numbers);

}  // namespace hegui
