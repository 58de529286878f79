#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "checks/tables/table_lines.h"

namespace hegui {

/// What a table says of its own figures: those at `left` make as much as those at `right`.
struct Equation {
  std::vector<DataTable::Place> left = {};
  std::vector<DataTable::Place> right = {};
  bool is_total = false;  ///< What stands at the right, alone, is the total of the others.
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

}  // namespace hegui
