#pragma once

#include <optional>
#include <span>

#include "yaml/reader.h"
#include "ruleset/ruleset.h"
#include "ruleset/vocabulary.h"

namespace hegui {

/// Reads `{id: …, KIND: …, keys of the kind, keys of every check}`; `own` are further keys that the
/// caller reads itself. Nullopt if it has no kind, or one that does not exist.
std::optional<Check> load_check(Reader& reader, Vocabulary& vocabulary, const Value& value,
                                std::span<const KeyInfo> own);

}  // namespace hegui
