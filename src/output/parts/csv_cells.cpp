#include "output/parts/csv_cells.h"

#include <algorithm>
#include <array>

#include "output/parts/escapes.h"

namespace hegui {

std::string csv_cell(std::string_view text) {
  std::string cell = repaired_utf8(text);
  // Excel and WPS take the full-width forms for formulas, too, where the system is Chinese.
  constexpr std::array<std::string_view, 11> formulas{"=",  "+",  "-",  "@",  "\t", "\r",
                                                      "\n", "＝", "＋", "－", "＠"};
  if (std::ranges::any_of(formulas, [&](std::string_view mark) { return cell.starts_with(mark); }))
    cell.insert(0, 1, '\'');
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

void append_csv_row(std::span<const std::string> cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    out += csv_cell(cells[i]);
  }
  out += "\r\n";
}

}  // namespace hegui
