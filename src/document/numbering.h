#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "text/span.h"

namespace hegui {

/// Forms of heading numbers, outermost first (GB/T 9704-2012 7.3.3 for the middle ones).
enum class Numbering : std::uint8_t {
  none,
  part,        ///< 第一部分, 第一章
  section,     ///< 第一节
  capital,     ///< 壹、 甲、 Ⅰ.
  comma,       ///< 一、
  inner,       ///< 甲、 where 一、 stands above it; see place_capitals.
  bracket,     ///< （一） 一） （甲）
  dot,         ///< 1. 1、 01 and a blank
  multilevel,  ///< 1.1 1.1.1
  digit,       ///< （1） 1）
  circle,      ///< ①
};

/// Whether it is a form of the outermost numbers: 第一部分, 第一节, 壹、, 一、.
constexpr bool numbers_parts(Numbering form) {
  return form >= Numbering::part && form <= Numbering::comma;
}

struct Number {
  Numbering form = Numbering::none;
  int value = 0;
  Span span = {};          ///< With its mark, without blanks after it.
  std::uint8_t parts = 1;  ///< Of a multilevel number: 1.1.1 has 3.
  /// What follows would also make it no number of a heading but an enumeration, a date or a
  /// reference: 一、二季度; 3.15日; （二）项. Only the numbers around it tell.
  bool doubtful = false;
};

/// The heading number that begins at `at` of folded text. None where a number is not one of
/// headings: 一是, 第一，, 第一、, 1.5万, 2024., 一、二、三类.
std::optional<Number> read_number(std::string_view text, std::uint32_t at);

/// Believes the doubtful numbers that stand in a row: that go on from the last one, lead to one
/// without doubt, or begin at 1; unless a number without doubt has their place. All are of one
/// form, in reading order.
void settle_doubts(std::span<Number* const> row);

/// Makes 壹、, 甲、 and Ⅰ. stand below 一、 where it comes first. In reading order; doubtful ones
/// are left alone, and do not come first.
void place_capitals(std::span<Number* const> numbers);

/// 十二 → 12, 二十 → 20, 一百零三 → 103; moves `at` after it. 0 and `at` unmoved if there is none.
int read_chinese_numeral(std::string_view text, std::size_t& at);

}  // namespace hegui
