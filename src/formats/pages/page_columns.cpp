#include "formats/pages/page_columns.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "formats/pages/page_stretches.h"

namespace hegui {
std::vector<PageColumn> columns_of(const std::vector<PageRow>& rows) {
  std::vector<PageColumn> stretches;
  for (const PageRow& row : rows)
    for (std::size_t i = 0; i < row.stretches.size(); ++i)
      stretches.push_back({left_of(row, i), right_of(row, i)});
  std::ranges::stable_sort(stretches, {}, [](const PageColumn& c) { return c.right - c.left; });
  std::map<double, double> columns;  // From left to right.
  for (const PageColumn& stretch : stretches) {
    auto next = columns.lower_bound(stretch.left);
    if (next != columns.begin() && std::prev(next)->second > stretch.left) --next;
    if (next == columns.end() || next->first >= stretch.right) {
      columns.emplace(stretch.left, stretch.right);
      continue;
    }
    const auto behind = std::next(next);
    if (behind != columns.end() && behind->first < stretch.right) continue;
    const PageColumn grown{std::min(next->first, stretch.left),
                           std::max(next->second, stretch.right)};
    columns.erase(next);
    columns.emplace(grown.left, grown.right);
  }
  std::vector<PageColumn> all;
  for (const auto& [left, right] : columns) {
    if (all.size() == most_columns) break;
    all.push_back({left, right});
  }
  return all;
}

std::pair<std::size_t, std::size_t> reach(const std::vector<PageColumn>& columns, double left,
                                          double right) {
  const auto first = std::ranges::upper_bound(columns, left, {}, &PageColumn::right);
  const auto end = std::lower_bound(first, columns.end(), right,
                                    [](const PageColumn& c, double at) { return c.left < at; });
  const auto begin =
      static_cast<std::size_t>(std::min(first, std::prev(columns.end())) - columns.begin());
  return {begin, std::max(begin + 1, static_cast<std::size_t>(end - columns.begin()))};
}

std::size_t nearest(const std::vector<PageColumn>& columns, double centre) {
  const auto next = std::ranges::lower_bound(columns, centre, {}, [](const PageColumn& column) {
    return (column.left + column.right) / 2;
  });
  if (next == columns.begin()) return 0;
  const auto before = std::prev(next);
  if (next == columns.end()) return columns.size() - 1;
  const auto distance = [&](const PageColumn& c) {
    return std::abs((c.left + c.right) / 2 - centre);
  };
  return static_cast<std::size_t>((distance(*before) <= distance(*next) ? before : next) -
                                  columns.begin());
}

}  // namespace hegui
