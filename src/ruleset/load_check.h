#pragma once

#include <optional>

#include "ruleset/ruleset.h"
#include "ruleset/vocabulary.h"
#include "yaml/reader.h"

namespace hegui {

/// Reads `{id: …, KIND: …, keys of the kind, keys of every check}` of a part or of the whole
/// document; the keys that it shares with requirements are left to the caller. Nullopt if it has no
/// kind, or one that does not exist.
std::optional<Check> load_check(Reader& reader, Vocabulary& vocabulary, const Value& value,
                                Scope scope);

}  // namespace hegui
