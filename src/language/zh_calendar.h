#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

/// A day that has a name every year: 国家宪法日, 12月4日.
struct NamedDay {
  std::string_view name = {};
  int month = 0, day = 0;
};

/// The one that the text begins with, behind 全国, 世界 or a quote; not 国家宪法日前夕.
const NamedDay* named_day(std::string_view text);

/// “12·14”国家宪法日
struct WrittenDay {
  int month = 0, day = 0;
  Span place = {};      ///< In its paragraph.
  std::size_t end = 0;  ///< Behind the digits.
};
/// The next day of that form from there on; moves the place behind it.
std::optional<WrittenDay> next_dotted_day(std::string_view text, std::size_t& from);

/// A period, and months that are said to be its own, but are not: 第二季度（7月至9月）.
struct WrongPeriod {
  Span period = {}, months = {};
};
std::vector<WrongPeriod> wrong_periods(std::string_view text);

/// 5月下旬至上旬, 第三季度至第二季度.
std::vector<Span> backward_periods(std::string_view text);

bool is_one_sentence(std::string_view text);
/// Up to the next mark, at most forty characters.
std::string_view first_clause(std::string_view text);

/// Whether the words behind a date say that something began then, or that it was finished.
bool tells_begin(std::string_view words);
bool tells_end(std::string_view words);
/// Whether the words between two dates say that the second comes later, or that it may be earlier.
bool tells_later(std::string_view words);
bool may_be_earlier(std::string_view words);

/// Whether a heading is of what is still to be done, a text names a day on which it will be, or the
/// words behind a day make it the last one.
bool is_of_plans(std::string_view heading);
bool plans_day(std::string_view text);
bool is_deadline(std::string_view behind);

}  // namespace hegui
