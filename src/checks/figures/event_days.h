#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/figures/mentions.h"

namespace hegui {

/// Reports events that two paragraphs put on two days of one month that differ by a slip: 5月16日
/// 举办执法业务培训 and 出席5月18日举办的执法业务培训; and documents that were issued on two days.
void find_event_days(const Document& document, const std::vector<Mention>& mentions,
                     Outcome& outcome);

}  // namespace hegui
