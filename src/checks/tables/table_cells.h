#pragma once

#include <vector>

#include "checks/tables/table_lines.h"

namespace hegui {

/// The cells of a table that are to hold a value: none of the lines that `apart` names, nor of rows
/// that only head those below them. A cell that reaches over several lines is there once.
std::vector<DataTable::Place> value_cells(const DataTable& table, const Terms* apart);

}  // namespace hegui
