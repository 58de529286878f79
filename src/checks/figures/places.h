#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/figures/mentions.h"

namespace hegui {

/// Reports places that have two numbers of parts: 全镇16个村 and 走遍全镇19个村. `all` are words
/// that speak of a whole place.
void find_counts_of_places(const Document& document, const std::vector<Mention>& mentions,
                           const std::vector<std::string>* links, const Terms& all,
                           Outcome& outcome);

}  // namespace hegui
