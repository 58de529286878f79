#pragma once

#include <span>
#include <vector>

#include "yaml/reader.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// The order in which requirements find their parts: what the within, not-in and rest of one ask
/// for comes before it, else as they stand in the file. A circle is an error.
std::vector<int> binding_order(Reader& reader, std::span<const Requirement> requirements);

}  // namespace hegui
