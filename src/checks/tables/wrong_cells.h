#pragma once

#include <optional>
#include <vector>

#include "checks/tables/table_sums.h"

namespace hegui {

/// A cell that is wrong if all that is said of it is right.
struct WrongCell {
  DataTable::Place place = {};
  /// Nothing where any cell of the equations, which are balances of the same lines, may be wrong.
  std::optional<double> expected = {};
  std::vector<Equation> equations = {};  ///< That speak against it, at least one.
};

/// One cause, one finding: a cell that mends several equations at once is the wrong one, else the
/// only one that is not filled in, else the total is.
std::vector<WrongCell> wrong_cells(const DataTable& table, std::vector<Equation> broken);

}  // namespace hegui
