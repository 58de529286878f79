#pragma once

#include <string>

namespace hegui {

/// The JSON Schema of rule files, draft-07, which editors complete from.
void write_rules_schema(std::string& out);

}  // namespace hegui
