#pragma once

#include "checks/check.h"

namespace hegui {

/// 本报告第六部分 of a report that has five, 第一部分（八） where that part has seven.
void find_missing_sections(const Target& target, Outcome& outcome);

}  // namespace hegui
