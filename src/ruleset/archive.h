#pragma once

#include <string>
#include <string_view>

#include "ruleset/ruleset.h"

namespace hegui {

/// A set that was loaded without errors, as bytes. Not the tree of its files.
std::string archived(const RuleSet& rules);

/// The set again, as it is for judging reports. The bytes live as long as it does.
RuleSet unarchived(std::string_view bytes);

}  // namespace hegui
