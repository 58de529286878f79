#include "language/days.h"

#include <fmt/format.h>

#include <array>

namespace hegui {

std::string iso_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string read_numeric_day(std::string_view text) {
  std::array<int, 3> fields{};
  std::size_t field = 0;
  bool digit_before = false;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && digit_before && field < 2) ++field;
    if (digit) fields[field] = fields[field] * 10 + (c - '0');
    digit_before = digit;
  }
  return iso_day(fields[0], fields[1], fields[2]);
}

}  // namespace hegui
