#pragma once

#include <cstdint>
#include <vector>

#include "document/builder.h"

namespace hegui {

/// Tables as md4c reports them. It says nothing of the place of a cell without words, which is
/// found in the source, beside the words nearest to it in its row:
///
///   begin_table (begin_row (begin_cell put_words? end_cell)* end_row)*
class MarkdownTables {
 public:
  /// Gives `builder` a block for each cell without words.
  explicit MarkdownTables(DocumentBuilder& builder) : builder_(builder) {}

  /// `before` is an offset in the source before the table.
  void begin_table(std::uint32_t before);
  void begin_row();
  /// What the block with the cell's words is to have.
  CellIndex begin_cell(bool is_head);
  /// The cell has words, there; before the block with them is begun.
  void put_words(Span words);
  void end_cell();
  void end_row();
  std::vector<Table> finish() { return std::move(tables_); }

 private:
  void put_empty_cells();

  DocumentBuilder& builder_;
  std::vector<Table> tables_;
  std::vector<std::uint32_t> empty_;  // Cells of the row that have no block yet.
  std::uint32_t cell_ = 0;            // The open one.
  bool cell_has_words_ = false;
  // The last words of a row, or its line, and their column.
  std::uint32_t at_ = 0;
  std::uint32_t at_column_ = 0;
  bool row_has_words_ = false;
};

}  // namespace hegui
