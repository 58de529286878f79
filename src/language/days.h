#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// A date that names year, month and day in that order, by figures, as 2025-01-15. Empty if it is
/// none.
std::string read_numeric_day(std::string_view text);

/// The three as 2025-01-15; empty if no day is called so.
std::string iso_day(int year, int month, int day);

}  // namespace hegui
