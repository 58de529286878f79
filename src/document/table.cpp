#include "document/table.h"

#include <algorithm>
#include <utility>

namespace hegui {
namespace {

constexpr std::uint32_t most_columns = 1'000;
// A cell may claim to reach over millions: a grid is never much larger than what stands in it.
constexpr std::size_t places_of_table = 64, places_of_cell = 16;

}  // namespace

bool Table::is_free(std::uint32_t column) const {
  return column >= grid_.back().size() || grid_.back()[column] == nowhere;
}

bool Table::may_reach() const {
  return covered_ < places_of_table + places_of_cell * cells_.size();
}

void Table::put(std::uint32_t column, std::uint32_t cell) {
  std::vector<std::uint32_t>& row = grid_.back();
  if (row.size() <= column) row.resize(column + std::size_t{1}, nowhere);
  row[column] = cell;
  columns_ = std::max(columns_, column + 1);
  ++covered_;
}

void Table::begin_row() {
  grid_.emplace_back();
  next_ = 0;
  for (std::uint32_t column = 0; column < reaching_.size(); ++column) {
    Reaching& above = reaching_[column];
    if (above.rows == 0 || !may_reach()) continue;
    --above.rows;
    put(column, above.cell);
    Cell& cell = cells_[above.cell];
    cell.rows = rows() - cell.row;
  }
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
    if (reaching_.size() <= next_) reaching_.resize(next_ + std::size_t{1});
    reaching_[next_] = {index, rows_below};
    ++next_;
  } while (++cell.columns < wanted && is_free(next_) && may_reach());
  cells_.push_back(std::move(cell));
  return index;
}

std::uint32_t Table::go_on(std::uint32_t columns) {
  const std::uint32_t above =
      rows() < 2 ? nowhere : at(rows() - 2, next_);  // Of the row before the open one.
  if (above == nowhere || !is_free(next_)) return add({.columns = columns});
  Cell& cell = cells_[above];
  cell.rows = rows() - cell.row;
  for (std::uint32_t i = 0; i < columns && at(rows() - 2, next_) == above && is_free(next_); ++i)
    put(next_++, above);
  return above;
}

void Table::skip(std::uint32_t columns) { next_ += std::min(columns, most_columns); }

std::uint32_t Table::at(std::uint32_t row, std::uint32_t column) const {
  return row < grid_.size() && column < grid_[row].size() ? grid_[row][column] : nowhere;
}

}  // namespace hegui
