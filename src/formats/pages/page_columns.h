#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "formats/pages/page_rows.h"

namespace hegui {

constexpr std::size_t most_columns = 200;

/// A column of a table on a page: where its narrow cells stand.
struct PageColumn {
  double left = 0, right = 0;
};

/// Those of a table's rows, from left to right: where narrow stretches stand; wide ones reach over
/// several. At most `most_columns`: what more there is stands in the last.
std::vector<PageColumn> columns_of(const std::vector<PageRow>& rows);

/// The columns that a stretch stands in, [first, end); at least one.
std::pair<std::size_t, std::size_t> reach(const std::vector<PageColumn>& columns, double left,
                                          double right);

/// The one whose middle is nearest.
std::size_t nearest(const std::vector<PageColumn>& columns, double centre);

}  // namespace hegui
