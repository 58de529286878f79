#include "document/table.h"

#include <algorithm>
#include <utility>

namespace hegui {
namespace {

constexpr std::uint32_t most_columns = 1'000;
// Of a cell that goes on, of which each row may say so anew. Word has 63 in all.
constexpr std::uint32_t most_columns_below = 64;
// A cell may claim to reach over millions: a grid is never much larger than what stands in it.
constexpr std::size_t places_of_table = 64, places_of_cell = 16;

std::size_t most_places(std::size_t cells) { return places_of_table + places_of_cell * cells; }

}  // namespace

bool Table::is_free(std::uint32_t column) const {
  return column >= grid_.back().size() || grid_.back()[column] == nowhere;
}

bool Table::may_reach(std::uint32_t column) const {
  const std::size_t length = std::max(grid_.back().size(), column + std::size_t{1});
  return places_ + length - grid_.back().size() <= most_places(cells_.size());
}

void Table::put(std::uint32_t column, std::uint32_t cell) {
  std::vector<std::uint32_t>& row = grid_.back();
  if (row.size() <= column) {
    places_ += column + std::size_t{1} - row.size();
    row.resize(column + std::size_t{1}, nowhere);
  }
  row[column] = cell;
  columns_ = std::max(columns_, column + 1);
}

void Table::begin_row() {
  grid_.emplace_back();
  next_ = 0;
  for (Reaching& above : reaching_) {
    if (!may_reach(above.column)) {
      above.rows = 0;
      continue;
    }
    --above.rows;
    put(above.column, above.cell);
    Cell& cell = cells_[above.cell];
    cell.rows = rows() - cell.row;
  }
  std::erase_if(reaching_, [](const Reaching& above) { return above.rows == 0; });
}

std::uint32_t Table::add(Cell cell) {
  if (grid_.empty()) begin_row();
  while (!is_free(next_)) ++next_;
  const auto index = static_cast<std::uint32_t>(cells_.size());
  const std::uint32_t rows_below = std::max(cell.rows, 1U) - 1;
  const std::uint32_t wanted = std::clamp(cell.columns, 1U, most_columns);
  cell.row = rows() - 1;
  cell.column = next_;
  cell.rows = 1;  // More as rows come.
  cell.columns = 0;
  do {
    put(next_, index);
    if (rows_below > 0) reaching_.push_back({next_, index, rows_below});
    ++next_;
  } while (++cell.columns < wanted && is_free(next_) && may_reach(next_));
  cells_.push_back(std::move(cell));
  return index;
}

std::uint32_t Table::go_on(std::uint32_t columns) {
  const std::uint32_t above =
      rows() < 2 ? nowhere : at(rows() - 2, next_);  // Of the row before the open one.
  if (above == nowhere || !is_free(next_)) return add({.columns = columns});
  Cell& cell = cells_[above];
  cell.rows = rows() - cell.row;
  columns = std::min(columns, most_columns_below);
  for (std::uint32_t i = 0; i < columns && at(rows() - 2, next_) == above && is_free(next_); ++i)
    put(next_++, above);
  return above;
}

void Table::skip(std::uint32_t columns) {
  if (grid_.empty()) begin_row();
  const std::uint32_t next = next_ + std::min(columns, most_columns);
  if (may_reach(next)) next_ = next;
}

std::uint32_t Table::at(std::uint32_t row, std::uint32_t column) const {
  return row < grid_.size() && column < grid_[row].size() ? grid_[row][column] : nowhere;
}

bool Table::is_sparse() const {
  return rows() * std::size_t{columns_} > most_places(cells_.size());
}

}  // namespace hegui
