#include <algorithm>
#include <cmath>
#include <string_view>

#include "formats/pages/page_columns.h"
#include "formats/pages/page_stretches.h"
#include "formats/pages/page_table.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// Dots lead from a heading to its page: a list of contents is none.
bool has_leader(const PageRow& row) {
  return std::ranges::any_of(row.words, [](const PageWord& word) {
    return word.text.find("....") != word.text.npos || word.text.find("……") != word.text.npos ||
           word.text.find("····") != word.text.npos;
  });
}

}  // namespace

bool is_figure(std::string_view text) {
  constexpr std::size_t longest_unit = 3;  // Characters.
  if (text == "-" || text == "/" || text == "—") return true;
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t end = std::min(text.find_first_not_of("0123456789.,%"), text.size());
  // 1.属于 is the number of an item.
  if (end == 0 || text[0] == '.' || text[end - 1] == '.') return false;
  return count_code_points(first_code_points(text.substr(end), longest_unit + 1)) <= longest_unit;
}

bool has_cells(const PageRow& row) {
  return !row.upright && row.stretches.size() > 1 && !has_leader(row);
}

double left_of(const PageRow& row, std::size_t stretch) {
  return row.words[row.stretches[stretch]].left;
}
double right_of(const PageRow& row, std::size_t stretch) {
  return row.words[row.end_of(stretch) - 1].right;
}
std::string stretch_words(const PageRow& row, std::size_t stretch) {
  return row.text(row.stretches[stretch], row.end_of(stretch));
}

bool has_figures(const PageRow& row) {
  for (std::size_t i = 1; i < row.stretches.size(); ++i)
    if (is_figure(stretch_words(row, i))) return true;
  return false;
}

namespace {

/// Whether a row without cells beside each other is a line of a cell: it begins, or has its middle,
/// where a stretch of the row above has.
bool is_below_cell(const PageRow& row, const PageRow& above) {
  for (std::size_t i = 0; i < above.stretches.size(); ++i) {
    const double left = left_of(above, i), right = right_of(above, i), near = 0.6 * row.em;
    if (std::abs(row.left - left) < near || std::abs(row.centre() - (left + right) / 2) < near ||
        (row.left > left - near && row.right < right + near))
      return true;
  }
  return false;
}

/// Whether a cell of a row, but the first, stands below one of another. Of rows that have more than
/// a table has columns, so many are looked at.
bool is_in_columns(const PageRow& row, const PageRow& above) {
  const std::size_t end = std::min(row.stretches.size(), most_columns);
  const std::size_t other_end = std::min(above.stretches.size(), most_columns);
  for (std::size_t i = 1; i < end; ++i)
    for (std::size_t j = 1; j < other_end; ++j) {
      const double left = left_of(row, i), right = right_of(row, i);
      const double other_left = left_of(above, j), other_right = right_of(above, j);
      if (std::abs(left - other_left) < 0.6 * row.em ||
          std::abs(right - other_right) < 0.6 * row.em ||
          std::abs(left + right - other_left - other_right) < 2 * row.em)
        return true;
    }
  return false;
}

/// 一、总体情况      1: headings, and pages that rise.
bool is_contents(const std::vector<PageRow>& rows, TableRows table) {
  int last = 0, seen = 0;
  for (std::size_t i = table.first; i < table.end; ++i) {
    if (!has_cells(rows[i])) continue;
    if (rows[i].stretches.size() != 2) return false;
    const std::string number = stretch_words(rows[i], 1);
    if (number.size() > 3 || number.find_first_not_of("0123456789") != number.npos) return false;
    const int page = std::stoi(number);
    if (page < last || page == 0) return false;
    last = page;
    ++seen;
  }
  return seen >= 3;
}

bool is_table(const std::vector<PageRow>& rows, TableRows table) {
  std::size_t with_cells = 0, with_figures = 0, wide = 0;
  for (std::size_t i = table.first; i < table.end; ++i) {
    if (!has_cells(rows[i])) continue;
    ++with_cells;
    with_figures += has_figures(rows[i]);
    wide += rows[i].stretches.size() > 2;
  }
  if (with_cells < 2 || is_contents(rows, table)) return false;
  return with_figures > 0 || (wide >= 3 && wide * 5 >= with_cells * 4);
}

}  // namespace

std::vector<TableRows> find_table_rows(const PageArea& area, double text_em) {
  constexpr double farthest = 5;         // Em between two rows of a table.
  constexpr std::size_t most_lines = 4;  // Of a cell, between two rows that have more cells.
  const std::vector<PageRow>& rows = area.rows;
  std::vector<TableRows> tables;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!has_cells(rows[i])) continue;
    TableRows table{i, i + 1};
    std::size_t above = i;  // The last row with cells.
    for (std::size_t next = i + 1; next < rows.size() && next - above <= most_lines; ++next) {
      const PageRow& row = rows[next];
      if (row.top - rows[next - 1].bottom > farthest * std::min(row.em, row.height())) break;
      if (has_cells(row)) {
        if (!is_in_columns(row, rows[above])) break;
        above = next;
        table.end = next + 1;
      } else if (!row.upright) {
        const bool alone = !row.overlaps(rows[next - 1]) &&
                           (next + 1 == rows.size() || !row.overlaps(rows[next + 1]));
        if (alone && !is_below_cell(row, rows[above])) break;
      }
    }
    if (!is_table(rows, table)) {
      i = table.end - 1;
      continue;
    }
    const std::size_t end = tables.empty() ? 0 : tables.back().end;
    // Lines of its first and last cells stand beside these, or in letters as small.
    const auto belongs = [&](const PageRow& row, const PageRow& beside) {
      const bool is_small = beside.em < 0.9 * text_em && row.em < 1.15 * beside.em;
      const double gap = std::max(beside.top - row.bottom, row.top - beside.bottom);
      return row.overlaps(beside) || (is_small && gap < 1.5 * beside.em);
    };
    while (table.first > end && belongs(rows[table.first - 1], rows[table.first])) --table.first;
    while (table.end < rows.size() && rows[table.end].overlaps(rows[table.end - 1])) ++table.end;
    tables.push_back(table);
    i = table.end - 1;
  }
  return tables;
}

}  // namespace hegui
