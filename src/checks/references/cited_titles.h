#pragma once

#include "checks/check.h"

namespace hegui {

/// 《某市行政执法责任追究规定》 where the same long title ends with 办法 before: one of the two is
/// wrong.
void find_changed_titles(const Target& target, Outcome& outcome);

}  // namespace hegui
