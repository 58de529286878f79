#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace hegui {

/// How parts of a report are numbered before their names, from 1: 一、. Empty in languages whose
/// reports number none.
std::string part_number(Language language, int value);
/// What stands before the first line of a paragraph of plain text.
std::string_view paragraph_indent(Language language);

/// The number of a heading as it is written, of other values: （三） of 4 is （四）, 3.2 of 4 and 2
/// is 4.2, ③ of 4 is ④. The values are those of its last numerals; as it was where a numeral is of
/// a kind that is not known here (III., 甲、), or is none for that value.
std::string renumbered(Language language, std::string_view number, const std::vector<int>& values);

}  // namespace hegui
