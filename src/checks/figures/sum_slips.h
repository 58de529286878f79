#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/figures/amount_row.h"

namespace hegui {

/// Whether sum and total differ as by a slip of the hand: by one digit that is not the last, 213
/// and 203, or by two that changed places, 386 and 368.
bool is_slip_of_hand(const AmountRow& row, const std::vector<std::size_t>& parts,
                     std::size_t total);
/// By two digits that changed places.
bool is_swapped(const AmountRow& row, const std::vector<std::size_t>& parts, std::size_t total);

/// 3 + 5 = 8，与“9件”差 1
Message sum_differs(const Document& document, const AmountRow& row,
                    const std::vector<std::size_t>& parts, std::size_t total);

}  // namespace hegui
