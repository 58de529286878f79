#pragma once

#include <vector>

#include "ruleset/ruleset.h"
#include "yaml/reader.h"

namespace hegui {

/// Reads `vars`: `year: {find: …, in: [title, …]}` is taken from the report, `next: year + 1` from
/// a variable before it.
std::vector<Variable> load_variables(Reader& reader, std::span<const RuleLayer> layers,
                                     const Value& vars);

}  // namespace hegui
