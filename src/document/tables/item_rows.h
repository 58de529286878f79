#pragma once

#include <vector>

#include "document/document.h"

namespace hegui {

/// A row of a table that lists something.
struct ItemRow {
  Span span = {};                ///< Its cells.
  std::vector<Span> heads = {};  ///< Of the cells that are filled in, where the table has a head.
  std::uint32_t table = 0;       ///< Where the table begins.
};

/// The rows of the tables in a stretch of text, without their heads:
///
///   Action    | Owner
///   Mend roof | Bob     one
///   Sell van  |         and another, of which no owner is told
///
/// In languages whose items are told by their words only those of a table that has a head and says
/// something in two columns: its other tables hold figures.
std::vector<ItemRow> item_rows(const Document& document, const std::vector<Span>& text);

}  // namespace hegui
