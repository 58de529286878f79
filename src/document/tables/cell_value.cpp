#include "document/tables/cell_value.h"

#include <algorithm>
#include <charconv>

#include "text/characters.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t most_digits = 15;  // That a double holds.
constexpr std::size_t longest_unit = 4;  // Characters.

bool is_dash(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    constexpr std::u32string_view dashes = U"-–—―−─/\\";
    if (dashes.find(next_code_point(words, at)) == std::u32string_view::npos) return false;
  }
  return true;
}

/// The length of what separates thousands at `at`, before three digits that end a group; 0 if
/// nothing does.
std::size_t separator(std::string_view words, std::size_t at) {
  std::size_t length = 0;
  for (const std::string_view mark : {",", "，", " "})
    if (words.substr(at).starts_with(mark)) length = mark.size();
  if (length == 0) return 0;
  const std::string_view group = words.substr(at + length);
  const bool is_group = group.size() >= 3 && std::ranges::all_of(group.substr(0, 3), is_digit) &&
                        (group.size() == 3 || !is_digit(group[3]));
  return is_group ? length : 0;
}

/// 件 and %, not 、其他 or ~20.
bool is_unit(std::string_view words) {
  if (words == "%" || words == "‰" || words.empty()) return true;
  if (count_code_points(words) > longest_unit) return false;
  for (std::size_t at = 0; at < words.size();)
    if (!is_han(next_code_point(words, at))) return false;
  return true;
}

}  // namespace

CellValue read_cell(std::string_view words) {
  words = trimmed(words);
  if (words.empty()) return {};
  if (is_dash(words)) return {.kind = CellValue::Kind::dash};
  const CellValue no_number{.kind = CellValue::Kind::words};
  std::string digits;
  std::size_t at = 0;
  for (const std::string_view minus : {"-", "−"})
    if (words.starts_with(minus)) {
      at = minus.size();
      digits = "-";
    }
  const std::size_t first = at;
  while (at < words.size()) {
    if (is_digit(words[at]))
      digits += words[at++];
    else if (const std::size_t length = at > first ? separator(words, at) : 0)
      at += length;
    else
      break;
  }
  CellValue value{.kind = CellValue::Kind::number};
  if (at == first) return no_number;
  if (at + 1 < words.size() && words[at] == '.' && is_digit(words[at + 1])) {
    for (digits += words[at++]; at < words.size() && is_digit(words[at]); ++value.decimals)
      digits += words[at++];
  }
  value.unit = trimmed(words.substr(at));
  if (!is_unit(value.unit) || digits.size() > most_digits) return no_number;
  std::from_chars(digits.data(), digits.data() + digits.size(), value.number);
  return value;
}

}  // namespace hegui
