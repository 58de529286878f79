#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checks/table_lines.h"

namespace hegui {

/// What a table says of its own figures: those at `left` make as much as those at `right`. A total
/// is the only one at the right.
struct Equation {
  std::vector<DataTable::Place> left = {};
  std::vector<DataTable::Place> right = {};
  double difference = 0;  ///< Left less right.
};

/// A stated total, and what it is of.
struct TotalRule {
  const Terms& total;
  const Terms* parts = nullptr;    ///< Null: all lines of which it can be the total.
  const Terms* partial = nullptr;  ///< 其中: lines that say more about the one before.
  const Terms* apart = nullptr;    ///< Rates and the like: neither parts nor summed.
};

/// Lines whose sum is that of others.
struct BalanceRule {
  const Terms& left;
  const Terms& right;
  const Terms* apart = nullptr;
};

/// Equations that do not hold. What is no figure, or of another unit, is not judged.
std::vector<Equation> broken_totals(const DataTable& table, const TotalRule& rule);
std::vector<Equation> broken_balances(const DataTable& table, const BalanceRule& rule);

/// A cell that is wrong if all that is said of it is right.
struct WrongCell {
  DataTable::Place place = {};
  double expected = 0;
  std::vector<Equation> equations = {};  ///< That speak against it, at least one.
};

/// One cause, one finding: a cell that mends several equations at once is the wrong one, else the
/// total is.
std::vector<WrongCell> wrong_cells(const DataTable& table, std::vector<Equation> broken);

}  // namespace hegui
