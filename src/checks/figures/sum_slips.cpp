#include "checks/figures/sum_slips.h"

#include <algorithm>
#include <cmath>

#include "checks/figures/slips.h"

namespace hegui {
namespace {

bool is_digit_off(const AmountRow& row, const std::vector<std::size_t>& parts, std::size_t total) {
  double step = row[total].number.step;
  for (const std::size_t part : parts) step = std::max(step, row[part].number.step);
  double off = std::round(std::abs(row.sum(parts) - row[total].number.value) / step);
  if (off < 10 || std::fmod(off, 10) != 0) return false;
  while (std::fmod(off, 10) == 0) off /= 10;
  return off < 10;
}

}  // namespace

bool is_slip_of_hand(const AmountRow& row, const std::vector<std::size_t>& parts,
                     std::size_t total) {
  return is_digit_off(row, parts, total) || is_swapped(row, parts, total);
}

bool is_swapped(const AmountRow& row, const std::vector<std::size_t>& parts, std::size_t total) {
  return slip_between(row.as_written(row.sum(parts), total),
                      row.as_written(row[total].number.value, total)) == NumberSlip::swapped;
}

Message sum_differs(const Document& document, const AmountRow& row,
                    const std::vector<std::size_t>& parts, std::size_t total) {
  const double sum = row.sum(parts), stated = row[total].number.value;
  return say("{} = {}，与“{}”差 {}", "{} = {}, which differs from “{}” by {}",
             row.addition(parts, total), row.as_written(sum, total), written(document, row[total]),
             row.as_written(std::abs(sum - stated), total));
}

}  // namespace hegui
