#pragma once

#include "ruleset/ruleset.h"
#include "ruleset/vocabulary.h"
#include "yaml/reader.h"

namespace hegui {

/// `applies` of a set: which reports it is for.
Applies load_applies(Reader& reader, Vocabulary& vocabulary, const Value& value);

/// `applies-when` of a rule, of which the map was read.
Applicability load_applicability(Reader& reader, Vocabulary& vocabulary, const Value& value);

}  // namespace hegui
