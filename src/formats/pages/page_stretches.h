#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "formats/pages/page_rows.h"

namespace hegui {

// Stretches of a row that may be cells of a table.

/// There are several, and no dots lead from one to the other as in a list of contents.
bool has_cells(const PageRow& row);
/// Behind the first.
bool has_figures(const PageRow& row);
/// 1,234.5; 12件; -: what stands in cells and is seldom a word.
bool is_figure(std::string_view text);

double left_of(const PageRow& row, std::size_t stretch);
double right_of(const PageRow& row, std::size_t stretch);
std::string stretch_words(const PageRow& row, std::size_t stretch);

}  // namespace hegui
