#pragma once

#include <vector>

#include "ruleset/builtin.h"
#include "yaml/source_file.h"

namespace hegui {

/// Of a built-in set the keys that tell which reports it is for, with the word lists that these
/// name: a small part of its tree.
Value head_of(const BuiltinRules& builtin);

/// The set and all that it extends, each once, by name.
std::vector<SourceFile> names_with_bases(const BuiltinRules& builtin);

}  // namespace hegui
