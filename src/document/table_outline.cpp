#include "document/table_outline.h"

#include <algorithm>
#include <vector>

#include "document/matter/page_lines.h"
#include "document/numbering.h"
#include "language/language_data.h"

namespace hegui {
namespace {

/// Of a table of two columns.
struct Row {
  std::uint32_t table = 0;   ///< CellIndex::table,
  std::uint32_t index = 0;   ///< and Cell::row.
  std::uint32_t left = 0;    ///< The block in the left cell,
  std::uint32_t blocks = 0;  ///< and how many stand there.
  std::uint32_t columns = 0;
  bool text = false;  ///< The right cell has a sentence.
  Number number = {};
};

std::vector<Row> rows_of(const Document& document, const Outline& outline) {
  const LanguageData& language = data_of(document.language);
  std::vector<Row> rows;
  if (document.tables.empty()) return rows;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.cell.table == 0 || outline.roles[i] != Role::body) continue;
    const Cell& cell = document.cell(block.cell);
    if (rows.empty() || rows.back().table != block.cell.table || rows.back().index != cell.row)
      rows.push_back({.table = block.cell.table, .index = cell.row});
    Row& row = rows.back();
    row.columns = std::max(row.columns, cell.column + 1);
    if (cell.column == 0) {
      row.left = i;
      ++row.blocks;
      if (const auto number = read_number(language, document.slice(block.span), 0))
        row.number = *number;
    } else {
      const std::string_view words = document.slice(block.span);
      row.text = row.text || language.ends_sentence(words) || is_long_line(language, words);
    }
  }
  return rows;
}

bool may_be_heading(const Row& row) {
  return row.columns == 2 && row.blocks == 1 && row.text && row.number.form != Numbering::none;
}

}  // namespace

std::set<std::uint32_t> table_headings(const Document& document, const Outline& outline) {
  std::set<std::uint32_t> headings;
  std::vector<std::uint32_t> run;  // Left cells in order.
  Number last;
  const auto end_run = [&] {
    if (run.size() > 1) headings.insert(run.begin(), run.end());
    run.clear();
  };
  for (const Row& row : rows_of(document, outline)) {
    // A cell over several rows stands in the first of them.
    if (row.blocks == 0) continue;
    const bool goes_on =
        !run.empty() && row.number.form == last.form && row.number.value == last.value + 1;
    if (!may_be_heading(row) || !goes_on) end_run();
    if (!may_be_heading(row) || (run.empty() && row.number.value != 1)) continue;
    run.push_back(row.left);
    last = row.number;
  }
  end_run();
  return headings;
}

}  // namespace hegui
