#include "formats/markdown/markdown_tables.h"

#include <utility>

#include "formats/markdown/markdown_source.h"

namespace hegui {

void MarkdownTables::begin_table(std::uint32_t before) {
  tables_.emplace_back();
  at_ = before;
}

void MarkdownTables::begin_row() { tables_.back().begin_row(); }

CellIndex MarkdownTables::begin_cell(bool is_head) {
  cell_ = tables_.back().add({.is_head = is_head});
  cell_has_words_ = false;
  return {static_cast<std::uint32_t>(tables_.size()), cell_};
}

void MarkdownTables::put_words(Span words) {
  at_ = words.begin;
  at_column_ = tables_.back().cells()[cell_].column;
  put_empty_cells();
  at_ = words.end;
  row_has_words_ = cell_has_words_ = true;
}

void MarkdownTables::end_cell() {
  if (!cell_has_words_) empty_.push_back(cell_);
}

void MarkdownTables::end_row() {
  if (!std::exchange(row_has_words_, false)) {
    // The line below the one before; between the first and the second stands |---|---|.
    const std::uint32_t row = tables_.back().rows();
    const std::string_view source = builder_.source();
    at_ = row == 1 ? first_bar(source, at_) : line_below(source, at_, row == 2 ? 2 : 1);
    at_column_ = 0;
  }
  put_empty_cells();
}

void MarkdownTables::put_empty_cells() {
  for (const std::uint32_t cell : std::exchange(empty_, {})) {
    const auto column = std::int64_t{tables_.back().cells()[cell].column};
    const std::uint32_t place = cell_place(builder_.source(), at_, column - at_column_);
    builder_.begin_block({.kind = Block::Kind::table_cell,
                          .cell = {static_cast<std::uint32_t>(tables_.size()), cell}});
    builder_.add(place, place);
    builder_.end_block();
  }
}

}  // namespace hegui
