#pragma once

#include <span>
#include <vector>

#include "ruleset/ruleset.h"
#include "yaml/reader.h"

namespace hegui {

/// The order in which requirements find their parts: what the within, not-in and rest of one ask
/// for comes before it, else as they stand in the file. A circle is an error.
std::vector<int> binding_order(Reader& reader, std::span<const Requirement> requirements);

}  // namespace hegui
