#include "checks/tables/table_cells.h"

#include <set>

#include "document/numbering.h"

namespace hegui {
namespace {

bool is_below(const LanguageData& language, const DataTable::Heads& heads,
              const DataTable::Heads& above) {
  if (heads.empty()) return false;
  const auto number = read_number(language, heads.back(), 0),
             outer = read_number(language, above.back(), 0);
  return number && outer && number->form > outer->form;
}

/// A row of no figures that only heads the rows below it.
bool is_group(const DataTable& table, const TableLine& row) {
  std::size_t cells = 0;
  const Cell* last = table.at({row.index, 0}).cell;
  for (std::uint32_t column = table.head_columns(); column < table.columns(); ++column) {
    const DataTable::Entry& entry = table.at({row.index, column});
    if (entry.value.kind != CellValue::Kind::blank && entry.cell != last) return false;
    cells += entry.cell && entry.cell != last ? 1U : 0U;
    last = entry.cell;
  }
  if (cells == 0 || row.heads->empty()) return true;
  // One row of a table that was not filled in is a row; below （三） stand 1. 2. 3.
  return row.index + 1 < table.rows() &&
         is_below(table.language(), table.row_heads(row.index + 1), *row.heads);
}

}  // namespace

std::vector<DataTable::Place> value_cells(const DataTable& table, const Terms* apart) {
  const auto is_apart = [&](const TableLine& line) { return apart && names_line(*apart, line); };
  TableLines columns = lines_of(table, Axis::columns);
  std::erase_if(columns, is_apart);
  std::vector<DataTable::Place> cells;
  std::set<const Cell*> seen;
  for (const TableLine& row : lines_of(table, Axis::rows)) {
    if (is_apart(row) || is_group(table, row)) continue;
    for (const TableLine& column : columns) {
      const DataTable::Place place{row.index, column.index};
      const Cell* cell = table.at(place).cell;
      if (cell && seen.insert(cell).second) cells.push_back(place);
    }
  }
  return cells;
}

}  // namespace hegui
