#pragma once

#include <cstdint>
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

/// Where an item begins in running text: 一是, 第二，, 首先，; First,.
struct ItemMark {
  enum class Form : std::uint8_t { shi, ordinal, sequence };  ///< 一是; 第一， 一要; 首先 其次.
  std::uint32_t at = 0;
  Form form = Form::shi;
  int value = 0;
  bool glued = false;  ///< No mark before it: …72余次二是….
};

/// A word that is counted at the beginning of a sentence, and its number.
struct CountedWord {
  static constexpr int one_more = 0;  ///< 再一个是: a value that only those before it tell.
  std::string_view word = {};
  int value = one_more;
};

}  // namespace hegui
