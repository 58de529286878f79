#include "output/parts/text_table.h"

#include <algorithm>

#include "text/unicode.h"

namespace hegui {

std::vector<std::string> TextTable::lines(std::string_view indent, std::string_view gap) const {
  std::vector<int> widths(columns_.size(), 0);
  for (const std::vector<std::string>& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i], ambiguous_));
  std::vector<std::string> all;
  for (const std::vector<std::string>& row : rows_) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += gap;
      const auto blanks = static_cast<std::size_t>(widths[i] - display_width(row[i], ambiguous_));
      if (columns_[i] == Align::right) line.append(blanks, ' ');
      line += row[i];
      if (columns_[i] == Align::left) line.append(blanks, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    all.push_back(std::move(line));
  }
  return all;
}

}  // namespace hegui
