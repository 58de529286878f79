#pragma once

#include <cstdint>
#include <vector>

#include "text/span.h"

namespace hegui {

/// A cell of a table. Rows and columns are those of the table's grid, from 0.
struct Cell {
  std::uint32_t row = 0;  ///< Its first one,
  std::uint32_t column = 0;
  std::uint32_t rows = 1;  ///< and over how many it reaches.
  std::uint32_t columns = 1;
  bool is_head = false;  ///< The format says that it heads a row or a column.
  /// Its blocks in Document::text. One empty span where it has no words: its place.
  std::vector<Span> words = {};
};

/// A table as the format gives it: cells on a grid. Readers say which cells a row has and how far
/// these reach; where they stand is found out here.
///
///   ┌───┬───────┐    begin_row();  add({.rows = 2});  add({.columns = 2});
///   │   ├───┬───┤
///   │   │   │   │    begin_row();  add({});  add({});
///   └───┴───┴───┘
class Table {
 public:
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  void begin_row();
  /// Puts a cell at the row's next free place. Its index in `cells()`.
  std::uint32_t add(Cell cell);
  /// The next places are the cell's that stands above: its index. Where none does, a new cell's.
  std::uint32_t go_on(std::uint32_t columns);
  /// Leaves so many places of the row free.
  void skip(std::uint32_t columns);

  std::uint32_t rows() const { return static_cast<std::uint32_t>(grid_.size()); }
  std::uint32_t columns() const { return columns_; }
  const std::vector<Cell>& cells() const { return cells_; }
  std::vector<Cell>& cells() { return cells_; }
  /// The index of the cell there; `nowhere` without one.
  std::uint32_t at(std::uint32_t row, std::uint32_t column) const;
  /// Most places have no cell, so many of them that nobody wants to look at each.
  bool is_sparse() const;

 private:
  /// A column of a cell that reaches into rows that are still to come.
  struct Reaching {
    std::uint32_t column = 0;
    std::uint32_t cell = nowhere;
    std::uint32_t rows = 0;
  };

  bool is_free(std::uint32_t column) const;
  void put(std::uint32_t column, std::uint32_t cell);
  /// Whether the open row may become so long for a cell that reaches there.
  bool may_reach(std::uint32_t column) const;

  std::vector<Cell> cells_;                       // In reading order.
  std::vector<std::vector<std::uint32_t>> grid_;  // Indices; rows differ in length.
  std::vector<Reaching> reaching_;
  std::uint32_t columns_ = 0;
  std::uint32_t next_ = 0;  // Column of the open row.
  std::size_t places_ = 0;  // Of the grid.
};

}  // namespace hegui
