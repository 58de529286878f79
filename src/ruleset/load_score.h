#pragma once

#include <optional>
#include <vector>

#include "ruleset/ruleset.h"
#include "yaml/reader.h"

namespace hegui {

/// What the rule language says about scores.

/// `{优: 90, 良: 75, 差: 0}`: from the best down to one that every score reaches.
std::vector<Grade> load_grades(Reader& reader, const Value& value);

/// Points of a requirement: 0 or more.
double load_weight(Reader& reader, const Value& value, double fallback);

/// `deduct` and `cap` of a document check; none if it takes nothing off.
std::optional<Deduct> load_deduct(Reader& reader, const Value& check);

}  // namespace hegui
