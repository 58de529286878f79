#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/table.h"
#include "formats/pages/page_rows.h"

namespace hegui {

/// Rows of an area, [first, end), that are a table.
struct TableRows {
  std::size_t first = 0, end = 0;
};

/// The tables of an area: rows whose stretches stand below each other. What could as well be text
/// is none.
std::vector<TableRows> find_table_rows(const PageArea& area, double text_em);

/// A table as its rows show it, cells with their words, in reading order.
struct PageTable {
  struct Words {
    std::uint32_t cell = 0;  ///< In Table::cells, from 0; all of them, also those without words.
    std::string text = {};
    int page = 0;
    bool begins_row = false;
  };
  Table table = {};
  std::vector<Words> words = {};
};

/// Of a table's rows, which may stand on several pages. Columns are where narrow cells are; a wide
/// one reaches over several. A row is where figures are: the words beside them may take two lines.
PageTable read_page_table(std::vector<PageRow> rows);

/// Whether a table at the top of a page goes on with one at the end of the page before.
bool goes_on(const std::vector<PageRow>& table, const std::vector<PageRow>& next);

}  // namespace hegui
