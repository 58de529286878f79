#pragma once

#include <string_view>

#include "checks/arguments.h"

namespace hegui {

/// Whether the sentence begins with words that speak of the one before.
bool goes_on_from_before(std::string_view sentence, const Arguments& arguments);

/// Most sentences add nothing up, and need no reading of their figures.
bool may_add_up(std::string_view sentence, const Arguments& arguments);

}  // namespace hegui
