#pragma once

#include <string_view>
#include <vector>

#include "language/language_data.h"
#include "text/span.h"

namespace hegui {

/// A date as far as it is written; 0 where it is not.
struct Date {
  int year = 0, month = 0, day = 0;
  bool is_of_year = false;  ///< Not 18月龄, 为期24月: so the text says.
  Span place = {};          ///< In its paragraph.
};

/// A date, and where it ends if it is a span.
struct Dates {
  Date first = {}, last = {};
  int weekday = -1;     ///< That is said of the first; 0 is Sunday.
  Span lost_link = {};  ///< 3月5月: two that nothing links.
  Span whole = {};

  bool is_span() const { return last.month > 0 || last.day > 0; }
};

/// Those that a Chinese text writes with digits, from left to right: 2025年6月20日（星期五）至12日.
std::vector<Dates> read_chinese_dates(std::string_view text);

/// 去年12月31日 is of a year that is not named.
bool names_another_year(std::string_view text);

bool may_say_length(std::string_view text);
/// How many days 为期三天, 为期两周 are, at least and at most.
struct SaidLength {
  int least = 0, most = 0;
  Span place = {};
};
/// Nothing where a sentence says none, several, or how long each of several runs is.
SaidLength said_length(const LanguageData& language, std::string_view sentence);

/// The next 2025—2021年 from there on, without 年; moves the place behind it. Empty if there is
/// none.
Span backward_years(std::string_view text, std::size_t& from);

/// The months of 9月开工、同年5月贯通; both 0 if there is no such thing.
struct SameYear {
  int before = 0, then = 0;
  Span place = {};
};
SameYear read_same_year(std::string_view text);

}  // namespace hegui
