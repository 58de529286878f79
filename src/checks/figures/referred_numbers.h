#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/figures/mentions.h"

namespace hegui {

/// 在121份合同的审查中, where the report told of no number of contracts but 112: what is referred
/// to is told before, and only once.
void find_referred_numbers(const Document& document, const std::vector<Mention>& mentions,
                           const Arguments& arguments, Outcome& outcome);

}  // namespace hegui
