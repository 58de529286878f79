#pragma once

#include "checks/check.h"

namespace hegui {

/// Full-width digits and letters beside half-width ones: a problem for each number or word, which
/// is mended as a whole, ５．６％ to 5.6%. Not those inside of `except`, which may be null.
void check_digits(const Target& target, const Terms* except, Outcome& outcome);

}  // namespace hegui
