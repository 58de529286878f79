#pragma once

#include "checks/check.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// Runs a check. A pattern that exceeds its limits makes it fail and say so; nothing hangs.
Outcome run_check(const Check& check, const Target& target);

}  // namespace hegui
