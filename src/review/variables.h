#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/outline.h"
#include "review/review.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// In characters: a value goes into each pattern and word that names its variable.
inline constexpr std::size_t longest_value = 200;

/// Of one that somebody gives; none where it is not too long.
std::optional<Message> too_long_value(std::string_view name, std::string_view value);

struct KnownVariables {
  Variables values = {};
  std::string year_from = {};  ///< The source that gave `year`: title, lead, …; empty if none did.
  std::vector<PassedYear> passed = {};
};

/// The values of a rule set's variables in one report. `given` are the user's (--set year=2024);
/// they are the source `option`.
KnownVariables read_variables(const RuleSet& rules, const Document& document,
                              const Outline& outline, const Variables& given);

}  // namespace hegui
